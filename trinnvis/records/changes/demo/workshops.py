"""Workshops: time set aside to make goals in the demo (step 4)."""

from datetime import date
from decimal import Decimal
from math import ceil

from trinnvis.records.changes.demo.cycles import Cycle
from trinnvis.records.changes.demo.made import Made, weekday_from
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Workshop

_HOURS = Decimal(2)


def make_workshops(made: Made) -> None:
    """Make the file's workshops, and those its cycles say have been held."""
    rows = [_stated(made, told) for told in made.file.sections("workshops")]
    have = {(row.unit.key, row.year) for row in rows}
    rows += [
        _filled_in(made, cycle, order)
        for order, cycle in enumerate(made.cycles)
        if cycle.begun(4) and (cycle.unit, cycle.year) not in have
    ]
    made_rows = Workshop.objects.bulk_create(rows)
    made.workshops = {(row.unit.key, row.year): row for row in made_rows}


def _stated(made: Made, told: Section) -> Workshop:
    on = told.day("date")
    return Workshop(
        municipality=made.municipality,
        unit=made.units[told.text("unit")],
        year=on.year + 1,
        on=on,
        hours=told.figure("hours"),
        participants=told.whole("participants"),
        facilitator=made.people[told.text("facilitator")],
        suggestions=told.whole("suggestions"),
        chosen=told.whole("chosen"),
        agenda=list(told.texts("agenda")),
        language=told.text("language") or "nb",
    )


def _filled_in(made: Made, cycle: Cycle, order: int) -> Workshop:
    """A workshop that the file states only as a step begun or done."""
    unit = made.units[cycle.unit]
    return Workshop(
        municipality=made.municipality,
        unit=unit,
        year=cycle.year,
        on=weekday_from(date(cycle.year - 1, 11, 9), order % 10),
        hours=_HOURS,
        participants=ceil((unit.headcount or 0) * 4 / 5),
        facilitator=made.leader_of(unit),
        language=unit.language,
        from_demo=True,
    )
