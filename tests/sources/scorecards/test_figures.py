"""Figures: the number grammar of cells."""

from decimal import Decimal

import pytest

from trinnvis.sources.scorecards.figures import (
    NotAFigure,
    TooLarge,
    TwoMeanings,
    digits_of,
    tidied,
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("12,5", "12.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234", "1234"),
        ("1\u2009234", "1234"),
        ("1,234.5", "1234.5"),
        ("12.345.678,50", "12345678.50"),
        ("1.234.567", "1234567"),
        ("−5", "-5"),
        ("–5", "-5"),
        ("- 3 419", "-3419"),
        ("-0", "0"),
        ("12,", "12"),
        ("5.", "5"),
        ("0,125", "0.125"),
        ("\ufeff12", "12"),
        ("１２", "12"),
        ("999999999999", "999999999999"),
    ],
)
def test_figure_is_read_as_printed(printed: str, value: str) -> None:
    assert digits_of(tidied(printed)).value == Decimal(value)


@pytest.mark.parametrize("printed", ["1.234", "1,234", "-12.500", "– 5"])
def test_figure_with_two_meanings_is_never_chosen(printed: str) -> None:
    with pytest.raises(TwoMeanings):
        digits_of(tidied(printed))


def test_percent_settles_three_decimals() -> None:
    assert digits_of("1,125", percent=True).value == Decimal("1.125")


@pytest.mark.parametrize(
    "printed", ["1,2,3", "12 5", "1 2 3", "1_000", "١٢", "1e9", "1.23,4,5", "12 34,5"]
)
def test_digits_that_make_no_number_are_refused(printed: str) -> None:
    with pytest.raises(NotAFigure):
        digits_of(tidied(printed))


def test_a_million_millions_is_too_large() -> None:
    with pytest.raises(TooLarge):
        digits_of("9" * 40)


@pytest.mark.parametrize(("printed", "decimals"), [("5", 0), ("5,0", 1), ("4,85", 2)])
def test_printed_decimals_are_counted(printed: str, decimals: int) -> None:
    assert digits_of(printed).decimals == decimals
