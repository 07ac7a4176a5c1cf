"""Unit tables: one row per unit, one column per measure, such as sick leave."""

import re
from dataclasses import replace

from trinnvis.sources.scorecards.cells import Figure, Reading, Several, read_cell
from trinnvis.sources.scorecards.facts import (
    YEAR_UNKNOWN,
    Reason,
    RowKind,
    ScorecardRow,
)
from trinnvis.sources.scorecards.headings import Role
from trinnvis.sources.scorecards.hints import direction_hint
from trinnvis.sources.scorecards.layout import Layout
from trinnvis.sources.scorecards.measures import PERCENT, measure_in_name
from trinnvis.sources.scorecards.names import folded_name, indicator_name
from trinnvis.sources.scorecards.results import (
    KEPT_AS_TEXT,
    result_of,
    result_reasons,
)
from trinnvis.sources.scorecards.rows import Place
from trinnvis.sources.scorecards.tables import Column, Line, LineKind

_FIGURE_ROLES = (Role.UNKNOWN, Role.RESULT, Role.PREVIOUS_RESULT)


def read_unit_line(
    line: Line, layout: Layout, place: Place, topic: str | None
) -> tuple[ScorecardRow, ...]:
    """One row per measure of one unit, in column order.

    `topic` is what the table's title is about. A total row is the municipality's own.
    """
    unit = indicator_name(line.text(layout.name), place.notes.numbers).name
    if line.kind is LineKind.TOTAL:
        if place.municipality is None:
            return ()
        unit = place.municipality
    here = replace(place, unit=unit)
    by_year: list[Column] = []
    rows: list[ScorecardRow] = []
    for column in layout.all(*_FIGURE_ROLES):
        if column.heading.is_bare_year:
            by_year.append(column)
        else:
            rows += _rows_of_column(line, column, here, topic)
    if by_year:
        rows.append(_row_of_years(line, tuple(by_year), here, topic))
    return _with_sums(tuple(rows), layout)


def _rows_of_column(
    line: Line, column: Column, place: Place, topic: str | None
) -> list[ScorecardRow]:
    period = column.heading.period or place.year or YEAR_UNKNOWN
    names = [part.strip() for part in column.heading.text.split("/")]
    cell = line.cell(column.index)
    reading = read_cell(cell, place.notes.numbers)
    if isinstance(reading, Several) and len(reading.parts) == len(names) > 1:
        rows = []
        for name, part in zip(names, reading.parts, strict=True):
            row = _row(line, column, name, part, period, place, topic)
            rows.append(replace(row, reasons=(*row.reasons, Reason.COMPOSITE_SPLITS)))
        return rows
    return [_row(line, column, column.heading.text, reading, period, place, topic)]


def _row_of_years(
    line: Line, columns: tuple[Column, ...], place: Place, topic: str | None
) -> ScorecardRow:
    rows = [
        _row(
            line,
            column,
            "",
            read_cell(line.cell(column.index), place.notes.numbers),
            column.heading.period or YEAR_UNKNOWN,
            place,
            topic,
        )
        for column in columns
    ]
    results = tuple(result for row in rows for result in row.results)
    reasons = dict.fromkeys(reason for row in rows for reason in row.reasons)
    years = max(result.period for result in results)
    return replace(rows[0], results=results, reasons=tuple(reasons), year=years)


def _row(
    line: Line,
    column: Column,
    name: str,
    reading: Reading,
    period: str,
    place: Place,
    topic: str | None,
) -> ScorecardRow:
    own_measure = measure_in_name(name)
    about, topic_measure = _topic(topic)
    indicator = name if own_measure or not about else f"{about} {_lowered(name)}"
    indicator = re.sub(r"\s+", " ", indicator or place.sheet).strip()
    result = result_of(period, line.cell(column.index), reading)
    reasons = list(result_reasons(reading))
    measure = own_measure or topic_measure
    if isinstance(reading, Figure):
        measure = reading.unit or measure
    if period == YEAR_UNKNOWN:
        reasons.append(Reason.YEAR_NOT_PRINTED)
    if place.is_hidden:
        reasons.append(Reason.HIDDEN)
    return ScorecardRow(
        sheet=place.sheet,
        row=line.row,
        kind=RowKind.UNIT_FIGURE,
        municipality=place.municipality,
        unit=place.unit,
        indicator=indicator,
        year=period,
        focus=about or None,
        measure=measure,
        source_url=place.notes.source_url,
        direction_hint=direction_hint(indicator, None),
        results=(result,),
        reasons=tuple(reasons),
        rejected_fields=("result",) if result.missing in KEPT_AS_TEXT else (),
    )


def _topic(topic: str | None) -> tuple[str, str | None]:
    """«sykefravær i prosent» is «Sykefravær», measured in per cent."""
    if not topic:
        return "", None
    bare = re.sub(r"\b(?:i|in) (?:prosent|%|pst\.?)|\((?:prosent|%)\)", "", topic)
    about = re.sub(r"\s+", " ", bare).strip(" ,.:")
    measure = PERCENT if bare != topic else measure_in_name(topic)
    return about[:1].upper() + about[1:], measure


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _with_sums(
    rows: tuple[ScorecardRow, ...], layout: Layout
) -> tuple[ScorecardRow, ...]:
    """Rows whose printed total is not the sum of the parts are asked about.

    A column «A og B» or «A + B» beside a column «A/B» is their total.
    """
    values = {_last_words(row): row.results[0].value for row in rows}
    for column in layout.all(*_FIGURE_ROLES):
        names = [folded_name(part) for part in column.heading.text.split("/")]
        totals = (
            [f"{names[0]} {link} {names[1]}" for link in ("og", "pluss")]
            if len(names) == 2
            else []
        )
        for total in totals:
            parts = [values.get(name) for name in names]
            whole = values.get(total)
            if whole is None or any(part is None for part in parts):
                continue
            if sum(part for part in parts if part is not None) != whole:
                named = {*names, total}
                rows = tuple(
                    replace(row, reasons=(*row.reasons, Reason.PARTS_DO_NOT_SUM))
                    if _last_words(row) in named
                    else row
                    for row in rows
                )
    return rows


def _last_words(row: ScorecardRow) -> str:
    name = folded_name(row.indicator)
    about = folded_name(row.focus or "")
    return name.removeprefix(about).strip() if about else name
