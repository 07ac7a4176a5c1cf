"""Waiting: each thing that waits has the address where it is done."""

import pytest

from tests.cast import TODAY
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import StepKey
from trinnvis.rules.waiting import WaitingFacts, WaitKind
from trinnvis.web.presenting.waiting import address_of, waits_shown


def wait(kind: WaitKind, subject: str = "") -> WaitingFacts:
    return WaitingFacts(
        kind,
        1,
        "Solvik barnehage",
        subject=subject,
        quarter=Quarter(2026, 3),
        goal_id=2,
        indicator_id=3,
        plan_id=4,
        year=2027,
        row_id=5,
        step=StepKey.MAKE_GOALS if kind is WaitKind.TAKE_STEP else None,
    )


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (WaitKind.RECORD_FIGURE, "/indicators/3/2026-Q3/#id_value"),
        (WaitKind.NEW_DATE, "/indicators/3/2026-Q3/#id_value"),
        (WaitKind.ACCEPT_TASK, "/goals/2/task/"),
        (WaitKind.DELIVER_QUARTER, "/units/1/quarters/2026-Q3/"),
        (WaitKind.APPROVE_PLAN, "/plans/4/"),
        (WaitKind.SUBMIT_PLAN, "/plans/4/"),
        (WaitKind.ANSWER_COMMENT, "/comments/5/"),
        (WaitKind.CHOOSE_DEPUTY, "/goals/2/details/#id_deputy"),
        (WaitKind.TAKE_STEP, "/units/1/2027/steps/4/"),
    ],
)
def test_a_thing_that_waits_leads_to_its_own_field(
    kind: WaitKind, address: str
) -> None:
    assert address_of(wait(kind)) == address


@pytest.mark.parametrize("kind", WaitKind)
def test_nothing_that_waits_leads_nowhere(kind: WaitKind) -> None:
    assert address_of(wait(kind)) != "/"


def test_at_most_five_are_shown_and_the_rest_are_counted() -> None:
    waiting = tuple(wait(WaitKind.ACCEPT_TASK, f"Mål {n}") for n in range(7))
    found = waits_shown(waiting, TODAY)
    assert [each.text for each in found.shown] == [f"Mål {n}" for n in range(5)]
    assert ([each.number for each in found.shown], found.more) == ([1, 2, 3, 4, 5], 2)
