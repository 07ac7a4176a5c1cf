"""Import indicators: several rows of one indicator made into one, or told apart."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from trinnvis.rules.import_figures import (
    YearFigure,
    decimals_of,
    figures_in,
    is_kept,
    kind_of,
    last_measured,
    scale_of,
    unit_of,
    year_figure,
)
from trinnvis.rules.scorecard_facts import (
    LAST_MEASURED,
    RowKind,
    ScorecardRow,
    Target,
)
from trinnvis.rules.terms import Direction, Measure


@dataclass(frozen=True, slots=True)
class Aim:
    """The year's target and which way is better, both printed or answered."""

    target: Target
    direction: Direction

    @property
    def levels(self) -> tuple[object, ...]:
        """What two rows must have alike to say the same target."""
        return (
            self.direction,
            self.target.value,
            self.target.acceptable,
            self.target.low,
            self.target.high,
            self.target.acceptable_low,
            self.target.acceptable_high,
        )


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that is taken in: whose it is, and what of it counts."""

    index: int
    row: ScorecardRow
    unit_id: int
    settled: bool
    doubted: bool
    """Its figures have still to be confirmed."""
    aim: Aim | None = None
    """Where the row is judged."""
    unanswered: bool = False
    """It has the year's target too, and waits to be confirmed."""


@dataclass(frozen=True, slots=True)
class IndicatorToMake:
    """One indicator of one unit, figures in its own unit of measure."""

    unit_id: int
    rows: tuple[int, ...]
    goal_title: str
    shares_goal: bool
    """One goal for all with the same title: a printed goal, or key figures."""
    name: str
    focus: str
    unit: str
    decimals: int
    measure: Measure
    watched: bool
    direction: Direction = Direction.HIGHER
    """Of no meaning for what is followed along without a target."""
    target: Decimal | None = None
    acceptable: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    tolerance: Decimal | None = None
    baseline: Decimal | None = None
    baseline_label: str = ""
    """The year it was measured in, or as the file says it."""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    source: str = ""
    figures: tuple[YearFigure, ...] = ()
    in_conflict: tuple[int, ...] = ()
    """Years where rows say different figures; none of them is kept."""
    targets_differ: bool = False
    """Rows say different targets for the year, so none is kept."""
    awaits_other: bool = False
    """A row is clear, and another of the same indicator has still to be confirmed."""


def one_indicator(
    group: tuple[ReadRow, ...], year: int, *, shares_name: bool
) -> IndicatorToMake:
    """Return the indicator that the rows say together, in reading order.

    `shares_name` tells of another with the same name in the unit: the heading is
    then added to the goal's title.
    """
    first = _leading(group)
    has_aim = any(read.aim for read in group)
    awaits_other = has_aim and any(read.unanswered for read in group)
    aim = None if awaits_other else _one_aim(group)
    measure = next((read.row.measure for read in group if read.row.measure), None)
    values = figures_in((read.row for read in group), aim.target if aim else None)
    figures, in_conflict = _figures(group)
    minimum, maximum = scale_of(measure, values)
    title, shares_goal = _goal(group, shares_name=shares_name)
    made = IndicatorToMake(
        unit_id=first.unit_id,
        rows=tuple(read.index for read in group),
        goal_title=title,
        shares_goal=shares_goal,
        name=first.row.indicator,
        focus=first.row.focus or "",
        unit=unit_of(measure),
        decimals=decimals_of(values),
        measure=kind_of(measure),
        watched=aim is None,
        minimum=minimum,
        maximum=maximum,
        source=_first(read.row.source or read.row.source_url for read in group),
        figures=figures,
        in_conflict=in_conflict,
        targets_differ=aim is None and has_aim and not awaits_other,
        awaits_other=awaits_other,
    )
    made = _with_baseline(made, group, year)
    return _with_aim(made, aim) if aim else made


def _leading(group: tuple[ReadRow, ...]) -> ReadRow:
    """Return the row whose words are used: the one with the year's target."""
    return next((read for read in group if read.aim), group[0])


def _one_aim(group: tuple[ReadRow, ...]) -> Aim | None:
    """Return the target, unless rows say different ones."""
    aims = [read.aim for read in group if read.aim]
    return aims[0] if len({aim.levels for aim in aims}) == 1 else None


def _with_aim(made: IndicatorToMake, aim: Aim) -> IndicatorToMake:
    target = aim.target
    if aim.direction is not Direction.BAND:
        return replace(
            made,
            direction=aim.direction,
            target=target.value,
            acceptable=target.acceptable,
        )
    near = None
    if target.low is not None and target.acceptable_low is not None:
        near = target.low - target.acceptable_low
    return replace(
        made,
        direction=aim.direction,
        low=target.low,
        high=target.high,
        tolerance=near,
    )


def _figures(
    group: tuple[ReadRow, ...],
) -> tuple[tuple[YearFigure, ...], tuple[int, ...]]:
    """Return one figure per year, oldest first, and the years in conflict.

    What somebody has settled wins over what is still open.
    """
    said: dict[int, list[tuple[bool, YearFigure]]] = {}
    for read in group:
        for result in read.row.results:
            if is_kept(result):
                figure = year_figure(read.row, result, preliminary=read.doubted)
                said.setdefault(figure.year, []).append((read.settled, figure))
    kept: list[YearFigure] = []
    in_conflict: list[int] = []
    for year in sorted(said):
        measured = [one for one in said[year] if one[1].value is not None]
        told = measured or said[year]
        told = [one for one in told if one[0]] or told
        if len({figure.value for _, figure in told}) > 1:
            in_conflict.append(year)
            continue
        # The same figure twice needs no confirming when one of them is sure.
        kept.append(min((figure for _, figure in told), key=lambda f: f.preliminary))
    return tuple(kept), tuple(in_conflict)


def _with_baseline(
    made: IndicatorToMake, group: tuple[ReadRow, ...], year: int
) -> IndicatorToMake:
    """Add where it stood before the plan's year, with when that was."""
    before = [
        figure
        for figure in made.figures
        if figure.year < year and figure.value is not None and not figure.preliminary
    ]
    if before:
        last = before[-1]
        return replace(made, baseline=last.value, baseline_label=str(last.year))
    undated = {last_measured(read.row) for read in group if not read.doubted} - {None}
    if len(undated) != 1:
        return made
    return replace(made, baseline=undated.pop(), baseline_label=LAST_MEASURED)


def _goal(group: tuple[ReadRow, ...], *, shares_name: bool) -> tuple[str, bool]:
    """Return the goal's title, and whether others stand under the same goal.

    A printed goal is one; key figures gather under their heading; else the
    indicator's own words are the goal until the unit writes a better one.
    """
    row = _leading(group).row
    if printed := _first(read.row.goal for read in group):
        return printed, True
    extra = (RowKind.KEY_FIGURE, RowKind.UNIT_FIGURE)
    if all(read.row.kind in extra for read in group):
        return row.focus or row.sheet, True
    if shares_name and row.focus:
        return f"{row.indicator} ({row.focus})", False
    return row.indicator, False


def _first(texts: Iterable[str | None]) -> str:
    return next((text for text in texts if text), "")
