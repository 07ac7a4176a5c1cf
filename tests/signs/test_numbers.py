"""Numbers: figures as people read them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.signs.numbers import (
    MINUS,
    NO_BREAK_SPACE,
    change,
    figure,
    figure_as_is,
    figure_beside,
    figure_to_edit,
    is_percent,
    rounded,
    share,
    unit_mark,
    unit_word,
)
from trinnvis.signs.reading.numbers import NumberContext, read_number

D = Decimal
CASES = Path(__file__).parents[1] / "data" / "stat-cases.jsonl"


def cases(method):
    lines = CASES.read_text(encoding="utf-8").split("\n")
    found = [json.loads(line, parse_float=Decimal) for line in lines if line]
    return [
        pytest.param(case["input"], case["expected"]["text"], id=case["id"])
        for case in found
        if case["method"] == method
    ]


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


def plain(text):
    return text.replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(("given_", "text"), cases("format-nb"))
def test_figure_is_written_as_the_case_says(given_, text):
    written = figure(given_["value"], given_["decimals"], given_["unit"])
    assert plain(written) == text


@pytest.mark.parametrize(("given_", "text"), cases("percent-vs-pp"))
def test_change_of_a_share_is_in_percentage_points(given_, text):
    assert plain(change(given_["before"], given_["after"], given_["unit"])) == text


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        (D("8.04"), 1, "%", f"8,0{NO_BREAK_SPACE}%"),
        (D("77.5"), 0, "", "78"),
        (D("-77.5"), 0, "", f"{MINUS}78"),
        (D("-0.04"), 1, "", "0,0"),
        (9999, 0, "", "9999"),
        (10000, 0, "", f"10{NO_BREAK_SPACE}000"),
        (D("9999.5"), 0, "", f"10{NO_BREAK_SPACE}000"),
        (
            -1234567,
            0,
            "kr",
            f"{MINUS}1{NO_BREAK_SPACE}234{NO_BREAK_SPACE}567{NO_BREAK_SPACE}kr",
        ),
        (12, 0, "antall", "12"),
        (D("5.5"), 1, "antall per innbygger", f"5,5{NO_BREAK_SPACE}per innbygger"),
        (D("4.65"), 1, "poeng 1–6", f"4,7{NO_BREAK_SPACE}poeng"),
        (8, 0, "prosent", f"8{NO_BREAK_SPACE}prosent"),
    ],
)
def test_figure_has_comma_true_minus_and_no_break_spaces(value, decimals, unit, text):
    assert figure(value, decimals, unit) == text


def test_figure_rounds_a_share_of_28_digits():
    assert figure(100 * D(12) / D(14), 1, "%") == f"85,7{NO_BREAK_SPACE}%"


@pytest.mark.parametrize("value", [D("NaN"), D("Infinity")])
def test_figure_refuses_what_is_no_figure(value):
    with pytest.raises(ValueError, match="is not a figure"):
        figure(value, 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", f"{MINUS}12{NO_BREAK_SPACE}345,5{NO_BREAK_SPACE}%"),
        ("nn", f"{MINUS}12{NO_BREAK_SPACE}345,5{NO_BREAK_SPACE}%"),
        ("en", f"{MINUS}12,345.5%"),
    ],
)
def test_figure_follows_the_active_language(language, text):
    with translation.override(language):
        assert figure(D("-12345.45"), 1, "%") == text


def test_figure_is_norwegian_where_no_language_is_active():
    with translation.override(None):
        assert figure(D("2.45"), 1) == "2,5"


@pytest.mark.parametrize(
    ("value", "other", "decimals", "text"),
    [
        (D("89.96"), D(90), 1, "89,96"),
        (D("90"), D(90), 1, "90,0"),
        (D("89.9"), D(90), 1, "89,9"),
        (D("89.99999"), D(90), 0, "89,99999"),
        (D("89.96"), D("90.04"), 1, "89,96"),
    ],
)
def test_figure_beside_another_never_hides_that_they_differ(
    value, other, decimals, text
):
    assert figure_beside(value, other, decimals) == text


@pytest.mark.parametrize(
    ("before", "after", "unit", "decimals", "text"),
    [
        (12, 9, "antall", None, "fra 12 til 9"),
        (9, 9, "antall", None, "uendret (9)"),
        (12000, 9500, "kroner", None, "fra 12 000 til 9500 kr"),
        (21, 19, "dager", None, "fra 21 til 19 dager"),
        (
            D("8.00"),
            D("8.04"),
            "prosent",
            1,
            "opp 0,04 prosentpoeng (fra 8,00 % til 8,04 %)",
        ),
        (
            D("8.5"),
            D("7.25"),
            "prosent av budsjettet",
            1,
            "ned 1,3 prosentpoeng (fra 8,5 % til 7,3 %)",
        ),
    ],
)
def test_change_says_from_and_to(before, after, unit, decimals, text):
    assert plain(change(before, after, unit, decimals)) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (12, 14, "12 av 14 (86 %)"),
        (14, 14, "14 av 14 (100 %)"),
        (0, 14, "0 av 14 (0 %)"),
        (0, 0, "0 av 0"),
        (199, 200, "199 av 200 (99,5 %)"),
        (1, 400, "1 av 400 (0,3 %)"),
    ],
)
def test_share_shows_the_counts_and_never_a_false_all_or_none(
    numerator, denominator, text
):
    assert plain(share(numerator, denominator)) == text


@pytest.mark.parametrize(
    ("unit", "word", "mark"),
    [
        ("prosent", "prosent", "%"),
        ("%", "%", "%"),
        ("prosent av netto budsjett", "prosent av netto budsjett", "%"),
        ("prosentpoeng", "prosentpoeng", "prosentpoeng"),
        ("kroner", "kroner", "kr"),
        ("antall", "", ""),
        ("antal", "", ""),
        ("antall per 1000 døgn", "per 1000 døgn", "per 1000 døgn"),
        ("poeng 1–6", "poeng", "poeng"),
        ("kWh per m²", "kWh per m²", "kWh per m²"),
        ("", "", ""),
    ],
)
def test_unit_has_a_word_for_prose_and_a_mark_for_tables(unit, word, mark):
    assert (unit_word(unit), unit_mark(unit)) == (word, mark)


def test_percentage_points_are_not_percent():
    assert [is_percent(unit) for unit in ("prosent", "%", "prosentpoeng", "")] == [
        True,
        True,
        False,
        False,
    ]


FIGURES = st.decimals(
    min_value=D("-999999999999"), max_value=D("999999999999"), places=2
)


@given(FIGURES)
def test_what_figure_writes_is_read_back(value):
    reading = read_number(figure(value, 2, "kr"), NumberContext("kr", 2))
    assert reading.value == value


@given(FIGURES)
def test_what_stands_in_a_field_is_read_back(value):
    context = NumberContext(decimals=3)
    assert read_number(figure_to_edit(value), context).value == value


@given(FIGURES, st.integers(0, 3))
def test_rounding_moves_a_figure_half_a_step_at_most(value, decimals):
    moved = abs(rounded(value, decimals) - value)
    assert moved <= D(5).scaleb(-decimals - 1)


def test_figure_as_is_keeps_every_decimal():
    assert figure_as_is(D("12.34567")) == "12,34567"
