"""Across: what shows only when rows are held beside each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from trinnvis.sources.scorecards.facts import Reason, Result, ScorecardRow
from trinnvis.sources.scorecards.measures import PERCENT
from trinnvis.sources.scorecards.names import folded_name

Key = tuple[str, ...]


def compared(rows: tuple[ScorecardRow, ...]) -> tuple[ScorecardRow, ...]:
    """The rows, with those that contradict each other marked.

    Two figures for one unit, indicator and period conflict when they differ by more
    than their printed decimals explain: within one table of one source, as the same
    indicator twice; else as two sources.
    """
    found: dict[int, list[Reason]] = defaultdict(list)
    for group in _groups(rows):
        for at, reason in _conflicts(rows, group):
            found[at].append(reason)
    for at in _fractions(rows):
        found[at].append(Reason.FRACTION_IN_PERCENT)
    return tuple(
        replace(row, reasons=tuple(dict.fromkeys((*row.reasons, *found[at]))))
        if at in found
        else row
        for at, row in enumerate(rows)
    )


def _groups(rows: tuple[ScorecardRow, ...]) -> Iterable[list[int]]:
    """Places of rows about the same indicator of the same unit.

    Where a name stands several times in one sheet, under different focuses, the focus
    is part of the name.
    """
    times: dict[Key, set[str]] = defaultdict(set)
    for row in rows:
        times[(row.sheet, *_name(row))].add(folded_name(row.focus or ""))
    ambiguous = {key[1:] for key, focuses in times.items() if len(focuses) > 1}
    groups: dict[Key, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        key = _name(row)
        if key in ambiguous:
            key = (*key, folded_name(row.focus or ""))
        groups[key].append(at)
    return (group for group in groups.values() if len(group) > 1)


def _name(row: ScorecardRow) -> Key:
    unit = folded_name(row.unit)
    return (folded_name(row.municipality or ""), unit, folded_name(row.indicator))


def _conflicts(
    rows: tuple[ScorecardRow, ...], group: list[int]
) -> Iterable[tuple[int, Reason]]:
    for index, first in enumerate(group):
        for second in group[index + 1 :]:
            one, other = rows[first], rows[second]
            if not _disagree(one, other):
                continue
            same = one.sheet == other.sheet and one.source_url == other.source_url
            reason = Reason.SAME_INDICATOR_TWICE if same else Reason.CONFLICT
            yield first, reason
            yield second, reason


def _disagree(one: ScorecardRow, other: ScorecardRow) -> bool:
    mine = {result.period: result for result in one.results}
    return any(
        _differ(mine[result.period], result)
        for result in other.results
        if result.period in mine
    )


def _differ(one: Result, other: Result) -> bool:
    if one.value is None or other.value is None:
        return False
    decimals = min(_decimals(one), _decimals(other))
    step = Decimal(1).scaleb(-decimals)
    return abs(_rounded(one.value, step) - _rounded(other.value, step)) > 0


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return value.quantize(step, ROUND_HALF_UP)


def _decimals(result: Result) -> int:
    """Decimals as printed, so that 1 % and 1,1 % can be the same figure."""
    digits = result.printed.replace(".", ",").partition(",")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def _fractions(rows: tuple[ScorecardRow, ...]) -> Iterable[int]:
    """Rows with 0,85 where the same indicator elsewhere stands at 60–90 per cent."""
    shares: dict[str, list[tuple[int, Decimal]]] = defaultdict(list)
    for at, row in enumerate(rows):
        for result in row.results:
            if row.measure == PERCENT and result.value is not None:
                bare = "%" not in result.printed and 0 < result.value <= 1
                share = result.value if not bare else -result.value
                shares[folded_name(row.indicator)].append((at, share))
    for found in shares.values():
        others = [share for _, share in found if share > 1]
        if len(others) >= 2 and median(others) >= 10:
            yield from (at for at, share in found if -1 <= share < 0)
