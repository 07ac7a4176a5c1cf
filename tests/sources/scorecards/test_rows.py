"""Rows: what is asked about in one line of a table."""

import openpyxl
import pytest

from tests.sources.scorecards.books import book, saved, sheets
from trinnvis.sources.scorecards import (
    YEAR_UNKNOWN,
    Missing,
    NoticeKind,
    Reason,
    ScorecardRow,
    Status,
    read_scorecard,
    to_expected_workbook,
)


def row(name: str, target: str, *results: str) -> ScorecardRow:
    years = [f"Resultat {2015 - at}" for at in range(len(results))]
    content = book(("Indikator", "Mål 2015", *years), (name, target, *results))
    return read_scorecard(content, "bok.xlsx").rows[0]


@pytest.mark.parametrize(
    ("name", "target", "results", "reason"),
    [
        ("Trivsel", "> 4", ("4",), Reason.RESULT_EQUALS_STRICT_TARGET),
        ("Dekning", "> 100 %", ("100 %",), Reason.TARGET_CANNOT_BE_REACHED),
        ("Antall reinnleggelser", "< 0", ("0",), Reason.TARGET_CANNOT_BE_REACHED),
        ("Energi", "< 2 GWh", ("3 %",), Reason.UNITS_DIFFER),
        ("Prøver", ">2", ("48", "51"), Reason.UNITS_DIFFER),
        ("Prøver", "2,2", ("49", "2,1"), Reason.SCALE_CHANGED),
        ("Andel", "10 %", ("1,3 %", "23 %"), Reason.SUSPICIOUS_JUMP),
        ("Andel", "> 80 %", ("81",), Reason.UNIT_SIGN_MISSING),
        ("Stilling <50 %", "< 2 %", ("2,2 %",), Reason.OPERATOR_INSIDE_NAME),
        ("Trivsel", "> 4", ("4,1(5)",), Reason.SECOND_NUMBER),
        ("Trivsel", "> 4", ("ca. 5",), Reason.APPROXIMATE),
        ("Trivsel", "> 4", ("1.234",), Reason.NUMBER_AMBIGUOUS),
        ("Besøk", "> 4", ("2 % økning",), Reason.SIGN_CONVENTION_UNCLEAR),
        ("Trivsel", "> 4", ("4,1/4,5",), Reason.TWO_VALUES),
        ("Folketall", "Skal passere 7 600 i år", ("7 588",), Reason.TARGET_IN_SENTENCE),
        ("Feil", "Ingen nye feil", ("ingen",), Reason.TEXT_NOT_NUMBER),
        ("Utdanning", "60/40", ("65/35",), Reason.COMPOSITE_RATIO),
        ("Svar", "> 4", ("<5",), Reason.LIMIT_NOT_FIGURE),
    ],
)
def test_row_says_what_is_odd(
    name: str, target: str, results: tuple[str, ...], reason: Reason
) -> None:
    assert reason in row(name, target, *results).reasons


@pytest.mark.parametrize("printed", ["<5", "4-5", "god"])
def test_result_that_is_no_figure_is_kept_as_text(printed: str) -> None:
    found = row("Trivsel", "> 4", printed)
    assert (found.results[0].value, found.results[0].missing) == (None, Missing.TEXT)
    assert (found.status, found.rejected_fields) == (Status.REJECT, ("result",))


def test_row_without_anything_odd_is_ok() -> None:
    found = row("Trivsel", "> 4", "4,4", "4,1")
    assert (found.reasons, found.status) == ((), Status.OK)


def test_counts_may_grow_tenfold_without_question() -> None:
    assert row("Antall besøk", "> 10", "250", "12").status is Status.OK


def test_direction_column_against_the_operator_is_asked_about() -> None:
    content = book(("Indikator", "Retning", "Mål 2015"), ("Besøk", "lavere", "> 5"))
    found = read_scorecard(content, "bok.xlsx").rows[0]
    assert found.direction is None
    assert found.reasons == (Reason.OPERATORS_DISAGREE,)


def test_operators_that_differ_between_years_are_asked_about() -> None:
    content = book(("Indikator", "Mål 2015", "Mål 2016"), ("Besøk", "> 5", "< 6"))
    found = read_scorecard(content, "bok.xlsx").rows[0]
    assert found.reasons == (Reason.OPERATORS_DISAGREE,)


def test_result_without_any_year_says_so() -> None:
    content = book(("Indikator", "Resultat"), ("Besøk", "5"), sheet="NAV")
    found = read_scorecard(content, "bok.xlsx").rows[0]
    assert found.results[0].period == YEAR_UNKNOWN
    assert Reason.YEAR_NOT_PRINTED in found.reasons


def test_hidden_columns_are_told() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["Indikator", "Mål 2015", "Resultat 2015"])
    sheet.append(["Trivsel", "> 4", "5"])
    sheet.column_dimensions["C"].hidden = True
    notices = read_scorecard(saved(made), "bok.xlsx").notices
    assert [n.text for n in notices if n.kind is NoticeKind.HIDDEN_COLUMNS] == ["1"]


def test_plain_workbook_has_the_other_tables_apart() -> None:
    content = sheets(
        {
            "NAV": (
                ("Os kommune – NAV – 2015",),
                ("Indikator", "Mål 2015"),
                ("Trivsel", "> 4"),
            ),
            "Sykefravær": (
                ("Os kommune – sykefravær i prosent 2015",),
                ("Enhet", "Sykemeldt"),
                ("NAV", "5,1"),
            ),
            "Notater": (("Ring Kari",),),
        }
    )
    plain = to_expected_workbook(read_scorecard(content, "bok.xlsx"))
    assert plain["kommune"] == "Os"
    assert plain["units"] == ["NAV"]
    assert [len(plain[key]) for key in ("indicators", "unit_figures")] == [1, 1]
    assert [(n["kind"], n["sheet"]) for n in plain["notices"]] == [
        ("sheet_without_table", "Notater")
    ]
