"""Absences: the words and signs that say a figure is missing, and how."""

import re

from trinnvis.sources.scorecards.facts import Missing

_NOT = r"(?:ikke|ikkje|ingen|inga)"

_PATTERNS: tuple[tuple[Missing, str], ...] = (
    (Missing.DASH, r"[-−–—]+"),
    (Missing.NOT_SHOWN, r"\.{1,3}|…|:|~|\*+"),
    (
        Missing.NOT_SHOWN,
        rf"{_NOT} (?:vist|vises|offentlig\w*)|vises ikke|skjerm\w+|prikk\w+"
        r"|unntatt offentlig\w*|(?:for )?(?:få svar|lav svarprosent|låg svarprosent)",
    ),
    (
        Missing.NEW_INDICATOR,
        r"ny(?:tt|e)?(?: (?:styrings|måle)?(?:indikator|mål|måling|undersøkelse))?"
        r"(?: (?:fra|frå|i|for)? ?(?:19|20)\d\d)?",
    ),
    (
        Missing.LATER,
        r"(?:res\.?|resultat(?:et)?)? ?(?:kommer|kjem|foreligger|måles|målast)? ?"
        r"(?:senere|seinare)|kommer|kjem|avventer|avventar|ikke (?:klart|ferdig)"
        r"|ikkje (?:klart|ferdig)|ikk?j?e klart (?:ennå|enno|enda)"
        r"|(?:måles|målast|kommer|kjem) (?:i |i løpet av |høsten |hausten |våren )?"
        r"(?:19|20)\d\d",
    ),
    (
        Missing.REPLACED,
        r"(?:er |blir |vert )?(?:erstatt\w*|utgår|utgått|avvikl\w+|avslutt\w+)(?: .*)?",
    ),
    (
        Missing.NOT_MEASURED,
        rf"{_NOT} (?:målt|måling|målinger|gjennomført|undersøkelse|undersøking|data"
        r"|registrert|rapportert|tilgjengelig|aktuel\w*|relevan\w*|resultat|tall|tal"
        r"|besvart|gjennomgående indikator|gjennomgåande indikator)"
        r"(?: (?:i )?(?:19|20)\d\d)?"
        r"|måles ikke|målast ikkje|mangl(?:er|ar)(?: data| tall| tal)?"
        r"|foreligger ikke|ligg ikkje føre|n/?a|i/?a|im|i\.m\.",
    ),
)
_COMPILED = tuple(
    (kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS
)


def absence_in(text: str) -> Missing | None:
    """How the tidied text says a figure is missing, or None where it does not."""
    if not text:
        return Missing.BLANK
    marks_off = re.sub(r"(?<=\w) ?(?:\*+|\(\d\)|[⁰¹²³⁴-⁹]+)$", "", text)
    bare = marks_off if len(marks_off) == 1 else marks_off.rstrip(".! ") or marks_off
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(bare) or pattern.fullmatch(marks_off):
            return kind
    return None


def says_no_common_indicator(text: str) -> bool:
    """Whether a row says that this unit shares no indicator here."""
    pattern = r"ing[ea]n? (?:felles )?gjennomg\S+ indikator(?:ar|er)?(?: \d{4})?\.?"
    return re.fullmatch(pattern, text.strip(), re.IGNORECASE) is not None
