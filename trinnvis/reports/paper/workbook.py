"""Workbook: the only writer of Excel cells. User text is never a formula.

Source: docs/decisions/0021-one-writer-for-each-file.md.
"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from trinnvis.reports.paper.plain import pieces
from trinnvis.reports.tables import Cell, Table

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(tables: tuple[Table, ...]) -> bytes:
    """Return an .xlsx with one sheet per table, the first row frozen.

    No hidden parts, and no name of a person among the file's properties.
    """
    file = BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"author": "", "company": "", "comments": ""})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    names: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.title, names))
        for column, text in enumerate(table.columns):
            sheet.write_string(0, column, pieces(text)[0], heading)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(table.rows, start=1):
            _write_row(sheet, number, row, day)
        sheet.set_column(0, max(len(table.columns) - 1, 0), 18)
    book.close()
    return file.getvalue()


def _write_row(sheet: Any, number: int, row: tuple[Cell, ...], day: Any) -> None:
    for column, cell in enumerate(row):
        if cell is None:
            continue
        if isinstance(cell, date):
            sheet.write_datetime(number, column, cell, day)
        elif isinstance(cell, Decimal | int):
            sheet.write_number(number, column, cell)
        else:
            text, *rest = pieces(cell)
            sheet.write_string(number, column, text)
            # What one cell cannot hold goes on in the cells to the right.
            for offset, more in enumerate(rest, start=len(row) - column):
                sheet.write_string(number, column + offset, more)


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that Excel takes: at most 31 characters, and no other's."""
    base = title.translate(_FORBIDDEN_IN_NAMES).strip(" '")[:31] or "Ark"
    name, number = base, 2
    while name.casefold() in taken:
        ending = f" {number}"
        name, number = base[: 31 - len(ending)] + ending, number + 1
    taken.add(name.casefold())
    return name
