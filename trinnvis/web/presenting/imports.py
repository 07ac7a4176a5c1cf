"""Imports: a file's preview, cell by cell, and what became of it."""

from collections.abc import Iterable
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
    Answer,
    ImportAnswers,
    asks_direction,
    choices_for,
    open_reasons,
)
from trinnvis.rules.import_plan import (
    Fate,
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
from trinnvis.signs.import_cells import (
    result_understood,
    target_printed,
    target_understood,
)
from trinnvis.signs.import_reasons import reason_sentence
from trinnvis.signs.import_words import (
    answer_word,
    direction_word,
    fate_word,
    notice_sentence,
    why_sentence,
)

_OUT_OF_REACH = frozenset(
    {Why.UNIT_LEFT, Why.NOT_ALLOWED, Why.PLAN_FROZEN, Why.ALREADY_THERE}
)
_DOUBTFUL = frozenset({NoticeKind.MOJIBAKE, NoticeKind.ENCODING_GUESSED})


@dataclass(frozen=True, slots=True)
class CellShown:
    """One cell: where, what stands there, and what it was understood as."""

    cell: str
    printed: str
    understood: str


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row of the file with its cells, what is odd, and what becomes of it."""

    index: int
    place: str
    """«Teknisk drift, rad 7»."""
    sheet: str
    row: int
    indicator: str
    focus: str
    cells: tuple[CellShown, ...]
    reasons: tuple[str, ...]
    hint: str
    fate: str
    mark: str
    why: str
    choices: tuple[Choice, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one unit's name, in reading order."""

    name: str
    rows: tuple[RowShown, ...]
    unplaced: bool = False
    """Its unit is not chosen yet."""


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
    shown = _Showing(scorecard, frame, plan)
    return _grouped(shown.row(fate) for fate in plan.fates if fate.index not in taken)


def _rows_by_part(
    scorecard: Scorecard, frame: ImportFrame, plan: ImportPlan
) -> dict[str, tuple[Group, ...]]:
    shown = _Showing(scorecard, frame, plan)
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
    return {part: _grouped(rows, missing) for part, rows in parts.items()}


def _part(fate: RowFate, row: ScorecardRow, year: int) -> str:
    if fate.why is Why.REJECTED:
        return "text"
    if fate.why in _OUT_OF_REACH:
        return "aside"
    return "ask" if choices_for(row, year) else "read"


def _grouped(
    rows: Iterable[tuple[str, RowShown]], missing: Iterable[str] = ()
) -> tuple[Group, ...]:
    by_name: dict[str, list[RowShown]] = {}
    for name, row in rows:
        by_name.setdefault(name, []).append(row)
    unplaced = set(missing)
    return tuple(
        Group(name, tuple(shown), name in unplaced) for name, shown in by_name.items()
    )


class _Showing:
    """Rows as they are shown, held against one plan."""

    def __init__(
        self, scorecard: Scorecard, frame: ImportFrame, plan: ImportPlan
    ) -> None:
        self._rows = scorecard.rows
        self._year = frame.year
        self._answers: ImportAnswers = frame.answers
        self._in_conflict = {
            (row, year)
            for made in plan.indicators
            for row in made.rows
            for year in made.in_conflict
        }

    def row(self, fate: RowFate) -> tuple[str, RowShown]:
        """Return the unit's name and the row."""
        row = self._rows[fate.index]
        told = open_reasons(row, self._year) or row.reasons
        choices = choices_for(row, self._year)
        answer = self._answers.rows.get(fate.index)
        return row.unit, RowShown(
            index=fate.index,
            place=f"{row.sheet}!{row.row}",
            sheet=row.sheet,
            row=row.row,
            indicator=row.indicator,
            focus=row.focus or "",
            cells=tuple(self._cells(fate.index, row)),
            reasons=tuple(reason_sentence(reason, row, self._rows) for reason in told),
            hint=self._hint(row),
            fate=fate_word(fate.fate),
            mark=_MARKS[fate.fate],
            why=why_sentence(fate.why, self._year) if fate.why else "",
            choices=_choices(choices, answer),
            left=answer is Answer.LEAVE,
        )

    def _cells(self, index: int, row: ScorecardRow) -> Iterable[CellShown]:
        for target in row.targets:
            understood = target_understood(row, target)
            yield CellShown(target.cell, target_printed(target), understood)
        for result in row.results:
            in_conflict = (
                result.period.isdecimal()
                and (index, int(result.period)) in self._in_conflict
            )
            understood = result_understood(row, result, in_conflict=in_conflict)
            yield CellShown(result.cell, result.printed, understood)

    def _hint(self, row: ScorecardRow) -> str:
        if row.direction_hint is None or not asks_direction(row, self._year):
            return ""
        return direction_word(row.direction_hint)


_MARKS = {Fate.JUDGED: "done", Fate.WATCHED: "no_target", Fate.LEFT_OUT: "missing"}


def _choices(choices: tuple[Answer, ...], answer: Answer | None) -> tuple[Choice, ...]:
    chosen = answer if answer in choices else next(iter(choices), None)
    return tuple(
        Choice(choice.value, answer_word(choice), choice is chosen)
        for choice in choices
    )


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
