"""Measures: units of measure as they are printed, and what we call them."""

import re

PERCENT = "%"
PERCENT_POINTS = "%-poeng"
COUNT = "antall"

_SPELLINGS: tuple[tuple[str, str], ...] = (
    (PERCENT_POINTS, r"%[ -]?(?:poeng|poen?g)|prosent[ -]?poeng|pp|%[ -]?p"),
    (PERCENT, r"%|prosent|pst\.?|pro ?sent"),
    ("mill. kr", r"(?:mill(?:ioner|ionar)?\.? ?(?:kr\.?|kroner)|mnok)"),
    ("mrd. kr", r"(?:mrd|milliarder)\.? ?(?:kr\.?|kroner)"),
    ("1000 kr", r"(?:1 ?000|tusen|t) ?(?:kr\.?|kroner)|tkr"),
    ("kr", r"kr\.?|kroner|nok|,-"),
    ("poeng", r"poeng|p\.?"),
    ("årsverk", r"årsverk"),
    ("timer", r"timer?|timar|t"),
    ("minutter", r"min(?:utter|utt)?\.?"),
    ("dager", r"dag(?:er|ar)?|døgn|arbeidsdag(?:er|ar)|virkedager"),
    ("uker", r"uker?|veker?"),
    ("måneder", r"mnd\.?|måned(?:er)?|månad(?:er|ar)?"),
    ("år", r"år"),
    ("kWh", r"kwh"),
    ("MWh", r"mwh"),
    ("GWh", r"gwh"),
    ("m2", r"m2|m²|kvm\.?|kvadratmeter"),
    ("m", r"m|meter"),
    ("km", r"km"),
    ("kg", r"kg"),
    ("tonn", r"tonn"),
    ("stjerner", r"stjerner?"),
    (
        COUNT,
        r"stk\.?|antall|antal|barn|elev(?:er|ar)|bruker(?:e|ar)?|brukarar|innbygger(?:e|ar)?"
        r"|innbyggjarar|personer|personar|pers\.?|ansatte|tilsette|tilsatte|avvik|klager"
        r"|bolig(?:er)?|bustad(?:er|ar)|plasser|plassar|møter?|tiltak|besøk|sak(?:er)?"
        r"|ganger|gonger|kurs|skader|hendelser|hendingar|tilfeller|lag|bedrifter"
        r"|årlig|enhet(?:er)?|skoler|skular|barnehag(?:er|ar)|lærling(?:er|ar)?",
    ),
)
_COMPILED = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _SPELLINGS
)
_SCALE = re.compile(
    r"\(?(?:skala )?(?:fra |frå )?([01])\s*[-–—]\s*(5|6|10|100)\)?", re.IGNORECASE
)


def measure_named(text: str) -> str | None:
    """What we call a printed unit of measure, or None where it is not one."""
    bare = text.strip().strip("()").strip()
    for name, pattern in _COMPILED:
        if pattern.fullmatch(bare):
            return name
    scale = _SCALE.fullmatch(bare)
    return f"{scale[1]}-{scale[2]}" if scale else None


def leading_measure(text: str) -> tuple[str | None, str]:
    """The unit of measure that text begins with, and the rest of the text."""
    words = text.split(" ")
    for count in (3, 2, 1):
        found = measure_named(" ".join(words[:count]))
        if found and len(words) >= count:
            return found, " ".join(words[count:]).strip()
    glued = re.match(r"%", text)
    return (PERCENT, text[1:].strip()) if glued else (None, text)


def scale_in(text: str) -> str | None:
    """A scale told in a sentence, such as «Skala 1-6, 6 er best»."""
    pattern = r"(?<![\d.,])([01])\s*(?:-|–|—|til)\s*(5|6|7|10|100)(?![\d.,]*\d|[ -]*år)"
    found = re.search(rf"{pattern}", text)
    if not found or not re.search(r"skala|undersøk|skår|score|best", text.lower()):
        return None
    return f"{found[1]}-{found[2]}"


def measure_in_name(name: str) -> str | None:
    """The unit of measure that an indicator's own name tells, or None."""
    folded = name.lower()
    for measure, pattern in _NAME_PATTERNS:
        if re.search(pattern, folded):
            return measure
    return None


_NAME_PATTERNS: tuple[tuple[str, str], ...] = (
    (PERCENT_POINTS, r"prosentpoeng|%-?poeng"),
    ("mill. kr", r"\bmill\.? ?kr"),
    ("1000 kr", r"\b(?:1 ?000|tusen) kr"),
    (PERCENT, r"\bi (?:%|prosent|pst)|prosent(?:andel|vis|del)|(?:^|\W)%|prosent\b"),
    (PERCENT, r"^(?:andel|del(?:en)? av|svarprosent)|\bandelen?\b|dekning(?:sgrad)?$"),
    ("pr. 1000", r"\b(?:pr|per)\.? 1 ?000 (?:innb|mottak|elev)"),
    ("kundetimer", r"kundetimer"),
    ("timer", r"^(?:antall |antal )?(?:timer|timar)\b"),
    ("årsverk", r"årsverk|stillingsbrøk"),
    ("m2", r"(?:antall|antal) (?:kvadratmeter|kvm|m2)"),
    (COUNT, r"^(?:totalt |samlet |årlig |årleg )?(?:antall|antal|talet på)\b"),
    ("kr", r"\bi kr\b|\bkr (?:pr|per)\b|\bkroner\b|kostnad|utgift|budsjettramme"),
    ("m", r"\bm/år\b"),
    (COUNT, r"\bantall\b|\bantal\b"),
)
