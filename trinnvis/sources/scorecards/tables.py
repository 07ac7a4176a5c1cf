"""Tables: a grid to tables, with headings, lines and what stands around them."""

import re
from dataclasses import dataclass
from enum import StrEnum

from trinnvis.sources.scorecards.cells import (
    Absent,
    Figure,
    Interval,
    Several,
    Unread,
    read_cell,
)
from trinnvis.sources.scorecards.figures import tidied
from trinnvis.sources.scorecards.grid import Cell, CellKind, Grid
from trinnvis.sources.scorecards.headings import (
    LONGEST_HEADING,
    VALUE_ROLES,
    Heading,
    Role,
    heading_of,
    period_in,
)

NumberedRow = tuple[int, tuple[Cell, ...]]

_TOTAL = re.compile(
    r"(?:sum|totalt?|i alt|til sammen|samlet|samla|sum totalt|gjennomsnitt|snitt)[ :]*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\*|\(?\d\)|[⁰¹²³⁴-⁹]|kilde|kjelde|merk|note|obs|http|fotnote|forklaring|\(\d",
    re.IGNORECASE,
)


class LineKind(StrEnum):
    """What a row of a table is."""

    DATA = "data"
    SECTION = "section"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's place and heading."""

    index: int
    heading: Heading

    @property
    def role(self) -> Role:
        """What the column holds."""
        return self.heading.role


@dataclass(frozen=True, slots=True)
class Line:
    """One row under a heading."""

    row: int
    kind: LineKind
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell | None:
        """The cell in a column, or None where it is empty."""
        return next((cell for cell in self.cells if cell.column == column), None)

    def text(self, column: int) -> str:
        """The tidied text in a column, or empty."""
        cell = self.cell(column)
        return tidied(cell.text) if cell else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A heading with its lines, the lines of title above and the notes below."""

    heading_row: int
    title: tuple[Cell, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    notes: tuple[Cell, ...]

    def having(self, *roles: Role) -> tuple[Column, ...]:
        """The columns of these roles, from the left."""
        return tuple(column for column in self.columns if column.role in roles)


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading found at rows[start:stop]."""

    start: int
    stop: int
    columns: tuple[Column, ...]


def tables_of(grid: Grid) -> tuple[Table, ...]:
    """Every table of the sheet, from the top; none where no heading is recognised."""
    rows = grid.numbered_rows()
    found: list[_Found] = []
    at = 0
    while at < len(rows):
        heading = _heading_at(grid, rows, at)
        if heading:
            found.append(heading)
            at = heading.stop
        else:
            at += 1
    if not found:
        return ()
    tables: list[Table] = []
    above = tuple(cell for _, cells in rows[: found[0].start] for cell in cells)
    for heading, following in zip(found, [*found[1:], None], strict=True):
        end = following.start if following else len(rows)
        table, above = _table(heading, rows[heading.stop : end], rows, above, following)
        tables.append(table)
    return tuple(tables)


def _table(
    found: _Found,
    body: tuple[NumberedRow, ...],
    rows: tuple[NumberedRow, ...],
    title: tuple[Cell, ...],
    following: _Found | None,
) -> tuple[Table, tuple[Cell, ...]]:
    """The table, and what of its tail is the title of the next."""
    last_data = max(
        (at for at, (_, cells) in enumerate(body) if len(cells) > 1), default=-1
    )
    lines = tuple(_line(row, cells) for row, cells in body[: last_data + 1])
    tail = [cell for _, cells in body[last_data + 1 :] for cell in cells]
    notes = [cell for cell in tail if _is_note(cell)]
    others = [cell for cell in tail if not _is_note(cell)]
    above: tuple[Cell, ...] = tuple(others) if following else ()
    if not above:
        notes = tail
    heading_row = rows[found.start][0]
    table = Table(heading_row, title, found.columns, lines, tuple(notes))
    return table, above


def _is_note(cell: Cell) -> bool:
    text = tidied(cell.text)
    return _NOTE.match(text) is not None or len(text) > LONGEST_HEADING


def _line(row: int, cells: tuple[Cell, ...]) -> Line:
    if len(cells) == 1:
        return Line(row, LineKind.SECTION, cells)
    names = [tidied(cell.text) for cell in cells if cell.kind is CellKind.TEXT]
    if names and _TOTAL.fullmatch(names[0]):
        return Line(row, LineKind.TOTAL, cells)
    return Line(row, LineKind.DATA, cells)


def _heading_at(grid: Grid, rows: tuple[NumberedRow, ...], at: int) -> _Found | None:
    """The heading that starts here, over one row or two."""
    upper = _single(rows[at][1])
    below = rows[at + 1] if at + 1 < len(rows) else None
    adjacent = below is not None and below[0] == rows[at][0] + 1
    double = _joined(grid, rows[at], below) if upper and below and adjacent else None
    scored = [
        (_score(headings), stop, headings)
        for headings, stop in ((upper, at + 1), (double, at + 2))
        if headings and _qualifies(headings, rows[stop:])
    ]
    if not scored:
        return None
    _, stop, headings = max(scored, key=lambda found: (found[0], -found[1]))
    columns = tuple(
        Column(index, heading) for index, heading in sorted(headings.items())
    )
    return _Found(at, stop, columns)


def _single(cells: tuple[Cell, ...]) -> dict[int, Heading] | None:
    """The headings of one row, or None where a cell cannot be a heading."""
    if not all(_may_be_heading(cell) for cell in cells):
        return None
    return {cell.column: heading_of(cell.text) for cell in cells}


def _may_be_heading(cell: Cell) -> bool:
    if cell.kind is CellKind.NUMBER:
        return heading_of(cell.text).is_bare_year
    if cell.kind is not CellKind.TEXT or len(cell.text) > LONGEST_HEADING:
        return False
    if cell.text.rstrip().endswith(":"):
        return False  # a label, such as «Enhet:», with its value beside it
    if heading_of(cell.text).is_bare_year:
        return True
    return isinstance(read_cell(cell), Unread)


def _joined(
    grid: Grid, upper: NumberedRow, lower: NumberedRow
) -> dict[int, Heading] | None:
    """Two rows as one heading, the upper spread to the right over what it covers."""
    if not all(_may_be_heading(cell) for cell in (*upper[1], *lower[1])):
        return None
    under = {cell.column: cell for cell in lower[1]}
    over = _spread(grid, upper, under)
    if not under:
        return None
    titled = len(upper[1]) == 1 and len(under) > 1 and min(over) <= min(under)
    if titled or (len(under) == 1 and len(upper[1]) > 1 and min(under) == min(over)):
        return None
    return {
        column: _heading_of_two(over.get(column, ""), under.get(column))
        for column in sorted({*over, *under})
    }


def _spread(grid: Grid, upper: NumberedRow, under: dict[int, Cell]) -> dict[int, str]:
    row, cells = upper
    spans = {left: right for top, left, _, right in grid.merged if top == row}
    starts = [cell.column for cell in cells]
    over: dict[int, str] = {}
    for cell in cells:
        after = [start for start in starts if start > cell.column]
        end = spans.get(cell.column)
        if end is None:
            end = min(after) - 1 if after else max(under, default=cell.column)
        for column in range(cell.column, max(end, cell.column) + 1):
            if column == cell.column or column in under:
                over[column] = cell.text
    return over


def _heading_of_two(upper: str, lower: Cell | None) -> Heading:
    if lower is None:
        return heading_of(upper)
    below, above = heading_of(lower.text), heading_of(upper)
    both = heading_of(f"{upper} {lower.text}")
    period = below.period or above.period
    if both.role is Role.NOT_APPROVED:
        chosen = both
    elif below.role in (Role.ACCEPTABLE, Role.NOT_APPROVED):
        chosen = below
    elif both.role is not Role.UNKNOWN and not both.is_bare_year:
        chosen = both
    elif below.role is not Role.UNKNOWN:
        chosen = below
    else:
        chosen = above if upper else below
    text = f"{above.text} {below.text}".strip()
    return Heading(chosen.role, period or period_in(text), text, chosen.is_bare_year)


def _score(headings: dict[int, Heading]) -> int:
    known = {
        (heading.role, heading.period)
        for heading in headings.values()
        if heading.role is not Role.UNKNOWN
    }
    return len(known)


def _qualifies(headings: dict[int, Heading], after: tuple[NumberedRow, ...]) -> bool:
    """Whether these words over these rows are a table's heading."""
    roles = [heading.role for heading in headings.values()]
    values = [
        heading
        for heading in headings.values()
        if heading.role in VALUE_ROLES or heading.role is Role.GOAL_OR_TARGET
    ]
    named = [heading for heading in values if not heading.is_bare_year]
    if Role.INDICATOR in roles:
        return bool(values) or Role.YEAR in roles
    first = min(headings)
    if {Role.UNIT, Role.UNIT_OR_MEASURE} & set(roles[:2]):
        return len(roles) > 1 and _has_figures(after, first)
    if len(values) >= 2 and named:
        return _has_figures(
            after, min(c for c, h in headings.items() if h in values) - 1
        )
    years = {heading.period for heading in values}
    beside = len(headings) - len(values)
    ordered = len(years) >= 2 and len(years) == len(values) and beside <= 2
    return ordered and _has_figures(after, first)


def _has_figures(after: tuple[NumberedRow, ...], name_column: int) -> bool:
    """Whether one of the next rows has a name and, right of it, figures."""
    for _, cells in after[:6]:
        if len(cells) > 1:
            right = [cell for cell in cells if cell.column > name_column]
            return any(
                isinstance(read_cell(cell), Figure | Interval | Several | Absent)
                for cell in right
            )
    return False
