"""Headings: what a column is, read from the words above it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from trinnvis.sources.scorecards.facts import LAST_MEASURED
from trinnvis.sources.scorecards.figures import tidied


class Role(StrEnum):
    """What a column holds."""

    INDICATOR = "indicator"
    TARGET = "target"
    ACCEPTABLE = "acceptable"
    NOT_APPROVED = "not_approved"
    RESULT = "result"
    PREVIOUS_RESULT = "previous_result"
    PREVIOUS_YEAR = "previous_year"
    UNIT = "unit"
    UNIT_OR_MEASURE = "unit_or_measure"
    MEASURE = "measure"
    MUNICIPALITY = "municipality"
    YEAR = "year"
    PERIOD = "period"
    FOCUS = "focus"
    CODE = "code"
    DIRECTION = "direction"
    SOURCE = "source"
    URL = "url"
    COMMENT = "comment"
    STATUS = "status"
    TREND = "trend"
    GOAL = "goal"
    GOAL_OR_TARGET = "goal_or_target"
    COMPARATOR = "comparator"
    OTHER = "other"
    IDENTITY = "identity"
    UNKNOWN = "unknown"


LONGEST_HEADING = 80
"""Longer text is a sentence, not a heading."""

VALUE_ROLES = frozenset(
    {Role.TARGET, Role.ACCEPTABLE, Role.NOT_APPROVED, Role.RESULT, Role.PREVIOUS_RESULT}
)
"""Roles whose cells should hold figures."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading. `period` is a printed year or part of one, or None."""

    role: Role
    period: str | None
    text: str
    is_bare_year: bool = False


_NOT = r"ik(?:ke|kje)"
_YEAR = r"(?:19|20)\d\d"
_PART = (
    r"(?:[1-4]\.? ?(?:kvartal|kv\.?|tertial|halvår)|[kqt][1-4]|høst(?:en)?|haust(?:en)?"
    r"|vår(?:en)?|januar|februar|mars|april|mai|juni|juli|august|september|oktober"
    r"|november|desember|pr\.? ?\d\d?\.\d\d?\.?)"
)
_SPAN = rf"{_YEAR} ?[-–—/] ?(?:{_YEAR}|\d\d)(?!\d)"
_BARE = re.compile(
    rf"(?:(?:{_PART}),? ?)?{_YEAR}\*?|{_YEAR} (?:{_PART})"
    rf"|(?:skoleåret |skuleåret )?{_SPAN}"
)

_ROLES: tuple[tuple[Role, str], ...] = (
    (Role.IDENTITY, r"fødselsn|personn(?:umme)?r|fødselsnr"),
    (
        Role.NOT_APPROVED,
        rf"(?:{_NOT}|uakseptab|utilfreds).{{0,12}}(?:godkj|aksept|tilfreds|nivå|resultat)"
        rf"|^{_NOT} (?:nådd|bra)|^uaksept|^(?:rød|raud)t?\b|under akseptabelt",
    ),
    (
        Role.COMPARATOR,
        r"kostra|landet|landsgj|landssnitt|nasjonal|norge|noreg|fylke|sammenlig|samanlik"
        r"|andre kommun|kommunegruppe|kommuner? utenfor|kommunesnitt|asss",
    ),
    (
        Role.ACCEPTABLE,
        r"aksept|^aks\b|godtak|toleranse|tålegrense|^gul[te]?\b|minste ?krav|^minimum"
        r"|nedre grense|terskel|nær målet",
    ),
    (
        Role.CODE,
        r"^(?:kode|nr\.?|nummer|id|ref\.?|#)$|^indikator ?(?:nr\.?|kode|id|nummer)$",
    ),
    (Role.MEASURE, r"måleenhet|måleeining|^benevn|^benemn|^skala$|enhet for mål"),
    (Role.PREVIOUS_YEAR, r"^(?:år|årstall)[ _](?:forrige|siste|førre)|^forrige år$"),
    (
        Role.PREVIOUS_RESULT,
        r"^resultat[ _](?:forrige|i fjor|førre|siste)$|^siste?$"
        r"|^(?:forrige|førre|siste) resultat$",
    ),
    (Role.DIRECTION, r"^retning|ønsk\w* (?:retning|utvikling)"),
    (Role.URL, r"url|lenke|lenkje"),
    (
        Role.SOURCE,
        r"^kilde|^kjelde|datakilde|^målemetode|^metode|målekilde|måleverktøy|målereiskap"
        r"|^undersøkelse$|hvordan måles|korleis",
    ),
    (
        Role.OTHER,
        r"frekvens|hvor ofte|kor ofte|hyppig|måletidspunkt|når måles|ansvar|^eier"
        r"|^eigar|^frist|^rapportering$|^stedfortreder",
    ),
    (
        Role.COMMENT,
        r"kommentar|merknad|^merk|forklaring|^tiltak|begrunn|^vurdering|^analyse",
    ),
    (Role.STATUS, r"mål-?opp|grad av|trafikklys|^status$|^nådd"),
    (Role.TREND, r"^endring|^utvikling|^trend|^tendens"),
    (
        Role.INDICATOR,
        r"indikator|styringsparamet|^parameter|målepunkt|\bkpi|hva måler|kva måler"
        r"|^måles ved|^måle?kart|^måle?kort|^måltavle|^styringskort|^suksesskriteri"
        r"|^måling$|^måleparameter|^hva skal måles",
    ),
    (
        Role.FOCUS,
        r"fokusområde|perspektiv|målområde|satsing|innsatsområde|^tema|^område$|suksessfaktor"
        r"|^strategi|^kategori|^dimensjon|utfordring",
    ),
    (Role.MUNICIPALITY, r"^kommune(?:navn|namn)?$"),
    (Role.YEAR, r"^(?:år|årstall|årstal|målår|rapporteringsår)$"),
    (Role.PERIOD, r"^(?:periode|kvartal|tertial|måned|månad)$"),
    (Role.UNIT_OR_MEASURE, r"^(?:enhet|eining)$"),
    (
        Role.UNIT,
        r"^(?:enhet|eining|virksomhet|verksemd|resultatenhet|resultateining|avdeling|seksjon"
        r"|etat|sektor|tjeneste(?:område|sted)?|teneste(?:område|stad)?|skole|skule|barnehage"
        r")(?:en|a|er|ar)?s?(?:navn|namn)?$",
    ),
    (
        Role.TARGET,
        rf"måltal|ambisjon|^amb\b|ønsk\w* ?(?:resultat|nivå|mål|verdi)?(?: {_YEAR})?$"
        r"|målverdi|resultatkrav|^krav|^grøn[nt]?t?\b|^target"
        rf"|^mål(?:et)? ?(?:for|i)? ?{_YEAR}"
        rf"|^(?:års|resultat|virksomhets)?mål ?{_YEAR}|^mål ?'?\d\d$|^mål,? {_PART}"
        rf"|^årets mål$|^nytt mål|^mål .{{0,20}}{_YEAR}$|^{_YEAR}[ -]mål$",
    ),
    (
        Role.RESULT,
        rf"result|^res\.? ?(?:{_YEAR}|\d\d)$|^status .{{0,15}}{_YEAR}|faktisk"
        rf"|^måling .{{0,12}}{_YEAR}|siste? (?:måling|målt|måla)|^oppnådd"
        rf"|n[åo]-?situasjon|utgangspunkt|^baseline"
        rf"|^(?:regnskap|rekneskap) {_YEAR}|^verdi$|^tall?$|^score|^skår|^målt\b",
    ),
    (
        Role.GOAL_OR_TARGET,
        r"^mål$|^målset|^resultatmål$|^målet$|^årsmål$|^mål per|^mål pr",
    ),
    (Role.GOAL, r"^(?:hovedmål|hovudmål|delmål|effektmål|periodemål|overordna|visjon)"),
    (Role.INDICATOR, r"^nøkkeltal"),
    (Role.RESULT, rf"^nøkkeltall? .*{_YEAR}"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)

KNOWN_WORDS: dict[str, str] = {
    "indikator": "Indikator",
    "måleindikator": "Måleindikator",
    "mål": "Mål",
    "måltall": "Måltall",
    "ambisjon": "Ambisjon",
    "akseptabelt": "Akseptabelt",
    "resultat": "Resultat",
    "enhet": "Enhet",
    "måleenhet": "Måleenhet",
    "år": "År",
    "fokusområde": "Fokusområde",
    "kode": "Kode",
    "retning": "Retning",
    "kilde": "Kilde",
    "kommentar": "Kommentar",
    "merknad": "Merknad",
    "kommune": "Kommune",
    "periode": "Periode",
}


def heading_of(text: str) -> Heading:
    """The role and period that a heading's words give. UNKNOWN where none fits."""
    if len(text) > LONGEST_HEADING:
        return Heading(Role.UNKNOWN, None, tidied(text))
    return _heading_of(text)


@lru_cache(maxsize=4096)
def _heading_of(text: str) -> Heading:
    words = re.sub(r"(?<=[a-zæøå])- (?=[a-zæøå])", "", tidied(text))
    words = re.sub(rf"\(({_YEAR})\)", r"\1", words.rstrip("*:").strip())
    folded = words.lower()
    if re.search(r"(?:ambisjon|ønsk|mål|grøn).*/.*(?:aksept|gul)", folded):
        return Heading(Role.TARGET, period_in(words), words)
    bare = _BARE.fullmatch(folded)
    if bare:
        return Heading(Role.RESULT, period_in(words), words, is_bare_year=True)
    unmeasured = re.sub(r" (?:i )?\(?(?:i )?(?:%|prosent|pst\.?|kr)\)?$", "", folded)
    for role, pattern in _COMPILED:
        if pattern.search(unmeasured):
            return Heading(role, period_in(words), words)
    return Heading(Role.UNKNOWN, None, words)


def period_in(words: str) -> str | None:
    """The year a heading prints, with the part of it where one is printed.

    «Resultat ved sist måling» gives LAST_MEASURED, a span of years the span.
    """
    folded = re.sub(r"(?:pr\.?|per) 31\.12\.? ?(?=\d{4})", "", words.lower())
    span = re.search(_SPAN, folded)
    if span:
        return re.sub(r" ?[-–—] ?", "-", span[0]).replace(" ", "")
    part = re.search(rf"(?:^|\W)({_PART})\W+(?:\w+ )?({_YEAR})", folded)
    if part:
        return f"{part[1][:1].upper()}{part[1][1:]} {part[2]}"
    year = re.search(rf"(?<!\d){_YEAR}(?!\d)", folded)
    if year:
        return year[0]
    short = re.fullmatch(r"[a-zæøå]+\.? ?'?([0-3]\d)", folded)
    if short:
        return f"20{short[1]}"
    if re.search(r"\bsist|forrige|førre", folded):
        return LAST_MEASURED
    return None


def nearest_known(text: str) -> str:
    """The known column name nearest to an unknown one, or empty."""
    found = get_close_matches(text.lower(), KNOWN_WORDS, n=1, cutoff=0.75)
    return KNOWN_WORDS[found[0]] if found else ""
