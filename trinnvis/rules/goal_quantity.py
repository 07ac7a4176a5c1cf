"""Goal quantity: is there anything in a sentence that can be counted?

Years, dates, grades, paragraphs and the like are figures that measure nothing.
Source: docs/method/goal-check.md, «Noe å måle».
"""

import re

from trinnvis.rules import goal_words as words
from trinnvis.rules.goal_words import any_of, pattern

_MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|"
    r"desember|jan|feb|aug|sept|okt|nov|des)\b\.?"
)
_PERSONS = (
    r"(?:barn\w*|unge?\w*|ungdom\w*|elever?\w*|elevar\w*|eldre|menn|kvinner|voksne|"
    r"vaksne|mottak\w+|bruk[ea]r\w*|personer|personar|innbygg\w+|ansatte|tilsette|"
    r"søkere|pasient\w+|arbeidstak\w+|alderen|aldersgruppen?|aldersgruppa|dei|de)"
)
_NUMBER = rf"(?:\d+|{pattern(words.NUMBER_WORDS)})"

_MEASURES_NOTHING = re.compile(
    "|".join(
        (
            r"§+\s*\d+\s?[a-z]?\b(?:[-–]\d+)?",
            r"\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?",
            rf"\b\d{{1,2}}\.?\s*{_MONTH}",
            r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?\b(?!\s*(?:kr|%))",
            r"\bkl(?:okk[ae]n?)?\.?\s*\d+(?:[.:]\d+)?(?:\s*[-–]\s*\d+(?:[.:]\d+)?)?",
            r"\b24/7\b",
            r"\b10-?\s?faktor\b",
            r"\b(?:insta|iso|ns|en|iec|microsoft|office|windows|covid)[- ]?\d[\d:-]*",
            r"\b[a-zæøå]{1,6}-?\d+\b",
            r"\b(?:uke|veke|kvartal|tertial|nivå|meistringsnivå|mestringsnivå|grad|"
            r"fase|trinn|steg|klasse|type|kategori|sone|del|avdeling|bygg|linje|mål|"
            r"bærekraftsmål|berekraftsmål|"
            r"kapittel|kap\.|punkt|alternativ|versjon|riksvei|fylkesvei|nr\.?|nummer)"
            r"\s+(?:\d+|én|ein)(?:(?:,\s+|\s*(?:[-–/]|og|eller|til)\s*)\d+)*\b"
            r"(?!,\d|\s*(?:%|prosent))",
            r"\b\d+\.?\s*(?:[-–]|og|eller|til)?\s*(?:\d+)?\.\s+(?=(?-i:[a-zæøå]))",
            r"\b\d+\s*[-–]\s*\d+\s*(?:år\b|-?åring\w*)",
            r"\b\d+-?åring\w*",
            rf"\b{_PERSONS}\s+(?:(?:som er|i alderen)\s+)?(?:under|over|fra|frå|mellom"
            rf"|opp til)?\s*{_NUMBER}(?:\s*(?:[-–]|og|til)\s*{_NUMBER})?\s+år\b",
            rf"\b(?:innen|innan|i løpet av|dei|de|dei neste|de neste|neste|"
            rf"kommende|komande)\s+(?:{_NUMBER}|ett|eit|et|eitt)\s+år\w*",
            rf"\b(?:de|dei|begge|disse|desse|våre|alle de|alle dei|mellom|på tvers av)"
            rf"\s+{_NUMBER}(?=\s+[a-zæøå]{{4}})(?!\s*(?:og|%|prosent))",
        )
    ),
    re.IGNORECASE,
)

_DIGIT = re.compile(r"\d")
_NUMBER_WORD = any_of(words.NUMBER_WORDS)
_AT_LEAST_ONE = re.compile(
    r"\b(?:minst|høyst|høgst|maks\w*|under|over|innen|innan|mer enn|meir enn)\s+"
    r"(?:én|en|ett|et|eitt|eit|ein|éin|ei)\s+(?!år\b|måte|grad)\w+",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"\bi (?:økonomisk )?balanse\b"
    r"|\bh[aeo]ld\w* (?:seg innenfor |seg innanfor )?(?:\w+ )?budsjett\w*"
    r"|\b(?:innenfor|innanfor)\s+(?:\w+\s+)?budsjett\w*"
    r"|\b(?:innenfor|innanfor)\s+(?:tildelt|vedtatt|vedteken|gitt|økonomisk)\w*\s+"
    r"ramm\w*",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:er|blir|står|være|vere|vært|har blitt|er blitt)\b\s+(?:\w+\s+){{0,2}}?"
    rf"{pattern(words.DONE)}",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"(?<!\bfor )(?<!\btil )(?<!\bav )(?<!\bi )(?<!\bpå )(?<!\bhos )(?<!\bmed )"
    r"(?<!\bmot )(?<!\bblant )(?<!\bover )(?<!\bmellom )(?<!\bder )"
    r"\b(?:alle|alt|samtlige|samtlege|ingen|hver|hvert|enhver|kvar|kvart)\b",
    re.IGNORECASE,
)
_ALL_OR_NONE = re.compile(
    r"\b(?:alle|samtlige|samtlege|ingen)(?!\s+(?:skal|må)\b)", re.IGNORECASE
)
_NO_CASES = re.compile(
    r"(?:^\W*|\b(?:har|er det|finnes|finst|får)\s+)ingen\s+(?!skal\b|må\b)\w+",
    re.IGNORECASE,
)
_THEN_EVERYONE = re.compile(
    r"^\W*(?:innen|innan|i|ved|fra|frå|etter|til|om)\b.*?\b(?:har|er|får|kan)\s+"
    r"(?:alle|samtlige|samtlege|hver|hvert|kvar|kvart)\s+\w+",
    re.IGNORECASE,
)
"""«Innen 1. mai har hver avdeling …»: the verb stands before its subject."""
_STATE = any_of(words.STATE_VERBS)
_FEELING = any_of(words.FEELINGS)
_VAGUE_QUALITY = any_of(words.VAGUE_QUALITIES)
_COMPARATIVE = any_of(words.COMPARATIVES)


def without_names_of_time(text: str) -> str:
    """Return the text without years, grades and other figures that measure nothing."""
    return _MEASURES_NOTHING.sub(" ", text)


def has_number(text: str) -> bool:
    """Tell whether a figure or a number word is left once the years are out."""
    left = without_names_of_time(text)
    return bool(
        _DIGIT.search(left) or _NUMBER_WORD.search(left) or _AT_LEAST_ONE.search(left)
    )


def has_quantity(text: str) -> bool:
    """Tell whether one can see, from the sentence, when the goal is reached."""
    return has_number(text) or bool(
        _BUDGET.search(text) or _DONE.search(text) or _holds_for_everyone(text)
    )


def promises_feelings_to_all(text: str) -> bool:
    """Tell a promise of what everyone, or no one, is to feel."""
    return bool(_ALL_OR_NONE.search(text) and _FEELING.search(text))


def _holds_for_everyone(text: str) -> bool:
    """Everyone or no one, with a state that can be seen and not only felt."""
    if _FEELING.search(text) or _VAGUE_QUALITY.search(text):
        return False
    if _COMPARATIVE.search(text):
        return False
    if _NO_CASES.search(text):
        return True
    everyone = _EVERYONE.search(text)
    stated = everyone and _STATE.search(text, everyone.end())
    return bool(stated or _THEN_EVERYONE.search(text))
