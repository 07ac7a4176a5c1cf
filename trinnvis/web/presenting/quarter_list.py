"""Quarter list: which units have delivered a quarter."""

from collections.abc import Iterable
from dataclasses import dataclass

from trinnvis.records.load.tellings import Tellings
from trinnvis.records.models import Unit
from trinnvis.rules.missing import not_included
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import QuarterState
from trinnvis.signs.quarter_words import quarter_state_word


@dataclass(frozen=True, slots=True)
class UnitRow:
    id: int
    name: str
    mark: str
    word: str
    delivered: bool
    included: bool


def unit_rows(
    units: Iterable[Unit], told: Tellings, quarter: Quarter
) -> tuple[UnitRow, ...]:
    """Return one row per unit, in the order given. No queries."""
    return tuple(_row(unit, told, quarter) for unit in units)


def _row(unit: Unit, told: Tellings, quarter: Quarter) -> UnitRow:
    telling = told.get((unit.pk, quarter))
    delivered = telling is not None and telling.delivered_at is not None
    included = not not_included(quarter, unit.started_on)
    state = QuarterState.SUBMITTED if delivered else QuarterState.LATE
    if not included:
        state = QuarterState.NOT_INCLUDED
    marks = {
        QuarterState.SUBMITTED: "done",
        QuarterState.LATE: "missing",
        QuarterState.NOT_INCLUDED: "not_applicable",
    }
    return UnitRow(
        unit.pk,
        unit.name,
        marks[state],
        quarter_state_word(state),
        delivered,
        included,
    )
