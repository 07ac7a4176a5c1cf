"""Import figures: what of a row's printed figures can be kept, and how.

Only whole years are kept; a figure without a printed year is a starting point at
most. Source: docs/method/import.md.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from trinnvis.rules.scorecard_facts import (
    LAST_MEASURED,
    Missing,
    Result,
    ScorecardRow,
    Target,
)
from trinnvis.rules.terms import Measure, MissingReason

_KEPT_MISSING = {
    Missing.NOT_MEASURED: MissingReason.NOT_MEASURED,
    Missing.NOT_SHOWN: MissingReason.SHIELDED,
    Missing.LATER: MissingReason.LATER,
}
"""An empty cell, a dash and «ny indikator» say nothing of why, and leave no row."""
_UNITS = {"%": "prosent", "%-poeng": "prosentpoeng", "kr": "kroner"}
_SHARES = frozenset({"%", "%-poeng", "pr. 1000", "forhold"})
_SCORES = frozenset({"poeng", "karakter", "stjerner"})
_SCALE = re.compile(r"(\d+)-(\d+)")
_PLACES_PRINTED = 3


@dataclass(frozen=True, slots=True)
class YearFigure:
    """One year's figure in the indicator's own unit, or why there is none."""

    year: int
    cell: str
    """Where it stands, such as «Teknisk drift!C7»."""
    value: Decimal | None = None
    missing_reason: MissingReason | None = None
    preliminary: bool = False
    """Somebody has still to say that it was read right."""


def is_year(period: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", period) is not None


def is_kept(result: Result) -> bool:
    """Tell a result that becomes a figure, or a reason why there is none."""
    return is_year(result.period) and (
        result.value is not None or result.missing in _KEPT_MISSING
    )


def year_figure(row: ScorecardRow, result: Result, *, preliminary: bool) -> YearFigure:
    """Return a result that is kept as a figure of its year."""
    return YearFigure(
        year=int(result.period),
        cell=f"{row.sheet}!{result.cell}" if result.cell else row.sheet,
        value=result.value,
        missing_reason=(
            None if result.missing is None else _KEPT_MISSING.get(result.missing)
        ),
        preliminary=preliminary and result.value is not None,
    )


def last_measured(row: ScorecardRow) -> Decimal | None:
    """Return the figure that the file only says was the last one."""
    for result in row.results:
        if result.period == LAST_MEASURED:
            return result.value
    return None


def figures_in(rows: Iterable[ScorecardRow], target: Target | None) -> list[Decimal]:
    """Return every figure of an indicator, results and target."""
    found = [result.value for row in rows for result in row.results]
    if target is not None:
        found += [target.value, target.acceptable, target.low, target.high]
    return [value for value in found if value is not None]


def decimals_of(values: Iterable[Decimal]) -> int:
    """Return how many decimals to show; a long tail is arithmetic and not print."""
    places = [_places(value) for value in values]
    printed = [place for place in places if place <= _PLACES_PRINTED]
    return max(printed, default=1 if places else 0)


def unit_of(measure: str | None) -> str:
    """Return the unit of measure as Trinnvis keeps it: «prosent», «poeng 1–6»."""
    told = measure or ""
    if scale := _SCALE.fullmatch(told):
        return f"poeng {scale[1]}–{scale[2]}"
    return _UNITS.get(told, told)


def kind_of(measure: str | None) -> Measure:
    """Return whether figures are shares, scores or counts; shares when not told."""
    if measure in _SCORES or _SCALE.fullmatch(measure or ""):
        return Measure.SCORE
    return Measure.SHARE if measure is None or measure in _SHARES else Measure.COUNT


def scale_of(
    measure: str | None, values: Iterable[Decimal]
) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends of a scale such as 1–6, where every figure lies on it."""
    scale = _SCALE.fullmatch(measure or "")
    if scale is None:
        return None, None
    low, high = Decimal(scale[1]), Decimal(scale[2])
    fits = all(low <= value <= high for value in values)
    return (low, high) if fits else (None, None)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
