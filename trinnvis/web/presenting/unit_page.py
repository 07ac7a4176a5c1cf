"""Unit page: one unit's year: sentence, stairs, goals and the next dates."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.records.load.unit_years import EventFacts, UnitYear
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.shown_quarter import shown_quarter
from trinnvis.rules.step_facts import StepEvidence
from trinnvis.rules.steps import current_step, step_findings
from trinnvis.rules.terms import QuarterState, StepState
from trinnvis.rules.waiting import WaitingFacts, WaitKind, in_order, step_that_waits
from trinnvis.rules.year_wheel import quarter_dates, step_dates
from trinnvis.signs.dates import day_short, day_text, quarter_name, quarter_text
from trinnvis.signs.step_words import step_name
from trinnvis.web.presenting.goal_rows import GoalRow, goal_rows
from trinnvis.web.presenting.stairs import Stairs, stairs_of


@dataclass(frozen=True, slots=True)
class YearLink:
    text: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class DateRow:
    """One of the next days."""

    iso: str
    short: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Everything the page says; no figure or word is left to the template."""

    id: int
    name: str
    lead: str
    years: tuple[YearLink, ...]
    stairs: Stairs
    next_stairs: Stairs
    next_words: str
    next_url: str
    goals: tuple[GoalRow, ...]
    goals_heading: str
    quarter: Quarter
    plan_url: str


def unit_page(found: UnitYear, day: date) -> UnitPage:
    """Return the page of a unit's year. No queries."""
    unit, year = found.unit, found.year
    stairs = stairs_of(unit.id, year, found.this, found.calendar, day)
    coming = stairs_of(unit.id, year + 1, found.next, found.calendar, day)
    quarter = shown_quarter(year, found.goals, found.told, day)
    address = reverse("unit", args=[unit.id])
    return UnitPage(
        id=unit.id,
        name=unit.name,
        lead=lead_of(stairs, found.this, day, found),
        years=(
            YearLink(_year_words(stairs), f"{address}?year={year}", True),
            YearLink(_year_words(coming), f"{address}?year={year + 1}", False),
        ),
        stairs=stairs,
        next_stairs=coming,
        next_words=_next_words(found.next, coming, day),
        next_url=f"{address}?year={year + 1}",
        goals=goal_rows(found.goals, quarter, day, unit.started),
        goals_heading=_("Målene ved utgangen av %(quarter)s")
        % {"quarter": quarter_text(quarter)},
        quarter=quarter,
        plan_url=reverse("plan-show", args=[found.plan_id]) if found.plan_id else "",
    )


def lead_of(stairs: Stairs, evidence: StepEvidence, day: date, found: UnitYear) -> str:
    """Return where the unit is, in two sentences."""
    done = ngettext(
        "%(done)s av åtte trinn er ferdig.",
        "%(done)s av åtte trinn er ferdige.",
        stairs.done,
    ) % {"done": _number(stairs.done)}
    asked = [s for s in evidence.quarters if s is not QuarterState.NOT_INCLUDED]
    if not asked:
        return done + " " + _("Året er ikke begynt for enheten.")
    delivered = asked.count(QuarterState.SUBMITTED)
    quarters = _("%(delivered)s av %(all)s kvartal er levert.") % {
        "delivered": _number(delivered),
        "all": _number(len(asked)).lower(),
    }
    return " ".join(
        part for part in (done, quarters, _next_quarter(found, day)) if part
    )


def step_waiting(found: UnitYear, day: date) -> tuple[WaitingFacts, ...]:
    """Return the unit's own step that has begun by the calendar; one at a time."""
    waits: list[WaitingFacts] = []
    for year, evidence in ((found.year, found.this), (found.year + 1, found.next)):
        dates = step_dates(year, found.calendar)
        step = step_that_waits(step_findings(evidence, day), dates, day)
        if step is not None:
            waits.append(
                WaitingFacts(
                    WaitKind.TAKE_STEP,
                    found.unit.id,
                    found.unit.name,
                    due=step.due,
                    year=year,
                    step=step.step,
                )
            )
    return in_order(waits)[:1]


def date_rows(
    events: tuple[EventFacts, ...], found: UnitYear | None, day: date, most: int = 5
) -> tuple[DateRow, ...]:
    """Return the next days: the municipality's own, else those of the calendar."""
    if events:
        return tuple(
            DateRow(e.on.isoformat(), day_short(e.on), e.text, e.body)
            for e in events[:most]
        )
    if found is None:
        return ()
    quarter = Quarter.of(day)
    days: list[tuple[date, str]] = []
    for each in (quarter.previous, quarter):
        dates = quarter_dates(each, found.calendar)
        name = {"quarter": quarter_text(each)}
        days += [
            (dates.collect_by, _("Tallene for %(quarter)s er inne") % name),
            (dates.unit_meeting_by, _("%(quarter)s er levert") % name),
        ]
    for step in step_dates(found.year + 1, found.calendar):
        words = {"name": step_name(step.step, found.year + 1), "year": found.year + 1}
        days.append((step.due, _("%(name)s for %(year)s") % words))
    ahead = sorted(each for each in days if each[0] >= day)
    return tuple(
        DateRow(on.isoformat(), day_short(on), text, "") for on, text in ahead[:most]
    )


def _next_quarter(found: UnitYear, day: date) -> str:
    """Return which quarter is next, and when its figures are due."""
    for number, state in enumerate(found.this.quarters, start=1):
        if state in (QuarterState.SUBMITTED, QuarterState.NOT_INCLUDED):
            continue
        quarter = Quarter(found.year, number)
        due = quarter_dates(quarter, found.calendar).collect_by
        words = {"quarter": quarter_name(number), "day": day_text(due)}
        if state is QuarterState.NOT_STARTED or due >= day:
            return _("Nå venter %(quarter)s, med tall innen %(day)s.") % words
        return _("%(quarter)s mangler. Fristen for tallene var %(day)s.") % words
    return ""


def _year_words(stairs: Stairs) -> str:
    return _("%(year)s: trinn %(step)s") % {"year": stairs.year, "step": stairs.at}


def _next_words(evidence: StepEvidence, stairs: Stairs, day: date) -> str:
    findings = step_findings(evidence, day)
    now = current_step(findings)
    if now is None or all(each.state is StepState.NOT_STARTED for each in findings):
        return _("%(year)s er ikke begynt.") % {"year": stairs.year}
    return _("%(year)s er på trinn %(step)s: %(name)s.") % {
        "year": stairs.year,
        "step": now.step.value,
        "name": step_name(now.step, stairs.year).replace("\u00ad", "").lower(),
    }


def _number(count: int) -> str:
    words = (
        _("Ingen"), _("Ett"), _("To"), _("Tre"), _("Fire"),
        _("Fem"), _("Seks"), _("Sju"), _("Åtte"),
    )  # fmt: skip
    return words[count]
