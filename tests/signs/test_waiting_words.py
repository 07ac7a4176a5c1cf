"""What waits, as a thing to do and with its date."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import StepKey
from trinnvis.rules.waiting import WaitingFacts, WaitKind
from trinnvis.signs.waiting_words import minutes_text, wait_text, wait_title, wait_when

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def bokmaal() -> Any:
    with translation.override("nb"):
        yield


def wait(kind: WaitKind, **fields: Any) -> WaitingFacts:
    known = {"subject": "Målet.", "quarter": Quarter(2026, 3), "year": 2027}
    return WaitingFacts(kind, 1, "Solvik barnehage", **(known | fields))


@pytest.mark.parametrize("kind", WaitKind)
def test_everything_that_waits_has_a_title_and_a_text(kind: WaitKind) -> None:
    step = StepKey.MAKE_GOALS if kind is WaitKind.TAKE_STEP else None
    waiting = wait(kind, step=step)
    assert all((wait_title(waiting), wait_text(waiting)))
    assert "%(" not in wait_title(waiting) + wait_text(waiting)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "når du kan"),
        (date(2026, 11, 25), "onsdag 25. nov."),
        (date(2026, 11, 23), "mandag 23. nov."),
        (date(2027, 1, 15), "innen 15. jan."),
        (date(2026, 10, 16), "fristen var 16. okt."),
    ],
)
def test_a_date_is_told_as_people_say_it(due: date | None, said: str) -> None:
    assert wait_when(wait(WaitKind.DELIVER_QUARTER, due=due), TODAY) == said


def test_a_missing_figure_is_asked_for_a_new_date_and_blames_nobody() -> None:
    assert wait_title(wait(WaitKind.NEW_DATE)) == "3. kvartal mangler. Ny dato?"


def test_minutes_are_told_short() -> None:
    assert (minutes_text(1), minutes_text(10)) == ("1 min", "10 min")
