"""Rows: one line of a table to one indicator with its targets and results."""

import re
from dataclasses import dataclass

from trinnvis.sources.scorecards.bands import Limits, limits_of
from trinnvis.sources.scorecards.cells import (
    Figure,
    Interval,
    read_cell,
)
from trinnvis.sources.scorecards.checks import row_reasons
from trinnvis.sources.scorecards.directions import read_direction
from trinnvis.sources.scorecards.facts import (
    LAST_MEASURED,
    YEAR_UNKNOWN,
    Direction,
    Reason,
    Result,
    RowKind,
    ScorecardRow,
    Target,
)
from trinnvis.sources.scorecards.grid import Cell
from trinnvis.sources.scorecards.headings import Role
from trinnvis.sources.scorecards.hints import direction_hint
from trinnvis.sources.scorecards.layout import Layout, TargetColumns
from trinnvis.sources.scorecards.measures import (
    PERCENT,
    measure_in_name,
    measure_named,
)
from trinnvis.sources.scorecards.names import indicator_name
from trinnvis.sources.scorecards.notes import Notes
from trinnvis.sources.scorecards.results import (
    KEPT_AS_TEXT,
    printed_in,
    result_of,
    result_reasons,
)
from trinnvis.sources.scorecards.tables import Column, Line


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: whose it is, for which year, under which headings."""

    sheet: str
    kind: RowKind
    municipality: str | None
    unit: str
    year: str | None
    focus: str | None
    notes: Notes
    goal: str | None = None
    is_hidden: bool = False
    has_unit: bool = True


FIGURE_ROLES = (
    Role.TARGET,
    Role.ACCEPTABLE,
    Role.NOT_APPROVED,
    Role.RESULT,
    Role.PREVIOUS_RESULT,
)


def read_row(line: Line, layout: Layout, place: Place) -> ScorecardRow:
    """The row that a line of an indicator table says. Never raises."""
    footnotes = place.notes.numbers
    name = indicator_name(line.text(layout.name), footnotes)
    printed = _printed_targets(line, layout, place)
    reasons: list[Reason] = []
    results, figures = _results(line, layout, place, reasons)
    targets = {target.year: limits for target, limits in printed}
    measure = _measure(line, layout, place, name.name, name.stars, targets, figures)
    reasons += _target_reasons(targets, figures)
    reasons += row_reasons(name.name, place.kind, measure, targets, figures)
    told = _text(line, layout, Role.DIRECTION)
    direction = read_direction(name.name, told, targets)
    reasons += direction.reasons
    reasons += _place_reasons(place, bool(targets))
    return ScorecardRow(
        sheet=place.sheet,
        row=line.row,
        kind=place.kind,
        municipality=place.municipality,
        unit=place.unit,
        indicator=name.name,
        year=place.year or max(targets, default="") or _latest(results),
        focus=place.focus,
        goal=place.goal,
        code=code_of(line, layout),
        measure=measure,
        source=_text(line, layout, Role.SOURCE),
        source_url=_text(line, layout, Role.URL) or place.notes.source_url,
        comment=_text(line, layout, Role.COMMENT),
        direction=direction.direction,
        direction_source=direction.source,
        direction_printed=direction.printed,
        direction_hint=_hint(name.name, place, direction.direction),
        targets=tuple(target for target, _ in printed),
        results=results,
        reasons=tuple(dict.fromkeys(reasons)),
        rejected_fields=_rejected(targets, results),
        published_status=_text(line, layout, Role.STATUS),
        published_trend=_text(line, layout, Role.TREND),
    )


def _place_reasons(place: Place, has_target: bool) -> list[Reason]:
    found = {
        Reason.NO_TARGET: not has_target and place.kind is RowKind.INDICATOR,
        Reason.HIDDEN: place.is_hidden,
        Reason.UNIT_NOT_PRINTED: not place.has_unit,
    }
    return [reason for reason, is_so in found.items() if is_so]


def code_of(line: Line, layout: Layout) -> str | None:
    """The indicator's code, from its own column or before its name."""
    text = _text(line, layout, Role.CODE)
    if text:
        return text.rstrip(".")
    return indicator_name(line.text(layout.name), frozenset()).code


def has_figures(line: Line, layout: Layout) -> bool:
    """Whether anything stands in a line's columns for targets and results."""
    return any(line.cell(column.index) for column in layout.all(*FIGURE_ROLES))


def _printed_targets(
    line: Line, layout: Layout, place: Place
) -> list[tuple[Target, Limits]]:
    found: list[tuple[Target, Limits]] = []
    for columns in layout.targets:
        cells = [
            line.cell(index) if index is not None else None
            for index in (columns.wanted, columns.accepted, columns.refused)
        ]
        readings = [read_cell(cell, place.notes.numbers) for cell in cells]
        limits = limits_of(*readings, is_pair=columns.is_pair)
        if limits is not None:
            year = columns.period or place.year or YEAR_UNKNOWN
            found.append((_target(year, columns, cells, limits), limits))
    return found


def _target(
    year: str, columns: TargetColumns, cells: list[Cell | None], limits: Limits
) -> Target:
    wanted, accepted, refused = cells
    shown = wanted or accepted or refused
    banded = columns.accepted is not None or columns.refused is not None
    return Target(
        year=year,
        printed=printed_in(wanted),
        cell=shown.address if shown else "",
        value=limits.value,
        operator=limits.operator,
        acceptable=limits.acceptable,
        low=limits.low,
        high=limits.high,
        acceptable_low=limits.acceptable_low,
        acceptable_high=limits.acceptable_high,
        printed_acceptable=printed_in(accepted) if banded else None,
        printed_not_approved=printed_in(refused) if banded else None,
        is_change=limits.is_change,
    )


def _results(
    line: Line, layout: Layout, place: Place, reasons: list[Reason]
) -> tuple[tuple[Result, ...], dict[str, Figure]]:
    results: list[Result] = []
    figures: dict[str, Figure] = {}
    for column in layout.all(Role.RESULT, Role.PREVIOUS_RESULT):
        period = _period(column, line, layout, place)
        if period is None:
            continue
        if period in figures or any(result.period == period for result in results):
            continue
        cell = line.cell(column.index)
        reading = read_cell(cell, place.notes.numbers)
        result = result_of(period, cell, reading)
        results.append(result)
        reasons += result_reasons(reading)
        if isinstance(reading, Figure) and result.value is not None:
            figures[period] = reading
            if period in (LAST_MEASURED, YEAR_UNKNOWN):
                reasons.append(Reason.YEAR_NOT_PRINTED)
    return tuple(results), figures


def _period(column: Column, line: Line, layout: Layout, place: Place) -> str | None:
    if column.role is Role.PREVIOUS_RESULT:
        year = layout.one(Role.PREVIOUS_YEAR)
        if year is None:
            return LAST_MEASURED
        told = line.text(year.index)
        if not told and line.cell(column.index) is None:
            return None
        return told or LAST_MEASURED
    part = layout.one(Role.PERIOD)
    printed = column.heading.period or place.year or YEAR_UNKNOWN
    if part and (told := line.text(part.index)):
        return told if re.search(r"(?:19|20)\d\d", told) else f"{told} {printed}"
    return printed


def _target_reasons(
    targets: dict[str, Limits], figures: dict[str, Figure]
) -> list[Reason]:
    found: list[Reason] = []
    for year, limits in targets.items():
        reasons = limits.reasons
        if not figures and reasons == (Reason.TARGET_IN_SENTENCE,):
            reasons = (Reason.TEXT_NOT_NUMBER,)
        found += reasons
        if year == YEAR_UNKNOWN:
            found.append(Reason.TARGET_YEAR_NOT_PRINTED)
    return found


def _hint(name: str, place: Place, direction: Direction | None) -> Direction | None:
    if direction is not None or place.kind is RowKind.KEY_FIGURE:
        return None
    return direction_hint(name, place.focus)


def _measure(
    line: Line,
    layout: Layout,
    place: Place,
    name: str,
    stars: int,
    targets: dict[str, Limits],
    figures: dict[str, Figure],
) -> str | None:
    """The unit of measure: a column's, the printed one, a footnote's, or the name's."""
    if told := _text(line, layout, Role.MEASURE):
        return measure_named(told) or told
    units = [limits.unit for limits in targets.values()]
    units += [figure.unit for figure in figures.values()]
    if unit := next((unit for unit in units if unit), None):
        return unit
    if any(Reason.COMPOSITE_RATIO in limits.reasons for limits in targets.values()):
        return None
    scale = place.notes.scales.get(stars)
    named = measure_in_name(name)
    if scale and named is None and _fits(scale, figures):
        return scale
    return named or _scale_of_bands(targets) or _measure_in_headings(layout)


def _measure_in_headings(layout: Layout) -> str | None:
    """Per cent, where every column of figures says so above itself."""
    texts = [column.heading.text for column in layout.all(*FIGURE_ROLES)]
    says = [re.search(r"%|prosent|\bpst", text.lower()) for text in texts]
    return PERCENT if says and all(says) else None


def _fits(scale: str, figures: dict[str, Figure]) -> bool:
    top = int(scale.rpartition("-")[2])
    return all(figure.value <= top for figure in figures.values())


def _scale_of_bands(targets: dict[str, Limits]) -> str | None:
    """Bands such as 4,5–6 / 4–4,4 / 0–3,9 tell the scale by their upper end."""
    for limits in targets.values():
        if limits.bands and isinstance(limits.bands[0], Interval):
            top = limits.bands[0].high
            if top in (5, 6) and limits.direction is Direction.HIGHER:
                return f"1-{int(top)}"
    return None


def _latest(results: tuple[Result, ...]) -> str:
    """The latest year that a result prints; a row without a target is for it."""
    years = [result.period for result in results if result.period.isdecimal()]
    return max(years, default=YEAR_UNKNOWN)


def _rejected(
    targets: dict[str, Limits], results: tuple[Result, ...]
) -> tuple[str, ...]:
    unread = any(not limits.is_readable for limits in targets.values())
    lost = any(result.missing in KEPT_AS_TEXT for result in results)
    return tuple(
        field for field, is_lost in (("target", unread), ("result", lost)) if is_lost
    )


def _text(line: Line, layout: Layout, role: Role) -> str | None:
    column = layout.one(role)
    return (line.text(column.index) or None) if column else None
