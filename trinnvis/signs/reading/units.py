"""Units: what may stand beside a typed figure, and how a share is scaled."""

import re
from decimal import Decimal

from trinnvis.signs.numbers import is_percent

_SAME = (
    frozenset({"%", "prosent", "pst", "pct", "percent", "per cent"}),
    frozenset({"prosentpoeng", "pp", "percentage points"}),
    frozenset({"‰", "promille"}),
    frozenset({"kr", "krone", "kroner", "nok", ",-", "kroner,-"}),
    frozenset({"antall", "antal", "stk", "stykk", "stykker"}),
    frozenset({"dag", "dager", "dagar", "day", "days"}),
    frozenset({"uke", "uker", "veke", "veker"}),
    frozenset({"måned", "måneder", "månad", "månader", "mnd"}),
    frozenset({"time", "timer", "timar", "t"}),
    frozenset({"minutt", "minutter", "minuttar", "min"}),
    frozenset({"poeng", "p", "points"}),
)
_PLURALS = ("er", "ar", "r", "e", "a")
_MAGNITUDES = {
    "tusen": 3, "k": 3, "mill": 6, "mill.": 6, "million": 6, "millioner": 6,
    "millionar": 6, "mrd": 9, "mrd.": 9, "milliard": 9, "milliarder": 9,
    "milliardar": 9,
}  # fmt: skip
_MAGNITUDE = re.compile(r"([^\W\d]+\.?)(?:\s+(?:kr|kroner|nok))?\.?")
_SCALE = re.compile(r"\s+[0-9]+\s*[-–]\s*[0-9]+$")
_COUNT = re.compile(r"^(?:antall|antal)\s+")
_PER = re.compile(r"\bper ([1-9][0-9]{0,2}(?: ?[0-9]{3})*)\b")


def same_unit(typed: str, unit: str) -> bool:
    """Tell whether what stands beside a figure is the indicator's own unit.

    Plurals and known abbreviations count as the same: «dag» for «dager».
    """
    one, other = _plain(typed), _plain(unit)
    if one == other:
        return True
    if is_percent(unit) and one in _SAME[0]:
        return True
    if any(one in group and other in group for group in _SAME):
        return True
    return bool(one and other) and any(
        one + end == other or other + end == one for end in _PLURALS
    )


def magnitude_of(typed: str) -> int | None:
    """Return 6 for «mill.» and «millioner kroner»: the tens a word stands for."""
    match = _MAGNITUDE.fullmatch(typed.strip().casefold())
    return _MAGNITUDES.get(match[1]) if match else None


def share_scale(unit: str) -> Decimal:
    """Return what one whole is in the unit: 100 percent, 1000 promille, «per 1000»."""
    if is_percent(unit):
        return Decimal(100)
    if _plain(unit) in _SAME[2]:
        return Decimal(1000)
    per = _PER.search(unit)
    return Decimal(per[1].replace(" ", "")) if per else Decimal(1)


def _plain(unit: str) -> str:
    """Return the unit without case, scale, «antall» before it, and final stop."""
    text = " ".join(unit.casefold().split()).removesuffix(".")
    return _SCALE.sub("", _COUNT.sub("", text))
