"""Outcomes: one decision per action and quarter, with reason and successor."""

import pytest

from tests.cast import Cast
from tests.records.quarters import Q2, Q3, answer_all, deliver, figure, now
from trinnvis.records.changes.deliveries import reopen_quarter
from trinnvis.records.changes.outcomes import (
    Decision,
    carry_outcome,
    continue_actions,
    decide_action,
)
from trinnvis.records.changes.reviews import open_review
from trinnvis.records.models import Action, ActionOutcome, LogEntry
from trinnvis.records.refusals import Refused, Stale
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.terms import ActionStatus, Outcome

REPLACED = Decision(
    Outcome.REPLACE, reason="Virket ikke", successor_title="Lekegrupper ute"
)


def values() -> list[tuple[object, ...]]:
    fields = ("outcome", "status", "to_plan", "reason", "carried", "version")
    return list(ActionOutcome.objects.values_list(*fields))


def test_a_decision_takes_status_and_plan_from_the_action(cast: Cast):
    decide_action(
        cast.action, Q3, Decision(Outcome.CONTINUE), version=0, **now(cast.leif)
    )
    assert values() == [("continue", "ongoing", True, "", False, 1)]
    assert LogEntry.objects.filter(deed="decide_action").count() == 1


def test_the_reason_comes_after_the_choice(cast: Cast):
    who = now(cast.leif)
    decide_action(cast.action, Q3, Decision(Outcome.ADJUST), version=0, **who)
    reason = Decision(Outcome.ADJUST, reason="Flyttes ut", to_plan=False)
    decide_action(cast.action, Q3, reason, version=1, **who)
    assert values() == [("adjust", "ongoing", False, "Flyttes ut", False, 2)]


def test_two_decisions_at_once_give_both(cast: Cast):
    decide_action(cast.action, Q3, Decision(Outcome.STOP), version=0, **now(cast.leif))
    with pytest.raises(Stale):
        decide_action(
            cast.action, Q3, Decision(Outcome.CONTINUE), version=0, **now(cast.leif)
        )


def test_only_the_leader_decides(cast: Cast):
    with pytest.raises(Refused) as refused:
        decide_action(
            cast.action, Q3, Decision(Outcome.STOP), version=0, **now(cast.kari)
        )
    assert refused.value.reason is ReviewRefusal.NOT_LEADER


def test_unchanged_repeats_last_quarter(cast: Cast):
    who = now(cast.leif)
    decide_action(cast.action, Q2, Decision(Outcome.CONTINUE), version=0, **who)
    carry_outcome(cast.action, Q3, **who)
    row = ActionOutcome.objects.get(review__quarter=3)
    assert (row.outcome, row.carried) == ("continue", True)


def test_nothing_is_repeated_where_nothing_was_decided(cast: Cast):
    assert carry_outcome(cast.action, Q3, **now(cast.leif)) is None


def test_what_is_decided_is_not_repeated_over(cast: Cast):
    who = now(cast.leif)
    decide_action(cast.action, Q2, Decision(Outcome.CONTINUE), version=0, **who)
    decide_action(cast.action, Q3, Decision(Outcome.ADJUST), version=0, **who)
    assert carry_outcome(cast.action, Q3, **who) is None
    assert ActionOutcome.objects.get(review__quarter=3).outcome == "adjust"


def test_all_that_wait_continue_in_one_deed(cast: Cast):
    other = Action.objects.create(
        municipality=cast.municipality, goal=cast.goal, title="Foreldremøte"
    )
    who = now(cast.leif)
    decide_action(cast.action, Q3, Decision(Outcome.ADJUST), version=0, **who)
    assert continue_actions((cast.action, other), Q3, **who) == 1
    found = ActionOutcome.objects.order_by("pk").values_list("action", "outcome")
    assert list(found) == [(cast.action.pk, "adjust"), (other.pk, "continue")]
    entry = LogEntry.objects.get(deed="continue_actions")
    assert entry.after == {"actions": [other.pk]}


def test_continuing_nothing_does_nothing(cast: Cast):
    assert continue_actions((), Q3, **now(cast.leif)) == 0


def test_the_plan_is_told_of_a_replacement_when_it_is_delivered(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    decide_action(cast.action, Q3, REPLACED, version=1, **now(cast.leif))
    assert list(Action.objects.all()) == [cast.action]
    deliver(cast)
    old, new = Action.objects.order_by("pk")
    assert (old.status, old.successor) == (ActionStatus.REPLACED, new)
    assert (new.title, new.goal, new.due) == (
        "Lekegrupper ute",
        cast.goal,
        cast.action.due,
    )


def test_delivered_again_the_successor_gets_its_new_name(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    who = now(cast.leif)
    decide_action(cast.action, Q3, REPLACED, version=1, **who)
    deliver(cast)
    reopen_quarter(cast.solvik, Q3, "Feil navn", by=cast.leif, at=who["at"])
    renamed = Decision(Outcome.REPLACE, successor_title="Uteskole")
    decide_action(cast.action, Q3, renamed, version=2, **who)
    deliver(cast)
    titles = Action.objects.order_by("pk").values_list("title", flat=True)
    assert list(titles) == [cast.action.title, "Uteskole"]


def test_a_replacement_taken_back_leaves_the_plan_as_it_was(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    who = now(cast.leif)
    decide_action(cast.action, Q3, REPLACED, version=1, **who)
    deliver(cast)
    reopen_quarter(cast.solvik, Q3, "Angret", by=cast.leif, at=who["at"])
    decide_action(cast.action, Q3, Decision(Outcome.CONTINUE), version=2, **who)
    deliver(cast)
    (left,) = Action.objects.all()
    assert (left.status, left.successor) == (ActionStatus.ONGOING, None)


def test_a_stopped_action_is_stopped_in_the_plan(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    stop = Decision(Outcome.STOP, reason="Ferdig utprøvd")
    decide_action(cast.action, Q3, stop, version=1, **now(cast.leif))
    deliver(cast)
    cast.action.refresh_from_db()
    assert cast.action.status == ActionStatus.STOPPED


def test_opening_is_not_needed_first(cast: Cast):
    review = open_review(cast.solvik, Q3, **now(cast.leif))
    decide_action(
        cast.action, Q3, Decision(Outcome.CONTINUE), version=0, **now(cast.leif)
    )
    assert ActionOutcome.objects.get().review == review
