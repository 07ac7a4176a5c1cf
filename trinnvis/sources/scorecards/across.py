"""Across: what shows only when rows are held beside each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from statistics import median

from trinnvis.sources.scorecards.facts import Reason, Result, ScorecardRow
from trinnvis.sources.scorecards.measures import PERCENT
from trinnvis.sources.scorecards.names import folded_name

Key = tuple[str, ...]

MOST_FIGURES = 50
"""Distinct figures for one thing that are held beside each other."""


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
    """Each place of a group that disagrees with another, and how."""
    said: dict[str, dict[tuple[Decimal, int], list[int]]] = defaultdict(dict)
    for at in group:
        for result in rows[at].results:
            if result.value is not None:
                figure = (result.value, _decimals(result))
                said[result.period].setdefault(figure, []).append(at)
    for figures in said.values():
        for one, other in combinations(list(figures)[:MOST_FIGURES], 2):
            if _differ(one, other):
                yield from _told(rows, figures[one], figures[other])


def _told(
    rows: tuple[ScorecardRow, ...], first: list[int], second: list[int]
) -> Iterable[tuple[int, Reason]]:
    def source(at: int) -> tuple[str, str | None]:
        return rows[at].sheet, rows[at].source_url

    mine, theirs = {source(at) for at in first}, {source(at) for at in second}
    for at in (*first, *second):
        others = theirs if at in first else mine
        same = source(at) in others
        yield at, Reason.SAME_INDICATOR_TWICE if same else Reason.CONFLICT


def _differ(one: tuple[Decimal, int], other: tuple[Decimal, int]) -> bool:
    """Whether two figures differ by more than their printed decimals explain."""
    step = Decimal(1).scaleb(-min(one[1], other[1]))
    return _rounded(one[0], step) != _rounded(other[0], step)


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
