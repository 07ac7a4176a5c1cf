"""Review facts: what is said about a goal, and whether the quarter stands."""

from datetime import UTC, datetime

from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import (
    DeliveryFacts,
    GoalAnswers,
    OutcomeFacts,
    ReopeningFacts,
    ReviewFacts,
)
from trinnvis.rules.terms import ActionStatus, Outcome

Q3 = Quarter(2026, 3)
NOON = datetime(2026, 10, 8, 10, tzinfo=UTC)
DELIVERY = DeliveryFacts(1, "Leif", NOON)
REOPENING = ReopeningFacts("Leif", NOON, "Feil tall")


def test_a_goal_nobody_has_answered_has_empty_answers():
    assert ReviewFacts(Q3).about(4) == GoalAnswers(4)


def test_a_goal_has_its_own_answers():
    mine = GoalAnswers(4, achieved="Ja")
    assert ReviewFacts(Q3, goals=(GoalAnswers(3), mine)).about(4) == mine


def test_an_action_has_its_own_outcome():
    mine = OutcomeFacts(7, Outcome.CONTINUE, ActionStatus.ONGOING)
    review = ReviewFacts(Q3, outcomes=(mine,))
    assert (review.outcome_of(7), review.outcome_of(8)) == (mine, None)


def test_a_reopened_quarter_does_not_stand_delivered():
    delivered = ReviewFacts(Q3, deliveries=(DELIVERY,))
    reopened = ReviewFacts(Q3, deliveries=(DELIVERY,), reopenings=(REOPENING,))
    assert (ReviewFacts(Q3).delivered, delivered.delivered, reopened.delivered) == (
        False,
        True,
        False,
    )
