"""What cannot be said of one figure, and when it stands as it is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rules.examples import Q2, a_figure, an_indicator
from trinnvis.rules.recording import (
    ObservationEntry,
    RecordingRefusal,
    why_not_say,
    why_not_write,
)
from trinnvis.rules.terms import Direction, MissingReason, PlanState

TODAY = date(2026, 10, 5)
SHARE = an_indicator(target=95)
SAID = ObservationEntry(value=Decimal(94), measured_on=date(2026, 9, 28))
MISSING = ObservationEntry(missing_reason=MissingReason.LATER)
YES = ObservationEntry(value=Decimal(1), done_on=TODAY)


@pytest.mark.parametrize("entry", [SAID, MISSING, YES, replace(SAID, preliminary=True)])
def test_a_figure_or_a_reason_may_be_said(entry: ObservationEntry) -> None:
    assert why_not_say(entry, SHARE, None, TODAY) is None


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (ObservationEntry(), RecordingRefusal.NOTHING_SAID),
        (
            replace(SAID, missing_reason=MissingReason.LATER),
            RecordingRefusal.BOTH_SAID,
        ),
        (
            replace(SAID, measured_on=date(2026, 10, 6)),
            RecordingRefusal.FUTURE_DAY,
        ),
        (replace(YES, done_on=date(2026, 10, 6)), RecordingRefusal.FUTURE_DAY),
        (replace(SAID, denominator=Decimal(0)), RecordingRefusal.NO_DENOMINATOR),
        (replace(SAID, denominator=Decimal(-3)), RecordingRefusal.NO_DENOMINATOR),
    ],
)
def test_what_cannot_be_is_refused(
    entry: ObservationEntry, reason: RecordingRefusal
) -> None:
    assert why_not_say(entry, SHARE, None, TODAY) is reason


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        (None, RecordingRefusal.NOT_THE_SAME),
        (93, RecordingRefusal.NOT_THE_SAME),
        (94, None),
    ],
)
def test_the_same_figure_is_the_one_before(
    last: int | None, reason: RecordingRefusal | None
) -> None:
    before = None if last is None else a_figure(Q2, last)
    entry = replace(SAID, confirmed_same=True)
    assert why_not_say(entry, SHARE, before, TODAY) is reason


@pytest.mark.parametrize("direction", [Direction.MILESTONE, Direction.YES_NO])
@pytest.mark.parametrize(
    ("value", "reason"),
    [(0, None), (1, None), (2, RecordingRefusal.YES_OR_NO)],
)
def test_what_is_done_or_not_takes_yes_or_no(
    direction: Direction, value: int, reason: RecordingRefusal | None
) -> None:
    indicator = an_indicator(direction=direction)
    entry = ObservationEntry(value=Decimal(value))
    assert why_not_say(entry, indicator, None, TODAY) is reason


@pytest.mark.parametrize(
    ("plan", "delivered", "why", "reason"),
    [
        (PlanState.ADOPTED, False, "", None),
        (PlanState.DRAFT, False, "", None),
        (PlanState.ADOPTED, True, "  ", RecordingRefusal.NEEDS_REASON),
        (PlanState.ADOPTED, True, "Talt på nytt.", None),
        (PlanState.CLOSED, False, "", RecordingRefusal.PLAN_CLOSED),
        (PlanState.CLOSED, True, "Talt på nytt.", RecordingRefusal.PLAN_CLOSED),
    ],
)
def test_a_closed_plan_stands_and_a_delivered_figure_needs_a_reason(
    plan: PlanState, delivered: bool, why: str, reason: RecordingRefusal | None
) -> None:
    entry = replace(SAID, reason=why)
    assert why_not_write(entry, plan, delivered=delivered) is reason
