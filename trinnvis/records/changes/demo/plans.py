"""Plans: the demo's plans, what they say of their units, and their adoption."""

from datetime import date

from trinnvis.records.changes.demo import wording
from trinnvis.records.changes.demo.made import Deed, Made, moment, weekday_from
from trinnvis.records.load.plans import plans_to_freeze
from trinnvis.records.models import (
    KeyFigure,
    Person,
    Plan,
    PlanChapter,
    PlanEvent,
    PlanVersion,
    Unit,
)
from trinnvis.records.versions import freeze
from trinnvis.rules.facts import PlanFacts
from trinnvis.rules.terms import Chapter, PlanState


def make_plans(made: Made) -> None:
    """Make a draft plan for each unit that has a goal in the plan year."""
    keys = dict.fromkeys(goal.text("unit") for goal in made.file.sections("goals"))
    units = [made.units[key] for key in keys]
    rows = [
        Plan(
            municipality=made.municipality,
            unit=unit,
            year=made.year,
            discussed_on=weekday_from(date(made.year - 1, 12, 1), order % 4),
            discussed_with=wording.discussed_with(unit.language),
        )
        for order, unit in enumerate(units)
    ]
    for plan in Plan.objects.bulk_create(rows):
        made.plans[(plan.unit.key, plan.year)] = plan
    PlanChapter.objects.bulk_create(
        chapter for plan in rows for chapter in _chapters(made, plan)
    )
    KeyFigure.objects.bulk_create(
        KeyFigure(
            municipality=made.municipality,
            plan=plan,
            label=label,
            text=text,
            order=order,
        )
        for plan in rows
        for order, (label, text) in enumerate(wording.key_figures(plan.unit))
    )


def adopt_plans(made: Made) -> None:
    """Take each plan from draft to adopted, and freeze it as it was that day."""
    plans = [plan for plan in made.plans.values() if plan.year == made.year]
    events: list[PlanEvent] = []
    for order, plan in enumerate(plans):
        events += _road_to_adoption(made, plan, order)
        plan.state, plan.adopted_once = PlanState.ADOPTED, True
    PlanEvent.objects.bulk_create(events)
    Plan.objects.bulk_update(plans, ("state", "adopted_once"))
    facts = plans_to_freeze(plans)
    adoptions = [event for event in events if event.state == PlanState.ADOPTED]
    versions = PlanVersion.objects.bulk_create(
        _version(facts[event.plan_id], event) for event in adoptions
    )
    made.deeds += [_adoption(version) for version in versions]


def _chapters(made: Made, plan: Plan) -> list[PlanChapter]:
    """Write what the file tells; what it does not tell is marked as not relevant."""
    unit = plan.unit
    workshop = made.workshops.get((unit.key, plan.year))
    written = {
        Chapter.ABOUT: wording.about(unit),
        Chapter.LEARNED: _learned(made, unit),
        Chapter.LEGAL_DUTIES: _legal_duties(made, unit),
    }
    if workshop:
        written[Chapter.PARTICIPATION] = wording.took_part(
            unit.language, workshop.participants
        )
    return [
        PlanChapter(
            municipality=made.municipality,
            plan=plan,
            key=chapter,
            text=written.get(chapter, ""),
            not_applicable=not written.get(chapter),
        )
        for chapter in Chapter
    ]


def _learned(made: Made, unit: Unit) -> str:
    return "\n".join(
        told.text("learning")
        for told in made.file.sections(f"history_{made.year - 1}")
        if told.text("unit") == unit.key
    )


def _legal_duties(made: Made, unit: Unit) -> str:
    """Name the reports that the law asks for and that use the unit's goals."""
    own = {
        goal.text("id")
        for goal in made.file.sections("goals")
        if goal.text("unit") == unit.key
    }
    titles = tuple(
        told.text("title")
        for told in made.file.sections("lovpalagte_rapporter")
        if own & set(told.texts("uses"))
    )
    return wording.legal_duty(unit.language, titles) if titles else ""


def _road_to_adoption(made: Made, plan: Plan, order: int) -> list[PlanEvent]:
    """Discussed and sent by the unit's leader, adopted by the one who approves."""
    december = date(made.year - 1, 12, 1)
    leader, approver = made.leader_of(plan.unit), _approver(made, plan.unit)
    return [
        PlanEvent(
            municipality=made.municipality,
            plan=plan,
            state=state,
            by=by,
            at=moment(weekday_from(december, day + order % 4), hour),
        )
        for state, by, day, hour in (
            (PlanState.UNDER_DISCUSSION, leader, 0, 8),
            (PlanState.FOR_APPROVAL, leader, 3, 14),
            (PlanState.ADOPTED, approver, 10, 10),
        )
    ]


def _approver(made: Made, unit: Unit) -> Person:
    """Return the director of the unit's area; the chief executive where it has none."""
    above = unit.parent
    while above is not None and above.kind != "kommunalomrade":
        above = above.parent
    return made.leaders[above.key if above else "kommune"]


def _version(facts: PlanFacts, adoption: PlanEvent) -> PlanVersion:
    content, checksum = freeze(facts)
    return PlanVersion(
        municipality=adoption.municipality,
        plan=adoption.plan,
        number=1,
        content=content,
        checksum=checksum,
        by=adoption.by,
        at=adoption.at,
    )


def _adoption(version: PlanVersion) -> Deed:
    return Deed(
        version.at,
        "move_plan",
        version.plan,
        version.by,
        version.plan.unit_id,
        before={"state": PlanState.FOR_APPROVAL},
        after={
            "state": PlanState.ADOPTED,
            "number": version.number,
            "checksum": version.checksum,
        },
    )
