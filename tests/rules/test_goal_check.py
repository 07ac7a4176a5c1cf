"""Test the goal check: the seven marks and what each of them tells."""

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.examples import an_indicator
from trinnvis.rules.facts import GoalFacts, PulseFacts, SeriesFacts
from trinnvis.rules.goal_check import Lack, Mark, MarkState, precondition_marks
from trinnvis.rules.pulse import PulseCounts, PulseFinding
from trinnvis.rules.terms import Agreement, Precondition

ASKED = date(2025, 11, 14)
PLAYMATES = SeriesFacts(an_indicator(baseline=84, target=95, source="Lekekart"))
GOAL = GoalFacts(
    id=1,
    title="Innen 31. desember 2026 har minst 95 prosent av barna en fast lekevenn.",
    why="",
    deadline=date(2026, 12, 31),
    series=(PLAYMATES,),
    collector="Kari",
    collector_active=True,
    collector_accepted=True,
    deputy="Leif",
    deputy_active=True,
    made_in="Målverksted 14. november",
    understood=PulseFacts((0, 1, 0, 7, 6), taken_on=ASKED),
    meaningful=PulseFacts((3, 1, 2, 4, 4), taken_on=ASKED),
    realistic=PulseFacts((0, 0, 1, 1, 1), taken_on=ASKED),
)
BARE = GoalFacts(id=2, title="", why="", deadline=None)


def mark(precondition: Precondition, **changed) -> Mark:
    marks = precondition_marks(replace(GOAL, **changed), 2026)
    return next(mark for mark in marks if mark.precondition is precondition)


def test_marks_come_in_the_guides_order():
    found = [mark.precondition for mark in precondition_marks(GOAL, 2026)]
    assert found == list(Precondition)


def test_a_bare_goal_is_empty_and_at_no_fault():
    assert [mark.state for mark in precondition_marks(BARE, 2026)] == [
        *[MarkState.MISSING] * 4,
        *[MarkState.NOT_ASKED] * 3,
    ]


def test_measurable_is_answered_by_the_indicator_and_who_made_it():
    assert mark(Precondition.MEASURABLE) == Mark(
        Precondition.MEASURABLE,
        MarkState.ANSWERED,
        indicators=1,
        made_in="Målverksted 14. november",
    )


def test_measurable_tells_all_that_is_missing_in_any_indicator():
    half = SeriesFacts(an_indicator(unit="", target=5))
    found = mark(Precondition.MEASURABLE, series=(PLAYMATES, half), made_in="")
    assert (found.state, found.lacks) == (
        MarkState.PARTLY,
        (Lack.UNIT, Lack.BASELINE, Lack.SOURCE, Lack.MADE_IN),
    )


def test_a_milestone_without_its_date_lacks_a_target():
    milestone = SeriesFacts(an_indicator(direction="milestone"))
    found = mark(Precondition.MEASURABLE, series=(milestone,))
    assert found.lacks == (Lack.TARGET,)


def test_a_meeting_alone_makes_no_goal_measurable():
    found = mark(Precondition.MEASURABLE, series=())
    assert (found.state, found.lacks) == (MarkState.PARTLY, (Lack.INDICATOR,))


def test_simple_tells_how_many_words():
    assert mark(Precondition.SIMPLE) == Mark(
        Precondition.SIMPLE, MarkState.ANSWERED, words=13, indicators=1
    )


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"title": "ord " * 20}, ()),
        ({"title": "ord " * 21}, (Lack.FEWER_WORDS,)),
        (
            {"title": "Kvalitetsforbedring " * 9 + "nå"},
            (Lack.PLAINER_WORDS,),
        ),
        ({"series": (PLAYMATES,) * 3}, ()),
        ({"series": (PLAYMATES,) * 4}, (Lack.FEWER_INDICATORS,)),
    ],
)
def test_simple_has_three_limits(changed, lacks):
    found = mark(Precondition.SIMPLE, **changed)
    assert found.lacks == lacks
    assert found.state is (MarkState.DOUBT if lacks else MarkState.ANSWERED)


def test_dated_tells_the_date():
    assert mark(Precondition.DATED) == Mark(
        Precondition.DATED, MarkState.ANSWERED, deadline=date(2026, 12, 31)
    )


def test_a_date_outside_the_plan_year_is_a_doubt():
    assert mark(Precondition.DATED, deadline=date(2027, 1, 1)) == Mark(
        Precondition.DATED,
        MarkState.DOUBT,
        (Lack.DEADLINE_IN_YEAR,),
        deadline=date(2027, 1, 1),
    )


def test_collector_is_answered_by_two_living_people_and_a_yes():
    assert mark(Precondition.COLLECTOR) == Mark(
        Precondition.COLLECTOR, MarkState.ANSWERED, collector="Kari", deputy="Leif"
    )


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"collector_active": False}, (Lack.ACTIVE_COLLECTOR,)),
        ({"collector_accepted": False}, (Lack.ACCEPTANCE,)),
        ({"deputy": "", "deputy_active": False}, (Lack.DEPUTY,)),
        ({"deputy_active": False}, (Lack.ACTIVE_DEPUTY,)),
    ],
)
def test_collector_tells_what_is_left(changed, lacks):
    found = mark(Precondition.COLLECTOR, **changed)
    assert (found.state, found.lacks) == (MarkState.PARTLY, lacks)


def test_a_deputy_alone_is_still_shown():
    found = mark(Precondition.COLLECTOR, collector=" ")
    assert (found.state, found.lacks, found.deputy) == (
        MarkState.MISSING,
        (Lack.COLLECTOR,),
        "Leif",
    )


def test_the_staffs_agreement_is_told_with_counts_and_day():
    found = mark(Precondition.UNDERSTOOD)
    assert (found.state, found.agreement, found.asked_on) == (
        MarkState.ANSWERED,
        Agreement.AGREED,
        ASKED,
    )
    assert found.counts == PulseCounts(13, 0, 1, 0)


@pytest.mark.parametrize(
    ("pulse", "state", "agreement"),
    [
        ((3, 1, 2, 4, 4), MarkState.DOUBT, Agreement.DIVIDED),
        ((0, 1, 6, 4, 4), MarkState.DOUBT, Agreement.UNSURE),
        ((0, 0, 1, 1, 1), MarkState.HIDDEN, Agreement.HIDDEN),
    ],
)
def test_disagreement_asks_for_a_talk_and_few_answers_are_hidden(
    pulse, state, agreement
):
    found = mark(Precondition.REALISTIC, realistic=PulseFacts(pulse))
    assert (found.state, found.agreement) == (state, agreement)


def test_a_hidden_pulse_gives_away_nothing():
    assert mark(Precondition.REALISTIC).pulse == PulseFinding(Agreement.HIDDEN)


def test_marks_the_staff_are_not_asked_about_have_no_agreement():
    found = mark(Precondition.DATED)
    assert (found.agreement, found.counts) == (None, None)
