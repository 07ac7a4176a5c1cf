"""Deliveries: frozen, told to all at once, opened again only with a trace."""

from datetime import UTC, date, datetime

import pytest

from tests.cast import NOON, Cast
from tests.records.quarters import (
    Q2,
    Q3,
    answer_all,
    deliver,
    delivered,
    figure,
    now,
)
from trinnvis.records.changes.deliveries import deliver_quarter, reopen_quarter
from trinnvis.records.changes.goal_reviews import answer_factor, answer_goal
from trinnvis.records.changes.outcomes import Decision, decide_action
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import (
    ActionOutcome,
    Delivery,
    GoalReview,
    LogEntry,
    QuarterReview,
    Reopening,
    SuccessFactor,
)
from trinnvis.records.refusals import Refused
from trinnvis.records.versions import checksum_of, thaw_as
from trinnvis.rules.quarter_review import Question
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.review_facts import DeliveredQuarter
from trinnvis.rules.terms import Outcome

LATER = datetime(2026, 10, 6, 10, tzinfo=UTC)


def test_what_waits_is_listed_and_nothing_is_written(cast: Cast):
    with pytest.raises(Refused) as refused:
        deliver(cast)
    assert refused.value.reason is ReviewRefusal.ANSWERS_MISSING
    assert [line.question for line in refused.value.missing] == [
        Question.FIGURE,
        Question.ACTION,
        Question.CONDITIONS,
        Question.INVOLVEMENT,
        Question.MEETING,
    ]
    assert (Delivery.objects.count(), QuarterReview.objects.count()) == (0, 0)


def test_a_delivery_is_frozen_with_its_checksum(cast: Cast):
    delivery = delivered(cast)
    told = thaw_as(DeliveredQuarter, delivery.content)
    assert checksum_of(delivery.content) == delivery.checksum
    assert (told.day, told.plan.goals[0].series[0].at(Q3).value) == (
        date(2026, 10, 5),
        93,
    )
    assert told.answers.goals[0].achieved == "93 prosent har en fast lekevenn."
    assert LogEntry.objects.filter(deed="deliver_quarter").count() == 1


def test_the_suggested_sentence_is_known_as_the_tools(cast: Cast):
    delivered(cast)
    row = GoalReview.objects.get()
    assert (row.achieved, row.achieved_is_suggested) == (
        "93 prosent har en fast lekevenn.",
        True,
    )


def test_an_internal_note_never_leaves(cast: Cast):
    note = {"internal_note": "Bare for oss"}
    answer_goal(cast.goal, Q3, note, version=0, **now(cast.leif))
    told = thaw_as(DeliveredQuarter, delivered(cast).content)
    assert told.answers.goals[0].internal_note == ""
    assert GoalReview.objects.get().internal_note == "Bare for oss"


def test_delivering_twice_is_once(cast: Cast):
    assert delivered(cast) == deliver(cast)
    assert Delivery.objects.count() == 1


def test_only_the_leader_delivers(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    with pytest.raises(Refused) as refused:
        deliver_quarter(cast.solvik, Q3, {}, **now(cast.kari))
    assert refused.value.reason is ReviewRefusal.NOT_LEADER


def test_a_late_delivery_is_taken_and_marked(cast: Cast):
    figure(cast, Q3, 93)
    answer_all(cast)
    late = deliver_quarter(
        cast.solvik, Q3, {}, day=date(2026, 11, 23), by=cast.leif, at=LATER
    )
    assert late.late is True


def test_in_time_is_not_late(cast: Cast):
    assert delivered(cast).late is False


def test_everyone_sees_it_at_once_and_nobody_earlier(cast: Cast):
    people = ("kari", "leif", "tone", "ali", "siri", "turid", "arne", "eva", "nils")

    def seen_by() -> set[str]:
        return {
            name
            for name in people
            if QuarterReview.objects.visible_to(getattr(cast, name)).exists()
            or GoalReview.objects.visible_to(getattr(cast, name)).exists()
            or ActionOutcome.objects.visible_to(getattr(cast, name)).exists()
            or SuccessFactor.objects.visible_to(getattr(cast, name)).exists()
        }

    figure(cast, Q3, 93)
    answer_all(cast)
    assert seen_by() == {"kari", "leif"}
    deliver(cast)
    assert seen_by() == set(people) - {"nils"}


def test_reopened_is_written_in_unseen_and_the_delivery_stands(cast: Cast):
    delivered(cast)
    reopen_quarter(cast.solvik, Q3, "Feil tall", by=cast.leif, at=LATER)
    known = review_facts(cast.solvik.pk, [Q3])[Q3].about(cast.goal.pk).version
    text = {"achieved": "Nytt"}
    answer_goal(cast.goal, Q3, text, version=known, **now(cast.leif))
    assert GoalReview.objects.visible_to(cast.tone).count() == 0
    assert QuarterReview.objects.visible_to(cast.tone).count() == 1
    again = deliver_quarter(
        cast.solvik, Q3, {}, day=LATER.date(), by=cast.leif, at=LATER
    )
    assert again.number == 2


def test_a_reopening_leaves_a_trace(cast: Cast):
    delivered(cast)
    reopen_quarter(cast.solvik, Q3, " Feil tall ", by=cast.leif, at=LATER)
    facts = review_facts(cast.solvik.pk, [Q3])[Q3]
    (opened,) = facts.reopenings
    assert (opened.by, opened.at, opened.reason) == ("Leif Berg", LATER, "Feil tall")
    assert LogEntry.objects.get(deed="reopen_quarter").reason == "Feil tall"
    assert facts.delivered is False


@pytest.mark.parametrize(
    ("who", "reason", "refusal"),
    [
        ("leif", " ", ReviewRefusal.REASON_MISSING),
        ("kari", "Feil tall", ReviewRefusal.NOT_LEADER),
        ("tone", "Feil tall", ReviewRefusal.NOT_LEADER),
    ],
)
def test_reopening_takes_the_leader_and_a_reason(cast: Cast, who, reason, refusal):
    delivered(cast)
    with pytest.raises(Refused) as refused:
        reopen_quarter(cast.solvik, Q3, reason, by=getattr(cast, who), at=NOON)
    assert (refused.value.reason, Reopening.objects.count()) == (refusal, 0)


def test_what_is_not_delivered_is_not_reopened(cast: Cast):
    with pytest.raises(Refused) as refused:
        reopen_quarter(cast.solvik, Q3, "Feil tall", by=cast.leif, at=NOON)
    assert refused.value.reason is ReviewRefusal.NOT_DELIVERED


def test_what_stands_from_last_quarter_becomes_this_quarters_own(cast: Cast):
    who = now(cast.leif)
    figure(cast, Q2, 93)
    decide_action(cast.action, Q2, Decision(Outcome.CONTINUE), version=0, **who)
    answer_factor(cast.goal, Q2, "Samme voksen hver uke", version=0, **who)
    figure(cast, Q3, 93)
    answer_all_but_what_is_carried(cast)
    deliver(cast)
    (factor,) = SuccessFactor.objects.filter(goal_review__review__quarter=3)
    (outcome,) = ActionOutcome.objects.filter(review__quarter=3)
    assert factor.text == "Samme voksen hver uke"
    assert (outcome.outcome, outcome.carried, outcome.to_plan) == (
        "continue",
        True,
        True,
    )


def answer_all_but_what_is_carried(cast: Cast) -> None:
    answer_all(cast)
    SuccessFactor.objects.filter(goal_review__review__quarter=3).delete()
    ActionOutcome.objects.filter(review__quarter=3).delete()
