"""Step map: every unit's eight steps, in the organisation's order, never ranked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from trinnvis.records.load.steps import Place
from trinnvis.records.models import Unit
from trinnvis.rules.step_facts import StepEvidence
from trinnvis.rules.steps import StepFinding, step_findings
from trinnvis.rules.terms import StepKey, StepState
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.step_words import STATE_MARKS, step_short, step_state_word
from trinnvis.web.presenting.area_page import parent_of


@dataclass(frozen=True, slots=True)
class StepCell:
    mark: SafeString
    word: str
    shown: bool
    """Whether the word is seen, or only heard."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One unit's steps; an area is a heading."""

    name: str
    url: str
    cells: tuple[StepCell, ...]


@dataclass(frozen=True, slots=True)
class StepMap:
    year: int
    heads: tuple[tuple[str, str], ...]
    """Number and word of each step."""
    rows: tuple[StepRow, ...]


def step_map(
    units: Iterable[Unit], evidence: dict[Place, StepEvidence], year: int, day: date
) -> StepMap:
    """Return the year's map: units in the scheme by the year's end, and their areas."""
    among = tuple(units)
    included = {
        unit.path for unit in among if unit.started_on and unit.started_on.year <= year
    }
    headings = {parent_of(path) for path in included}
    return StepMap(
        year=year,
        heads=tuple((key.value, step_short(key)) for key in StepKey),
        rows=tuple(
            _row(
                unit,
                evidence[unit.pk, year],
                year,
                day,
                heading=unit.path not in included,
            )
            for unit in among
            if unit.path in included or unit.path in headings
        ),
    )


def _row(
    unit: Unit, evidence: StepEvidence, year: int, day: date, *, heading: bool
) -> StepRow:
    cells = () if heading else tuple(_cell(e) for e in step_findings(evidence, day))
    return StepRow(unit.name, f"{reverse('unit', args=[unit.pk])}?year={year}", cells)


def _cell(found: StepFinding) -> StepCell:
    begun = found.state is not StepState.NOT_STARTED
    key = STATE_MARKS[found.state] if begun else "missing"
    # Our own drawing, looked up by a key of ours.
    mark = mark_safe(svg_mark(key))  # noqa: S308
    return StepCell(mark, step_state_word(found.state), begun)
