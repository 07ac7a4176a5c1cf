"""Municipality: the demo municipality, and what its units share."""

from trinnvis.records.changes.demo.cycles import cycles_in
from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import (
    ExternalBody,
    Municipality,
    Perspective,
    SharedIndicator,
    StrategyArea,
)
from trinnvis.rules.terms import CalendarPreset, Direction

_PRESETS = {
    "kvartal": CalendarPreset.QUARTER,
    "tertial": CalendarPreset.TERTIAL,
    "vår": CalendarPreset.SPRING,
}


def make_municipality(file: Section) -> Made:
    """Make the municipality with its perspectives, areas and shared indicators."""
    told = file.section("municipality")
    calendar = file.section("reporting_calendar")
    municipality = Municipality.objects.create(
        number=told.text("number"),
        name=told.text("name"),
        name_nn=told.text("name_nn"),
        population=told.whole("population"),
        vision=told.text("vision"),
        values=list(told.texts("values")),
        language_policy=told.text("language_policy"),
        governance=told.text("governance"),
        merged=told.text("merged"),
        calendar_preset=_PRESETS[calendar.text("mode")],
        fte=told.figure("fte"),
        headcount=told.whole("employees"),
        net_budget_mnok=told.figure("net_budget_mnok"),
        is_demo=True,
    )
    first = calendar.sections("periods")[0].day("start")
    made = Made(file, municipality, first.year, cycles_in(file))
    _make_perspectives(made)
    _make_areas(made)
    _make_shared_indicators(made)
    _make_bodies(made)
    return made


def _make_perspectives(made: Made) -> None:
    rows = [
        Perspective(
            municipality=made.municipality,
            key=told.text("id"),
            name=told.text("nb"),
            name_nn=told.text("nn"),
            question=told.text("question"),
            order=order,
        )
        for order, told in enumerate(made.file.sections("perspectives"))
    ]
    made.perspectives = {row.key: row for row in Perspective.objects.bulk_create(rows)}


def _make_areas(made: Made) -> None:
    rows = [
        StrategyArea(
            municipality=made.municipality,
            key=told.text("id"),
            name=told.text("nb"),
            name_nn=told.text("nn"),
            text=told.text("text"),
            source=told.text("source"),
            sdgs=[int(sdg) for sdg in told.texts("sdg")],
            order=order,
        )
        for order, told in enumerate(made.file.sections("strategy"))
    ]
    made.areas = {row.key: row for row in StrategyArea.objects.bulk_create(rows)}


def _make_shared_indicators(made: Made) -> None:
    rows = [
        SharedIndicator(
            municipality=made.municipality,
            key=told.text("id"),
            name=told.text("nb"),
            name_nn=told.text("nn"),
            direction=Direction(told.text("direction")),
            rollup=told.text("rollup"),
        )
        for told in made.file.sections("shared_indicators")
    ]
    made.shared = {row.key: row for row in SharedIndicator.objects.bulk_create(rows)}


def _make_bodies(made: Made) -> None:
    rows = [
        ExternalBody(
            municipality=made.municipality,
            key=told.text("id"),
            name=told.text("name"),
            kind=told.text("kind"),
            contact_role=told.text("contact_role"),
        )
        for told in made.file.sections("external_bodies")
    ]
    made.bodies = {row.key: row for row in ExternalBody.objects.bulk_create(rows)}
