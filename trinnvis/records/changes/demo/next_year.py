"""Next year: what the demo's units learnt, and their drafts for the year after."""

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.people import deputy_for
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Goal, Lesson, Plan, RollForwardDecision
from trinnvis.rules.terms import Origin

_STOPPED = "stopped"


def make_lessons(made: Made) -> None:
    """Make what was learnt the year before, when the goals were on paper."""
    Lesson.objects.bulk_create(
        Lesson(
            municipality=made.municipality,
            unit=made.units[told.text("unit")],
            year=made.year - 1,
            goal_title=told.text("goal"),
            result=told.text("result"),
            text=told.text("learning"),
        )
        for told in made.file.sections(f"history_{made.year - 1}")
    )


def make_next_year(made: Made) -> None:
    """Make the decisions about next year's goals, and a draft of those that go on."""
    told = made.file.sections(f"plan_{made.year + 1}_draft")
    RollForwardDecision.objects.bulk_create(
        RollForwardDecision(
            municipality=made.municipality,
            key=section.text("id"),
            unit=made.units[section.text("unit")],
            to_year=made.year + 1,
            from_goal=made.goals.get(section.text("from_goal")),
            decision=section.text("origin"),
            text=section.text("text"),
            status=section.text("status"),
            language=section.text("language") or "nb",
        )
        for section in told
    )
    drafts = [section for section in told if section.text("status") != _STOPPED]
    for section in drafts:
        key = section.text("unit")
        made.plans[(key, made.year + 1)] = Plan.objects.create(
            municipality=made.municipality, unit=made.units[key], year=made.year + 1
        )
    Goal.objects.bulk_create(_draft(made, section) for section in drafts)


def _draft(made: Made, told: Section) -> Goal:
    """A goal of next year: the same people are asked, and have not yet answered."""
    earlier = made.goals.get(told.text("from_goal"))
    plan = made.plans[(told.text("unit"), made.year + 1)]
    collector = earlier.collector if earlier else None
    return Goal(
        municipality=made.municipality,
        plan=plan,
        key=told.text("id"),
        title=told.text("text"),
        why=earlier.why if earlier else "",
        language=told.text("language") or "nb",
        perspective=earlier.perspective if earlier else None,
        strategy=earlier.strategy if earlier else None,
        own_sdgs=earlier.own_sdgs if earlier else None,
        collector=collector,
        deputy=deputy_for(made, plan.unit, collector) if collector else None,
        origin=Origin(told.text("origin")),
        from_goal=earlier,
        workshop=made.workshops.get((plan.unit.key, plan.year)),
    )
