"""Transposed tables: periods down the side, what was measured along the top."""

import re
from dataclasses import dataclass

from trinnvis.sources.scorecards.cells import Figure, read_cell
from trinnvis.sources.scorecards.facts import (
    Notice,
    NoticeKind,
    Reason,
    RowKind,
    ScorecardRow,
)
from trinnvis.sources.scorecards.figures import tidied
from trinnvis.sources.scorecards.grid import Cell, CellKind, Grid
from trinnvis.sources.scorecards.headings import heading_of
from trinnvis.sources.scorecards.hints import direction_hint
from trinnvis.sources.scorecards.notes import read_notes
from trinnvis.sources.scorecards.results import result_of, result_reasons
from trinnvis.sources.scorecards.titles import municipality_in


@dataclass(frozen=True, slots=True)
class Transposed:
    """A transposed table's rows, all to be asked about, and what was left out."""

    rows: tuple[ScorecardRow, ...]
    notices: tuple[Notice, ...]


def read_transposed(grid: Grid, municipality: str | None) -> Transposed | None:
    """The sheet as a transposed table, or None where it is not one.

    Where some columns name the municipality, only those are its own figures; the
    others compare, and are told of. Without a municipality nothing is taken.
    """
    rows = grid.numbered_rows()
    periods = [
        (row, cells)
        for row, cells in rows
        if len(cells) > 1 and heading_of(cells[0].text).is_bare_year
    ]
    if not periods:
        return None
    first_row, first = periods[0]
    label_column = first[0].column
    above = [(row, cells) for row, cells in rows if row < first_row and len(cells) > 1]
    if not above:
        return None
    heads = [cell for cell in above[-1][1] if cell.column > label_column]
    if not heads or any(cell.kind is not CellKind.TEXT for cell in heads):
        return None
    place = (municipality or "").removesuffix(" kommune")
    own = [cell for cell in heads if place and place.lower() in cell.text.lower()]
    notices = [
        Notice(NoticeKind.COMPARATOR_COLUMN, grid.name, cell.address, cell.text)
        for cell in heads
        if cell not in own
    ]
    title = " ".join(
        tidied(cell.text) for row, cells in rows if row < above[-1][0] for cell in cells
    )
    notes = tuple(cell for row, cells in rows if row > periods[-1][0] for cell in cells)
    url = read_notes(notes).source_url
    found = tuple(
        _row(grid, cell, place, municipality, title, periods, url) for cell in own
    )
    return Transposed(found, tuple(notices))


def _row(
    grid: Grid,
    head: Cell,
    place: str,
    municipality: str | None,
    title: str,
    periods: list[tuple[int, tuple[Cell, ...]]],
    url: str | None,
) -> ScorecardRow:
    rest = re.sub(re.escape(place), "", tidied(head.text), flags=re.IGNORECASE)
    part = rest.removeprefix(" kommune").strip(" -–:,")
    about = title.removeprefix(municipality_in(title) or "").strip(" -–:,")
    name = ", ".join(piece for piece in (about, part) if piece)
    results = []
    measure = None
    reasons = [Reason.TRANSPOSED_TABLE, Reason.NO_TARGET]
    for row, cells in periods:
        period = heading_of(cells[0].text).period or tidied(cells[0].text)
        cell = grid.cell(row, head.column)
        reading = read_cell(cell)
        results.append(result_of(period, cell, reading))
        reasons += result_reasons(reading)
        if isinstance(reading, Figure):
            measure = measure or reading.unit
    unit = municipality or grid.name
    return ScorecardRow(
        sheet=grid.name,
        row=periods[0][0],
        kind=RowKind.TRANSPOSED,
        municipality=municipality,
        unit=unit,
        indicator=name or grid.name,
        year=results[-1].period,
        measure=measure,
        source_url=url,
        direction_hint=direction_hint(name, None),
        results=tuple(results),
        reasons=tuple(dict.fromkeys(reasons)),
    )
