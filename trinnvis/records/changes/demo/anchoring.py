"""Anchoring: steps 1–3 of the demo: decisions, the units' start, briefings."""

from datetime import date
from math import ceil

from trinnvis.records.changes.demo import wording
from trinnvis.records.changes.demo.cycles import Cycle
from trinnvis.records.changes.demo.made import Made, weekday_from
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import AnchoringRecord, Briefing, BriefingQuestion

_LEVELS = {
    "politisk": AnchoringRecord.AnchoringLevel.POLITICAL,
    "administrativ": AnchoringRecord.AnchoringLevel.ADMINISTRATIVE,
    "medbestemmelse": AnchoringRecord.AnchoringLevel.CO_DETERMINATION,
    "enhet": AnchoringRecord.AnchoringLevel.UNIT,
}
_PURPOSE = frozenset({"hensikt", "formål"})
_TOOL = "verktøy"
_PLAN = "plan for gjennomføring"


def make_anchoring(made: Made) -> None:
    """Make the file's decisions, and those its cycles say the units have made."""
    rows = [_stated(made, told) for told in made.file.sections("anchoring")]
    stated = {(row.unit.key, row.year) for row in rows if row.unit}
    rows += [
        _filled_in(made, cycle, order)
        for order, cycle in enumerate(made.cycles)
        if cycle.begun(2) and (cycle.unit, cycle.year) not in stated
    ]
    AnchoringRecord.objects.bulk_create(rows)


def make_briefings(made: Made) -> None:
    """Make the file's staff meetings, and those its cycles say have been held."""
    told = made.file.sections("briefings")
    stated = [_stated_briefing(made, section) for section in told]
    have = {(row.unit.key, row.year) for row in stated}
    filled_in = [
        _filled_in_briefing(made, cycle, order)
        for order, cycle in enumerate(made.cycles)
        if cycle.begun(3) and (cycle.unit, cycle.year) not in have
    ]
    Briefing.objects.bulk_create(stated + filled_in)
    BriefingQuestion.objects.bulk_create(
        BriefingQuestion(municipality=made.municipality, briefing=row, text=text)
        for row, section in zip(stated, told, strict=True)
        for text in section.texts("questions")
    )


def _stated(made: Made, told: Section) -> AnchoringRecord:
    unit = made.units.get(told.text("unit"))
    by = made.people.get(told.text("by"))
    on = told.day("date")
    return AnchoringRecord(
        municipality=made.municipality,
        level=_LEVELS[told.text("level")],
        unit=unit,
        year=on.year + 1 if unit else None,
        body=told.text("body"),
        on=on,
        case_no=told.text("case"),
        decision=told.text("decision"),
        unanimous=told.yes("unanimous") or None,
        by=by,
        # The file's two units started in a meeting where all sat; their cycle
        # says that the step is done, so the discussion is taken to be the same.
        work_lead=by,
        discussed_on=on if unit else None,
        participants=told.whole_or_none("participants"),
        language=told.text("language") or "nb",
    )


def _filled_in(made: Made, cycle: Cycle, order: int) -> AnchoringRecord:
    """A unit's start that the file states only as a step begun or done."""
    unit = made.units[cycle.unit]
    leader = made.leader_of(unit)
    on = weekday_from(date(cycle.year - 1, 9, 14), order % 10)
    return AnchoringRecord(
        municipality=made.municipality,
        level=AnchoringRecord.AnchoringLevel.UNIT,
        unit=unit,
        year=cycle.year,
        on=on,
        decision=wording.unit_decision(unit.language, cycle.year),
        by=leader,
        work_lead=leader,
        # A step that is only begun has not been discussed yet.
        discussed_on=on if cycle.done(2) else None,
        language=unit.language,
        from_demo=True,
    )


def _stated_briefing(made: Made, told: Section) -> Briefing:
    on = told.day("date")
    staff = told.whole("staff")
    attendees = told.whole("attendees")
    read_by = told.whole("acknowledged")
    materials = frozenset(told.texts("materials"))
    return Briefing(
        municipality=made.municipality,
        unit=made.units[told.text("unit")],
        year=on.year + 1,
        on=on,
        held_by=made.people[told.text("held_by")],
        minutes=told.whole("minutes"),
        attendees=attendees,
        staff=staff,
        # The file counts everyone who confirmed, some of whom were there too.
        acknowledged=min(read_by, staff - attendees),
        format=told.text("format"),
        told_purpose=bool(materials & _PURPOSE),
        told_tool=_TOOL in materials,
        told_plan=_PLAN in materials,
        language=told.text("language") or "nb",
    )


def _filled_in_briefing(made: Made, cycle: Cycle, order: int) -> Briefing:
    """A staff meeting that the file states only as a step begun or done."""
    unit = made.units[cycle.unit]
    staff = unit.headcount or 0
    # Four of five have heard it where the step is done, half where it is begun.
    attendees = ceil(staff * 4 / 5) if cycle.done(3) else staff // 2
    return Briefing(
        municipality=made.municipality,
        unit=unit,
        year=cycle.year,
        on=weekday_from(date(cycle.year - 1, 10, 19), order % 10),
        held_by=made.leader_of(unit),
        attendees=attendees,
        staff=staff,
        format=wording.staff_meeting(),
        told_purpose=True,
        told_tool=True,
        told_plan=True,
        language=unit.language,
        from_demo=True,
    )
