"""Cells: what stands in a målekart's cell."""

from decimal import Decimal

import pytest

from trinnvis.sources.scorecards.cells import (
    Absent,
    Figure,
    Interval,
    Remark,
    Several,
    Unread,
    read_text,
)
from trinnvis.sources.scorecards.facts import Missing, Reason


def figure(value: str, operator: str | None = None, unit: str | None = None) -> Figure:
    decimals = len(value.partition(".")[2])
    return Figure(Decimal(value), decimals, operator, unit)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (">=5,5", figure("5.5", ">=")),
        ("≥ 5,5", figure("5.5", ">=")),
        ("=< 2", figure("2", "<=")),
        ("<4,0 %", figure("4.0", "<", "%")),
        ("> 5.", figure("5", ">")),
        ("mer enn 70", figure("70", ">")),
        ("meir enn 3 veker", figure("3", ">", "uker")),
        ("minst 40 %", figure("40", ">=", "%")),
        ("maks 6 prosent", figure("6", "<=", "%")),
        ("ikke over 10", figure("10", "<=")),
        ("80 % eller mer", figure("80", ">=", "%")),
        ("5 eller lavere", figure("5", "<=")),
        ("<15 pr.år", figure("15", "<")),
        ("<3 uker", figure("3", "<", "uker")),
        (">2 (barneskolene)", figure("2", ">")),
        ("71 barn", figure("71", None, "antall")),
        ("0,5 %poeng", figure("0.5", None, "%-poeng")),
        ("1 000 000 kr", figure("1000000", None, "kr")),
        ("- 2,30 %", figure("-2.30", None, "%")),
        ("'12,5", figure("12.5")),
        ("101,7%**", figure("101.7", None, "%")),
        ("4,5¹", figure("4.5")),
        ("4,5 1)", figure("4.5")),
    ],
)
def test_printed_figure_is_read(printed: str, read: Figure) -> None:
    assert read_text(printed) == read


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("4,5–6", "4.5", "6", None),
        ("4,5 - 6", "4.5", "6", None),
        ("95 - 100%", "95", "100", "%"),
        ("80%-100%", "80", "100", "%"),
        ("4 til 4,4", "4", "4.4", None),
        ("mellom 4 og 5", "4", "5", None),
        ("5-6 dager", "5", "6", "dager"),
        ("4 000 - 5 000", "4000", "5000", None),
    ],
)
def test_printed_interval_is_read(
    printed: str, low: str, high: str, unit: str | None
) -> None:
    assert read_text(printed) == Interval(Decimal(low), Decimal(high), unit)


def test_three_bands_in_one_cell_are_kept_in_order() -> None:
    assert read_text("4,5–6 / 4–4,4 / 0–3,9") == Several(
        (
            Interval(Decimal("4.5"), Decimal(6)),
            Interval(Decimal(4), Decimal("4.4")),
            Interval(Decimal(0), Decimal("3.9")),
        )
    )


def test_two_lines_of_figures_are_two_readings() -> None:
    assert read_text("< 249\n> 450") == Several(
        (figure("249", "<"), figure("450", ">")), stacked=True
    )


@pytest.mark.parametrize("printed", ["60/40", "38/62", "50/50"])
def test_ratio_of_a_whole_is_not_a_figure(printed: str) -> None:
    assert read_text(printed) == Unread(Reason.COMPOSITE_RATIO, has_digits=True)


def test_two_values_in_a_cell_are_both_kept() -> None:
    assert read_text("5,1/5,3**") == Several((figure("5.1"), figure("5.3")))


def test_label_with_points_is_the_interval_of_points() -> None:
    assert read_text("Meget bra (81-100 poeng)") == Interval(
        Decimal(81), Decimal(100), "poeng", remarks=frozenset({Remark.LABELLED})
    )


def test_number_in_parentheses_is_a_footnote_only_where_it_is_explained() -> None:
    assert read_text("74,1(1)", frozenset({"1"})) == figure("74.1")
    assert read_text("49(50)", frozenset({"1"})) == Figure(
        Decimal(49), remarks=frozenset({Remark.SECOND_NUMBER})
    )


def test_change_and_sign_told_in_words_are_remarked() -> None:
    change = read_text("Minst 10 % reduksjon")
    deviation = read_text("0 % negativt avvik")
    about = read_text("ca. 70")
    assert isinstance(change, Figure)
    assert isinstance(deviation, Figure)
    assert isinstance(about, Figure)
    assert change.remarks == {Remark.CHANGE}
    assert deviation.remarks == {Remark.SIGNED_BY_WORDS}
    assert about.remarks == {Remark.APPROXIMATE}


@pytest.mark.parametrize(
    ("printed", "missing"),
    [
        ("", Missing.BLANK),
        ("  \u00a0", Missing.BLANK),
        ("–", Missing.DASH),
        ("-", Missing.DASH),
        ("..", Missing.NOT_SHOWN),
        (":", Missing.NOT_SHOWN),
        ("For lav svarprosent", Missing.NOT_SHOWN),
        ("Ikke målt", Missing.NOT_MEASURED),
        ("Ikkje målt i 2014", Missing.NOT_MEASURED),
        ("N/A", Missing.NOT_MEASURED),
        ("Ingen gjennomgående indikator", Missing.NOT_MEASURED),
        ("manglar", Missing.NOT_MEASURED),
        ("NY", Missing.NEW_INDICATOR),
        ("Ny indikator fra 2016", Missing.NEW_INDICATOR),
        ("Res. senere", Missing.LATER),
        ("kjem seinare", Missing.LATER),
        ("Måles i 2016", Missing.LATER),
        ("Erstattes av 10-faktor", Missing.REPLACED),
        ("Utgått", Missing.REPLACED),
        ("Ikke målt*", Missing.NOT_MEASURED),
    ],
)
def test_words_for_missing_are_told_apart(printed: str, missing: Missing) -> None:
    assert read_text(printed) == Absent(missing)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("1.234", Reason.NUMBER_AMBIGUOUS),
        ("2.500 kr", Reason.NUMBER_AMBIGUOUS),
        ("9" * 40, Reason.NUMBER_TOO_LARGE),
        ("#DIV/0!", Reason.BROKEN_CELL),
        ("Unngå nye feilfunn", Reason.TEXT_NOT_NUMBER),
        ("5-", Reason.TEXT_NOT_NUMBER),
        ("NaN", Reason.TEXT_NOT_NUMBER),
        ("1e999999", Reason.TEXT_NOT_NUMBER),
        ("½", Reason.TEXT_NOT_NUMBER),
        ("=1+1", Reason.TEXT_NOT_NUMBER),
        ("'=1+1", Reason.TEXT_NOT_NUMBER),
        ("3 av 4", Reason.TEXT_NOT_NUMBER),
        ("4,51)", Reason.TEXT_NOT_NUMBER),
        ("12.01.2015", Reason.TEXT_NOT_NUMBER),
        ("ja", Reason.TEXT_NOT_NUMBER),
    ],
)
def test_what_is_not_understood_is_kept_as_text(printed: str, reason: Reason) -> None:
    read = read_text(printed)
    assert isinstance(read, Unread)
    assert read.reason is reason
