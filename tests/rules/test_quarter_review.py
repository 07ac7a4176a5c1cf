"""Quarter review: what is asked, what stands, and what still waits."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.rules.examples import Q1, Q2, Q3, a_figure, an_indicator
from trinnvis.rules.assess import GoalFinding, assess_goal, assess_plan
from trinnvis.rules.facts import (
    ActionFacts,
    GoalFacts,
    PlanFacts,
    SeriesFacts,
    UnitFacts,
)
from trinnvis.rules.quarter_review import (
    Counted,
    Course,
    Lack,
    Line,
    Question,
    Readiness,
    counted,
    course_of,
    goal_lines,
    lack_of,
    moved,
    quarter_lines,
    remaining,
    usual_to_plan,
)
from trinnvis.rules.review_facts import (
    ConditionFacts,
    FactorFacts,
    GoalAnswers,
    InvolvementFacts,
    OutcomeFacts,
    ReviewFacts,
)
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    Direction,
    Frequency,
    MissingReason,
    Outcome,
)

TODAY = date(2026, 10, 8)
CALM = ActionFacts(7, "Lekegrupper", ActionStatus.ONGOING, due=date(2026, 12, 18))
CONTINUED = OutcomeFacts(7, Outcome.CONTINUE, ActionStatus.ONGOING, to_plan=True)


def a_goal(*values: Any, actions: tuple[ActionFacts, ...] = (), **kind: Any) -> Any:
    """Build a goal whose figure shall rise from 80 to 100, with its quarters."""
    known = {"baseline": 80, "target": 100, "acceptable": 90, **kind}
    figures = tuple(
        a_figure(quarter, value)
        for quarter, value in zip((Q1, Q2, Q3), values, strict=False)
        if value is not None
    )
    series = SeriesFacts(an_indicator(**known), figures)
    return GoalFacts(1, "Mål", "", None, series=(series,), actions=actions)


def at(goal: GoalFacts, quarter: Any) -> GoalFinding:
    return assess_goal(goal, quarter, TODAY)


def readiness_of(
    goal: GoalFacts,
    question: Question,
    answers: ReviewFacts | None = None,
    last: ReviewFacts | None = None,
) -> Readiness:
    lines = goal_lines(
        at(goal, Q3), at(goal, Q2), answers or ReviewFacts(Q3), last, TODAY
    )
    (found,) = [line.readiness for line in lines if line.question is question]
    return found


def said(**answers: Any) -> ReviewFacts:
    return ReviewFacts(Q3, goals=(GoalAnswers(1, **answers),))


ON_TRACK = a_goal(86, 91, 96)
CAME_ON_TRACK = a_goal(81, 82, 96)
OFF = a_goal(80, 80, 80)
BEHIND = a_goal(86, 91, 88)


def test_a_goal_that_goes_as_before_has_not_moved():
    assert moved(at(ON_TRACK, Q3), at(ON_TRACK, Q2)) is False


def test_a_goal_that_came_on_track_has_moved():
    assert moved(at(CAME_ON_TRACK, Q3), at(CAME_ON_TRACK, Q2)) is True


def test_a_goal_without_figure_has_not_moved():
    goal = a_goal(86, 91)
    assert moved(at(goal, Q3), at(goal, Q2)) is False


def test_the_first_figure_is_a_move():
    goal = a_goal(None, None, 96)
    assert moved(at(goal, Q3), at(goal, Q2)) is True


@pytest.mark.parametrize(
    ("goal", "course"),
    [
        (ON_TRACK, Course.WELL),
        (BEHIND, Course.BEHIND),
        (OFF, Course.OFF),
        (a_goal(86, 91, 96, seasonal=True), Course.UNJUDGED),
        (a_goal(86, 91), Course.UNKNOWN),
    ],
)
def test_course_of_a_goal(goal, course):
    assert course_of(at(goal, Q3)) is course


def test_nothing_is_known_of_a_goal_that_was_not_there():
    assert course_of(None) is Course.UNKNOWN


def test_a_missing_figure_waits():
    assert readiness_of(a_goal(86, 91), Question.FIGURE) is Readiness.WAITING


def test_a_figure_never_carries_forward():
    last = replace(said(achieved="91"), quarter=Q2)
    found = readiness_of(a_goal(86, 91), Question.FIGURE, last=last)
    assert found is Readiness.WAITING


def test_a_figure_that_is_there_is_answered():
    assert readiness_of(ON_TRACK, Question.FIGURE) is Readiness.ANSWERED


def test_a_figure_missing_with_a_reason_is_answered():
    series = SeriesFacts(
        an_indicator(baseline=80, target=100),
        (a_figure(Q3, missing_reason=MissingReason.NOT_AVAILABLE),),
    )
    goal = GoalFacts(1, "Mål", "", None, series=(series,))
    assert readiness_of(goal, Question.FIGURE) is Readiness.ANSWERED


def test_a_yearly_figure_is_for_later():
    goal = a_goal(frequency=Frequency.YEARLY)
    assert readiness_of(goal, Question.FIGURE) is Readiness.LATER


def test_a_quarter_before_the_unit_began_asks_for_no_figure():
    goal = a_goal()
    now = assess_goal(goal, Q3, TODAY, started=date(2026, 10, 1))
    line = goal_lines(now, None, ReviewFacts(Q3), None, TODAY)[0]
    assert line.readiness is Readiness.LATER


@pytest.mark.parametrize(
    ("due", "figures", "readiness"),
    [
        (date(2026, 9, 15), (), Readiness.WAITING),
        (date(2026, 12, 15), (), Readiness.LATER),
        (None, (), Readiness.LATER),
        (date(2026, 9, 15), (a_figure(Q3, 0),), Readiness.ANSWERED),
        (
            date(2026, 9, 15),
            (a_figure(Q2, 1, done_on=date(2026, 6, 1)),),
            Readiness.SETTLED,
        ),
    ],
)
def test_a_milestone_is_asked_about_when_its_day_has_come(due, figures, readiness):
    indicator = an_indicator(direction=Direction.MILESTONE, due=due)
    goal = GoalFacts(1, "Mål", "", None, series=(SeriesFacts(indicator, figures),))
    assert readiness_of(goal, Question.FIGURE) is readiness


@pytest.mark.parametrize(
    ("goal", "answers", "readiness"),
    [
        (ON_TRACK, {}, Readiness.SUGGESTED),
        (ON_TRACK, {"achieved": "96 av 100."}, Readiness.ANSWERED),
        (a_goal(86, 91), {}, Readiness.OPTIONAL),
    ],
)
def test_what_is_achieved_is_suggested_from_the_figures(goal, answers, readiness):
    assert readiness_of(goal, Question.ACHIEVED, said(**answers)) is readiness


@pytest.mark.parametrize(
    ("goal", "answers", "readiness"),
    [
        (OFF, {}, Readiness.WAITING),
        (OFF, {"not_achieved": "Fire mangler."}, Readiness.ANSWERED),
        (BEHIND, {}, Readiness.OPTIONAL),
        (ON_TRACK, {}, Readiness.OPTIONAL),
    ],
)
def test_what_is_not_achieved_is_asked_when_it_is_off(goal, answers, readiness):
    assert readiness_of(goal, Question.NOT_ACHIEVED, said(**answers)) is readiness


FACTOR = {"factors": (FactorFacts("Samme voksen hver uke"),)}


@pytest.mark.parametrize(
    ("goal", "answers", "last", "readiness"),
    [
        (CAME_ON_TRACK, {}, {}, Readiness.WAITING),
        (CAME_ON_TRACK, {}, FACTOR, Readiness.WAITING),
        (CAME_ON_TRACK, FACTOR, {}, Readiness.ANSWERED),
        (CAME_ON_TRACK, {"factor_unknown": True}, {}, Readiness.ANSWERED),
        (ON_TRACK, {}, FACTOR, Readiness.CARRIED),
        (ON_TRACK, {}, {"factor_unknown": True}, Readiness.CARRIED),
        (ON_TRACK, {}, {}, Readiness.WAITING),
        (ON_TRACK, {"factors": (FactorFacts(""),)}, {}, Readiness.WAITING),
        (BEHIND, {}, {}, Readiness.OPTIONAL),
        (OFF, {}, FACTOR, Readiness.OPTIONAL),
    ],
)
def test_why_it_went_well_is_asked_when_it_began_to(goal, answers, last, readiness):
    found = readiness_of(
        goal, Question.FACTOR, said(**answers), replace(said(**last), quarter=Q2)
    )
    assert found is readiness


def test_without_an_earlier_quarter_why_it_goes_well_is_asked():
    assert readiness_of(ON_TRACK, Question.FACTOR) is Readiness.WAITING


def with_action(action: ActionFacts, **review: Any) -> Line:
    goal = a_goal(86, 91, 96, actions=(action,))
    answers = ReviewFacts(Q3, outcomes=review.get("now", ()))
    last = ReviewFacts(Q2, outcomes=review["last"]) if "last" in review else None
    lines = goal_lines(at(goal, Q3), at(goal, Q2), answers, last, TODAY)
    (found,) = [line for line in lines if line.question is Question.ACTION]
    return found


def test_a_calm_action_continues_as_last_quarter():
    assert with_action(CALM, last=(CONTINUED,)).readiness is Readiness.CARRIED


@pytest.mark.parametrize(
    "action",
    [
        replace(CALM, status=ActionStatus.DELAYED),
        replace(CALM, due=date(2026, 10, 1)),
    ],
)
def test_a_delayed_action_is_asked_about(action):
    assert with_action(action, last=(CONTINUED,)).readiness is Readiness.WAITING


@pytest.mark.parametrize("outcome", [Outcome.ADJUST, Outcome.STOP, Outcome.REPLACE])
def test_a_changed_action_is_asked_about(outcome):
    last = (replace(CONTINUED, outcome=outcome, reason="Flyttes"),)
    assert with_action(CALM, last=last).readiness is Readiness.WAITING


def test_an_action_never_decided_about_is_asked_about():
    assert with_action(CALM).readiness is Readiness.WAITING


def test_an_action_begun_after_the_quarter_is_for_later():
    begun = replace(CALM, start=date(2026, 10, 1))
    assert with_action(begun).readiness is Readiness.LATER


def test_a_finished_action_is_settled():
    done = replace(CALM, status=ActionStatus.COMPLETED)
    assert with_action(done).readiness is Readiness.SETTLED


@pytest.mark.parametrize(
    ("outcome", "lack"),
    [
        (CONTINUED, None),
        (replace(CONTINUED, outcome=Outcome.ADJUST), Lack.REASON),
        (replace(CONTINUED, outcome=Outcome.ADJUST, reason="Flyttes"), None),
        (replace(CONTINUED, outcome=Outcome.STOP), Lack.REASON),
        (replace(CONTINUED, outcome=Outcome.REPLACE, reason="Nei"), Lack.SUCCESSOR),
        (
            replace(CONTINUED, outcome=Outcome.REPLACE, successor_title="Nytt"),
            Lack.REASON,
        ),
    ],
)
def test_a_change_has_a_reason_and_a_replacement_a_name(outcome, lack):
    line = with_action(CALM, now=(outcome,))
    waits = Readiness.WAITING if lack else Readiness.ANSWERED
    assert (lack_of(outcome), line.lacks, line.readiness) == (lack, lack, waits)


@pytest.mark.parametrize(
    ("status", "due", "to_plan"),
    [
        (ActionStatus.ONGOING, None, True),
        (ActionStatus.ONGOING, date(2026, 10, 1), False),
        (ActionStatus.COMPLETED, date(2026, 10, 1), True),
        (ActionStatus.DELAYED, None, False),
    ],
)
def test_what_is_delayed_or_past_its_date_did_not_go_to_plan(status, due, to_plan):
    assert usual_to_plan(status, due, TODAY) is to_plan


SHIFTS = ConditionFacts(3, ConditionKind.INTERNAL, "Omlegging av turnus")


@pytest.mark.parametrize(
    ("answers", "readiness"),
    [
        ({}, Readiness.WAITING),
        ({"no_conditions": True}, Readiness.ANSWERED),
        ({"conditions": (SHIFTS,)}, Readiness.ANSWERED),
    ],
)
def test_other_conditions_start_empty_and_none_is_an_answer(answers, readiness):
    assert readiness_of(ON_TRACK, Question.CONDITIONS, said(**answers)) is readiness


@pytest.mark.parametrize(
    ("answers", "readiness"),
    [
        ({}, Readiness.WAITING),
        ({"no_involvement": True}, Readiness.ANSWERED),
        ({"involvements": (InvolvementFacts(4, "NAV", "Bolig"),)}, Readiness.ANSWERED),
    ],
)
def test_others_to_involve_start_empty_and_none_is_an_answer(answers, readiness):
    assert readiness_of(ON_TRACK, Question.INVOLVEMENT, said(**answers)) is readiness


def test_conditions_of_last_quarter_do_not_carry():
    last = replace(said(no_conditions=True, no_involvement=True), quarter=Q2)
    found = [
        readiness_of(ON_TRACK, question, last=last)
        for question in (Question.CONDITIONS, Question.INVOLVEMENT)
    ]
    assert found == [Readiness.WAITING, Readiness.WAITING]


def unit_lines(**review: Any) -> tuple[Line, ...]:
    empty = assess_plan(PlanFacts(1, UnitFacts(1, 1, "1/", None), 2026), Q3, TODAY)
    return quarter_lines(empty, empty, ReviewFacts(Q3, **review), None, TODAY)


def test_lines_come_goal_by_goal_and_then_the_unit():
    unit = UnitFacts(1, 1, "1/", None)
    plan = PlanFacts(1, unit, 2026, goals=(ON_TRACK, replace(OFF, id=2)))
    now, before = assess_plan(plan, Q3, TODAY), assess_plan(plan, Q2, TODAY)
    lines = quarter_lines(now, before, ReviewFacts(Q3), None, TODAY)
    assert [line.goal_id for line in lines] == [1] * 6 + [2] * 6 + [None, None]


@pytest.mark.parametrize(
    ("review", "meeting", "recognition"),
    [
        ({}, Readiness.WAITING, Readiness.OPTIONAL),
        ({"meeting_on": TODAY}, Readiness.ANSWERED, Readiness.OPTIONAL),
        ({"no_meeting_reason": "Streik"}, Readiness.ANSWERED, Readiness.OPTIONAL),
        ({"recognition": "Takk"}, Readiness.WAITING, Readiness.ANSWERED),
    ],
)
def test_the_unit_meets_and_may_thank(review, meeting, recognition):
    found = [line.readiness for line in unit_lines(**review)]
    assert found == [meeting, recognition]


def test_what_waits_is_counted_and_listed_in_page_order():
    lines = goal_lines(at(OFF, Q3), at(OFF, Q2), ReviewFacts(Q3), None, TODAY)
    assert [line.question for line in remaining(lines)] == [
        Question.NOT_ACHIEVED,
        Question.CONDITIONS,
        Question.INVOLVEMENT,
    ]
    assert (counted(lines), counted(lines).left) == (Counted(2, 5), 3)
