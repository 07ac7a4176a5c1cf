"""Plan words: every state, move, chapter, gap and refusal can be said."""

import pytest
from django.utils import translation

from trinnvis.rules.lifecycle import MOVES
from trinnvis.rules.plan_access import Gap, PlanGap, PlanRefusal
from trinnvis.rules.terms import Chapter, PlanState
from trinnvis.signs import marks, plan_words


@pytest.fixture(autouse=True)
def bokmal() -> object:
    with translation.override("nb"):
        yield


def test_every_state_has_a_word_a_mark_and_a_sentence() -> None:
    for state in PlanState:
        assert plan_words.state_word(state)
        assert plan_words.state_mark(state) in marks.MARKS
        assert plan_words.state_sentence(state).endswith(".")
        assert plan_words.done_sentence(state).endswith(".")


def test_every_move_of_the_table_has_a_button() -> None:
    words = [plan_words.move_word(move.start, move.end) for move in MOVES]
    assert all(words)
    assert plan_words.move_word(PlanState.FOR_APPROVAL, PlanState.ADOPTED) == (
        "Vedta planen"
    )


def test_every_chapter_has_a_title_and_help() -> None:
    assert len({plan_words.chapter_title(key) for key in Chapter}) == len(Chapter)
    assert all(plan_words.chapter_help(key).endswith((".", "?")) for key in Chapter)


@pytest.mark.parametrize("gap", list(Gap))
def test_every_gap_names_its_goal(gap: Gap) -> None:
    sentence = plan_words.gap_sentence(PlanGap(gap, 1, "Færre fall"))
    assert ("Færre fall" in sentence) is (gap is not Gap.NO_GOALS)
    assert "%(" not in sentence


@pytest.mark.parametrize("refusal", list(PlanRefusal))
def test_every_refusal_says_what_to_do(refusal: PlanRefusal) -> None:
    assert plan_words.refusal_sentence(refusal).endswith(".")
