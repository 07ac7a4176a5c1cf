"""Waiting: what waits for one person, the most pressing first.

Minutes tell how long such a thing usually takes, so that one dares to begin; nobody's
time is measured. Source: docs/method/waiting.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trinnvis.rules.facts import GoalFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.missing import shown_in
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.steps import StepFinding
from trinnvis.rules.terms import Missing, StepKey, StepState
from trinnvis.rules.year_wheel import StepDates

MOST = 5
"""So many stand on the first page; the rest wait behind a count."""


class WaitKind(StrEnum):
    """What is to be done; the order breaks ties between equal dates."""

    RECORD_FIGURE = "record_figure"
    NEW_DATE = "new_date"
    """A figure was missing, and its new date has come."""
    ACCEPT_TASK = "accept_task"
    DELIVER_QUARTER = "deliver_quarter"
    APPROVE_PLAN = "approve_plan"
    ANSWER_INVOLVEMENT = "answer_involvement"
    ANSWER_COMMENT = "answer_comment"
    ANSWER_QUESTION = "answer_question"
    SUBMIT_PLAN = "submit_plan"
    TAKE_STEP = "take_step"
    CHOOSE_DEPUTY = "choose_deputy"
    ACTION_POINT = "action_point"


_MINUTES = {
    WaitKind.RECORD_FIGURE: 2,
    WaitKind.NEW_DATE: 1,
    WaitKind.ACCEPT_TASK: 1,
    WaitKind.DELIVER_QUARTER: 10,
    WaitKind.APPROVE_PLAN: 10,
    WaitKind.ANSWER_INVOLVEMENT: 3,
    WaitKind.ANSWER_COMMENT: 3,
    WaitKind.ANSWER_QUESTION: 3,
    WaitKind.SUBMIT_PLAN: 5,
    WaitKind.TAKE_STEP: 5,
    WaitKind.CHOOSE_DEPUTY: 1,
    WaitKind.ACTION_POINT: 3,
}
_STEP_MINUTES = {
    StepKey.ANCHOR_UNIT: 5,
    StepKey.PRESENT_TO_STAFF: 10,
    StepKey.MAKE_GOALS: 15,
    StepKey.PLAN: 20,
    StepKey.REPORT: 10,
    StepKey.NEXT_PLAN: 10,
}
_BY_THE_UNIT = frozenset(_STEP_MINUTES)
"""Steps that a unit takes itself, outside the quarters."""


@dataclass(frozen=True, slots=True)
class WaitingFacts:
    """One thing that waits; ids tell where its field is."""

    kind: WaitKind
    unit_id: int
    unit_name: str
    subject: str = ""
    """What it is about, in people's own words: a goal, an indicator, a question."""
    due: date | None = None
    quarter: Quarter | None = None
    goal_id: int | None = None
    indicator_id: int | None = None
    plan_id: int | None = None
    year: int | None = None
    row_id: int | None = None
    """The comment, the request, the question or the point itself."""
    step: StepKey | None = None

    @property
    def minutes(self) -> int:
        if self.step is not None:
            return _STEP_MINUTES.get(self.step, _MINUTES[self.kind])
        return _MINUTES[self.kind]

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today


def in_order(waiting: Iterable[WaitingFacts]) -> tuple[WaitingFacts, ...]:
    """Return what waits by date, what has no date last; then by kind and subject."""
    kinds = list(WaitKind)
    return tuple(
        sorted(
            waiting,
            key=lambda each: (
                each.due is None,
                each.due or date.max,
                kinds.index(each.kind),
                each.subject,
            ),
        )
    )


def figure_waits(
    goal: GoalFacts,
    series: SeriesFacts,
    quarter: Quarter,
    today: date,
    started: date | None,
) -> WaitKind | None:
    """Tell whether the quarter's figure waits for the one who fetches it.

    Who said why it is missing, and when it comes, is asked again on that day.
    """
    if goal.dropped:
        return None
    own: ObservationFacts | None = series.at(quarter)
    if own is not None and own.missing_reason is not None:
        came = own.expected_on is not None and own.expected_on <= today
        return WaitKind.NEW_DATE if came else None
    shown = shown_in(series, quarter, today, started)
    waits = shown.missing is Missing.MISSING
    return WaitKind.RECORD_FIGURE if waits else None


def step_that_waits(
    findings: tuple[StepFinding, ...], dates: tuple[StepDates, ...], today: date
) -> StepDates | None:
    """Return the first step of the unit's own that has begun by the calendar.

    Later steps wait until it is done, so that only one stands on the page.
    """
    open_on = {each.step: each for each in dates}
    for finding in findings:
        if finding.step not in _BY_THE_UNIT or finding.state is StepState.DONE:
            continue
        if open_on[finding.step].opens_on <= today:
            return open_on[finding.step]
    return None
