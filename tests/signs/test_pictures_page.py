"""Pictures page: docs/method/pictures.md names each status' shape and fill."""

from pathlib import Path

from trinnvis.rules.terms import Level, Missing, Track
from trinnvis.signs.charts.variation import _ALL, _MOST
from trinnvis.signs.marks import MARKS

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "pictures.md").read_text(
    "utf-8"
)


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_each_status_is_drawn_as_the_page_says() -> None:
    drawn = [[key, MARKS[key].shape, MARKS[key].fill] for key, _, _ in rows()]
    assert drawn == rows()


def test_the_page_tells_every_status_but_the_one_nobody_is_judged_by() -> None:
    statuses = {*Level, *Track, *Missing} - {Missing.NOT_APPLICABLE}
    assert {row[0] for row in rows()} == {status.value for status in statuses}


def test_the_page_says_how_many_measurements_are_drawn() -> None:
    assert f"mer enn {_ALL} målinger, vises de {_MOST} nyeste" in PAGE
