"""Typing page: the tables of docs/method/typing.md are read and written."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

from trinnvis.signs.numbers import figure, figure_beside, figure_to_edit
from trinnvis.signs.reading.dates import read_date, read_quarter
from trinnvis.signs.reading.numbers import NumberContext, read_number
from trinnvis.signs.reading.problems import NumberProblem

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "typing.md").read_text("utf-8")
NUMBERS = NumberContext("antall", 2)
TODAY = date(2026, 11, 23)


def table(heading: str) -> list[list[str]]:
    """Return the cells of a section's first table, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def number(cell: str) -> Decimal:
    return Decimal(cell.replace(",", "."))


@pytest.mark.parametrize(("typed", "outcome", "told"), table("Tall"))
def test_a_typed_figure_is_read_as_the_page_says(
    typed: str, outcome: str, told: str
) -> None:
    reading = read_number(typed, NUMBERS)
    if reading.value is not None:
        answer = figure_to_edit(reading.value)
    elif reading.problem is NumberProblem.MISSING_MARK:
        answer = "tallet mangler"
    elif reading.alternatives:
        answer = " eller ".join(map(figure_to_edit, reading.alternatives))
    else:
        answer = str(reading.problem)
    assert (str(reading.outcome), answer) == (outcome, told)


@pytest.mark.parametrize(("typed", "outcome", "told"), table("Datoer og kvartaler"))
def test_a_typed_day_is_read_as_the_page_says(
    typed: str, outcome: str, told: str
) -> None:
    reading = read_date(typed, TODAY, year=2026)
    answer = reading.value.isoformat() if reading.value else str(reading.problem)
    assert (str(reading.outcome), answer) == (outcome, told)


def test_the_quarters_of_the_page_are_the_same() -> None:
    typed = ("1. kvartal 2026", "Q1", "K1 2026", "I")
    assert f"«{'», «'.join(typed[:3])}» og «{typed[3]}» er det samme" in PAGE
    assert len({read_quarter(text, 2026).value for text in typed}) == 1


@pytest.mark.parametrize(
    ("value", "decimals", "beside", "bokmaal", "english"),
    table("Slik skrives tall tilbake"),
)
def test_a_figure_is_written_as_the_page_says(
    value: str, decimals: str, beside: str, bokmaal: str, english: str
) -> None:
    def written(language: str) -> str:
        with translation.override(language):
            if beside == "–":
                text = figure(number(value), int(decimals))
            else:
                text = figure_beside(number(value), number(beside), int(decimals))
        return text.replace("\u00a0", " ")

    assert (written("nb"), written("en")) == (bokmaal, english)
