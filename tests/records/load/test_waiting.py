"""What waits for each of the cast."""

from datetime import date
from typing import Any

import pytest

from tests.cast import NOON, TODAY, Cast
from tests.records.figures import Q1, Q2, Q3, day, deliver, observe
from trinnvis.records.load.people import sight_on
from trinnvis.records.load.waiting import waits_for
from trinnvis.records.models import (
    Briefing,
    Goal,
    InvolvementRequest,
    Person,
    PlanComment,
    Presentation,
    RoleAssignment,
)
from trinnvis.rules.terms import PlanState, Role
from trinnvis.rules.waiting import WaitKind


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The first two quarters are delivered; the third is open."""
    for quarter, on in ((Q1, day(4, 14)), (Q2, day(8, 20))):
        observe(cast.indicator, quarter, 85, cast.kari, on)
        deliver(cast, quarter, on)
    return cast


def kinds(person: Person) -> list[WaitKind]:
    return [each.kind for each in waits_for(person, day=TODAY)]


def test_the_collector_is_asked_for_the_open_quarter_s_figure(told: Cast) -> None:
    (waiting,) = waits_for(told.kari, day=TODAY)
    assert (waiting.kind, waiting.quarter, waiting.due, waiting.indicator_id) == (
        WaitKind.RECORD_FIGURE,
        Q3,
        date(2026, 10, 9),
        told.indicator.pk,
    )


def test_nothing_waits_when_the_figure_is_there(told: Cast) -> None:
    observe(told.indicator, Q3, 94, told.kari, day(10, 2))
    assert kinds(told.kari) == []


def test_who_fetches_the_figure_is_asked_in_the_collector_s_place(told: Cast) -> None:
    told.indicator.fetched_by = told.eva
    told.indicator.save()
    assert (kinds(told.eva), kinds(told.kari)) == ([WaitKind.RECORD_FIGURE], [])


def test_the_leader_is_asked_to_deliver(told: Cast) -> None:
    (waiting,) = waits_for(told.leif, day=TODAY)
    assert (waiting.kind, waiting.quarter, waiting.due) == (
        WaitKind.DELIVER_QUARTER,
        Q3,
        date(2026, 10, 16),
    )


@pytest.mark.parametrize(
    "other", ["tone", "ali", "siri", "turid", "arne", "eva", "nils"]
)
def test_nothing_of_it_waits_for_others(told: Cast, other: str) -> None:
    assert kinds(getattr(told, other)) == []


def test_a_task_waits_until_it_is_answered(told: Cast) -> None:
    observe(told.indicator, Q3, 94, told.kari, day(10, 2))
    goals = Goal.objects.filter(pk=told.goal.pk)
    goals.update(collector_accepted_at=None)
    assert kinds(told.kari) == [WaitKind.ACCEPT_TASK]
    goals.update(collector_declined="Jeg slutter.")
    assert kinds(told.kari) == []


def test_a_goal_without_deputy_waits_for_the_leader(told: Cast) -> None:
    deliver(told, Q3, day(10, 4))
    Goal.objects.filter(pk=told.goal.pk).update(deputy=None)
    assert kinds(told.leif) == [WaitKind.CHOOSE_DEPUTY]


def test_comments_requests_and_questions_wait_for_the_leader(told: Cast) -> None:
    deliver(told, Q3, day(10, 4))
    common = {"municipality": told.municipality}
    PlanComment.objects.create(
        **common, plan=told.plan, text="Er det nok tid?", by=told.turid, at=NOON
    )
    InvolvementRequest.objects.create(
        **common,
        from_unit=told.fjellvik,
        to_unit=told.solvik,
        reason="Felles overgang",
        asked_on=date(2026, 9, 1),
    )
    briefing = Briefing.objects.create(
        **common, unit=told.solvik, year=2027, on=date(2026, 10, 1)
    )
    briefing.questions.create(**common, text="Hvem henter tallene?")
    assert kinds(told.leif) == [
        WaitKind.ANSWER_COMMENT,
        WaitKind.ANSWER_INVOLVEMENT,
        WaitKind.ANSWER_QUESTION,
    ]


def test_a_plan_for_approval_waits_for_the_director_and_not_the_executive(
    told: Cast,
) -> None:
    told.plan.state = PlanState.FOR_APPROVAL
    told.plan.save()
    assert kinds(told.tone) == [WaitKind.APPROVE_PLAN]
    RoleAssignment.objects.create(
        municipality=told.municipality,
        person=told.eva,
        unit=told.root,
        role=Role.AREA_DIRECTOR,
        from_date=date(2026, 1, 1),
    )
    told.eva.sight = sight_on(told.eva, TODAY)
    assert (kinds(told.eva), kinds(told.tone)) == ([WaitKind.APPROVE_PLAN], [])


def test_a_plan_to_send_waits_from_the_day_its_month_begins(told: Cast) -> None:
    deliver(told, Q3, day(10, 4))
    told.solvik.plans.create(municipality=told.municipality, year=2027)
    assert kinds(told.leif) == []
    (waiting,) = waits_for(told.leif, day=date(2026, 12, 1))
    assert (waiting.kind, waiting.year, waiting.due) == (
        WaitKind.SUBMIT_PLAN,
        2027,
        date(2026, 12, 18),
    )


def test_a_point_agreed_in_a_meeting_waits_a_month_before_its_date(
    told: Cast,
) -> None:
    meeting = Presentation.objects.create(
        municipality=told.municipality,
        unit=told.solvik,
        year=2026,
        kind="quarter",
        audience="staff",
        on=date(2026, 9, 1),
    )
    meeting.action_points.create(
        municipality=told.municipality,
        text="Del tallene",
        responsible=told.eva,
        due=date(2026, 11, 1),
    )
    assert kinds(told.eva) == [WaitKind.ACTION_POINT]
    meeting.action_points.update(status="completed")
    assert kinds(told.eva) == []


@pytest.mark.parametrize("more", [0, 29])
def test_what_waits_costs_the_same_however_many_goals(
    told: Cast, more: int, django_assert_num_queries: Any
) -> None:
    for number in range(more):
        goal = told.plan.goals.create(
            municipality=told.municipality, title=f"Mål {number}", collector=told.leif
        )
        goal.indicators.create(municipality=told.municipality, name="Tall")
    told.goal.collector = told.leif
    told.goal.save()
    with django_assert_num_queries(15):
        waits_for(told.leif, day=TODAY)
