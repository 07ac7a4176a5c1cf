"""Figures: a unit's observations as one reader knows them.

A quarter's figures are told to everyone when the unit delivers it and never
earlier, leaders above included. Before that only those who write the quarter see
them. Source: docs/method/visibility.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from trinnvis.records.load.tellings import Tellings, Told
from trinnvis.records.models import Goal, Indicator, Observation
from trinnvis.rules.facts import ObservationFacts, UnitFacts
from trinnvis.rules.hiding import hide_small, shows_sick_leave
from trinnvis.rules.missing import not_included
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import Measure, MissingReason, Provenance, Scope

SICK_LEAVE = "fi-sykefravaer"
"""The shared indicator that small units do not show to others."""


class Depth(StrEnum):
    """How much of a goal is read; what is left out stands empty."""

    WHOLE = "whole"
    FIGURES = "figures"
    """Indicators and figures alone."""
    JUDGED = "judged"
    """Figures with the unit's own targets: all that a judgement needs."""
    ANSWERS = "answers"
    """No figures; the staff's answers whoever reads, for counting, not showing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads, and up to when. Without a sight: what everyone may know."""

    sight: Sight | None = None
    through: Quarter | None = None
    """Figures of later quarters are left out."""
    delivering: Quarter | None = None
    """A quarter that is being delivered now, and so counts as told."""
    known_at: datetime | None = None
    """Read as it was known at this moment."""
    everything_told: bool = False
    """Read as if every quarter had been told; for what is shown once it is."""
    depth: Depth = Depth.WHOLE

    def writes(self, goal: Goal, indicator: Indicator, unit: UnitFacts) -> bool:
        """Tell whether the reader is one of those who write this figure."""
        if self.sight is None:
            return False
        fetchers = (goal.collector_id, goal.deputy_id, indicator.fetched_by_id)
        return self.sight.person_id in fetchers or self.sight.leads_unit(unit.path)


class FigureRow(NamedTuple):
    """One stored figure, read for many goals at once; cheaper than a model's row."""

    indicator_id: int
    year: int
    quarter: int
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    n: int | None
    measured_on: date | None
    missing_reason: str
    preliminary: bool
    provenance: str
    definition: int
    done_on: date | None
    known_from: datetime
    comment: str
    hidden: bool
    expected_on: date | None
    superseded_at: datetime | None
    by_id: int


Stored = Observation | FigureRow
FigureRows = Mapping[int, list[FigureRow]]
"""Stored figures by their indicator's id."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one loading holds for all its figures: unit, tellings and reader."""

    unit: UnitFacts
    told: Tellings
    reading: Reading
    rows: FigureRows | None = None
    """The stored figures, where they were read apart from their indicators."""


def figure_rows(indicator_ids: Iterable[int], *, superseded: bool) -> FigureRows:
    """Return the indicators' stored figures, in order of period. 1 query.

    Figures that were corrected are left out unless `superseded`.
    """
    rows = Observation.objects.filter(indicator_id__in=tuple(indicator_ids))
    if not superseded:
        rows = rows.filter(superseded_at__isnull=True)
    found: dict[int, list[FigureRow]] = defaultdict(list)
    for row in rows.values_list(*FigureRow._fields):
        found[row[0]].append(FigureRow._make(row))
    return found


def reads_superseded(pages: Iterable[Page]) -> bool:
    """Tell whether a page shows figures as they were before a correction."""
    return any(
        page.reading.known_at is not None
        or any(telling.reopened_at is not None for telling in page.told.values())
        for page in pages
    )


def seen(
    rows: Iterable[Stored], indicator: Indicator, goal: Goal, page: Page
) -> tuple[ObservationFacts, ...]:
    """Return the indicator's figures as the reader knows them, oldest first.

    `rows` are all of the indicator's, superseded ones too, in order of period and
    then of when they became known. No queries.
    """
    writes = page.reading.writes(goal, indicator, page.unit)
    hides_all = not writes and _hides_sick_leave(indicator, goal, page.unit)
    measure = Measure(indicator.measure)
    chosen: list[ObservationFacts] = []
    for (year, number), group in groupby(rows, key=lambda row: (row.year, row.quarter)):
        quarter = Quarter(year, number) if number else None
        row = _chosen(tuple(group), quarter, page, writes=writes)
        if row is None:
            continue
        facts = observation_facts(row)
        if hides_all:
            facts = _emptied(facts)
        chosen.append(facts if writes else hide_small(facts, measure))
    return tuple(chosen)


def observation_facts(row: Stored) -> ObservationFacts:
    """Return one figure as facts; nothing hidden, nothing looked up."""
    return ObservationFacts(
        quarter=Quarter(row.year, row.quarter) if row.quarter else None,
        year=row.year,
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        n=row.n,
        measured_on=row.measured_on,
        missing_reason=MissingReason(row.missing_reason)
        if row.missing_reason
        else None,
        preliminary=row.preliminary,
        provenance=Provenance(row.provenance),
        definition=row.definition,
        done_on=row.done_on,
        known_from=row.known_from,
        comment=row.comment,
        hidden=row.hidden,
        expected_on=row.expected_on,
    )


def in_force(versions: tuple[Stored, ...], at: datetime | None) -> Stored | None:
    """Return the version of one figure that stood at a moment; None means now."""
    for row in reversed(versions):
        gone = row.superseded_at
        if at is None:
            if gone is None:
                return row
        elif row.known_from <= at and (gone is None or at < gone):
            return row
    return None


def _chosen(
    versions: tuple[Stored, ...],
    quarter: Quarter | None,
    page: Page,
    *,
    writes: bool,
) -> Stored | None:
    """Return the version of one figure that the reader knows, or None."""
    reading, unit = page.reading, page.unit
    if quarter and reading.through and quarter > reading.through:
        return None
    latest = in_force(versions, reading.known_at)
    told_now = reading.everything_told or quarter == reading.delivering
    if latest is None or quarter is None or writes or told_now:
        return latest
    if unit.started is None or not_included(quarter, unit.started):
        return latest  # from before the unit was in the scheme: never delivered
    if reading.sight is not None and latest.by_id == reading.sight.person_id:
        return latest
    known = page.told.get((unit.id, quarter), Told())
    if known.delivered_at is None:
        return None
    return (
        latest if known.reopened_at is None else in_force(versions, known.reopened_at)
    )


def _hides_sick_leave(indicator: Indicator, goal: Goal, unit: UnitFacts) -> bool:
    shared = indicator.shared
    if shared is None or shared.key != SICK_LEAVE or goal.scope != Scope.UNIT:
        return False
    return not shows_sick_leave(unit.staff)


def _emptied(facts: ObservationFacts) -> ObservationFacts:
    return ObservationFacts(
        quarter=facts.quarter,
        year=facts.year,
        value=None,
        hidden=True,
        definition=facts.definition,
        known_from=facts.known_from,
    )
