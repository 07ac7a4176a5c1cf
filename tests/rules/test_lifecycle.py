"""Test the lifecycle: states from events, allowed moves, and the page that shows it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.rules.examples import Q3
from trinnvis.rules.lifecycle import (
    APPROVES,
    LEADS,
    MOVES,
    PlanEventFacts,
    QuarterEvents,
    adopted_before,
    diagram,
    move_to,
    moves_from,
    quarter_state,
    state_of,
)
from trinnvis.rules.terms import PlanState, QuarterState
from trinnvis.rules.year_wheel import CalendarFacts, quarter_dates

PAGE = Path(__file__).parents[2] / "docs" / "method" / "lifecycle.md"
DATES = quarter_dates(Q3, CalendarFacts())


def events(*states: PlanState) -> tuple[PlanEventFacts, ...]:
    return tuple(
        PlanEventFacts(state, datetime(2026, 1, day, tzinfo=UTC))
        for day, state in enumerate(states, start=1)
    )


def test_plan_is_a_draft_until_something_happens():
    assert state_of(()) is PlanState.DRAFT


def test_plan_stands_where_the_last_event_left_it():
    happened = events(PlanState.FOR_APPROVAL, PlanState.ADOPTED, PlanState.REVISED)
    assert state_of(happened[::-1]) is PlanState.REVISED
    assert (adopted_before(happened), adopted_before(happened[:1])) == (True, False)


def ends(state: PlanState, *, adopted: bool) -> list[PlanState]:
    return [move.end for move in moves_from(state, has_been_adopted=adopted)]


def test_plan_sent_back_becomes_a_draft_or_a_revision():
    assert ends(PlanState.FOR_APPROVAL, adopted=False) == [
        PlanState.DRAFT,
        PlanState.ADOPTED,
    ]
    assert ends(PlanState.FOR_APPROVAL, adopted=True) == [
        PlanState.REVISED,
        PlanState.ADOPTED,
    ]


def test_draft_cannot_be_adopted_without_being_sent_for_approval():
    assert move_to(PlanState.DRAFT, PlanState.ADOPTED, has_been_adopted=False) is None


def test_only_approvers_adopt():
    assert {move.roles for move in MOVES if move.adopts} == {APPROVES}


def test_discussion_is_skipped_only_with_a_reason():
    move = move_to(PlanState.DRAFT, PlanState.FOR_APPROVAL, has_been_adopted=False)
    assert move is not None
    assert (move.needs_reason, move.roles) == (True, LEADS)


def test_every_state_can_be_reached_and_left():
    assert {move.end for move in MOVES} == set(PlanState)
    assert {move.start for move in MOVES} == set(PlanState)


BEFORE_2026 = date(2026, 1, 1)
DEADLINE = DATES.unit_meeting_by


@pytest.mark.parametrize(
    ("happened", "started", "today", "expected"),
    [
        (QuarterEvents(), None, DEADLINE, QuarterState.NOT_INCLUDED),
        (QuarterEvents(), date(2026, 10, 1), DEADLINE, QuarterState.NOT_INCLUDED),
        (QuarterEvents(), date(2026, 9, 30), DEADLINE, QuarterState.OPEN),
        (QuarterEvents(), BEFORE_2026, date(2026, 9, 30), QuarterState.NOT_STARTED),
        (QuarterEvents(), BEFORE_2026, DATES.opens_on, QuarterState.OPEN),
        (QuarterEvents(), BEFORE_2026, DEADLINE, QuarterState.OPEN),
        (QuarterEvents(), BEFORE_2026, date(2026, 11, 23), QuarterState.LATE),
        (QuarterEvents(1), BEFORE_2026, date(2026, 11, 23), QuarterState.SUBMITTED),
        (QuarterEvents(1, 1), BEFORE_2026, date(2026, 11, 23), QuarterState.REOPENED),
        (QuarterEvents(2, 1), BEFORE_2026, date(2026, 11, 23), QuarterState.SUBMITTED),
    ],
)
def test_quarter_stands_where_its_events_and_dates_say(
    happened, started, today, expected
):
    assert quarter_state(DATES, happened, started, today) is expected


def test_page_shows_the_table_of_moves_as_it_is():
    assert f"```mermaid\n{diagram()}\n```" in PAGE.read_text("utf-8")


NAMES = {
    "utkast": PlanState.DRAFT,
    "til drøfting": PlanState.UNDER_DISCUSSION,
    "til godkjenning": PlanState.FOR_APPROVAL,
    "vedtatt": PlanState.ADOPTED,
    "under endring": PlanState.REVISED,
    "avsluttet": PlanState.CLOSED,
}
WHO = {
    "lederen": LEADS,
    "den som godkjenner": APPROVES,
    "lederen eller den som godkjenner": LEADS | APPROVES,
}


def test_page_tells_each_move_who_and_whether_a_reason_is_asked():
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ") and line.count("|") == 5
    ]
    told = [
        (NAMES[row[0]], NAMES[row[1]], WHO[row[2]], "grunn" in row[3])
        for row in rows
        if row[0] in NAMES
    ]
    assert told == [
        (move.start, move.end, move.roles, move.needs_reason) for move in MOVES
    ]
