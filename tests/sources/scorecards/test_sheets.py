"""Sheets: what a workbook's cells hold, beside the text a reader sees."""

import io
from datetime import datetime
from decimal import Decimal

import openpyxl
import xlsxwriter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.sources.scorecards.books import PLAIN, book, changed, saved
from trinnvis.sources.scorecards import (
    Missing,
    NoticeKind,
    Reason,
    Status,
    read_scorecard,
)
from trinnvis.sources.scorecards.grid import CellKind
from trinnvis.sources.scorecards.sheets import workbook_grids


def workbook() -> tuple[Workbook, Worksheet]:
    made = openpyxl.load_workbook(io.BytesIO(book(*PLAIN)))
    return made, made.worksheets[0]


def test_binary_noise_is_rounded_as_a_spreadsheet_shows_it() -> None:
    (grid,) = workbook_grids(book((0.1 + 0.2,)))
    cell = grid.cell(1, 1)
    assert cell is not None
    assert (cell.number, cell.text) == (Decimal("0.3"), "0,3")


def test_percent_format_is_read_from_the_style() -> None:
    (grid,) = workbook_grids(book(((0.77, "0 %"), (0.125, "0.0%"), (4.9, "0.00"))))
    cells = [(cell.text, cell.number) for cell in grid.rows[1]]
    assert cells == [
        ("77 %", Decimal(77)),
        ("12,5%", Decimal("12.5")),
        ("4,90", Decimal("4.9")),
    ]


def test_percent_in_quotes_is_a_label_and_not_a_format() -> None:
    (grid,) = workbook_grids(book(((77, '0" %"'),)))
    assert grid.rows[1][0].number == 77


def test_formula_gives_its_cached_value_and_is_marked() -> None:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    sheet = made.add_worksheet("NAV")
    for column, text in enumerate(("Indikator", "Mål 2015", "Resultat 2015")):
        sheet.write_string(0, column, text)
    sheet.write_string(1, 0, "Klager")
    sheet.write_string(1, 1, "< 20")
    sheet.write_formula(1, 2, "=SUM(B8:B9)", None, 12)
    made.close()
    scorecard = read_scorecard(stream.getvalue(), "bok.xlsx")
    result = scorecard.rows[0].results[0]
    assert (result.value, result.from_formula) == (Decimal(12), True)
    assert [
        n.text for n in scorecard.notices if n.kind is NoticeKind.FORMULA_CELLS
    ] == ["1"]


def test_formula_that_was_never_calculated_is_broken() -> None:
    made, sheet = workbook()
    sheet["C2"] = "=SUM(B8:B9)"
    row = read_scorecard(saved(made), "bok.xlsx").rows[0]
    assert row.results[0].missing is Missing.BROKEN
    assert row.status is Status.REJECT


def test_limit_that_a_program_took_for_a_formula_is_the_printed_limit() -> None:
    made, sheet = workbook()
    sheet["B2"] = "=< 2"
    assert sheet["B2"].data_type == "f"
    target = read_scorecard(saved(made), "bok.xlsx").rows[0].targets[0]
    assert (target.printed, target.operator, target.value) == ("=< 2", "<=", 2)


def test_error_cell_is_broken_and_tells_the_error() -> None:
    made, sheet = workbook()
    sheet["C2"] = "#DIV/0!"
    sheet["C2"].data_type = "e"
    row = read_scorecard(saved(made), "bok.xlsx").rows[0]
    result = row.results[0]
    assert (result.cell, result.printed, result.missing) == (
        "C2",
        "#DIV/0!",
        Missing.BROKEN,
    )
    assert row.rejected_fields == ("result",)


def test_number_that_became_a_date_is_never_a_number() -> None:
    made, sheet = workbook()
    sheet["C2"] = datetime(2015, 2, 1)  # noqa: DTZ001 - a spreadsheet has no zones
    row = read_scorecard(saved(made), "bok.xlsx").rows[0]
    assert row.results[0].missing is Missing.BROKEN
    assert Reason.DATE_INSTEAD_OF_NUMBER in row.reasons


def test_raised_footnote_digit_is_not_part_of_the_figure() -> None:
    raised = (
        '<is><r><t>5,1</t></r><r><rPr><vertAlign val="superscript"/></rPr>'
        "<t>1</t></r></is>"
    )
    content = changed(book(*PLAIN), "<is><t>4,4</t></is>", raised)
    result = read_scorecard(content, "bok.xlsx").rows[0].results[0]
    assert (result.printed, result.value) == ("5,1¹", Decimal("5.1"))


def test_raised_footnote_digit_in_shared_strings_is_not_part_of_the_figure() -> None:
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    sheet = made.add_worksheet("NAV")
    raised = made.add_format({"font_script": 1})
    for row, line in enumerate(PLAIN):
        for column, text in enumerate(line):
            sheet.write_string(row, column, str(text))
    sheet.write_rich_string(1, 2, "5,1", raised, "1")
    made.close()
    result = read_scorecard(stream.getvalue(), "bok.xlsx").rows[0].results[0]
    assert result.value == Decimal("5.1")


def test_hidden_rows_are_told_and_asked_about() -> None:
    made, sheet = workbook()
    sheet.row_dimensions[2].hidden = True
    scorecard = read_scorecard(saved(made), "bok.xlsx")
    assert [n.text for n in scorecard.notices if n.kind is NoticeKind.HIDDEN_ROWS] == [
        "1"
    ]
    assert Reason.HIDDEN in scorecard.rows[0].reasons


def test_hidden_sheet_is_told_and_asked_about() -> None:
    made, _ = workbook()
    made.create_sheet("Synlig")
    made.worksheets[0].sheet_state = "hidden"
    made.active = 1
    scorecard = read_scorecard(saved(made), "bok.xlsx")
    assert [
        n.sheet for n in scorecard.notices if n.kind is NoticeKind.HIDDEN_SHEET
    ] == ["NAV"]
    assert scorecard.rows[0].status is Status.ASK


def test_plain_fraction_among_percents_is_asked_about() -> None:
    rows = (("Indikator", "Mål 2015", "Resultat 2015"), ("Andel", "> 80 %", 0.85))
    row = read_scorecard(book(*rows), "bok.xlsx").rows[0]
    assert Reason.FRACTION_IN_PERCENT in row.reasons
    assert row.status is Status.ASK


def test_empty_cells_with_a_style_are_not_cells() -> None:
    made, sheet = workbook()
    sheet["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    (grid,) = workbook_grids(saved(made))
    assert max(grid.rows) == 2


def test_lying_dimension_is_ignored() -> None:
    content = changed(book(*PLAIN), 'ref="A1:C2"', 'ref="A1:XFD1048576"')
    assert [row.indicator for row in read_scorecard(content, "b.xlsx").rows] == [
        "Trivsel"
    ]


def test_truth_value_is_text() -> None:
    (grid,) = workbook_grids(book((True,)))
    assert grid.rows[1][0].kind is CellKind.TEXT
