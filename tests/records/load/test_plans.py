"""A plan as facts: constant number of queries, and the adopted text for others."""

from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.records.figures import Q1, Q2, day, deliver, observe
from trinnvis.records.load.goals import goal_facts, unit_goals
from trinnvis.records.load.plans import plan_facts, plan_to_freeze
from trinnvis.records.models import Goal, Indicator, Plan, PlanVersion, Pulse
from trinnvis.records.versions import freeze
from trinnvis.rules.facts import ChapterFacts, KeyFigureFacts
from trinnvis.rules.terms import Chapter, PlanState


def make_goals(cast: Cast, count: int) -> None:
    for number in range(count):
        goal = Goal.objects.create(
            municipality=cast.municipality,
            plan=cast.plan,
            order=number + 1,
            title=f"Mål {number}",
            collector=cast.kari,
            workshop=None,
        )
        indicator = Indicator.objects.create(
            municipality=cast.municipality, goal=goal, name=f"Tall {number}"
        )
        observe(indicator, Q1, number, cast.kari, day(4, 8))


@pytest.mark.parametrize("more", [0, 29])
def test_a_plan_costs_11_queries_however_many_goals(
    cast: Cast, more: int, django_assert_num_queries: Any
) -> None:
    make_goals(cast, more)
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    Pulse.objects.create(
        municipality=cast.municipality, goal=cast.goal, month=day(1, 1).date()
    )
    plan = Plan.objects.select_related("unit").get(pk=cast.plan.pk)
    with django_assert_num_queries(11):
        facts = plan_facts(plan, reader=cast.leif.sight)
    assert len(facts.goals) == 1 + more


@pytest.mark.parametrize("more", [0, 29])
def test_a_unit_s_goals_cost_8_queries_for_who_sees_no_pulses(
    cast: Cast, more: int, django_assert_num_queries: Any
) -> None:
    make_goals(cast, more)
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    with django_assert_num_queries(8):
        goals = unit_goals(cast.solvik, 2026, reader=cast.siri.sight)
    assert [goal.number for goal in goals] == list(range(1, more + 2))


def test_a_goal_tells_who_collects_and_what_it_involves(cast: Cast) -> None:
    facts = goal_facts(cast.goal, reader=cast.leif.sight)
    assert (facts.collector, facts.collector_active, facts.collector_accepted) == (
        "Kari Nes",
        True,
        True,
    )
    assert facts.perspective == "Brukere og innbyggere"
    assert [action.title for action in facts.actions] == [
        "Lekegrupper med voksen til stede"
    ]


def test_a_plan_lists_every_chapter_in_order(cast: Cast) -> None:
    cast.plan.chapters.create(
        municipality=cast.municipality, key=Chapter.RISKS, text="Sykefravær."
    )
    cast.plan.key_figures.create(
        municipality=cast.municipality, label="Barn", text="62"
    )
    facts = plan_facts(cast.plan, reader=cast.leif.sight)
    assert [chapter.chapter for chapter in facts.chapters] == list(Chapter)
    assert facts.chapters[4] == ChapterFacts(Chapter.RISKS, "Sykefravær.")
    assert facts.key_figures == (KeyFigureFacts("Barn", "62"),)


def test_pulses_are_loaded_only_for_those_who_may_see_them(cast: Cast) -> None:
    pulse = Pulse.objects.create(
        municipality=cast.municipality, goal=cast.goal, month=day(1, 1).date()
    )
    for answer, count in ((0, 1), (4, 6), (5, 3)):
        pulse.counts.create(
            municipality=cast.municipality,
            question="understood",
            answer=answer,
            count=count,
        )
    seen = {
        name: goal_facts(cast.goal, reader=getattr(cast, name).sight).understood
        for name in ("leif", "kari", "turid", "arne", "tone", "ali", "siri")
    }
    counted = seen["leif"]
    assert counted is not None
    assert (counted.counts, counted.unsure) == ((0, 0, 0, 6, 3), 1)
    assert [name for name, pulse in seen.items() if pulse is None] == [
        "tone",
        "ali",
        "siri",
    ]


def test_through_leaves_later_quarters_out(cast: Cast) -> None:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    observe(cast.indicator, Q2, 89, cast.kari, day(7, 3))
    facts = plan_facts(cast.plan, reader=cast.leif.sight, through=Q1)
    (figure,) = facts.goals[0].series[0].observations
    assert figure.quarter == Q1


def test_what_is_frozen_at_delivery_holds_that_quarter_and_no_untold_one(
    cast: Cast,
) -> None:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    observe(cast.indicator, Q2, 89, cast.kari, day(7, 3))
    facts = plan_to_freeze(cast.plan, delivering=Q2)
    assert [f.quarter for f in facts.goals[0].series[0].observations] == [Q2]


def test_while_a_plan_is_revised_others_read_the_adopted_text(cast: Cast) -> None:
    content, checksum = freeze(plan_to_freeze(cast.plan))
    PlanVersion.objects.create(
        municipality=cast.municipality,
        plan=cast.plan,
        number=1,
        content=content,
        checksum=checksum,
        by=cast.leif,
        at=day(1, 2),
    )
    cast.plan.state = PlanState.REVISED
    cast.plan.save()
    old = cast.goal.title
    Goal.objects.filter(pk=cast.goal.pk).update(title="Nytt mål")
    make_goals(cast, 1)
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    deliver(cast, Q1, day(4, 14))
    for_siri = plan_facts(cast.plan, reader=cast.siri.sight)
    assert [goal.title for goal in for_siri.goals] == [old]
    (figure,) = for_siri.goals[0].series[0].observations
    assert figure.value == Decimal(85)
    for_leif = plan_facts(cast.plan, reader=cast.leif.sight)
    assert [goal.title for goal in for_leif.goals] == ["Nytt mål", "Mål 0"]
