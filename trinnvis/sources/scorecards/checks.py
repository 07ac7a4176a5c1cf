"""Checks: what in one row's own figures somebody should look at."""

from decimal import Decimal

from trinnvis.sources.scorecards.bands import Limits, covers
from trinnvis.sources.scorecards.cells import Figure
from trinnvis.sources.scorecards.facts import Reason, RowKind
from trinnvis.sources.scorecards.measures import (
    COUNT,
    PERCENT,
    measure_named,
)

_JUMP = 10
_LARGE_MILLIONS = 10_000

Targets = dict[str, Limits]
Results = dict[str, Figure]


def row_reasons(
    name: str,
    kind: RowKind,
    measure: str | None,
    targets: Targets,
    results: Results,
) -> tuple[Reason, ...]:
    """Reasons that follow from a row's readable figures, by target and period."""
    found: list[Reason] = []
    if kind is RowKind.KEY_FIGURE:
        return _doubtful_label(measure, results)
    for year, limits in targets.items():
        if limits.is_readable:
            found += _against_target(year, limits, measure, results)
    if _name_has_operator(name):
        found.append(Reason.OPERATOR_INSIDE_NAME)
    found += _jumps(measure, targets, results)
    return tuple(dict.fromkeys(found))


def _against_target(
    year: str, limits: Limits, measure: str | None, results: Results
) -> list[Reason]:
    found: list[Reason] = []
    same_year = results.get(year)
    strict = limits.operator in (">", "<") and same_year is not None
    if strict and same_year is not None and same_year.value == limits.value:
        found.append(Reason.RESULT_EQUALS_STRICT_TARGET)
    if _out_of_reach(limits, results):
        found.append(Reason.TARGET_CANNOT_BE_REACHED)
    for result in results.values():
        found += _unit_reasons(limits, result, measure)
        if limits.bands and not any(
            covers(band, result.value) for band in limits.bands
        ):
            found += [Reason.VALUE_IN_GAP] if _between(limits, result.value) else []
    return found


def _unit_reasons(limits: Limits, result: Figure, measure: str | None) -> list[Reason]:
    """What is odd about a result's printed unit of measure beside the target's."""
    edge = limits.value if limits.value is not None else limits.low
    if PERCENT in (limits.unit, measure) and result.unit is None:
        small = 0 < abs(result.value) <= 1
        if small and edge is not None and abs(edge) >= _JUMP:
            return [Reason.FRACTION_IN_PERCENT]
        return [Reason.UNIT_SIGN_MISSING] if limits.unit == PERCENT else []
    both = (limits.unit, result.unit)
    known = all(unit is not None and measure_named(unit) for unit in both)
    if known and limits.unit != result.unit:
        return [Reason.UNITS_DIFFER]
    return []


def _out_of_reach(limits: Limits, results: Results) -> bool:
    """A full share to be exceeded, or less than nothing, where nobody has done it."""
    values = [result.value for result in results.values()]
    if limits.value is None:
        return False
    if limits.operator == ">" and limits.unit == PERCENT and limits.value >= 100:
        return all(value <= limits.value for value in values)
    if limits.operator == "<" and limits.value <= 0:
        return all(value >= limits.value for value in values)
    return False


def _between(limits: Limits, value: Decimal) -> bool:
    edges = [
        edge
        for band in limits.bands
        for edge in (
            (band.value,) if isinstance(band, Figure) else (band.low, band.high)
        )
    ]
    return min(edges) <= value <= max(edges)


def _name_has_operator(name: str) -> bool:
    at = min((name.find(sign) for sign in "<>≤≥" if sign in name), default=-1)
    return at >= 0 and any(character.isdigit() for character in name[at:])


def _jumps(measure: str | None, targets: Targets, results: Results) -> list[Reason]:
    """Figures tenfold apart: a scale that changed, or a slip of the pen."""
    wanted = [abs(t.value) for t in targets.values() if t.value]
    values = [abs(result.value) for result in results.values() if result.value]
    percent = [r for r in results.values() if r.unit == PERCENT]
    if percent or any(target.unit == PERCENT for target in targets.values()):
        shares = [abs(result.value) for result in percent if result.value]
        return [Reason.SUSPICIOUS_JUMP] if _tenfold(shares) else []
    if measure == COUNT or any(t.unit for t in targets.values()):
        return []
    if wanted and (_tenfold(values) or _tenfold(wanted)):
        return [Reason.SCALE_CHANGED]
    if wanted and values and min(values) >= _JUMP * max(wanted):
        return [Reason.UNITS_DIFFER]
    return []


def _tenfold(values: list[Decimal]) -> bool:
    return len(values) > 1 and max(values) >= _JUMP * min(values)


def _doubtful_label(measure: str | None, results: Results) -> tuple[Reason, ...]:
    values = [abs(result.value) for result in results.values()]
    if measure == "mill. kr" and values and max(values) >= _LARGE_MILLIONS:
        return (Reason.UNIT_LABEL_DOUBTFUL,)
    return ()
