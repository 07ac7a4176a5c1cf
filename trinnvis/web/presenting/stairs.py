"""Stairs: the eight steps of a unit's year, with their ground and what is missing."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.rules.quarters import Quarter
from trinnvis.rules.step_facts import StepEvidence
from trinnvis.rules.steps import StepFinding, current_step, step_findings
from trinnvis.rules.terms import QuarterState, StepKey, StepState
from trinnvis.rules.year_wheel import (
    CalendarFacts,
    StepDates,
    quarter_dates,
    step_dates,
)
from trinnvis.signs.dates import day_text, quarter_name
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.quarter_words import quarter_state_word
from trinnvis.signs.step_words import (
    STATE_MARKS,
    step_line,
    step_name,
    step_state_word,
)

_BARS = {
    QuarterState.SUBMITTED: "done",
    QuarterState.OPEN: "open",
    QuarterState.REOPENED: "open",
    QuarterState.LATE: "missing",
}


@dataclass(frozen=True, slots=True)
class QuarterBar:
    """One stroke of the quarter bar."""

    name: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Stair:
    """One step of the year; every word is finished."""

    number: str
    name: str
    url: str
    shape: str
    """«is-now», «is-next» or nothing: how the stair is drawn."""
    mark: SafeString
    state: str
    line: str
    done: bool
    now: bool
    quarters: tuple[QuarterBar, ...] = ()


@dataclass(frozen=True, slots=True)
class Stairs:
    year: int
    steps: tuple[Stair, ...]
    at: str
    """The number of the step the unit is at; «8» when all are done."""
    done: int
    """How many are done."""


def stairs_of(
    unit_id: int, year: int, evidence: StepEvidence, calendar: CalendarFacts, day: date
) -> Stairs:
    """Return the unit's stairs of one plan year. No queries."""
    findings = step_findings(evidence, day)
    now = current_step(findings)
    at = now.step if now else StepKey.NEXT_PLAN
    dates = {each.step: each for each in step_dates(year, calendar)}
    return Stairs(
        year=year,
        steps=tuple(
            _stair(unit_id, year, found, dates[found.step], at, evidence, calendar)
            for found in findings
        ),
        at=at.value,
        done=sum(found.state is StepState.DONE for found in findings),
    )


def _stair(
    unit_id: int,
    year: int,
    found: StepFinding,
    dates: StepDates,
    at: StepKey,
    evidence: StepEvidence,
    calendar: CalendarFacts,
) -> Stair:
    now = found.step is at and found.state is not StepState.DONE
    is_follow_up = found.step is StepKey.FOLLOW_UP
    return Stair(
        number=found.step.value,
        name=step_name(found.step, year),
        url=reverse("unit-step", args=[unit_id, year, found.step.value]),
        shape=_shape(found, now=now),
        mark=_mark("now" if now else STATE_MARKS[found.state]),
        state=_("Her er dere") if now else step_state_word(found.state),
        line=_next_line(year, evidence, calendar)
        if is_follow_up and now
        else step_line(found, dates.due),
        done=found.state is StepState.DONE,
        now=now,
        quarters=quarter_bar(evidence.quarters) if is_follow_up else (),
    )


def quarter_bar(states: tuple[QuarterState, ...]) -> tuple[QuarterBar, ...]:
    """Return the year's four quarters as strokes with words."""
    return tuple(
        QuarterBar(
            f"{number}.",
            _BARS.get(state, "later"),
            quarter_state_word(state).lower(),
        )
        for number, state in enumerate(states, start=1)
    )


def _next_line(year: int, evidence: StepEvidence, calendar: CalendarFacts) -> str:
    """Return which quarter's figures are next, and when."""
    for number, state in enumerate(evidence.quarters, start=1):
        if state in (QuarterState.SUBMITTED, QuarterState.NOT_INCLUDED):
            continue
        due = quarter_dates(Quarter(year, number), calendar).collect_by
        return _("Neste: tall for %(quarter)s innen %(day)s") % {
            "quarter": quarter_name(number),
            "day": day_text(due),
        }
    return ""


def _shape(found: StepFinding, *, now: bool) -> str:
    if now:
        return "is-now"
    return "is-next" if found.state is StepState.NOT_STARTED else ""


def _mark(key: str) -> SafeString:
    # Our own drawing, looked up by a key of ours.
    return mark_safe(svg_mark(key))  # noqa: S308
