"""Conditions and involvements: asked anew each quarter, shared between units."""

from datetime import date

import pytest

from tests.cast import TODAY, Cast
from tests.records.quarters import Q2, Q3, now
from trinnvis.records.changes.conditions import (
    NewCondition,
    add_condition,
    drop_condition,
    no_conditions,
    no_conditions_for,
    use_condition,
)
from trinnvis.records.changes.involvements import (
    Wish,
    ask_involvement,
    no_involvement,
    no_involvement_for,
    withdraw_involvement,
)
from trinnvis.records.load.reviews import conditions_in, review_facts
from trinnvis.records.models import (
    Condition,
    ExternalBody,
    Goal,
    InvolvementRequest,
    LogEntry,
    Plan,
)
from trinnvis.records.refusals import Refused
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.review_facts import GoalAnswers
from trinnvis.rules.terms import ConditionKind

SHIFTS = NewCondition(
    ConditionKind.INTERNAL,
    "Omlegging av turnus",
    "Ny turnus fra mars ga uro.",
    date(2026, 3, 1),
    date(2026, 9, 30),
)


def answers(cast: Cast) -> GoalAnswers:
    return review_facts(cast.solvik.pk, [Q3])[Q3].about(cast.goal.pk)


def said(cast: Cast) -> tuple[bool, list[str]]:
    found = answers(cast)
    return found.no_conditions, [condition.title for condition in found.conditions]


def test_what_one_unit_tells_the_next_can_pick(cast: Cast):
    shared = add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    plan = Plan.objects.create(
        municipality=cast.municipality, unit=cast.fjellvik, year=2026
    )
    goal = Goal.objects.create(
        municipality=cast.municipality, plan=plan, title="Alle leser"
    )
    (offered,) = conditions_in(cast.municipality.pk, Q3)
    assert (offered.id, offered.reported_by) == (shared.pk, "Solvik barnehage")
    use_condition(goal, Q3, shared, **now(cast.ali))
    picked = review_facts(cast.fjellvik.pk, [Q3])[Q3].about(goal.pk)
    assert picked.conditions == (offered,)


def test_a_condition_that_was_over_is_not_offered(cast: Cast):
    add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    assert conditions_in(cast.municipality.pk, Q3.next) == ()


def test_adding_leaves_one_log_entry(cast: Cast):
    condition = add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    entry = LogEntry.objects.get(deed="add_condition")
    assert entry.after == {"condition": condition.pk, "title": "Omlegging av turnus"}
    assert said(cast) == (False, ["Omlegging av turnus"])


def test_using_one_takes_back_none(cast: Cast):
    condition = add_condition(cast.goal, Q2, SHIFTS, **now(cast.leif))
    no_conditions(cast.goal, Q3, True, **now(cast.leif))
    assert said(cast) == (True, [])
    use_condition(cast.goal, Q3, condition, **now(cast.leif))
    assert said(cast) == (False, ["Omlegging av turnus"])


def test_none_drops_what_was_said(cast: Cast):
    add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    no_conditions(cast.goal, Q3, True, **now(cast.leif))
    assert said(cast) == (True, [])
    assert Condition.objects.count() == 1


def test_using_twice_is_once(cast: Cast):
    condition = add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    use_condition(cast.goal, Q3, condition, **now(cast.leif))
    assert said(cast) == (False, ["Omlegging av turnus"])
    assert LogEntry.objects.filter(deed="use_condition").count() == 0


def test_dropping_leaves_the_register_alone(cast: Cast):
    condition = add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    for _time in range(2):
        drop_condition(cast.goal, Q3, condition, **now(cast.leif))
    assert (said(cast), Condition.objects.count()) == ((False, []), 1)
    assert LogEntry.objects.filter(deed="drop_condition").count() == 1


def test_none_for_all_goals_leaves_the_answered_alone(cast: Cast):
    add_condition(cast.goal, Q3, SHIFTS, **now(cast.leif))
    other = Goal.objects.create(
        municipality=cast.municipality, plan=cast.plan, title="Alle sover"
    )
    assert no_conditions_for((cast.goal, other), Q3, **now(cast.leif)) == 1
    found = review_facts(cast.solvik.pk, [Q3])[Q3]
    assert [found.about(goal.pk).no_conditions for goal in (cast.goal, other)] == [
        False,
        True,
    ]


def test_only_the_leader_answers_for_conditions(cast: Cast):
    with pytest.raises(Refused) as refused:
        no_conditions(cast.goal, Q3, True, **now(cast.kari))
    assert refused.value.reason is ReviewRefusal.NOT_LEADER


def test_a_unit_asks_another(cast: Cast):
    wish = Wish("Felles lekegrupper", to_unit=cast.fjellvik, due=date(2026, 11, 1))
    no_involvement(cast.goal, Q3, True, **now(cast.leif))
    ask_involvement(cast.goal, Q3, wish, **now(cast.leif))
    found = answers(cast)
    (asked,) = found.involvements
    assert (asked.to, asked.reason, asked.asked_on, asked.responsible) == (
        "Fjellvik skole",
        "Felles lekegrupper",
        TODAY,
        "Leif Berg",
    )
    assert found.no_involvement is False


def test_a_unit_asks_a_body_outside(cast: Cast):
    nav = ExternalBody.objects.create(
        municipality=cast.municipality, key="nav", name="NAV"
    )
    ask_involvement(cast.goal, Q3, Wish("Bolig", to_body=nav), **now(cast.leif))
    ask_involvement(cast.goal, Q3, Wish("Bolig", to_name="Røde Kors"), **now(cast.leif))
    assert [asked.to for asked in answers(cast).involvements] == ["NAV", "Røde Kors"]


def test_the_asked_leader_sees_the_request_and_others_do_not(cast: Cast):
    wish = Wish("Felles lekegrupper", to_unit=cast.fjellvik)
    request = ask_involvement(cast.goal, Q3, wish, **now(cast.leif))
    seen = {
        name
        for name in ("leif", "ali", "kari", "tone", "siri", "turid", "nils")
        if request in InvolvementRequest.objects.visible_to(getattr(cast, name))
    }
    assert seen == {"leif", "ali", "kari"}


def test_a_request_not_answered_is_taken_back(cast: Cast):
    request = ask_involvement(
        cast.goal, Q3, Wish("Bolig", to_name="Røde Kors"), **now(cast.leif)
    )
    withdraw_involvement(request, **now(cast.leif))
    assert answers(cast).involvements == ()
    assert LogEntry.objects.filter(deed="withdraw_involvement").count() == 1


def test_a_request_that_is_answered_stands(cast: Cast):
    request = ask_involvement(
        cast.goal, Q3, Wish("Bolig", to_name="Røde Kors"), **now(cast.leif)
    )
    request.answered_on = TODAY
    with pytest.raises(Refused) as refused:
        withdraw_involvement(request, **now(cast.leif))
    assert refused.value.reason is ReviewRefusal.REQUEST_ANSWERED


def test_nobody_for_all_goals_leaves_the_answered_alone(cast: Cast):
    ask_involvement(cast.goal, Q3, Wish("Bolig", to_name="NAV"), **now(cast.leif))
    other = Goal.objects.create(
        municipality=cast.municipality, plan=cast.plan, title="Alle sover"
    )
    assert no_involvement_for((cast.goal, other), Q3, **now(cast.leif)) == 1
    assert no_involvement_for((cast.goal, other), Q3, **now(cast.leif)) == 0
