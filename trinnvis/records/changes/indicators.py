"""Indicators: how a goal is measured, and changes of what the figure means."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from trinnvis.records.changes.goals import refuse_edit
from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import (
    Goal,
    Indicator,
    IndicatorDefinition,
    PeriodTarget,
    Person,
)
from trinnvis.records.refusals import Refused
from trinnvis.rules.plan_access import PlanRefusal
from trinnvis.rules.quarters import Quarter

OwnTargets = dict[int, tuple[Decimal, Decimal | None]]
"""Target and acceptable level by quarter number."""


@transaction.atomic
def add_indicator(goal: Goal, values: Fields, *, by: Person, at: datetime) -> Indicator:
    """Add a figure last in the goal. One row, one log entry."""
    refuse_edit(goal.plan, by)
    last = goal.indicators.aggregate(last=Max("order"))["last"]
    indicator = Indicator(
        municipality_id=goal.municipality_id,
        goal=goal,
        order=0 if last is None else last + 1,
        **values,
    )
    indicator.save(force_insert=True)
    _log("add_indicator", indicator, by=by, at=at, after=values)
    return indicator


@transaction.atomic
def change_indicator(
    indicator: Indicator, values: Fields, *, version: int, by: Person, at: datetime
) -> bool:
    """Change how the figure is told and judged. One log entry.

    What the figure *means* is changed by `redefine_indicator`, which breaks the
    series. Raises Stale when someone else changed the same fields.
    """
    refuse_edit(indicator.goal.plan, by)
    return change_row(
        "change_indicator",
        indicator,
        values,
        version=version,
        by=by,
        at=at,
        unit_id=indicator.goal.plan.unit_id,
    )


@transaction.atomic
def set_own_targets(
    indicator: Indicator, targets: OwnTargets, *, by: Person, at: datetime
) -> None:
    """Say what is expected at each quarter's end. Replaces all; one log entry."""
    refuse_edit(indicator.goal.plan, by)
    saved: OwnTargets = {
        row.quarter: (row.target, row.acceptable)
        for row in indicator.period_targets.select_for_update()
    }
    if saved == targets:
        return
    indicator.period_targets.all().delete()
    PeriodTarget.objects.bulk_create(
        PeriodTarget(
            municipality_id=indicator.municipality_id,
            indicator=indicator,
            quarter=quarter,
            target=target,
            acceptable=acceptable,
        )
        for quarter, (target, acceptable) in sorted(targets.items())
    )
    _log(
        "set_own_targets",
        indicator,
        by=by,
        at=at,
        before={"targets": _as_json(saved)},
        after={"targets": _as_json(targets)},
    )


@transaction.atomic
def redefine_indicator(
    indicator: Indicator,
    text: str,
    reason: str,
    first: Quarter,
    *,
    by: Person,
    at: datetime,
) -> IndicatorDefinition:
    """Let the figure mean something else from a quarter on. Two rows, one entry.

    Figures from that quarter on are not comparable with those before: the line
    breaks visibly, with the reason beside it.
    """
    if not reason:
        raise Refused(PlanRefusal.REASON_MISSING)
    refuse_edit(indicator.goal.plan, by)
    number = indicator.definitions.aggregate(last=Max("number"))["last"] or 1
    definition = IndicatorDefinition(
        municipality_id=indicator.municipality_id,
        indicator=indicator,
        number=number + 1,
        from_year=first.year,
        from_quarter=first.number,
        text=text,
        reason=reason,
        by=by,
        at=at,
    )
    definition.save(force_insert=True)
    Indicator.objects.filter(pk=indicator.pk).update(definition=number + 1)
    indicator.definition = number + 1
    log(
        "redefine_indicator",
        indicator,
        by=by,
        at=at,
        municipality_id=indicator.municipality_id,
        unit_id=indicator.goal.plan.unit_id,
        before={"definition": number},
        after={"definition": number + 1, "text": text, "from": str(first)},
        reason=reason,
    )
    return definition


@transaction.atomic
def remove_indicator(indicator: Indicator, *, by: Person, at: datetime) -> None:
    """Take away a figure that has no values yet; others are set to «følger med»."""
    refuse_edit(indicator.goal.plan, by)
    if indicator.observations.exists():
        Indicator.objects.filter(pk=indicator.pk).update(watched=True)
        _log("watch_indicator", indicator, by=by, at=at, after={"watched": True})
        return
    _log("remove_indicator", indicator, by=by, at=at, before={"name": indicator.name})
    indicator.delete()


def _as_json(targets: OwnTargets) -> dict[str, list[str | None]]:
    return {
        str(quarter): [str(target), None if acceptable is None else str(acceptable)]
        for quarter, (target, acceptable) in targets.items()
    }


def _log(
    deed: str,
    indicator: Indicator,
    *,
    by: Person,
    at: datetime,
    before: Fields | None = None,
    after: Fields | None = None,
) -> None:
    log(
        deed,
        indicator,
        by=by,
        at=at,
        municipality_id=indicator.municipality_id,
        unit_id=indicator.goal.plan.unit_id,
        before=before,
        after=after,
    )
