"""Sheet reading: one grid to rows and notices, table by table."""

import re
from dataclasses import dataclass, replace

from trinnvis.sources.scorecards.absences import says_no_common_indicator
from trinnvis.sources.scorecards.facts import Notice, NoticeKind, RowKind, ScorecardRow
from trinnvis.sources.scorecards.figures import tidied
from trinnvis.sources.scorecards.grid import Cell, Grid
from trinnvis.sources.scorecards.headings import Role, nearest_known
from trinnvis.sources.scorecards.layout import Layout, layout_of
from trinnvis.sources.scorecards.names import code_depth, indicator_name
from trinnvis.sources.scorecards.notes import Notes, read_notes
from trinnvis.sources.scorecards.rows import Place, code_of, has_figures, read_row
from trinnvis.sources.scorecards.tables import Line, LineKind, Table, tables_of
from trinnvis.sources.scorecards.titles import (
    Title,
    is_perspective,
    looks_like_unit,
    name_in_sheet_name,
    read_title,
    unit_label,
    year_in,
    year_in_source,
)
from trinnvis.sources.scorecards.unit_tables import read_unit_line

_KEY_FIGURES = re.compile(r"(?:utvalgte |utvalde )?nøkkeltall?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A sheet's rows in order, what to tell, and whether a table was found."""

    rows: tuple[ScorecardRow, ...]
    notices: tuple[Notice, ...]
    has_table: bool


def read_sheet(grid: Grid, municipality: str | None) -> SheetReading:
    """Every table of a sheet. `municipality` is the book's, if a sheet names none."""
    tables = tables_of(grid)
    notes = read_notes(tuple(cell for table in tables for cell in table.notes))
    reader = _Reader(grid, municipality, notes)
    for table in tables:
        reader.read(table)
    notices = [*_about_sheet(grid), *reader.notices]
    notices += [
        Notice(NoticeKind.FOOTNOTE, grid.name, cell.address, tidied(cell.text))
        for cell in notes.texts
    ]
    return SheetReading(tuple(reader.rows), tuple(notices), bool(tables))


def _about_sheet(grid: Grid) -> list[Notice]:
    found = []
    if grid.hidden:
        found.append(Notice(NoticeKind.HIDDEN_SHEET, grid.name))
    if hidden := grid.hidden_rows & set(grid.rows):
        found.append(Notice(NoticeKind.HIDDEN_ROWS, grid.name, text=str(len(hidden))))
    cells = [cell for _, row in grid.numbered_rows() for cell in row]
    if hidden := grid.hidden_columns & {cell.column for cell in cells}:
        found.append(
            Notice(NoticeKind.HIDDEN_COLUMNS, grid.name, text=str(len(hidden)))
        )
    if formulas := sum(cell.formula for cell in cells):
        found.append(Notice(NoticeKind.FORMULA_CELLS, grid.name, text=str(formulas)))
    return found


class _Reader:
    """Reads the tables of one sheet, carrying unit, year and focus downwards."""

    def __init__(self, grid: Grid, municipality: str | None, notes: Notes) -> None:
        self.rows: list[ScorecardRow] = []
        self.notices: list[Notice] = []
        self._grid = grid
        self._notes = notes
        self._book_municipality = municipality
        self._title = Title()
        self._unit: str | None = None
        self._focus: str | None = None
        self._goal: str | None = None
        self._kind = RowKind.INDICATOR
        self._headings: tuple[str, ...] = ()
        self._is_first = True
        self._has_unit = True

    def read(self, table: Table) -> None:
        """Read one table into rows and notices."""
        layout = layout_of(table)
        self._enter(table, layout)
        if layout is None:
            self._tell(NoticeKind.COLUMN_NOT_IMPORTED, table.title[:1])
            return
        self._tell_columns(layout)
        if layout.is_by_unit:
            self._read_by_unit(table, layout)
        else:
            self._read_indicators(table, layout)

    def _enter(self, table: Table, layout: Layout | None) -> None:
        """Take unit, year and focus from the lines above a table."""
        lines = _title_lines(table.title)
        headings = tuple(column.heading.text for column in table.columns)
        if headings != self._headings or lines:
            self._focus = self._goal = None
        self._headings = headings
        self._kind = RowKind.INDICATOR
        if self._is_first:
            self._first_title(lines, table)
        else:
            self._later_title(lines)
        self._is_first = False
        first = headings[0] if headings else ""
        named = _KEY_FIGURES.match(self._focus or first)
        if named and not table.having(Role.TARGET, Role.GOAL_OR_TARGET):
            self._kind = RowKind.KEY_FIGURE
            self._focus = self._focus or first
        if layout is not None and layout.focus:
            told = layout.focus
            if looks_like_unit(told) and not is_perspective(told, frozenset()):
                self._unit = self._unit or told
            else:
                self._focus = told

    def _first_title(self, lines: tuple[str, ...], table: Table) -> None:
        sections = frozenset(
            tidied(line.cells[0].text).lower()
            for line in table.lines
            if line.kind is LineKind.SECTION
        )
        self._title = read_title(lines, sections)
        self._unit = self._title.unit
        named = name_in_sheet_name(self._grid.name)
        if self._unit is None and named:
            if looks_like_unit(named) or self._title.municipality is None:
                self._unit = named
            self._has_unit = looks_like_unit(named)
        topic = self._title.topic
        if topic and is_perspective(topic, frozenset()):
            self._focus = topic

    def _later_title(self, lines: tuple[str, ...]) -> None:
        for line in (tidied(line) for line in lines):
            title = read_title((line,), frozenset())
            if _KEY_FIGURES.match(line) or is_perspective(line, frozenset()):
                self._focus = line
            elif title.unit and (
                title.municipality or title.year or looks_like_unit(line)
            ):
                self._unit, self._has_unit = title.unit, True
                self._title = replace(self._title, year=title.year or self._title.year)
            elif title.year and not title.unit:
                self._title = replace(self._title, year=title.year)
            else:
                self._focus = line

    @property
    def _municipality(self) -> str | None:
        return self._title.municipality or self._book_municipality

    @property
    def _year(self) -> str | None:
        source = self._notes.source or ""
        return self._title.year or year_in(self._grid.name) or year_in_source(source)

    def _place(self, line: Line) -> Place:
        unit = self._unit or self._municipality
        return Place(
            sheet=self._grid.name,
            kind=self._kind,
            municipality=self._municipality,
            unit=unit or self._grid.name,
            year=self._year,
            focus=self._focus,
            goal=self._goal,
            notes=self._notes,
            is_hidden=self._grid.hidden or line.row in self._grid.hidden_rows,
            has_unit=unit is not None and self._has_unit,
        )

    def _read_by_unit(self, table: Table, layout: Layout) -> None:
        for line in table.lines:
            if line.kind is LineKind.TOTAL:
                self._tell(NoticeKind.TOTAL_ROW, line.cells[:1])
            if line.kind is LineKind.SECTION or not line.text(layout.name):
                continue
            place = self._place(line)
            self.rows += read_unit_line(line, layout, place, self._topic())

    def _topic(self) -> str | None:
        topic = self._title.topic
        return topic or self._focus or (self._title.unit if self._title.unit else None)

    def _read_indicators(self, table: Table, layout: Layout) -> None:
        depths = {
            code_depth(code_of(line, layout))
            for line in table.lines
            if line.kind is LineKind.DATA
        } - {None}
        carried: dict[Role, str] = {}
        for line in table.lines:
            if line.kind is LineKind.TOTAL:
                self._tell(NoticeKind.TOTAL_ROW, line.cells[:1])
            elif line.kind is LineKind.SECTION:
                self._section(line, layout, depths)
            else:
                self._data(line, layout, carried)

    def _section(self, line: Line, layout: Layout, depths: set[int | None]) -> None:
        cell = line.cells[0]
        text = tidied(cell.text)
        named = indicator_name(text, frozenset())
        depth = code_depth(named.code)
        if says_no_common_indicator(text):
            self._tell(NoticeKind.NO_COMMON_INDICATOR, (cell,))
        elif label := unit_label(text):
            self._unit, self._has_unit = label, True
        elif depth is not None and depth in depths and cell.column == layout.name:
            self.rows.append(read_row(line, layout, self._place(line)))
        elif depth is not None and depths and cell.column <= layout.name:
            self._goal = named.name
        elif cell.column <= layout.name:
            self._focus, self._goal = text, None
        else:
            self._tell(NoticeKind.ROW_WITHOUT_INDICATOR, (cell,))

    def _data(self, line: Line, layout: Layout, carried: dict[Role, str]) -> None:
        name = line.text(layout.name)
        for role in (Role.FOCUS, Role.UNIT, Role.GOAL):
            column = layout.one(role)
            told = line.text(column.index) if column else ""
            if told or layout.is_list:
                carried[role] = told
        if not name or says_no_common_indicator(name):
            common = NoticeKind.NO_COMMON_INDICATOR
            nameless = NoticeKind.ROW_WITHOUT_INDICATOR
            self._tell(common if name else nameless, _name_cell(line, layout))
            return
        if not has_figures(line, layout):
            self._tell(NoticeKind.ROW_WITHOUT_FIGURES, _name_cell(line, layout))
        place = self._own_place(self._place(line), line, layout, carried)
        self.rows.append(read_row(line, layout, place))

    def _own_place(
        self, place: Place, line: Line, layout: Layout, carried: dict[Role, str]
    ) -> Place:
        """The place with what the line's own columns say of it."""
        municipality = _told(line, layout, Role.MUNICIPALITY)
        if municipality:
            place = replace(place, municipality=_full_name(municipality))
        unit = carried.get(Role.UNIT)
        if unit:
            place = replace(place, unit=unit, has_unit=True)
        elif municipality and layout.one(Role.UNIT):
            place = replace(place, unit=_full_name(municipality), has_unit=True)
        year = _told(line, layout, Role.YEAR)
        if layout.is_list:
            place = replace(place, year=year)
        focus = carried.get(Role.FOCUS)
        if layout.one(Role.FOCUS):
            place = replace(place, focus=focus or place.focus)
        if layout.one(Role.GOAL):
            place = replace(place, goal=carried.get(Role.GOAL) or None)
        if (
            place.focus
            and _KEY_FIGURES.match(place.focus)
            and not _has_target(line, layout)
        ):
            place = replace(place, kind=RowKind.KEY_FIGURE)
        return place

    def _tell_columns(self, layout: Layout) -> None:
        kinds = {
            Role.UNKNOWN: NoticeKind.UNKNOWN_COLUMN,
            Role.COMPARATOR: NoticeKind.COMPARATOR_COLUMN,
            Role.OTHER: NoticeKind.COLUMN_NOT_IMPORTED,
        }
        if layout.is_by_unit:
            levels = (Role.ACCEPTABLE, Role.NOT_APPROVED)
            kinds |= dict.fromkeys(levels, NoticeKind.COLUMN_NOT_IMPORTED)
        for column in layout.columns:
            text = column.heading.text
            kind = kinds.get(column.role)
            if kind is None or (layout.is_by_unit and column.role is Role.UNKNOWN):
                continue
            near = nearest_known(text) if kind is NoticeKind.UNKNOWN_COLUMN else ""
            self.notices.append(Notice(kind, self._grid.name, "", text, near))

    def _tell(self, kind: NoticeKind, cells: tuple[Cell, ...]) -> None:
        for cell in cells:
            text = tidied(cell.text)
            self.notices.append(Notice(kind, self._grid.name, cell.address, text))


def _title_lines(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """The lines above a table; a label and the value beside it make one line."""
    lines: list[str] = []
    label_row = 0
    for cell in cells:
        text = tidied(cell.text)
        if label_row == cell.row:
            lines[-1] = f"{lines[-1]} {text}"
        else:
            lines.append(text)
        label_row = cell.row if text.endswith(":") else 0
    return tuple(lines)


def _name_cell(line: Line, layout: Layout) -> tuple[Cell, ...]:
    cell = line.cell(layout.name)
    return (cell,) if cell else line.cells[:1]


def _told(line: Line, layout: Layout, role: Role) -> str | None:
    column = layout.one(role)
    return (line.text(column.index) or None) if column else None


def _has_target(line: Line, layout: Layout) -> bool:
    return any(line.cell(columns.wanted) for columns in layout.targets)


def _full_name(municipality: str) -> str:
    name = municipality.strip()
    return name if name.endswith("kommune") else f"{name} kommune"
