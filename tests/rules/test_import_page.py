"""Import page: docs/method/import.md names what a row becomes, and why."""

from pathlib import Path

import pytest

from trinnvis.rules.import_answers import Answer
from trinnvis.rules.import_figures import kind_of, unit_of
from trinnvis.rules.import_plan import Fate, Why
from trinnvis.rules.import_units import nearest, same_name

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "import.md").read_text("utf-8")


def table(heading: str, number: int = 0) -> list[list[str]]:
    """Return the cells of one of a section's tables, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    parts = section.strip().split("\n\n")
    blocks = [block for block in parts if block.startswith("|")]
    rows = blocks[number].strip().splitlines()[2:]
    return [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in rows]


def test_the_page_names_what_a_row_becomes_and_why() -> None:
    fates = [row[0] for row in table("Hva en rad blir")]
    reasons = [row[0] for row in table("Hva en rad blir", 1)]
    answers = [row[0] for row in table("Hva vi spør om")]
    assert (fates, reasons, answers) == (list(Fate), list(Why), list(Answer))


@pytest.mark.parametrize(("printed", "known", "found"), table("Enheter"))
def test_a_name_is_found_as_the_page_says(printed: str, known: str, found: str) -> None:
    units = {1: known}
    like = "ligner" if nearest(printed, units) else "nei"
    assert ("ja" if same_name(printed, units) else like) == found


@pytest.mark.parametrize(("printed", "unit", "kind"), table("Måleenheter"))
def test_a_measure_is_kept_as_the_page_says(printed: str, unit: str, kind: str) -> None:
    assert (unit_of(printed), str(kind_of(printed))) == (unit, kind)
