"""Goal history: what has happened to one goal, from rows that the reader may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from trinnvis.records.load.told_answers import ToldQuarter
from trinnvis.records.models import (
    Goal,
    InvolvementRequest,
    LogEntry,
    Observation,
    Person,
    PlanEvent,
)
from trinnvis.rules.facts import GoalFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import InvolvementStatus, PlanState


class HappeningKind(StrEnum):
    """What happened to a goal."""

    MADE = "made"
    ADOPTED = "adopted"
    RECORDED = "recorded"
    CORRECTED = "corrected"
    """After it was told: «rettet etter rapporten»."""
    DELIVERED = "delivered"
    DECIDED = "decided"
    """An action was adjusted, replaced or stopped."""
    INVOLVED = "involved"
    CHANGED = "changed"
    """From the log, for those who may read it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; what is told of it depends on its kind."""

    on: date
    kind: HappeningKind
    quarter: Quarter | None = None
    series: SeriesFacts | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    text: str = ""
    """People's own words: a reason, a name, an action."""
    word: str = ""
    """The deed or the outcome, for signs to say."""


_LOGGED = frozenset(
    {"change_goal", "accept_task", "decline_task", "drop_goal", "change_action"}
)


def goal_history(
    goal: Goal, facts: GoalFacts, told: tuple[ToldQuarter, ...], reader: Person
) -> tuple[Happening, ...]:
    """Return what happened, the newest first. 4 queries (goal.plan, workshop loaded)."""
    found = (
        *_made(goal),
        *_adopted(goal),
        *_figures(facts),
        *_corrections(facts, told),
        *_told(facts, told),
        *_involved(goal),
        *_logged(goal, reader),
    )
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def _made(goal: Goal) -> Iterator[Happening]:
    if goal.workshop is not None:
        yield Happening(goal.workshop.on, HappeningKind.MADE, text=goal.made_by)


def _adopted(goal: Goal) -> Iterator[Happening]:
    events = PlanEvent.objects.filter(plan=goal.plan_id, state=PlanState.ADOPTED)
    for number, event in enumerate(events):
        kind = HappeningKind.ADOPTED
        yield Happening(event.at.date(), kind, text=event.reason if number else "")


def _figures(facts: GoalFacts) -> Iterator[Happening]:
    """Yield the figures that the reader knows, on the day they became known."""
    for series in facts.series:
        for figure in series.observations:
            if figure.quarter is None or figure.value is None or not figure.known_from:
                continue
            yield Happening(
                figure.known_from.date(),
                HappeningKind.RECORDED,
                quarter=figure.quarter,
                series=series,
                after=figure.value,
            )


def _corrections(
    facts: GoalFacts, told: tuple[ToldQuarter, ...]
) -> Iterator[Happening]:
    """Yield the figures that were corrected after they were told. 1 query."""
    told_at = {each.quarter: each.at for each in told}
    by_id = {series.indicator.id: series for series in facts.series}
    rows = Observation.objects.filter(indicator__in=by_id, quarter__gt=0)
    for before, after in _pairs(rows.order_by("indicator", "year", "quarter", "id")):
        quarter = Quarter(after.year, after.quarter)
        at = told_at.get(quarter)
        known = by_id[after.indicator_id].at(quarter)
        shown = known is not None and known.known_from is not None
        if at is None or after.known_from <= at or not shown:
            continue
        if known and known.known_from and known.known_from < after.known_from:
            continue
        if known is None or known.hidden or before.value == after.value:
            continue
        yield Happening(
            after.known_from.date(),
            HappeningKind.CORRECTED,
            quarter=quarter,
            series=by_id[after.indicator_id],
            before=before.value,
            after=after.value,
            text=after.correction_reason,
        )


def _pairs(rows: Iterable[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure with the one that took its place."""
    before: Observation | None = None
    for row in rows:
        if before is not None and _same_place(before, row):
            yield before, row
        before = row


def _same_place(one: Observation, other: Observation) -> bool:
    places = ((row.indicator_id, row.year, row.quarter) for row in (one, other))
    first, second = places
    return first == second


def _told(facts: GoalFacts, told: tuple[ToldQuarter, ...]) -> Iterator[Happening]:
    titles = {action.id: action.title for action in facts.actions}
    for each in told:
        on = each.at.date()
        yield Happening(on, HappeningKind.DELIVERED, quarter=each.quarter)
        for outcome in each.outcomes:
            if outcome.outcome == "continue":
                continue
            yield Happening(
                on,
                HappeningKind.DECIDED,
                quarter=each.quarter,
                text=f"{titles.get(outcome.action_id, '')}",
                word=outcome.outcome,
            )


def _involved(goal: Goal) -> Iterator[Happening]:
    """Yield others who said yes. 1 query."""
    rows = InvolvementRequest.objects.filter(
        goal=goal,
        answered_on__isnull=False,
        status__in=(InvolvementStatus.AGREED, InvolvementStatus.ONGOING),
    ).select_related("to_unit", "to_body")
    for row in rows:
        name = row.to_unit or row.to_body or row.to_name
        if row.answered_on is not None:
            yield Happening(row.answered_on, HappeningKind.INVOLVED, text=str(name))


def _logged(goal: Goal, reader: Person) -> Iterator[Happening]:
    """Yield what the log tells of the goal's own row, to those who may read it."""
    if reader.sight is None:
        return
    rows = LogEntry.objects.filter(
        LogEntry.visible_q(reader.sight),
        kind="goal",
        object_id=goal.pk,
        deed__in=_LOGGED,
    )
    for row in rows:
        at: datetime = row.at.astimezone(UTC)
        yield Happening(
            at.date(), HappeningKind.CHANGED, text=row.reason, word=row.deed
        )
