"""Goal history: what has happened to one goal, from rows that the reader may see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

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
    """Return what happened, the newest first. 3 queries.

    The goal must be one from goals.read_goal, with its parts on the row.
    """
    found = (
        *_made(goal),
        *_adopted(goal),
        *_figures(facts),
        *_corrections(goal, facts, told),
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
    kind = HappeningKind.ADOPTED
    for number, (at, reason) in enumerate(events.values_list("at", "reason")):
        yield Happening(at.date(), kind, text=reason if number else "")


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
    goal: Goal, facts: GoalFacts, told: tuple[ToldQuarter, ...]
) -> Iterator[Happening]:
    """Yield the figures that were corrected after they were told."""
    told_at = {each.quarter: each.at for each in told}
    by_id = {series.indicator.id: series for series in facts.series}
    for indicator in goal.indicators.all():
        series = by_id.get(indicator.pk)
        if series is None:
            continue
        for before, after in pairwise(indicator.observations.all()):
            if (before.year, before.quarter) != (after.year, after.quarter):
                continue
            if after.quarter and _corrects(before, after, series, told_at):
                yield Happening(
                    after.known_from.date(),
                    HappeningKind.CORRECTED,
                    quarter=Quarter(after.year, after.quarter),
                    series=series,
                    before=before.value,
                    after=after.value,
                    text=after.correction_reason,
                )


def _corrects(
    before: Observation,
    after: Observation,
    series: SeriesFacts,
    told_at: Mapping[Quarter, datetime],
) -> bool:
    """Tell a figure changed after it was told, that the reader knows of."""
    quarter = Quarter(after.year, after.quarter)
    at, known = told_at.get(quarter), series.at(quarter)
    if at is None or after.known_from <= at or before.value == after.value:
        return False
    if known is None or known.hidden or known.known_from is None:
        return False
    return known.known_from >= after.known_from


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
    ).values_list("answered_on", "to_unit__name", "to_body__name", "to_name")
    for on, unit, body, name in rows:
        if on is not None:
            yield Happening(on, HappeningKind.INVOLVED, text=unit or body or name)


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
    for at, deed, reason in rows.values_list("at", "deed", "reason"):
        yield Happening(at.date(), HappeningKind.CHANGED, text=reason, word=deed)
