"""Sheets: a workbook's bytes to grids, one per sheet."""

import io
import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from trinnvis.sources.scorecards.archive import open_workbook_archive
from trinnvis.sources.scorecards.grid import Cell, CellKind, Grid
from trinnvis.sources.scorecards.marks import SheetMarks, workbook_marks
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"[0#?][0#?, ]*(?:\.([0#?]+))?")

Value = str | float | bool | date | time | timedelta | int


def workbook_grids(content: bytes) -> tuple[Grid, ...]:
    """One grid per sheet, in the workbook's order, hidden ones too.

    Raises FileRefused if the file is damaged, protected or too large.
    """
    marks = workbook_marks(open_workbook_archive(content))
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _grid(
                workbook, sheet.name, sheet.visible is not SheetVisibleEnum.Visible, own
            )
            for sheet in workbook.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
            and (own := marks.get(sheet.name)) is not None
        )
    except PasswordError as error:
        raise FileRefused(FileFault.PASSWORD_PROTECTED) from error
    except (CalamineError, ValueError, OSError) as error:
        raise FileRefused(FileFault.DAMAGED) from error


def _grid(
    workbook: CalamineWorkbook, name: str, hidden: bool, marks: SheetMarks
) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    values: list[list[Value]] = (
        sheet.to_python(skip_empty_area=False) if sheet.height else []
    )
    told = {
        (row, column): value
        for row, line in enumerate(values, start=1)
        for column, value in enumerate(line, start=1)
        if value != ""
    }
    rows: dict[int, tuple[Cell, ...]] = {}
    for row, column in sorted({*told, *marks.errors, *marks.limits}):
        cell = _cell(row, column, told.get((row, column), ""), marks)
        if cell is not None:
            rows[row] = (*rows.get(row, ()), cell)
    merged = tuple(
        (top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
    )
    return Grid(
        name=name,
        rows=rows,
        merged=merged,
        hidden=hidden,
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
    )


def _cell(row: int, column: int, value: Value, marks: SheetMarks) -> Cell | None:
    place = (row, column)
    formula = place in marks.formulas
    if place in marks.errors:
        error = marks.errors[place]
        return Cell(row, column, CellKind.ERROR, error, formula=formula)
    if isinstance(value, bool):
        text = "TRUE" if value else "FALSE"
        return Cell(row, column, CellKind.TEXT, text, formula=formula)
    if isinstance(value, (int, float)):
        return _number_cell(place, value, marks.formats.get(place, ""), formula)
    if isinstance(value, (datetime, date, time, timedelta)):
        shown = value.isoformat() if isinstance(value, (date, time)) else str(value)
        return Cell(row, column, CellKind.DATE, shown, formula=formula)
    text = marks.raised.get(place) or marks.limits.get(place) or value
    if not text.strip():
        return None
    return Cell(row, column, CellKind.TEXT, text, formula=formula)


def _number_cell(
    place: tuple[int, int], value: float, code: str, formula: bool
) -> Cell:
    """A spreadsheet shows fifteen digits; what lies behind them is binary noise."""
    number = Decimal(f"{value:.15g}")
    plain = _QUOTED.sub("", code.split(";")[0])
    percent = "%" in plain
    if percent:
        number *= 100
    number = number.normalize() + 0
    text = _shown(number, plain)
    if percent:
        text += " %" if " %" in code else "%"
    row, column = place
    return Cell(row, column, CellKind.NUMBER, text, number, percent, formula)


def _shown(number: Decimal, code: str) -> str:
    """The figure as its number format prints it, in the Norwegian way."""
    digits = _DIGITS.search(code)
    if digits is None:
        return f"{number:f}".replace(".", ",")
    step = Decimal(1).scaleb(-len(digits[1] or ""))
    shown = f"{number.quantize(step, ROUND_HALF_UP):f}"
    return shown.replace(".", ",")
