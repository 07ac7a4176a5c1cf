"""Review access: who may write what in a quarter, and when."""

from dataclasses import replace
from datetime import date

import pytest

from trinnvis.rules.quarter_review import Line, Question, Readiness
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import (
    Hands,
    ReviewPlace,
    ReviewRefusal,
    why_not_answer_goal,
    why_not_decide,
    why_not_deliver_quarter,
    why_not_open,
    why_not_record_figure,
    why_not_reopen,
)

TODAY = date(2026, 10, 8)
HERE = ReviewPlace(Quarter(2026, 3), date(2026, 1, 1), delivered=False)
DELIVERED = replace(HERE, delivered=True)
NOT_ENDED = replace(HERE, quarter=Quarter(2026, 4))
NOBODY = Hands()
LEADER = Hands(leads=True)
COLLECTOR = Hands(collects=True)
FETCHER = Hands(fetches=True)
WAITS = Line(Question.MEETING, Readiness.WAITING)
READY = Line(Question.MEETING, Readiness.ANSWERED)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (HERE, None),
        (DELIVERED, None),
        (NOT_ENDED, ReviewRefusal.NOT_OPEN),
        (replace(HERE, started=None), ReviewRefusal.NOT_INCLUDED),
        (replace(HERE, started=date(2026, 10, 1)), ReviewRefusal.NOT_INCLUDED),
        (replace(HERE, started=date(2026, 9, 30)), None),
    ],
)
def test_a_quarter_opens_by_the_calendar_for_those_who_were_in(place, reason):
    assert why_not_open(place, TODAY) is reason


@pytest.mark.parametrize(
    ("hands", "place", "figure", "texts", "decisions"),
    [
        (LEADER, HERE, None, None, None),
        (COLLECTOR, HERE, None, None, ReviewRefusal.NOT_LEADER),
        (FETCHER, HERE, None, ReviewRefusal.NOT_COLLECTOR, ReviewRefusal.NOT_LEADER),
        (
            NOBODY,
            HERE,
            ReviewRefusal.NOT_COLLECTOR,
            ReviewRefusal.NOT_COLLECTOR,
            ReviewRefusal.NOT_LEADER,
        ),
        (LEADER, DELIVERED, *[ReviewRefusal.DELIVERED] * 3),
        (LEADER, NOT_ENDED, *[ReviewRefusal.NOT_OPEN] * 3),
    ],
)
def test_each_writes_their_own_and_nobody_after_delivery(
    hands, place, figure, texts, decisions
):
    found = (
        why_not_record_figure(place, hands, TODAY),
        why_not_answer_goal(place, hands, TODAY),
        why_not_decide(place, hands, TODAY),
    )
    assert found == (figure, texts, decisions)


@pytest.mark.parametrize(
    ("hands", "line", "reason"),
    [
        (LEADER, READY, None),
        (LEADER, WAITS, ReviewRefusal.ANSWERS_MISSING),
        (COLLECTOR, READY, ReviewRefusal.NOT_LEADER),
    ],
)
def test_the_leader_delivers_when_nothing_waits(hands, line, reason):
    assert why_not_deliver_quarter(HERE, hands, TODAY, (line,)) is reason


def test_a_late_quarter_is_delivered_too():
    late = date(2027, 5, 1)
    assert why_not_deliver_quarter(HERE, LEADER, late, (READY,)) is None


@pytest.mark.parametrize(
    ("hands", "place", "reason"),
    [
        (LEADER, DELIVERED, None),
        (LEADER, HERE, ReviewRefusal.NOT_DELIVERED),
        (COLLECTOR, DELIVERED, ReviewRefusal.NOT_LEADER),
    ],
)
def test_only_the_leader_reopens_and_only_what_is_delivered(hands, place, reason):
    assert why_not_reopen(place, hands) is reason
