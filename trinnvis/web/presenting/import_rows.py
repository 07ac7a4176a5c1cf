"""Import rows: the rows of a file as they are shown, each cell beside its reading."""

from collections.abc import Iterable
from dataclasses import dataclass

from trinnvis.rules.import_answers import (
    Answer,
    ImportAnswers,
    choices_for,
    has_hint,
    open_reasons,
)
from trinnvis.rules.import_plan import Fate, ImportFrame, ImportPlan, RowFate
from trinnvis.rules.scorecard_facts import (
    REASON_STATUS,
    Reason,
    Scorecard,
    ScorecardRow,
    Status,
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
    why_sentence,
)


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

    @property
    def is_open(self) -> bool:
        """Whether the row has not been answered."""
        return not any(choice.chosen for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one unit's name, in reading order."""

    name: str
    rows: tuple[RowShown, ...]
    unplaced: bool = False
    """Its unit is not chosen yet."""
    place: int = 0
    """Of the name in the file."""

    @property
    def hints(self) -> int:
        """How many rows wait for a direction that their name suggests."""
        return sum(bool(row.hint) and row.is_open for row in self.rows)


def grouped(
    rows: Iterable[tuple[str, RowShown]],
    names: tuple[str, ...],
    missing: Iterable[str] = (),
) -> tuple[Group, ...]:
    """Return the rows by their unit's name; `names` are all of the file's."""
    by_name: dict[str, list[RowShown]] = {}
    for name, row in rows:
        by_name.setdefault(name, []).append(row)
    unplaced = set(missing)
    return tuple(
        Group(name, tuple(shown), name in unplaced, names.index(name))
        for name, shown in by_name.items()
    )


class Showing:
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
        told = open_reasons(row, self._year) or tuple(
            reason for reason in row.reasons if _is_worth_telling(reason, row)
        )
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
        hint = row.direction_hint
        return direction_word(hint) if hint and has_hint(row, self._year) else ""


def _is_worth_telling(reason: Reason, row: ScorecardRow) -> bool:
    """Leave out what the row's own fate says, and questions that are moot this year."""
    if row.status is Status.REJECT:
        return True
    return reason is not Reason.NO_TARGET and REASON_STATUS.get(reason) is None


_MARKS = {Fate.JUDGED: "done", Fate.WATCHED: "no_target", Fate.LEFT_OUT: "missing"}


def _choices(choices: tuple[Answer, ...], answer: Answer | None) -> tuple[Choice, ...]:
    return tuple(
        Choice(choice.value, answer_word(choice), choice is answer)
        for choice in choices
    )
