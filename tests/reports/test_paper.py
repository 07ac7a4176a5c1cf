"""Paper: user text never becomes a formula, and nothing is cut in silence."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.reports.paper.delimited import write_csv
from trinnvis.reports.paper.plain import LONGEST, pieces, plain_text
from trinnvis.reports.paper.workbook import write_workbook
from trinnvis.reports.tables import Cell, Table

FORMULAS = (
    '=HYPERLINK("http://evil.example","Klikk")',
    "@SUM(A1:A9)",
    "\t=1+1",
    "+1",
    "-1+1",
    "\r=1",
    "＝1+1",
)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table("Tall", ("Kolonne",) * max(len(row) for row in rows), rows)


def sheet_of(*rows: tuple[Cell, ...]) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(write_workbook((table(*rows),)))).active


def csv_of(*rows: tuple[Cell, ...]) -> list[list[str]]:
    text = write_csv(table(*rows)).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))[1:]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_in_a_workbook(text: str) -> None:
    cell = sheet_of((text,))["A2"]
    assert (cell.data_type, cell.value) == ("s", text.lstrip("\t\r\n "))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_has_an_apostrophe_in_csv(text: str) -> None:
    assert csv_of((text,)) == [["'" + text.lstrip("\t\r\n ")]]


def test_figures_stay_figures() -> None:
    cells = sheet_of((Decimal("-5.25"), 7, date(2026, 12, 31)))
    assert [cell.value for cell in cells[2]][:2] == [-5.25, 7]
    assert cells["C2"].value.date() == date(2026, 12, 31)
    assert csv_of((Decimal("-5.25"), 7, date(2026, 12, 31), None)) == [
        ["-5,25", "7", "31.12.2026", ""]
    ]


def test_a_long_text_goes_on_in_the_next_cells() -> None:
    text = "å" * (LONGEST + 5)
    row = sheet_of((text, Decimal(1)))[2]
    assert (row[0].value + row[2].value, row[1].value) == (text, 1)
    assert csv_of((text,)) == [[text]]
    with pytest.raises(ValueError, match="do not fit"):
        plain_text(text)


@given(st.text(max_size=200))
def test_any_text_comes_back_without_its_control_characters(text: str) -> None:
    wanted = "".join(pieces(text))
    assert (sheet_of((text, Decimal(1)))["A2"].value or "") == wanted


def test_csv_keeps_separators_quotes_and_lines() -> None:
    assert csv_of(('a;b"c\nd',)) == [['a;b"c\nd']]


def test_sheets_get_names_that_excel_takes() -> None:
    tables = tuple(
        Table(title, ("A",), ()) for title in ("Mål: a/b?", "mål  a b ", "", "x" * 40)
    )
    names = openpyxl.load_workbook(BytesIO(write_workbook(tables))).sheetnames
    assert len({name.casefold() for name in names}) == 4
    assert all(0 < len(name) <= 31 for name in names)


def test_the_file_names_nobody_and_hides_nothing() -> None:
    files = ZipFile(BytesIO(write_workbook((table(("a",)),))))
    assert not [name for name in files.namelist() if "comment" in name]
    assert b"<dc:creator></dc:creator>" in files.read("docProps/core.xml")
