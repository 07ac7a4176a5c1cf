"""Books: workbooks made in code, so that no binary file hides what a test is about."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

DATA = Path(__file__).resolve().parents[2] / "data" / "scorecards"

Value = None | str | float | tuple[float, str]
Rows = Iterable[Iterable[Value]]

HEADING = ("Indikator", "Mål 2015", "Resultat 2015")
PLAIN = (HEADING, ("Trivsel", "> 4", "4,4"))


def book(*rows: Iterable[Value], sheet: str = "NAV") -> bytes:
    """One sheet of rows; a tuple is a number and its number format."""
    return sheets({sheet: rows})


def sheets(named: dict[str, Rows], merged: Iterable[str] = ()) -> bytes:
    """A workbook; `merged` are ranges of its first sheet."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in named.items():
        _fill(workbook.create_sheet(name), rows)
    for cells in merged:
        workbook.worksheets[0].merge_cells(cells)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    """The workbook's bytes."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, rows: Rows) -> None:
    for row, line in enumerate(rows, start=1):
        for column, value in enumerate(line, start=1):
            if value is None:
                continue
            cell = sheet.cell(row, column)
            number, code = value if isinstance(value, tuple) else (value, "General")
            cell.value = number
            cell.number_format = code
            if isinstance(number, str):
                cell.data_type = "s"


def with_member(content: bytes, name: str, text: str) -> bytes:
    """The same workbook with one member's text replaced."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, text if member == name else old.read(member))
        if name not in old.namelist():
            new.writestr(name, text)
    return stream.getvalue()


def member(content: bytes, name: str) -> str:
    """One member's text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


SHEET = "xl/worksheets/sheet1.xml"


def changed(content: bytes, before: str, after: str) -> bytes:
    """The same workbook with a piece of its first sheet's XML replaced."""
    text = member(content, SHEET)
    assert before in text, text
    return with_member(content, SHEET, text.replace(before, after))
