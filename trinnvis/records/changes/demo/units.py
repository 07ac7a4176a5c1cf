"""Units: the demo's tree of units, and since when each follows the scheme."""

from datetime import date

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Unit


def make_units(made: Made) -> None:
    """Make the tree, parents before children as in the file."""
    in_scheme = {cycle.unit for cycle in made.cycles_of(made.year)}
    for told in made.file.sections("units"):
        key = told.text("id")
        parent = made.units.get(told.text("parent"))
        started = date(made.year, 1, 1) if key in in_scheme else None
        unit = _unit(made, told, parent, started)
        # The path holds the row's own number, so it is known only afterwards.
        unit.path = f"{parent.path if parent else ''}{unit.pk:06d}/"
        made.units[key] = unit
    Unit.objects.bulk_update(made.units.values(), ("path",))


def _unit(made: Made, told: Section, parent: Unit | None, started: date | None) -> Unit:
    key = told.text("id")
    return Unit.objects.create(
        municipality=made.municipality,
        parent=parent,
        path=f"new/{key}",
        key=key,
        name=told.text("name"),
        kind=told.text("kind"),
        service=told.text("service"),
        language=told.text("language"),
        headcount=told.whole("headcount"),
        fte=told.figure("fte"),
        net_budget_mnok=told.figure("net_budget_mnok"),
        users_count=told.whole_or_none("users_count"),
        bodies=list(told.texts("bodies")),
        note=told.text("note"),
        is_sum=bool(told.text("totals")),
        started_on=started,
    )
