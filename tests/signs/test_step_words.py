"""Every step, need and state has its words."""

from datetime import date

import pytest
from django.utils import translation

from trinnvis.rules.steps import Item, Need, StepFinding
from trinnvis.rules.terms import StepKey, StepState
from trinnvis.signs.step_words import (
    STATE_MARKS,
    item_text,
    step_line,
    step_name,
    step_purpose,
    step_short,
    step_state_word,
)

DUE = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize("met", [True, False])
def test_every_need_is_told_met_and_missing(need: Need, met: bool) -> None:
    text = item_text(Item(need, met, done=1, of=2))
    assert text
    assert "%(" not in text


@pytest.mark.parametrize("step", StepKey)
def test_every_step_has_name_short_name_and_purpose(step: StepKey) -> None:
    assert all((step_name(step, 2026), step_short(step), step_purpose(step)))


def test_every_state_has_a_word_and_a_mark() -> None:
    assert [step_state_word(state) for state in StepState] == [
        "Ikke startet",
        "Pågår",
        "Ferdig",
    ]
    assert set(STATE_MARKS) == set(StepState)


def told(state: StepState, *items: Item) -> str:
    return step_line(StepFinding(StepKey.PRESENT_TO_STAFF, state, items), DUE)


def test_a_step_not_begun_tells_its_date() -> None:
    assert told(StepState.NOT_STARTED) == "Frist 30. november 2026"


def test_a_step_begun_tells_what_is_missing_first() -> None:
    missing = Item(Need.STAFF_TOLD, met=False, done=20, of=38)
    assert told(StepState.ONGOING, Item(Need.MEETING_HELD, met=True), missing) == (
        "20 av 38 har fått vite det. Fire av fem trengs."
    )


def test_a_step_that_is_done_tells_what_shows_it() -> None:
    held = Item(Need.MEETING_HELD, met=True, on=date(2025, 10, 27))
    heard = Item(Need.STAFF_TOLD, met=True, done=34, of=38)
    assert told(StepState.DONE, held, heard) == (
        "34 av 38 har fått vite det. Siste møte 27. oktober 2025."
    )
