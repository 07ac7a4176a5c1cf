"""Units: a unit as facts."""

from trinnvis.records.models import Unit
from trinnvis.rules.facts import UnitFacts


def unit_facts(unit: Unit) -> UnitFacts:
    """Return the unit as facts. No queries."""
    return UnitFacts(
        id=unit.pk,
        municipality_id=unit.municipality_id,
        path=unit.path,
        started=unit.started_on,
        staff=unit.headcount,
        name=unit.name,
        language=unit.language,
    )
