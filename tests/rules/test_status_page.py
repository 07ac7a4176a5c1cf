"""Test the status page: its tables of examples are run through the rules."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.examples import NEW_YEAR, Q4, a_figure, an_indicator
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.hiding import Group, hidden_groups
from trinnvis.rules.ladder import Statement, may_say
from trinnvis.rules.missing import Shown, shown_in
from trinnvis.rules.path import NoPath, path_at
from trinnvis.rules.progress import ProgressKind, progress
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.small_numbers import noise_floor_mean, noise_floor_share
from trinnvis.rules.status import level_of, track_of
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Level,
    Measure,
    Missing,
    PathKind,
    Track,
)

PAGE = Path(__file__).parents[2] / "docs" / "method" / "status.md"
Row = dict[str, str]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def tables() -> Iterator[list[Row]]:
    """Yield each table of the page as rows by their headings."""
    rows: list[str] = []
    for line in [*PAGE.read_text("utf-8").splitlines(), ""]:
        if line.startswith("|"):
            rows.append(line)
        elif rows:
            head, _, *body = rows
            yield [dict(zip(cells(head), cells(row), strict=True)) for row in body]
            rows = []


def rows_with(*headings: str) -> list[Row]:
    """Return the rows of the tables with exactly these headings."""
    found = [row for table in tables() for row in table if tuple(row) == headings]
    assert found, f"no table with {headings}"
    return found


def number(cell: str) -> Decimal | None:
    return None if cell == "–" else Decimal(cell.replace(",", "."))


def day(cell: str) -> date | None:
    return None if cell == "–" else date.fromisoformat(cell)


LEVELS = {
    "nådd": Level.ACHIEVED,
    "nær målet": Level.NEAR,
    "ikke nådd": Level.NOT_ACHIEVED,
    "ikke målt": Level.NOT_MEASURED,
    "uten måltall": Level.NO_TARGET,
    "ikke forfalt": Level.NOT_DUE,
}
TRACKS = {
    "i rute": Track.ON_TRACK,
    "litt bak": Track.SLIGHTLY_BEHIND,
    "ute av rute": Track.OFF_TRACK,
    "ikke målt": Track.NOT_MEASURED,
}
PROGRESS = {
    "lenger unna enn ved start": ProgressKind.FURTHER_AWAY,
    "på vei": ProgressKind.UNDERWAY,
    "framme": ProgressKind.REACHED,
    "forbi målet": ProgressKind.BEYOND,
    "målet er å holde nivået": ProgressKind.UNDEFINED,
}
FREQUENCIES = {
    "hvert kvartal": Frequency.QUARTERLY,
    "hvert tertial": Frequency.TERTIALLY,
    "hvert halvår": Frequency.HALF_YEARLY,
    "en gang i året": Frequency.YEARLY,
    "hvert tredje år": Frequency.EVERY_THIRD_YEAR,
}
SHAPES = {
    "rett": {},
    "hittil i år": {
        "measure": Measure.COUNT,
        "accumulation": Accumulation.CUMULATIVE,
    },
    "prognose": {"accumulation": Accumulation.FORECAST},
    "en gang i året": {"frequency": Frequency.YEARLY},
    "sesong": {"seasonal": True},
    "bare sluttmål": {"path": PathKind.END_ONLY},
}


def judged(indicator, value):
    found = level_of(indicator, a_figure(Q4, value), NEW_YEAR)
    return found.level, found.gap


def told(row: Row):
    return LEVELS[row["svar"]], number(row["avstand"])


def by_direction() -> list[tuple[Direction, Row]]:
    higher, lower = [
        table
        for table in tables()
        if tuple(table[0]) == ("tall", "mål", "akseptabelt", "svar", "avstand")
    ]
    return [(Direction.HIGHER, row) for row in higher] + [
        (Direction.LOWER, row) for row in lower
    ]


@pytest.mark.parametrize(("direction", "row"), by_direction())
def test_level_against_a_target(direction, row):
    indicator = an_indicator(
        direction=direction,
        target=number(row["mål"]),
        acceptable=number(row["akseptabelt"]),
    )
    assert judged(indicator, number(row["tall"])) == told(row)


@pytest.mark.parametrize(
    "row", rows_with("tall", "fra", "til", "toleranse", "svar", "avstand")
)
def test_level_in_a_band(row):
    indicator = an_indicator(
        direction=Direction.BAND,
        low=number(row["fra"]),
        high=number(row["til"]),
        tolerance=number(row["toleranse"]),
    )
    assert judged(indicator, number(row["tall"])) == told(row)


@pytest.mark.parametrize(
    "row",
    rows_with("tall", "utgangspunkt", "tillatt fall", "toleranse", "svar", "avstand"),
)
def test_level_that_is_to_be_held(row):
    indicator = an_indicator(
        direction=Direction.MAINTAIN,
        baseline=number(row["utgangspunkt"]),
        allowed_drop=number(row["tillatt fall"]),
        tolerance=number(row["toleranse"]),
    )
    assert judged(indicator, number(row["tall"])) == told(row)


@pytest.mark.parametrize(
    "row", rows_with("ferdig", "frist", "svar", "dager etter fristen")
)
def test_milestone(row):
    milestone = an_indicator(direction=Direction.MILESTONE, due=day(row["frist"]))
    figure = a_figure(Quarter(2026, 3), done_on=day(row["ferdig"]))
    found = level_of(milestone, figure, date(2026, 9, 1))
    late = row["svar"] == "nådd etter fristen"
    expected = Level.NEAR if late else LEVELS[row["svar"]]
    days = int(row["dager etter fristen"])
    assert (found.level, found.late, found.days_late) == (expected, late, days)


@pytest.mark.parametrize(
    "row",
    rows_with(
        "form",
        "utgangspunkt",
        "mål",
        "akseptabelt",
        "kvartal",
        "ventet",
        "akseptabelt da",
    ),
)
def test_path(row):
    indicator = an_indicator(
        baseline=number(row["utgangspunkt"]),
        target=number(row["mål"]),
        acceptable=number(row["akseptabelt"]),
        **SHAPES[row["form"]],
    )
    point = path_at(indicator, Quarter(2026, int(row["kvartal"])))
    found = (
        (None, None) if isinstance(point, NoPath) else (point.target, point.acceptable)
    )
    assert found == (number(row["ventet"]), number(row["akseptabelt da"]))


@pytest.mark.parametrize(
    "row",
    rows_with("tall", "utgangspunkt", "mål", "akseptabelt", "kvartal", "svar"),
)
def test_track(row):
    indicator = an_indicator(
        baseline=number(row["utgangspunkt"]),
        target=number(row["mål"]),
        acceptable=number(row["akseptabelt"]),
    )
    quarter = Quarter(2026, int(row["kvartal"]))
    found = track_of(indicator, a_figure(quarter, number(row["tall"])), quarter)
    assert found.track is TRACKS[row["svar"]]


@pytest.mark.parametrize(
    "row", rows_with("tall", "utgangspunkt", "mål", "del av veien", "sies som")
)
def test_progress(row):
    found = progress(
        number(row["utgangspunkt"]), number(row["mål"]), number(row["tall"])
    )
    expected = (PROGRESS[row["sies som"]], number(row["del av veien"]))
    assert (found.kind, found.share) == expected


def said(shown: Shown) -> str:
    words = {Missing.MISSING: "mangler", Missing.NOT_DUE: "måles senere"}
    if shown.missing:
        return words[shown.missing]
    return f"fra {shown.carried_from.number}" if shown.carried_from else "tall"


@pytest.mark.parametrize(
    "row",
    rows_with("hvor ofte", "planlagt", "målt i kvartal", "1", "2", "3", "4"),
)
def test_what_a_quarter_shows(row):
    indicator = an_indicator(
        frequency=FREQUENCIES[row["hvor ofte"]], next_measurement=day(row["planlagt"])
    )
    measured = [n for n in row["målt i kvartal"].split(", ") if n != "–"]
    figures = tuple(a_figure(Quarter(2026, int(n)), 80) for n in measured)
    series = SeriesFacts(indicator, figures)
    found = [said(shown_in(series, each, NEW_YEAR)) for each in quarters_of(2026)]
    assert found == [row[n] for n in ("1", "2", "3", "4")]


@pytest.mark.parametrize("row", rows_with("målinger", "kan si", "kan ikke si"))
def test_ladder(row):
    may = may_say(int(row["målinger"]), an_indicator())
    can = {Statement(word) for word in row["kan si"].split(", ")}
    cannot = {Statement(word) for word in row["kan ikke si"].split(", ")}
    assert (can - may, cannot & may) == (set(), set())


@pytest.mark.parametrize(
    "row",
    rows_with("svar", "snitt på en skala til seks", "andel rundt 85 %, i prosentpoeng"),
)
def test_noise_floor(row):
    n = int(row["svar"])
    mean = number(row["snitt på en skala til seks"])
    share = number(row["andel rundt 85 %, i prosentpoeng"])
    found = round(noise_floor_mean(n), 1), round(100 * noise_floor_share(n))
    assert found == (mean, share)


@pytest.mark.parametrize("row", rows_with("sum", "deler", "skjules"))
def test_hidden_groups(row):
    counts = [int(cell) for cell in row["deler"].split(", ")]
    parts = tuple(Group(f"{at}", n) for at, n in enumerate(counts))
    hidden = hidden_groups(Group("all", int(row["sum"]), parts))
    found = [str(part.count) for part in parts if part.key in hidden]
    assert found == [cell for cell in row["skjules"].split(", ") if cell != "–"]


def test_every_table_of_the_page_is_run():
    assert len(list(tables())) == 12
