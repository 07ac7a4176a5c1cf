"""Tables: rows and columns before they meet a file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | Decimal | int | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. Figures stay figures, so that a spreadsheet can count them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
