"""Reviews: opened by the first answer, one per unit, saved field by field."""

from dataclasses import replace
from datetime import date

import pytest

from tests.cast import NOON, TODAY, Cast
from tests.records.quarters import Q3, Q4, delivered, now
from trinnvis.records.changes.goal_reviews import (
    answer_factor,
    answer_goal,
    leave_factor_unknown,
)
from trinnvis.records.changes.reviews import answer_unit, open_review
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import GoalReview, LogEntry, QuarterReview, SuccessFactor
from trinnvis.records.refusals import Clash, Refused, Stale
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.review_facts import FactorFacts, GoalAnswers


def test_the_first_answer_opens_the_quarter(cast: Cast):
    first = open_review(cast.solvik, Q3, **now(cast.leif))
    again = open_review(cast.solvik, Q3, **now(cast.kari))
    assert (again, again.plan) == (first, cast.plan)
    assert LogEntry.objects.get().deed == "open_review"


def test_a_quarter_that_has_not_ended_is_not_opened(cast: Cast):
    with pytest.raises(Refused) as refused:
        open_review(cast.solvik, Q4, **now(cast.leif))
    assert refused.value.reason is ReviewRefusal.NOT_OPEN


def test_a_unit_without_a_plan_has_no_quarter(cast: Cast):
    with pytest.raises(Refused) as refused:
        open_review(cast.fjellvik, Q3, **now(cast.ali))
    assert refused.value.reason is ReviewRefusal.NO_PLAN


def test_a_quarter_before_the_unit_began_is_not_included(cast: Cast):
    cast.solvik.started_on = date(2026, 10, 1)
    cast.solvik.save()
    with pytest.raises(Refused) as refused:
        open_review(cast.solvik, Q3, **now(cast.leif))
    assert refused.value.reason is ReviewRefusal.NOT_INCLUDED


def test_an_answer_leaves_one_row_and_one_log_entry(cast: Cast):
    open_review(cast.solvik, Q3, **now(cast.leif))
    answer_goal(cast.goal, Q3, {"achieved": "Ja"}, version=0, **now(cast.kari))
    entry = LogEntry.objects.get(deed="answer_goal")
    assert (entry.before, entry.after) == (
        {"achieved": ""},
        {"achieved": "Ja", "version": 2},
    )
    assert list(GoalReview.objects.values_list("achieved", flat=True)) == ["Ja"]


def test_the_same_answer_again_writes_nothing(cast: Cast):
    for _time in range(2):
        answer_goal(cast.goal, Q3, {"achieved": "Ja"}, version=0, **now(cast.kari))
    assert LogEntry.objects.filter(deed="answer_goal").count() == 1


def test_two_fields_at_once_do_not_clash(cast: Cast):
    answer_goal(cast.goal, Q3, {"achieved": "Ja"}, version=0, **now(cast.kari))
    answer_goal(cast.goal, Q3, {"not_achieved": "Nei"}, version=0, **now(cast.leif))
    row = GoalReview.objects.get()
    assert (row.achieved, row.not_achieved, row.version) == ("Ja", "Nei", 3)


def test_the_same_field_at_once_gives_both_texts(cast: Cast):
    answer_goal(cast.goal, Q3, {"achieved": "Karis"}, version=0, **now(cast.kari))
    with pytest.raises(Stale) as stale:
        answer_goal(cast.goal, Q3, {"achieved": "Leifs"}, version=0, **now(cast.leif))
    assert stale.value.clashes == (Clash("achieved", "Karis", "Leifs"),)
    assert (stale.value.by, stale.value.version) == ("Kari Nes", 2)
    assert GoalReview.objects.get().achieved == "Karis"


def test_a_field_that_is_not_a_text_of_the_goal_is_left_alone(cast: Cast):
    answer_goal(cast.goal, Q3, {"no_conditions": True}, version=0, **now(cast.leif))
    assert GoalReview.objects.get().no_conditions is False


@pytest.mark.parametrize("who", ["eva", "ali", "tone", "turid", "siri"])
def test_others_do_not_write_about_the_goal(cast: Cast, who: str):
    with pytest.raises(Refused) as refused:
        answer_goal(
            cast.goal, Q3, {"achieved": "Ja"}, version=0, **now(getattr(cast, who))
        )
    assert refused.value.reason is ReviewRefusal.NOT_COLLECTOR
    assert QuarterReview.objects.count() == 0


def test_the_collector_does_not_answer_for_the_unit(cast: Cast):
    with pytest.raises(Refused) as refused:
        answer_unit(cast.solvik, Q3, {"meeting_on": TODAY}, version=0, **now(cast.kari))
    assert refused.value.reason is ReviewRefusal.NOT_LEADER


def test_what_is_delivered_is_not_written_in(cast: Cast):
    delivered(cast)
    with pytest.raises(Refused) as refused:
        answer_goal(cast.goal, Q3, {"achieved": "Nytt"}, version=9, **now(cast.leif))
    assert refused.value.reason is ReviewRefusal.DELIVERED


def test_the_leader_tells_of_the_meeting_and_thanks(cast: Cast):
    answers = {"meeting_on": TODAY, "recognition": "Takk til lekegruppene"}
    answer_unit(cast.solvik, Q3, answers, version=0, **now(cast.leif))
    facts = review_facts(cast.solvik.pk, [Q3])[Q3]
    assert (facts.meeting_on, facts.recognition) == (TODAY, "Takk til lekegruppene")


def test_why_it_went_well_is_one_sentence_and_assumed(cast: Cast):
    answer_factor(cast.goal, Q3, "Faste voksne", version=0, **now(cast.kari))
    answer_factor(cast.goal, Q3, "Faste voksne i uka", version=1, **now(cast.kari))
    values = SuccessFactor.objects.values_list("text", "confidence", "version")
    assert list(values) == [("Faste voksne i uka", "assumed", 2)]


def test_two_first_sentences_give_both_texts(cast: Cast):
    answer_factor(cast.goal, Q3, "Faste voksne", version=0, **now(cast.kari))
    with pytest.raises(Stale) as stale:
        answer_factor(cast.goal, Q3, "Små grupper", version=0, **now(cast.leif))
    assert stale.value.clashes == (Clash("text", "Faste voksne", "Små grupper"),)


def test_an_empty_first_sentence_is_no_sentence(cast: Cast):
    answer_factor(cast.goal, Q3, "", version=0, **now(cast.kari))
    assert SuccessFactor.objects.count() == 0


def test_not_known_yet_is_an_answer(cast: Cast):
    leave_factor_unknown(cast.goal, Q3, True, **now(cast.kari))
    answers = review_facts(cast.solvik.pk, [Q3])[Q3].about(cast.goal.pk)
    assert answers == GoalAnswers(cast.goal.pk, factor_unknown=True, version=2)


def test_a_factor_is_loaded_with_its_version(cast: Cast):
    answer_factor(cast.goal, Q3, "Faste voksne", version=0, **now(cast.kari))
    answers = review_facts(cast.solvik.pk, [Q3])[Q3].about(cast.goal.pk)
    assert answers.factors == (replace(FactorFacts("Faste voksne"), version=1),)


def test_loading_costs_eight_queries(cast: Cast, django_assert_num_queries):
    delivered(cast)
    with django_assert_num_queries(8):
        review_facts(cast.solvik.pk, [Q3, Q3.previous])


def test_two_who_open_at_once_get_the_same_quarter(cast: Cast):
    """The row that someone else made in between is used; SQLite serialises, so the
    constraint is what is tried."""
    made = open_review(cast.solvik, Q3, **now(cast.leif))
    assert QuarterReview.objects.get() == made
    assert made.version == 1
    assert LogEntry.objects.get().at == NOON
