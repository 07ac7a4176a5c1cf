"""Names: an indicator's name and code, without footnote marks."""

import re
from dataclasses import dataclass

from trinnvis.sources.scorecards.figures import tidied

_RAISED = re.compile(r"(?<!\bm)(?<!\bkm)[⁰¹²³⁴-⁹]+")
_CODE = re.compile(
    r"(?P<code>[A-ZÆØÅ]{1,4}(?:-[A-ZÆØÅ]{1,5})?\.?\d+(?:\.\d+)*[a-z]?|\d+\.\d+(?:\.\d+)*)"
    r"(?P<dot>\.?):?\s+(?P<name>\S.*)"
)


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """A name to keep, its code, and how many asterisks stood beside it."""

    name: str
    code: str | None
    stars: int


def indicator_name(text: str, footnotes: frozenset[str]) -> IndicatorName:
    """The name without footnote marks; «MA.1.1. Trivsel.» gives code and name.

    Where the code ends in a full stop, one at the end of the name is of the same
    kind and falls away.
    """
    raw = tidied(text)
    runs = re.findall(r"\*+", raw)
    bare = _RAISED.sub("", re.sub(r" ?\*+", "", raw))
    for number in footnotes:
        bare = re.sub(rf" ?\({number}\)", "", bare)
    bare = tidied(bare)
    found = _CODE.fullmatch(bare)
    stars = max((len(run) for run in runs), default=0)
    if not found:
        return IndicatorName(bare, None, stars)
    name = found["name"]
    if found["dot"] and name.endswith(".") and not name.endswith(".."):
        name = name[:-1]
    return IndicatorName(name, found["code"], stars)


def code_depth(code: str | None) -> int | None:
    """How many numbers a code has, or None without a code."""
    return len(re.findall(r"\d+", code)) if code else None


def folded_name(name: str) -> str:
    """A name to compare by: letters and digits alone, in lower case."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\(\d\)|\*", "", name.lower())).strip()
