"""Test the rules against every answer stated for the demo municipality."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from trinnvis.rules.assess import Finding, assess_series
from trinnvis.rules.facts import (
    IndicatorFacts,
    ObservationFacts,
    PeriodTarget,
    SeriesFacts,
)
from trinnvis.rules.path import PathPoint, path_at
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    Missing,
)

DEMO = yaml.safe_load(
    (Path(__file__).parents[2] / "demo" / "elvevag.yaml").read_text("utf-8")
)
TODAY = date.fromisoformat(DEMO["meta"]["demo_today"])
YEAR = 2026
INDICATORS = {
    indicator["id"]: indicator
    for goal in DEMO["goals"]
    for indicator in goal["indicators"]
}


def number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def measure_of(unit: str) -> Measure:
    if unit.startswith("prosent") or " per " in unit:
        return Measure.SHARE
    return Measure.SCORE if unit.startswith("poeng") else Measure.COUNT


def month(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(f"{text}-01")


def series_of(stated: dict[str, Any]) -> SeriesFacts:
    own = stated.get("period_targets", {})
    lowest = stated.get("period_acceptable", {})
    indicator = IndicatorFacts(
        id=int(stated["id"][1:]),
        name=stated["name"],
        unit=stated["unit"],
        decimals=stated["decimals"],
        direction=Direction(stated["direction"]),
        target=number(stated["target"]),
        acceptable=number(stated["acceptable"]),
        baseline=number(stated["baseline"]["value"]),
        measure=measure_of(stated["unit"]),
        accumulation=Accumulation(stated["accumulation"]),
        frequency=Frequency(stated["frequency"]),
        period_targets=tuple(
            PeriodTarget(int(at[1]), Decimal(str(own[at])), number(lowest.get(at)))
            for at in own
        ),
        seasonal=stated.get("seasonal", False),
        next_measurement=month(stated.get("next_measurement")),
    )
    return SeriesFacts(indicator, tuple(figures(stated)))


def figures(stated: dict[str, Any]) -> Iterator[ObservationFacts]:
    for year, values in ((YEAR - 1, "last_year"), (YEAR, "values")):
        for at, value in stated.get(values, {}).items():
            if value is not None:
                quarter = Quarter(year, int(at[1]))
                yield ObservationFacts(quarter, year, number(value))


def finding(stated: dict[str, Any], at: str) -> Finding:
    return assess_series(series_of(stated), Quarter(YEAR, int(at[1])), TODAY)


def answers(key: str) -> list[tuple[str, str, Any]]:
    return [
        (name, at, expected)
        for name, stated in INDICATORS.items()
        for at, expected in stated.get(key, {}).items()
    ]


@pytest.mark.parametrize(("name", "at", "expected"), answers("expected_level"))
def test_level_is_as_stated(name, at, expected):
    assert finding(INDICATORS[name], at).level.level.value == expected


@pytest.mark.parametrize(("name", "at", "expected"), answers("expected_track"))
def test_track_is_as_stated(name, at, expected):
    assert finding(INDICATORS[name], at).track.track.value == expected


@pytest.mark.parametrize(("name", "at", "expected"), answers("expected_path"))
def test_path_is_as_stated(name, at, expected):
    point = path_at(series_of(INDICATORS[name]).indicator, Quarter(YEAR, int(at[1])))
    assert isinstance(point, PathPoint)
    stated = (Decimal(expected["target"]), Decimal(expected["acceptable"]))
    assert (point.target, point.acceptable) == stated


def test_figures_without_a_stated_path_are_seasonal_or_not_measured_yet():
    without = [s for s in INDICATORS.values() if not s["expected_path"]]
    seasonal = {s["id"] for s in without if s.get("seasonal")}
    unmeasured = {s["id"] for s in without if not any(s["values"].values())}
    assert seasonal | unmeasured == {s["id"] for s in without}


@pytest.mark.parametrize("name", INDICATORS)
def test_missing_is_as_stated_and_nowhere_else(name):
    stated = INDICATORS[name]
    found = {at: finding(stated, at).missing for at in ("Q1", "Q2", "Q3")}
    expected = stated.get("expected_missing", {})
    assert {at: kind.value for at, kind in found.items() if kind} == expected


@pytest.mark.parametrize("name", INDICATORS)
def test_carried_figures_are_as_stated_and_nowhere_else(name):
    stated = INDICATORS[name]
    found = {at: finding(stated, at).carried_from for at in ("Q1", "Q2", "Q3")}
    carried = {at: f"Q{quarter.number}" for at, quarter in found.items() if quarter}
    assert carried == stated.get("expected_carried_from", {})


@pytest.mark.parametrize("name", INDICATORS)
def test_nothing_is_missing_in_the_quarter_that_is_still_running(name):
    found = finding(INDICATORS[name], "Q4")
    assert (found.missing is Missing.NOT_DUE) is (found.value is None)
