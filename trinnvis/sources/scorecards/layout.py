"""Layout: which column of a table is what, settled by what stands in it."""

from dataclasses import dataclass, replace

from trinnvis.sources.scorecards.cells import (
    Absent,
    Figure,
    Interval,
    Several,
    Unread,
    read_cell,
)
from trinnvis.sources.scorecards.facts import Reason
from trinnvis.sources.scorecards.headings import VALUE_ROLES, Heading, Role
from trinnvis.sources.scorecards.measures import measure_named
from trinnvis.sources.scorecards.tables import Column, LineKind, Table


@dataclass(frozen=True, slots=True)
class TargetColumns:
    """Columns that print one year's target together."""

    period: str | None
    wanted: int
    accepted: int | None = None
    refused: int | None = None
    is_pair: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table by what they hold. `name` holds indicator or unit."""

    name: int
    columns: tuple[Column, ...]
    targets: tuple[TargetColumns, ...]
    focus: str | None = None

    def one(self, role: Role) -> Column | None:
        """The first column of a role."""
        return next((column for column in self.columns if column.role is role), None)

    def all(self, *roles: Role) -> tuple[Column, ...]:
        """The columns of these roles, from the left."""
        return tuple(column for column in self.columns if column.role in roles)

    @property
    def is_list(self) -> bool:
        """Whether every row carries its own year, as in a file of plain rows."""
        return self.one(Role.YEAR) is not None

    @property
    def is_by_unit(self) -> bool:
        """Whether rows are units and columns are what is measured."""
        return self.one(Role.INDICATOR) is None


def layout_of(table: Table) -> Layout | None:
    """The table's layout, or None where no column can name the rows."""
    columns = tuple(_settled(column, table) for column in _with_nameless(table))
    columns = _first_alone(columns, Role.INDICATOR)
    columns = _once_each(_with_goal(columns))
    focus = None
    unit = next((c for c in columns if c.role is Role.UNIT), None)
    if not any(column.role is Role.INDICATOR for column in columns):
        values = [c.index for c in columns if c.role in VALUE_ROLES]
        targets = [c for c in columns if c.role is Role.TARGET]
        if unit and not targets:
            return Layout(unit.index, columns, ())
        named = _naming_column(columns, table, min(values, default=0))
        if named is None:
            return None
        is_told = named.role is Role.UNKNOWN and named.heading.text
        focus = named.heading.text if is_told else None
        columns = _replaced(columns, named, Role.INDICATOR)
    name = next(c.index for c in columns if c.role is Role.INDICATOR)
    columns = tuple(_left_of(column, name, table) for column in columns)
    return Layout(name, columns, _targets(columns), focus)


def _with_nameless(table: Table) -> tuple[Column, ...]:
    """The columns, with those that have cells but no heading."""
    known = {column.index for column in table.columns}
    used = {
        cell.column
        for line in table.lines
        if line.kind is LineKind.DATA
        for cell in line.cells
    }
    nameless = (
        Column(index, Heading(Role.UNKNOWN, None, "")) for index in used - known
    )
    return tuple(sorted((*table.columns, *nameless), key=lambda column: column.index))


def _settled(column: Column, table: Table) -> Column:
    """A column with two possible meanings, settled by its cells."""
    role = column.role
    if role is Role.GOAL_OR_TARGET:
        role = Role.TARGET if _mostly_figures(column, table) else Role.GOAL
    elif role is Role.UNIT_OR_MEASURE:
        role = Role.MEASURE if _mostly_measures(column, table) else Role.UNIT
    elif role is Role.STATUS and not table.having(Role.RESULT):
        role = Role.RESULT if _mostly_figures(column, table) else Role.STATUS
    return _as(column, role)


def _texts(column: Column, table: Table) -> list[str]:
    lines = (line for line in table.lines if line.kind is LineKind.DATA)
    return [text for line in lines if (text := line.text(column.index))]


def _mostly_figures(column: Column, table: Table) -> bool:
    cells = [line.cell(column.index) for line in table.lines]
    readings = [read_cell(cell) for cell in cells if cell is not None]
    composite = Unread(Reason.COMPOSITE_RATIO, True)
    figures = [
        reading
        for reading in readings
        if isinstance(reading, Figure | Interval | Several | Absent)
        or reading == composite
    ]
    return 2 * len(figures) >= len(readings)


def _mostly_measures(column: Column, table: Table) -> bool:
    texts = _texts(column, table)
    measures = [text for text in texts if measure_named(text)]
    return 2 * len(measures) > len(texts)


def _naming_column(
    columns: tuple[Column, ...], table: Table, first_value: int
) -> Column | None:
    """The column left of the figures whose cells read most like names."""
    possible = (Role.UNKNOWN, Role.GOAL, Role.FOCUS, Role.UNIT)
    candidates = [
        column
        for column in columns
        if column.index < first_value and column.role in possible
    ]
    lengths = {
        column.index: sum(len(text) for text in _texts(column, table))
        for column in candidates
    }
    return max(candidates, key=lambda c: lengths[c.index], default=None)


def _left_of(column: Column, name: int, table: Table) -> Column:
    """A nameless column before the names: a code where its cells are short."""
    if column.role is not Role.UNKNOWN or column.heading.text or column.index > name:
        return column
    texts = _texts(column, table)
    short = texts and max(len(text) for text in texts) <= 8
    digits = [text for text in texts if any(sign.isdigit() for sign in text)]
    is_code = short and 2 * len(digits) >= len(texts)
    return _as(column, Role.CODE if is_code else Role.FOCUS)


def _targets(columns: tuple[Column, ...]) -> tuple[TargetColumns, ...]:
    """Each wanted column with the accepted and refused columns that go with it."""
    wanted = [column for column in columns if column.role is Role.TARGET]
    found = []
    for column in wanted:
        period = column.heading.period
        accepted = _partner(columns, column, Role.ACCEPTABLE, wanted)
        refused = _partner(columns, column, Role.NOT_APPROVED, wanted)
        if period is None:
            others = [c.heading.period for c in columns if c.role is Role.ACCEPTABLE]
            period = others[0] if len(set(others)) == 1 else None
        is_pair = "aksept" in column.heading.text.lower()
        found.append(TargetColumns(period, column.index, accepted, refused, is_pair))
    return tuple(found)


def _partner(
    columns: tuple[Column, ...], target: Column, role: Role, wanted: list[Column]
) -> int | None:
    partners = [column for column in columns if column.role is role]
    same = [p for p in partners if p.heading.period == target.heading.period]
    if len(wanted) == 1 and partners:
        return (same or partners)[0].index
    return same[0].index if len(same) == 1 else None


def _first_alone(columns: tuple[Column, ...], role: Role) -> tuple[Column, ...]:
    """Only the first column keeps a role that there can be one of."""
    seen = False
    kept = []
    for column in columns:
        kept.append(_as(column, Role.OTHER) if column.role is role and seen else column)
        seen = seen or column.role is role
    return tuple(kept)


def _with_goal(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The second column of focus, such as the success factor, is the goal."""
    focuses = [column for column in columns if column.role is Role.FOCUS]
    has_goal = any(column.role is Role.GOAL for column in columns)
    if has_goal or len(focuses) < 2:
        return columns
    return _replaced(columns, focuses[1], Role.GOAL)


def _once_each(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A second column for the same figure of the same year is not imported."""
    seen: set[tuple[Role, str | None]] = set()
    kept = []
    for column in columns:
        key = (column.role, column.heading.period)
        again = column.role in VALUE_ROLES and key in seen
        kept.append(_as(column, Role.OTHER) if again else column)
        seen.add(key)
    return tuple(kept)


def _replaced(
    columns: tuple[Column, ...], chosen: Column, role: Role
) -> tuple[Column, ...]:
    return tuple(
        _as(column, role) if column == chosen else column for column in columns
    )


def _as(column: Column, role: Role) -> Column:
    return replace(column, heading=replace(column.heading, role=role))
