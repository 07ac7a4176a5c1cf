"""Titles: whose scorecard this is and for which year, from the lines above a table."""

import re
from dataclasses import dataclass

from trinnvis.sources.scorecards.figures import tidied

LONGEST_NAME = 60
"""Longer lines above a table are sentences, not names."""

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_PLAN_YEAR = re.compile(r"\b[A-ZÆØÅ]{2,4} ?'?([0-3]\d)\b")
_DOCUMENT_WORDS = re.compile(
    r"\b(?:måle?kart(?:et)?|måle?kort(?:et)?|styringskort(?:et)?|måltavle|årsmelding"
    r"|årsrapport|årsberetning|handlings(?:- og økonomi)?(?:program|plan)|økonomiplan"
    r"|budsjett|virksomhetsplan|verksemdsplan|tertialrapport|kvartalsrapport|rapport"
    r"|tilstandsrapport|barm|balansert målstyring|resultat(?:er|mål|måling)?"
    r"|måloppnåelse|nøkkeltall?|målår|hovedmål|hovudmål|mål|plan|styringsindikator(?:er|ar)?"
    r"|gjennomgående|felles|overordne[dt]e?|overordna|virksomhetenes|enhetenes"
    r"|år|årstall|einingane sine|samlet|samla|for|per|pr|og|i|status|utkast|vedlegg \d+"
    r"|ark ?\d*|sheet ?\d*|tabell ?\d*|oversikt|indikator(?:er|ar)?|måling"
    r"|tertial|kvartal|side \d+)\b",
    re.IGNORECASE,
)
_DOCUMENT_LAST = re.compile(
    r"\s(?:måle?kart|måle?kort|styringskort|måltavle|årsmelding|årsrapport|virksomhetsplan"
    r"|verksemdsplan|handlingsplan|tertialrapport|kvartalsrapport|i|for|\s)+$",
    re.IGNORECASE,
)
_PERSPECTIVES = re.compile(
    r"(?:brukere?|brukar(?:ar)?|innbygg[ej]?r?e?|innbyggjarar|medarbeider(?:e|skap)?"
    r"|medarbeidar(?:ar)?|ansatte|tilsette|økonomi|samfunn|miljø|medvirkning|medverknad"
    r"|(?:interne )?prosess(?:er|ar)?|læring|fornyelse|fornying|utvikling|organisasjon"
    r"|menneskelige ressurser|menneskelege ressursar|ressurser|kvalitet|tjenester"
    r"|tenester|tjenesteproduksjon|arbeidsmiljø|økonomistyring|klima|omdømme|innovasjon)"
    r"(?:(?:,| og|/) ?\w+){0,3}(?: \(.*\))?",
    re.IGNORECASE,
)
_UNIT_WORDS = re.compile(
    r"(?:skole|skule|skolen|skulen|barnehage[nr]?|barnehagane|sfo|\bnav\b|helse|omsorg|omsut"
    r"|helsetun|tunet|sjukeheim|sykehjem|heimen|hjemmet|etat|seksjon|avdeling|tjeneste"
    r"|teneste|kultur|teknikk|teknisk|eiendom|eigedom|virksomhet|verksemd|enhet|eining"
    r"|institusjon|familie|barnevern|bibliotek|renhold|reinhald|drift|senter|kontor|service"
    r"|\bstab\b|rådmann|forvaltning|brann|legevakt|bolig|kjøkken|byggesak|ppt|rehabilitering)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:enhet|eining|virksomhet|verksemd|resultatenhet|avdeling|seksjon|etat|sektor"
    r"|tjenesteområde|skole|skule|barnehage)\s*:\s*(?P<name>.+)",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"(?P<name>[A-ZÆØÅ][\w-]*(?: (?:og |i )?[A-ZÆØÅ][\w-]*){0,2}) kommune\b"
    r"|(?P<capitals>[A-ZÆØÅ-]{2,}(?: [A-ZÆØÅ-]{2,}){0,2}) KOMMUNE\b"
)


@dataclass(frozen=True, slots=True)
class Title:
    """What lines of title say; None and empty where they do not.

    `topic` is what a line is about when it names neither unit nor document.
    """

    municipality: str | None = None
    unit: str | None = None
    year: str | None = None
    topic: str | None = None


def read_title(lines: tuple[str, ...], focuses: frozenset[str]) -> Title:
    """Read the lines above a table. `focuses` are the table's own section rows."""
    municipality = unit = year = topic = None
    for line in (tidied(line) for line in lines):
        if label := unit_label(line):
            unit = label
            continue
        if re.match(
            r"^\w*leder\w*\s*:|^\w*leiar\w*\s*:|^ansvarlig", line, re.IGNORECASE
        ):
            continue
        year = year or year_in(line)
        for segment in re.split(r"\s+[-–—|]\s+|\s*:\s+", line):
            municipality = municipality or municipality_in(segment)
            segment = _MUNICIPALITY.sub("", segment).strip(" ,")
            rest = _without_document_words(segment)
            if not rest or len(rest) > LONGEST_NAME or rest.endswith("."):
                continue
            if is_perspective(rest, focuses) or not rest[0].isupper():
                topic = topic or rest
            else:
                unit = _name_in(segment, rest)
    return Title(municipality, unit, year, topic)


def name_in_sheet_name(name: str) -> str | None:
    """What a sheet is named after, or None where it names a document or a focus."""
    rest = _without_document_words(tidied(name))
    if not rest or is_perspective(rest, frozenset()):
        return None
    return rest


def unit_label(line: str) -> str | None:
    """The unit in a line such as «Enhet: Kulturskolen», or None."""
    found = _LABEL.fullmatch(line)
    return found["name"].strip() if found else None


def looks_like_unit(text: str) -> bool:
    """Whether words such as skole or seksjon make a name a unit's."""
    return _UNIT_WORDS.search(text) is not None


def is_perspective(text: str, focuses: frozenset[str]) -> bool:
    """Whether a text names a focus area: a usual one, or one of the table's own."""
    folded = text.lower()
    if any(focus.startswith(folded) for focus in focuses):
        return True
    return _PERSPECTIVES.fullmatch(folded) is not None


def municipality_in(text: str) -> str | None:
    """The municipality a text names, such as «Løten kommune», or None."""
    found = _MUNICIPALITY.search(text)
    if not found:
        return None
    name = found["name"] or found["capitals"].title()
    return f"{name} kommune"


def year_in(text: str) -> str | None:
    """The year a title is for: «målår 2015», the first of a span, or the only one."""
    named = re.search(rf"mål(?:år|ene|)? (?:for )?({_YEAR})", text, re.IGNORECASE)
    if named:
        return named[1]
    span = re.search(rf"({_YEAR})\s*[-–—]\s*(?:{_YEAR}|\d\d\b)", text)
    if span:
        return span[1]
    years = set(re.findall(_YEAR, text))
    if len(years) == 1:
        return str(years.pop())
    short = _PLAN_YEAR.search(text)
    return f"20{short[1]}" if short and not years else None


def year_in_source(text: str) -> str | None:
    """The year a source line's document is for, such as a plan 2016-2019."""
    plan = re.search(
        r"(?:handlings|økonomi|okonomi|budsjett|virksomhets)\w*[-–— ]?\D{0,12}"
        rf"({_YEAR})",
        text,
        re.IGNORECASE,
    )
    if plan:
        return plan[1]
    spans = re.findall(rf"({_YEAR})\s*[-–—]\s*{_YEAR}", text)
    if len(set(spans)) == 1:
        return str(spans[0])
    years = set(re.findall(_YEAR, text))
    return str(years.pop()) if len(years) == 1 else None


def _without_document_words(text: str) -> str:
    rest = re.sub(rf"{_YEAR}(?:\s*[-–—/]\s*(?:{_YEAR}|\d\d))?", "", text)
    rest = _PLAN_YEAR.sub("", rest)
    if not _DOCUMENT_WORDS.sub("", rest).strip(" ,.-–—:;()"):
        return ""
    rest = re.sub(r"\((?:mål|resultat)?\s*\)", "", rest)
    head = re.match(rf"(?:{_DOCUMENT_WORDS.pattern}|\s)+", rest, re.IGNORECASE)
    rest = (rest[head.end() :] if head else rest).strip(" ,.-–—:;")
    return _DOCUMENT_LAST.sub("", rest).strip(" ,.-–—:;")


def _name_in(segment: str, rest: str) -> str:
    """The whole segment where nothing but its own name stands in it."""
    has_year = re.search(_YEAR, segment) or _PLAN_YEAR.search(segment)
    return rest if has_year or not segment.endswith(rest) else segment.strip()
