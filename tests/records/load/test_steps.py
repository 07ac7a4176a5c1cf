"""The eight steps' evidence, counted from what was done."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import TODAY, Cast
from tests.records.figures import Q1, Q3, day, deliver
from trinnvis.records.load.steps import step_evidence
from trinnvis.records.models import (
    AnchoringRecord,
    Briefing,
    Goal,
    Lesson,
    Presentation,
    Recognition,
    RollForwardDecision,
    Unit,
    Workshop,
)
from trinnvis.rules.step_facts import (
    AnchoringFacts,
    AnchoringLevel,
    Audience,
    BriefingFacts,
    PlanEvidence,
    PresentationFacts,
    StepEvidence,
    WorkshopFacts,
)
from trinnvis.rules.terms import PlanState, QuarterState


def evidence(cast: Cast, year: int = 2026) -> StepEvidence:
    unit = Unit.objects.select_related("municipality").get(pk=cast.solvik.pk)
    return step_evidence([unit], [year], day=TODAY)[unit.pk, year]


def test_decisions_of_the_municipality_and_the_unit_anchor_the_year(cast: Cast) -> None:
    for unit, year, level, on in (
        (None, None, "political", date(2025, 6, 19)),
        (cast.solvik, 2026, "unit", date(2025, 10, 13)),
        (cast.solvik, 2025, "unit", date(2024, 10, 14)),
        (cast.fjellvik, 2026, "unit", date(2025, 10, 15)),
    ):
        AnchoringRecord.objects.create(
            municipality=cast.municipality,
            level=level,
            unit=unit,
            year=year,
            on=on,
            decision="Vi begynner.",
        )
    assert evidence(cast).anchorings == (
        AnchoringFacts(AnchoringLevel.POLITICAL, date(2025, 6, 19), "Vi begynner."),
        AnchoringFacts(AnchoringLevel.UNIT, date(2025, 10, 13), "Vi begynner."),
    )


def test_meetings_are_counted_for_their_plan_year(cast: Cast) -> None:
    of_year = {"municipality": cast.municipality, "unit": cast.solvik, "year": 2026}
    Briefing.objects.create(
        **of_year, on=date(2025, 10, 27), attendees=20, staff=22, told_plan=True
    )
    Workshop.objects.create(
        **of_year, on=date(2025, 11, 10), hours=Decimal(3), participants=18
    )
    found = evidence(cast)
    assert found.briefings == (
        BriefingFacts(date(2025, 10, 27), 20, 0, 22, told_plan=True),
    )
    assert found.workshops == (WorkshopFacts(date(2025, 11, 10), Decimal(3), 18),)


def test_the_plan_tells_its_state_and_its_chapters(cast: Cast) -> None:
    cast.plan.chapters.create(municipality=cast.municipality, key="about", text="Vi.")
    cast.plan.chapters.create(
        municipality=cast.municipality, key="risks", not_applicable=True
    )
    assert evidence(cast).plan == PlanEvidence(
        PlanState.ADOPTED, date(2025, 12, 12), chapters_written=1, chapters_open=5
    )


def test_quarters_stand_as_they_were_delivered(cast: Cast) -> None:
    deliver(cast, Q1, day(4, 14))
    assert evidence(cast).quarters == (
        QuarterState.SUBMITTED,
        QuarterState.LATE,
        QuarterState.OPEN,
        QuarterState.NOT_STARTED,
    )


def test_goals_are_counted_without_those_given_up(cast: Cast) -> None:
    Goal.objects.create(
        municipality=cast.municipality,
        plan=cast.plan,
        title="Oppgitt",
        dropped_on=date(2026, 3, 1),
    )
    (goal,) = evidence(cast).goals
    assert (goal.goal_id, goal.has_indicator) == (cast.goal.pk, True)


def test_what_ends_the_year_is_counted(cast: Cast) -> None:
    of_unit = {"municipality": cast.municipality, "unit": cast.solvik}
    Lesson.objects.create(**of_unit, year=2026, text="Fast voksen virker.")
    Recognition.objects.create(
        **of_unit, by=cast.tone, on=date(2026, 5, 4), kind="praise", text="Takk."
    )
    for status, goal in (("draft", cast.goal), ("decided", cast.goal)):
        RollForwardDecision.objects.create(
            **of_unit, to_year=2027, from_goal=goal, status=status
        )
    Presentation.objects.create(
        municipality=cast.municipality,
        year=2026,
        quarter=Q3.number,
        kind="quarter",
        audience="leadership",
        on=date(2026, 10, 26),
    )
    found = evidence(cast)
    assert (found.lessons, found.recognitions) == (1, 1)
    assert found.decided_goals == frozenset({cast.goal.pk})
    assert found.presentations == (
        PresentationFacts(date(2026, 10, 26), Audience.LEADERSHIP, 3),
    )


def test_a_leaders_meeting_counts_for_those_who_presented(cast: Cast) -> None:
    told = Presentation.objects.create(
        municipality=cast.municipality,
        year=2026,
        kind="quarter",
        audience="leadership",
        on=date(2026, 10, 26),
    )
    told.units_presenting.add(cast.fjellvik)
    assert evidence(cast).presentations == ()


@pytest.mark.parametrize("units", [1, 30])
def test_evidence_costs_15_queries_however_many_units(
    cast: Cast, units: int, django_assert_num_queries: Any
) -> None:
    for number in range(units - 1):
        unit = Unit.objects.create(
            municipality=cast.municipality,
            key=f"enhet-{number}",
            name=f"Enhet {number}",
            path=f"x{number}/",
            started_on=date(2026, 1, 1),
        )
        plan = unit.plans.create(municipality=cast.municipality, year=2026)
        goal = plan.goals.create(municipality=cast.municipality, title="Mål")
        goal.indicators.create(municipality=cast.municipality, name="Tall")
    cast.goal.pulses.create(
        municipality=cast.municipality, month=datetime(2026, 1, 1, tzinfo=UTC).date()
    )
    Presentation.objects.create(
        municipality=cast.municipality,
        year=2026,
        kind="year",
        audience="political",
        on=date(2027, 2, 1),
    )
    rows = list(Unit.objects.select_related("municipality").exclude(kind="kommune"))
    with django_assert_num_queries(15):
        step_evidence(rows, [2026, 2027], day=TODAY)
