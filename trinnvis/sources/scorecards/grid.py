"""Grid: a sheet as cells at places, with what a reader must know of each cell."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class CellKind(StrEnum):
    """What the file itself says a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Cell:
    """One non-empty cell.

    `text` is what a reader sees, as far as the number format is understood.
    `number` is set for NUMBER only, and is percent points where `percent`.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    number: Decimal | None = None
    percent: bool = False
    formula: bool = False

    @property
    def address(self) -> str:
        """The address a spreadsheet shows, such as C7."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: rows by number (1 = the first), each its non-empty cells in order.

    `merged` holds (first row, first column, last row, last column), all from 1.
    """

    name: str
    rows: dict[int, tuple[Cell, ...]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def numbered_rows(self) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
        """The rows that hold anything, from the top."""
        return tuple(sorted(self.rows.items()))

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or None where it is empty."""
        found = (cell for cell in self.rows.get(row, ()) if cell.column == column)
        return next(found, None)


def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
