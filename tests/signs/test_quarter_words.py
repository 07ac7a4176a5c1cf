"""Quarter words: every kind has its word, and no two of one kind share it."""

from enum import StrEnum

import pytest

from trinnvis.rules.quarter_review import Lack, Question, Readiness
from trinnvis.rules.recording import RecordingRefusal
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    InvolvementStatus,
    MissingReason,
    Outcome,
    QuarterState,
)
from trinnvis.signs import quarter_words as words


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Question, words.question_text),
        (Question, words.question_name),
        (Readiness, words.readiness_word),
        (Lack, words.lack_text),
        (Outcome, words.outcome_word),
        (Outcome, words.outcome_told),
        (ActionStatus, words.action_status_word),
        (MissingReason, words.missing_word),
        (ConditionKind, words.kind_word),
        (InvolvementStatus, words.involvement_word),
        (QuarterState, words.quarter_state_word),
        (ReviewRefusal, words.review_refusal_sentence),
        (RecordingRefusal, words.review_refusal_sentence),
    ],
)
def test_each_kind_has_its_own_word(kind: type[StrEnum], word):
    said = [word(member) for member in kind]
    assert len(set(said)) == len(kind)
    assert all(said)


def test_an_outcome_is_told_in_the_units_words():
    assert [words.outcome_word(outcome) for outcome in Outcome] == [
        "Videreføre",
        "Justere",
        "Erstatte",
        "Avslutte",
    ]


def test_whether_it_went_to_plan():
    said = (words.to_plan_word(True), words.to_plan_word(False))
    assert said == ("Etter planen", "Ikke etter planen")
