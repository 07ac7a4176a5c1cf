"""Observations: recording a figure. A correction is a new row; nothing is erased."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.standings import write_standings
from trinnvis.records.changes.submissions import claim
from trinnvis.records.load.figures import observation_facts
from trinnvis.records.load.goals import indicator_facts
from trinnvis.records.load.reviews import hands_of, review_place
from trinnvis.records.models import (
    Goal,
    Indicator,
    Observation,
    Person,
    QuarterReview,
)
from trinnvis.records.refusals import Clash, Refused, Stale
from trinnvis.rules.facts import ObservationFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.recording import (
    ObservationEntry,
    RecordingRefusal,
    why_not_say,
    why_not_write,
)
from trinnvis.rules.review_access import (
    ReviewPlace,
    ReviewRefusal,
    why_not_record_figure,
)
from trinnvis.rules.terms import PlanState, Provenance

_LOGGED = (
    "value",
    "numerator",
    "denominator",
    "n",
    "measured_on",
    "done_on",
    "missing_reason",
    "expected_on",
    "preliminary",
    "provenance",
    "source",
    "comment",
    "missing_note",
)


@transaction.atomic
def record_observation(
    indicator: Indicator,
    quarter: Quarter,
    entry: ObservationEntry,
    *,
    seen: int | None,
    by: Person,
    at: datetime,
    today: date,
    key: str = "",
) -> Observation:
    """Record the quarter's figure, or why there is none. One row, one log entry.

    `seen` is the id of the figure the writer saw there, None for none: two who
    record at once never overwrite unseen. The same entry again writes nothing. The
    goal's standings are written along. Raises Refused, Stale or AlreadySent.
    """
    claim(key, by=by, at=at)
    held = Indicator.objects.select_for_update(of=("self",)).select_related(
        "goal__plan__unit"
    )
    indicator = held.get(pk=indicator.pk)
    before = _in_force(indicator, quarter)
    _refuse_unless_allowed(indicator, quarter, entry, by=by, today=today)
    said = _row(indicator, quarter, entry, by=by, at=at)
    if before is not None and _same(before, said):
        return before
    if (before.pk if before else None) != seen:
        raise _stale(before, entry)
    if before is not None:
        Observation.objects.filter(pk=before.pk).update(superseded_at=at)
    said.save(force_insert=True)
    unit = indicator.goal.plan.unit
    log(
        "record_observation" if before is None else "correct_observation",
        said,
        by=by,
        at=at,
        municipality_id=indicator.municipality_id,
        unit_id=unit.pk,
        before=None if before is None else _fields(before),
        after={"indicator": indicator.pk, "quarter": str(quarter), **_fields(said)},
        reason=entry.reason.strip(),
    )
    write_standings(Goal.objects.filter(pk=indicator.goal_id), day=today)
    return said


def why_not_record(
    indicator: Indicator, quarter: Quarter, *, by: Person, today: date
) -> ReviewRefusal | RecordingRefusal | None:
    """Return why the person may not record here at all; pages explain with it.

    A delivered quarter is no hindrance; it only asks for a reason. No queries.
    """
    plan = indicator.goal.plan
    place = ReviewPlace(quarter, plan.unit.started_on, delivered=False)
    hands = hands_of(by, plan.unit, indicator.goal, indicator)
    if reason := why_not_record_figure(place, hands, today):
        return reason
    closed = PlanState(plan.state) is PlanState.CLOSED
    return RecordingRefusal.PLAN_CLOSED if closed else None


def _refuse_unless_allowed(
    indicator: Indicator,
    quarter: Quarter,
    entry: ObservationEntry,
    *,
    by: Person,
    today: date,
) -> None:
    if reason := why_not_record(indicator, quarter, by=by, today=today):
        raise Refused(reason)
    unit = indicator.goal.plan.unit
    # Held so that nobody delivers the quarter between the question and the answer.
    QuarterReview.objects.select_for_update().filter(
        unit=unit, year=quarter.year, quarter=quarter.number
    ).first()
    delivered = review_place(unit, quarter).delivered
    state = PlanState(indicator.goal.plan.state)
    facts = indicator_facts(indicator, indicator.goal, own_targets=())
    last = _last_before(indicator, quarter)
    refusal = why_not_say(entry, facts, last, today) or why_not_write(
        entry, state, delivered=delivered
    )
    if refusal:
        raise Refused(refusal)


def _in_force(indicator: Indicator, quarter: Quarter) -> Observation | None:
    return Observation.objects.filter(
        indicator=indicator,
        year=quarter.year,
        quarter=quarter.number,
        superseded_at__isnull=True,
    ).first()


def _last_before(indicator: Indicator, quarter: Quarter) -> ObservationFacts | None:
    """Return the last figure before the quarter, for «same figure as last time»."""
    before = Q(year__lt=quarter.year)
    before |= Q(year=quarter.year, quarter__lt=quarter.number)
    rows = Observation.objects.filter(
        before,
        indicator=indicator,
        quarter__gt=0,
        superseded_at__isnull=True,
        value__isnull=False,
    )
    last = rows.order_by("-year", "-quarter").first()
    return observation_facts(last) if last else None


def _row(
    indicator: Indicator,
    quarter: Quarter,
    entry: ObservationEntry,
    *,
    by: Person,
    at: datetime,
) -> Observation:
    same = entry.confirmed_same
    return Observation(
        municipality_id=indicator.municipality_id,
        indicator=indicator,
        year=quarter.year,
        quarter=quarter.number,
        value=entry.value,
        numerator=entry.numerator,
        denominator=entry.denominator,
        n=entry.n,
        missing_reason=entry.missing_reason or "",
        missing_note=entry.missing_note,
        expected_on=entry.expected_on,
        measured_on=entry.measured_on,
        done_on=entry.done_on,
        source=entry.source,
        comment=entry.comment,
        preliminary=entry.preliminary,
        provenance=Provenance.CONFIRMED_SAME if same else Provenance.ENTERED,
        definition=indicator.definition,
        known_from=at,
        by=by,
        correction_reason=entry.reason.strip(),
    )


def _same(before: Observation, said: Observation) -> bool:
    return _fields(before) == _fields(said)


def _fields(row: Observation) -> Fields:
    return {name: getattr(row, name) for name in _LOGGED}


def _stale(before: Observation | None, entry: ObservationEntry) -> Stale:
    """Return both figures, and who recorded the one the writer did not see."""
    if before is None:
        return Stale((Clash("value", "", _spelt(entry.value)),), 0, "", None)
    clash = Clash("value", _spelt(before.value), _spelt(entry.value))
    return Stale((clash,), before.pk, before.by.name, before.known_from)


def _spelt(value: Decimal | None) -> str:
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
