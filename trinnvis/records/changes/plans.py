"""Plans: starting a unit's plan, writing its chapters, and moving it on."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from trinnvis.records.changes.goals import refuse_edit
from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.load.plans import plan_to_freeze
from trinnvis.records.models import (
    KeyFigure,
    Person,
    Plan,
    PlanChapter,
    PlanEvent,
    PlanVersion,
    Unit,
)
from trinnvis.records.refusals import Refused
from trinnvis.records.versions import freeze
from trinnvis.rules.lifecycle import move_to
from trinnvis.rules.plan_access import (
    PlanRefusal,
    gaps_before_adoption,
    leads,
    why_not_move,
)
from trinnvis.rules.terms import Chapter, PlanState


@transaction.atomic
def start_plan(unit: Unit, year: int, *, by: Person, at: datetime) -> Plan:
    """Start the unit's plan for a calendar year. One row, one log entry.

    Raises Refused when there is one already: one plan per unit and year.
    """
    if not leads(by.facts, unit.path):
        raise Refused(PlanRefusal.NOT_LEADER)
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                municipality_id=unit.municipality_id, unit=unit, year=year
            )
    except IntegrityError:
        raise Refused(PlanRefusal.EXISTS) from None
    _log("start_plan", plan, by=by, at=at, after={"year": year})
    return plan


@transaction.atomic
def write_plan(
    plan: Plan, values: Fields, *, version: int, by: Person, at: datetime
) -> bool:
    """Change the plan's own fields: summary, and what was discussed with whom."""
    refuse_edit(plan, by)
    return change_row(
        "write_plan",
        plan,
        values,
        version=version,
        by=by,
        at=at,
        unit_id=plan.unit_id,
    )


@transaction.atomic
def write_chapter(
    plan: Plan,
    key: Chapter,
    text: str,
    *,
    not_applicable: bool,
    version: int,
    by: Person,
    at: datetime,
) -> bool:
    """Write one chapter, or say that it does not apply. One log entry.

    A chapter nobody has begun has version 0. Raises Stale as everywhere.
    """
    refuse_edit(plan, by)
    chapter, made = PlanChapter.objects.get_or_create(
        plan=plan, key=key, defaults={"municipality_id": plan.municipality_id}
    )
    return change_row(
        "write_chapter",
        chapter,
        {"text": text, "not_applicable": not_applicable},
        version=chapter.version if made else max(version, 1),
        by=by,
        at=at,
        unit_id=plan.unit_id,
    )


@transaction.atomic
def set_key_figures(
    plan: Plan, figures: tuple[tuple[str, str], ...], *, by: Person, at: datetime
) -> None:
    """Replace the plan's few key figures (label, text). One log entry."""
    refuse_edit(plan, by)
    before = list(plan.key_figures.values_list("label", "text"))
    if before == list(figures):
        return
    plan.key_figures.all().delete()
    KeyFigure.objects.bulk_create(
        KeyFigure(
            municipality_id=plan.municipality_id,
            plan=plan,
            label=label,
            text=text,
            order=order,
        )
        for order, (label, text) in enumerate(figures)
    )
    _log(
        "set_key_figures",
        plan,
        by=by,
        at=at,
        before={"figures": [list(figure) for figure in before]},
        after={"figures": [list(figure) for figure in figures]},
    )


@transaction.atomic
def move_plan(
    plan: Plan,
    end: PlanState,
    *,
    reason: str = "",
    reference: str = "",
    by: Person,
    at: datetime,
) -> PlanEvent:
    """Move the plan to another state; adoption freezes a version.

    Two rows, three at adoption; one log entry. Raises Refused when the table of
    moves does not allow it, when this person may not, when the words are missing,
    or, with the gaps in `missing`, when the plan is not ready to be adopted.
    """
    saved = Plan.objects.select_for_update().select_related("unit").get(pk=plan.pk)
    move = move_to(PlanState(saved.state), end, has_been_adopted=saved.adopted_once)
    if move is None:
        raise Refused(PlanRefusal.WRONG_MOVE)
    if refusal := why_not_move(by.facts, saved.unit.path, move, reason):
        raise Refused(refusal)
    event = PlanEvent.objects.create(
        municipality_id=saved.municipality_id,
        plan=saved,
        state=end,
        by=by,
        at=at,
        reason=reason,
        reference=reference,
    )
    before = {"state": saved.state}
    after: Fields = {"state": end}
    if move.adopts:
        version = _freeze(saved, reason, reference, by=by, at=at)
        after |= {"number": version.number, "checksum": version.checksum}
    Plan.objects.filter(pk=saved.pk).update(
        state=end, adopted_once=saved.adopted_once or move.adopts
    )
    plan.refresh_from_db()
    _log("move_plan", saved, by=by, at=at, before=before, after=after, reason=reason)
    return event


def _freeze(
    plan: Plan, reason: str, reference: str, *, by: Person, at: datetime
) -> PlanVersion:
    """Freeze the plan as it stands, as the version that holds from now on."""
    # Frozen as adopted: the state is part of what the version says.
    plan.state = PlanState.ADOPTED
    facts = plan_to_freeze(plan)
    if gaps := gaps_before_adoption(facts):
        raise Refused(PlanRefusal.NOT_READY, gaps)
    content, checksum = freeze(facts)
    last = plan.versions.aggregate(last=Max("number"))["last"] or 0
    return PlanVersion.objects.create(
        municipality_id=plan.municipality_id,
        plan=plan,
        number=last + 1,
        content=content,
        checksum=checksum,
        reason=reason,
        reference=reference,
        by=by,
        at=at,
    )


def _log(
    deed: str,
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    before: Fields | None = None,
    after: Fields | None = None,
    reason: str = "",
) -> None:
    log(
        deed,
        plan,
        by=by,
        at=at,
        municipality_id=plan.municipality_id,
        unit_id=plan.unit_id,
        before=before,
        after=after,
        reason=reason,
    )
