"""Indicators: how the demo's goals are measured, in our own terms."""

from decimal import Decimal

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Goal, Indicator, PeriodTarget
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    PathKind,
)

_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_OF_A_WHOLE = "prosent"
"""A share of a whole; «prosent av netto budsjett» may be below 0 or above 100."""
_COUNTED = frozenset({"antall", "antal", "dager", "antall per innbygger"})
"""Visits per inhabitant build up like the visits: the inhabitants are the same."""
_RATES = frozenset({"antall per 1000 døgn", "kWh per m²"})
_SCALES = {
    "poeng 1–5": (Decimal(1), Decimal(5)),
    "poeng 1–6": (Decimal(1), Decimal(6)),
}
_NOT_BOUND_BY_THE_WHOLE = "Turnover"
"""More people can leave in a year than work there on a day."""


def make_indicators(made: Made) -> None:
    """Make every goal's indicators with their own quarterly targets."""
    told = [
        (made.goals[goal.text("id")], order, section)
        for goal in made.file.sections("goals")
        for order, section in enumerate(goal.sections("indicators"))
    ]
    rows = Indicator.objects.bulk_create(_indicator(made, *each) for each in told)
    made.indicators = {row.key: row for row in rows}
    PeriodTarget.objects.bulk_create(
        target
        for row, (_goal, _order, section) in zip(rows, told, strict=True)
        for target in _period_targets(row, section)
    )


def _indicator(made: Made, goal: Goal, order: int, told: Section) -> Indicator:
    baseline = told.section("baseline")
    fetcher = made.people.get(told.text("data_responsible"))
    least, most = _limits(told)
    return Indicator(
        municipality=made.municipality,
        goal=goal,
        key=told.text("id"),
        order=order,
        name=told.text("name"),
        unit=told.text("unit"),
        decimals=told.whole("decimals"),
        direction=Direction(told.text("direction")),
        measure=_measure(told),
        accumulation=Accumulation(told.text("accumulation")),
        frequency=Frequency(told.text("frequency")),
        path=PathKind.OWN if "period_targets" in told else PathKind.STRAIGHT,
        seasonal=told.yes("seasonal"),
        target=told.figure("target"),
        acceptable=told.figure("acceptable"),
        baseline=baseline.figure("value"),
        baseline_label=baseline.text("period"),
        minimum=least,
        maximum=most,
        source=told.text("source"),
        recipe=told.text("method"),
        next_measurement=told.month_or_none("next_measurement"),
        result_level=told.text("result_level"),
        shared=made.shared.get(told.text("shared_indicator")),
        fetched_by=None if fetcher == goal.collector else fetcher,
    )


def _measure(told: Section) -> Measure:
    unit = told.text("unit")
    if unit in _SCALES:
        return Measure.SCORE
    return Measure.COUNT if unit in _COUNTED else Measure.SHARE


def _limits(told: Section) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the most that the figure can be."""
    unit = told.text("unit")
    if unit in _SCALES:
        return _SCALES[unit]
    if unit in _COUNTED | _RATES:
        return Decimal(0), None
    if unit != _OF_A_WHOLE:
        return None, None
    passes = told.text("name").startswith(_NOT_BOUND_BY_THE_WHOLE)
    return Decimal(0), None if passes else Decimal(100)


def _period_targets(indicator: Indicator, told: Section) -> list[PeriodTarget]:
    targets = told.section("period_targets")
    acceptable = told.section("period_acceptable")
    return [
        PeriodTarget(
            municipality=indicator.municipality,
            indicator=indicator,
            quarter=number,
            target=target,
            acceptable=acceptable.figure(quarter),
        )
        for number, quarter in enumerate(_QUARTERS, start=1)
        if quarter in targets and (target := targets.figure(quarter)) is not None
    ]
