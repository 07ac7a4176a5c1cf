"""Quarter page: what the leader's and the collector's pages are filled with."""

import secrets
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from trinnvis.records.load.calendar import calendar_of
from trinnvis.records.load.quarters import figures_in, quarter_on_hand
from trinnvis.records.load.reviews import conditions_in, is_mine
from trinnvis.records.models import Draft, ExternalBody, Goal, Person, Plan, Unit
from trinnvis.records.norwegian import by_name
from trinnvis.rules.lifecycle import QuarterEvents, quarter_state
from trinnvis.rules.quarter_review import Counted
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import ReviewPlace, why_not_open
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    MissingReason,
    Outcome,
)
from trinnvis.rules.year_wheel import quarter_dates
from trinnvis.signs import quarter_words
from trinnvis.signs.dates import day_in_digits
from trinnvis.web.presenting.quarters import (
    QuarterShown,
    collection_shown,
    eyebrow_of,
    lead_of,
    quarter_shown,
)
from trinnvis.web.requests import Request

REVIEW = "review"
COLLECTION = "collection"

_STATUSES = (
    ActionStatus.NOT_STARTED,
    ActionStatus.ONGOING,
    ActionStatus.DELAYED,
    ActionStatus.COMPLETED,
    ActionStatus.COMPLETED_WITH_CHANGE,
)
_METER = 24
"""More lines than this are not drawn one by one."""


def review_context(request: Request, unit: Unit, quarter: Quarter) -> dict[str, Any]:
    """Return what the leader's page shows. Constant queries."""
    plan = _plan_of(request, unit, quarter)
    page = quarter_on_hand(plan, quarter, reader=request.user.sight, day=request.day)
    dates = quarter_dates(quarter, calendar_of(unit))
    events = QuarterEvents(len(page.answers.deliveries), len(page.answers.reopenings))
    state = quarter_state(dates, events, unit.started_on, request.day)
    shown = quarter_shown(
        page,
        figures_in(plan, quarter),
        conditions_in(unit.municipality_id, quarter),
        _drafts(request.user, quarter),
        eyebrow_of(dates, state),
    )
    reopenings = page.answers.reopenings
    return {
        **_choices(request),
        "page": REVIEW,
        "shown": shown,
        "goals": shown.goals,
        "lead": lead_of(shown.counted),
        "meter": meter(shown.counted),
        "deliver": True,
        "reopened": reopenings[-1] if reopenings else None,
        "recipients": recipients(request.user, unit),
    }


def collection_context(request: Request, quarter: Quarter) -> dict[str, Any]:
    """Return what a collector's page shows: their own lines, unit by unit."""
    parts = [
        _collected(request, plan, quarter, goals)
        for plan, goals in _mine(request.user, quarter)
    ]
    counts = Counted(
        sum(part.counted.ready for part in parts),
        sum(part.counted.total for part in parts),
    )
    left = tuple(each for part in parts for each in part.left)
    return {
        **_choices(request),
        "page": COLLECTION,
        "parts": parts,
        "shown": {"left": left, "counted": counts},
        "lead": _collector_lead(counts),
        "meter": meter(counts),
        "deliver": False,
    }


def meter(counts: Counted) -> tuple[bool, ...]:
    """Return one mark per line, ready ones first; True is left."""
    total = min(counts.total, _METER)
    left = (
        counts.left
        if counts.total <= _METER
        else round(counts.left * _METER / counts.total)
    )
    return (False,) * (total - left) + (True,) * left


def recipients(person: Person, unit: Unit) -> tuple[tuple[str, list[Any]], ...]:
    """Return whom a unit may ask, in two groups. 2 queries."""
    units = Unit.objects.visible_to(person).exclude(pk=unit.pk)
    open_units = units.filter(closed_on__isnull=True).order_by(by_name())
    bodies = ExternalBody.objects.visible_to(person).order_by(by_name())
    return (
        (_("I kommunen"), [(f"unit-{row.pk}", row.name) for row in open_units]),
        (_("Utenfor kommunen"), [(f"body-{row.pk}", row.name) for row in bodies]),
    )


def collects_in(person: Person, unit: Unit, quarter: Quarter) -> bool:
    """Tell whether the person has lines of their own in the unit's quarter."""
    return any(plan.unit_id == unit.pk for plan, _goals in _mine(person, quarter))


def collects_any(person: Person, quarter: Quarter) -> bool:
    """Tell whether the person has lines of their own anywhere in the quarter."""
    return bool(_mine(person, quarter))


def _drafts(person: Person, quarter: Quarter) -> dict[str, str]:
    """Return what the person has half-written in the quarter, by field. 1 query."""
    rows = Draft.objects.visible_to(person).filter(field__contains=f":{quarter}:")
    return dict(rows.values_list("field", "text"))


def _plan_of(request: Request, unit: Unit, quarter: Quarter) -> Plan:
    plans = Plan.objects.visible_to(request.user)
    plan = get_object_or_404(plans, unit=unit, year=quarter.year)
    plan.unit = unit
    return plan


def _mine(person: Person, quarter: Quarter) -> list[tuple[Plan, list[Goal]]]:
    """Return the plans with goals or figures for the person to bring. 2 queries."""
    goals = (
        Goal.objects.visible_to(person)
        .filter(plan__year=quarter.year, dropped_on__isnull=True)
        .select_related("plan__unit__municipality", "collector")
        .prefetch_related("indicators")
        .order_by("plan__unit__path", "order", "pk")
    )
    found: dict[int, tuple[Plan, list[Goal]]] = {}
    for goal in goals:
        fetches = any(row.fetched_by_id == person.pk for row in goal.indicators.all())
        place = ReviewPlace(quarter, goal.plan.unit.started_on, delivered=False)
        if why_not_open(place, quarter.next.first_day) is not None:
            continue  # the unit was not in the scheme yet
        if is_mine(goal, person) or fetches:
            found.setdefault(goal.plan_id, (goal.plan, []))[1].append(goal)
    return list(found.values())


def _collected(
    request: Request, plan: Plan, quarter: Quarter, goals: list[Goal]
) -> QuarterShown:
    person = request.user
    page = quarter_on_hand(plan, quarter, reader=person.sight, day=request.day)
    dates = quarter_dates(quarter, calendar_of(plan.unit))
    events = QuarterEvents(len(page.answers.deliveries), len(page.answers.reopenings))
    state = quarter_state(dates, events, plan.unit.started_on, request.day)
    return collection_shown(
        page,
        figures_in(plan, quarter),
        frozenset(goal.pk for goal in goals if is_mine(goal, person)),
        frozenset(
            row.pk
            for goal in goals
            for row in goal.indicators.all()
            if row.fetched_by_id == person.pk
        ),
        eyebrow_of(dates, state),
    )


def _collector_lead(counts: Counted) -> str:
    if not counts.total:
        return _("Ingenting er ditt å hente dette kvartalet.")
    if not counts.left:
        return _("Alt ditt er klart. Takk! Lederen leverer kvartalet.")
    return _("%(ready)s av %(total)s av dine svar er klare.") % {
        "ready": counts.ready,
        "total": counts.total,
    }


def _choices(request: Request) -> dict[str, Any]:
    """Return the words of the page's choices, and its key and day."""
    return {
        "key": secrets.token_urlsafe(9),
        "today": day_in_digits(request.day),
        "saved": "",
        "outcomes": [(each, quarter_words.outcome_word(each)) for each in Outcome],
        "statuses": [
            (each, quarter_words.action_status_word(each)) for each in _STATUSES
        ],
        "missing_reasons": [
            (each, quarter_words.missing_word(each)) for each in MissingReason
        ],
        "condition_kinds": [
            (each, quarter_words.kind_word(each)) for each in ConditionKind
        ],
    }
