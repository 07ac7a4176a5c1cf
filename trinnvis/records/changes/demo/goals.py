"""Goals: the demo's goals and whom they involve."""

from datetime import date

from trinnvis.records.changes.demo.made import Made, moment
from trinnvis.records.changes.demo.people import deputy_for
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import ExternalBody, Goal, GoalParty
from trinnvis.rules.terms import Origin, Scope


def make_goals(made: Made) -> None:
    """Make the plan year's goals in the file's order, each in its unit's plan."""
    told = made.file.sections("goals")
    doubts = _doubts(made)
    rows = [_goal(made, section, doubts) for section in told]
    per_plan: dict[int, int] = {}
    for row in rows:
        row.order = per_plan[row.plan_id] = per_plan.get(row.plan_id, -1) + 1
    made.goals = {row.key: row for row in Goal.objects.bulk_create(rows)}
    GoalParty.objects.bulk_create(
        _party(made, made.goals[section.text("id")], name)
        for section in told
        for name in section.texts("involved_parties")
    )


def _goal(made: Made, told: Section, doubts: dict[str, str]) -> Goal:
    key = told.text("id")
    plan = made.plans[(told.text("unit"), made.year)]
    collector = made.people[told.text("result_collector")]
    area = made.areas[told.text("strategy")]
    sdgs = [int(sdg) for sdg in told.texts("sdg")]
    return Goal(
        municipality=made.municipality,
        plan=plan,
        key=key,
        title=told.text("title"),
        why=told.text("why"),
        language=told.text("language"),
        scope=Scope(told.text("scope")),
        perspective=made.perspectives[told.text("perspective")],
        strategy=area,
        own_sdgs=None if sdgs == area.sdgs else sdgs,
        deadline=told.day("deadline"),
        collector=collector,
        collector_accepted_at=moment(date(made.year - 1, 12, 1)),
        deputy=deputy_for(made, plan.unit, collector),
        origin=Origin(told.text("origin")),
        workshop=made.workshops.get((plan.unit.key, made.year)),
        doubt_answer=doubts.get(key, ""),
    )


def _doubts(made: Made) -> dict[str, str]:
    """Return by goal how the unit answered a doubt in the pulse."""
    return {
        told.text("goal"): told.text("follow_up")
        for told in made.file.sections("understanding_polls")
    }


def _party(made: Made, goal: Goal, name: str) -> GoalParty:
    """Find the unit or body by its key, a body by its name, or keep the name."""
    unit = made.units.get(name)
    body = None if unit else _body(made, name)
    return GoalParty(
        municipality=made.municipality,
        goal=goal,
        unit=unit,
        body=body,
        name="" if unit or body else name,
    )


def _body(made: Made, name: str) -> ExternalBody | None:
    by_name = {body.name: body for body in made.bodies.values()}
    return made.bodies.get(name) or by_name.get(name)
