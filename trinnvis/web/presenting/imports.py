"""Imports: a file's preview, cell by cell, and what became of it."""

from dataclasses import dataclass

from trinnvis.records.load.imports import (
    answers_of,
    frame_for,
    may_import_to,
    scorecard_of,
    units_by_id,
)
from trinnvis.records.models import ImportBatch, Person, Unit
from trinnvis.rules.import_answers import (
    choices_for,
)
from trinnvis.rules.import_plan import (
    ImportFrame,
    ImportPlan,
    RowFate,
    Why,
    plan_import,
)
from trinnvis.rules.import_units import nearest
from trinnvis.rules.scorecard_facts import (
    NoticeKind,
    RowKind,
    Scorecard,
    ScorecardRow,
)
from trinnvis.signs.import_words import (
    notice_sentence,
)
from trinnvis.web.presenting.import_rows import Group, RowShown, Showing, grouped

_OUT_OF_REACH = frozenset(
    {Why.UNIT_LEFT, Why.NOT_ALLOWED, Why.PLAN_FROZEN, Why.ALREADY_THERE}
)
_DOUBTFUL = frozenset({NoticeKind.MOJIBAKE, NoticeKind.ENCODING_GUESSED})


@dataclass(frozen=True, slots=True)
class NameShown:
    """A unit's name in the file, and the units it may be."""

    place: int
    name: str
    count: int
    chosen: int | None
    near: tuple[Unit, ...]
    others: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class NoticeShown:
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What was understood, what must be confirmed, and what was not understood."""

    judged: int
    watched: int
    figures: int
    asked: int
    rejected: int
    key_figures: int
    takes_key_figures: bool
    unknown_names: tuple[NameShown, ...]
    known_names: tuple[NameShown, ...]
    to_confirm: tuple[Group, ...]
    understood: tuple[Group, ...]
    not_understood: tuple[Group, ...]
    aside: tuple[Group, ...]
    """Rows that the plans or the person's own reach leave out."""
    notices: tuple[NoticeShown, ...]
    doubts: tuple[NoticeShown, ...]
    """About the encoding."""
    other_municipality: str


def preview_page(batch: ImportBatch, person: Person) -> PreviewPage:
    """Return the preview with the answers so far. 6 queries, however many rows."""
    scorecard, answers = scorecard_of(batch), answers_of(batch)
    frame = frame_for(scorecard, batch.year, answers, person=person)
    plan = plan_import(scorecard.rows, frame)
    rows = _rows_by_part(scorecard, frame, plan)
    names = _names(scorecard, frame, person)
    key_figures = (RowKind.KEY_FIGURE, RowKind.UNIT_FIGURE)
    own = person.municipality.name
    return PreviewPage(
        judged=sum(not made.watched for made in plan.indicators),
        watched=sum(made.watched for made in plan.indicators),
        figures=sum(len(made.figures) for made in plan.indicators),
        asked=sum(len(group.rows) for group in rows["ask"]),
        rejected=sum(len(group.rows) for group in rows["text"]),
        key_figures=sum(row.kind in key_figures for row in scorecard.rows),
        takes_key_figures=answers.key_figures,
        unknown_names=tuple(name for name in names if name.chosen is None),
        known_names=tuple(name for name in names if name.chosen is not None),
        to_confirm=rows["ask"],
        understood=rows["read"],
        not_understood=rows["text"],
        aside=rows["aside"],
        notices=_notices(scorecard, doubtful=False),
        doubts=_notices(scorecard, doubtful=True),
        other_municipality=(
            scorecard.municipality
            if scorecard.municipality and scorecard.municipality != own
            else ""
        ),
    )


def not_taken_in(batch: ImportBatch, person: Person) -> tuple[Group, ...]:
    """Return the rows that made nothing, as text, for the report. 5 queries."""
    scorecard, answers = scorecard_of(batch), answers_of(batch)
    taken = {row for made in batch.made if made[0] == "indicator" for row in made[2]}
    frame = frame_for(scorecard, batch.year, answers, person=person)
    plan = plan_import(scorecard.rows, frame)
    shown = Showing(scorecard, frame, plan)
    rows = [shown.row(fate) for fate in plan.fates if fate.index not in taken]
    return grouped(rows, scorecard.units)


def _rows_by_part(
    scorecard: Scorecard, frame: ImportFrame, plan: ImportPlan
) -> dict[str, tuple[Group, ...]]:
    shown = Showing(scorecard, frame, plan)
    parts: dict[str, list[tuple[str, RowShown]]] = {
        "ask": [],
        "read": [],
        "text": [],
        "aside": [],
    }
    for fate in plan.fates:
        row = scorecard.rows[fate.index]
        parts[_part(fate, row, frame.year)].append(shown.row(fate))
    missing = {
        name for name, place in frame.places.items() if place.why_not is Why.NO_UNIT
    }
    return {
        part: grouped(rows, scorecard.units, missing) for part, rows in parts.items()
    }


def _part(fate: RowFate, row: ScorecardRow, year: int) -> str:
    if fate.why is Why.REJECTED:
        return "text"
    if fate.why in _OUT_OF_REACH:
        return "aside"
    return "ask" if choices_for(row, year) else "read"


def _names(
    scorecard: Scorecard, frame: ImportFrame, person: Person
) -> tuple[NameShown, ...]:
    facts = person.facts
    units = {
        pk: unit
        for pk, unit in units_by_id(person.municipality_id).items()
        if facts is not None and may_import_to(facts, unit)
    }
    counts: dict[str, int] = {}
    for row in scorecard.rows:
        counts[row.unit] = counts.get(row.unit, 0) + 1
    return tuple(
        _name(place, name, counts[name], frame, units)
        for place, name in enumerate(scorecard.units)
    )


def _name(
    place: int, name: str, count: int, frame: ImportFrame, units: dict[int, Unit]
) -> NameShown:
    found = frame.places[name]
    chosen: int | None = found.unit_id or None
    if found.why_not is Why.UNIT_LEFT:
        chosen = 0
    near = nearest(name, {pk: unit.name for pk, unit in units.items()})
    return NameShown(
        place=place,
        name=name,
        count=count,
        chosen=chosen,
        near=tuple(units[pk] for pk in near),
        others=tuple(unit for pk, unit in units.items() if pk not in near),
    )


def _notices(scorecard: Scorecard, *, doubtful: bool) -> tuple[NoticeShown, ...]:
    return tuple(
        NoticeShown(f"{notice.sheet} {notice.cell}".strip(), notice_sentence(notice))
        for notice in scorecard.notices
        if (notice.kind in _DOUBTFUL) is doubtful
    )
