"""Import answers: what is asked about a scorecard's row, and what can be answered.

Nothing is guessed: a row that is not answered is followed along without a target, or
left out where even taking it in has to be said. Source: docs/method/import.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trinnvis.rules.scorecard_facts import (
    REASON_STATUS,
    YEAR_UNKNOWN,
    Direction,
    Reason,
    RowKind,
    ScorecardRow,
    Status,
    Target,
)


class Answer(StrEnum):
    """What a person says of one row."""

    HIGHER = "higher"
    LOWER = "lower"
    CONFIRM = "confirm"
    """It is right as it was read."""
    WATCH = "watch"
    """Follow along, without a target."""
    LEAVE = "leave"


SETTLES = frozenset({Answer.HIGHER, Answer.LOWER, Answer.CONFIRM})


@dataclass(frozen=True, slots=True)
class ImportAnswers:
    """What the person has said so far. Rows by their place in the scorecard."""

    units: Mapping[str, int] = field(default_factory=dict)
    """The unit's id by the name in the file; 0 leaves the name out."""
    rows: Mapping[int, Answer] = field(default_factory=dict)
    key_figures: bool = True
    """Whether figures without a target are taken in, to be followed along."""


FIGURE_DOUBTS = frozenset(
    {
        Reason.CONFLICT,
        Reason.FRACTION_IN_PERCENT,
        Reason.SUSPICIOUS_JUMP,
        Reason.SCALE_CHANGED,
        Reason.SECOND_NUMBER,
        Reason.TWO_VALUES,
        Reason.PARTS_DO_NOT_SUM,
        Reason.NUMBER_AMBIGUOUS,
        Reason.UNITS_DIFFER,
        Reason.UNIT_LABEL_DOUBTFUL,
        Reason.APPROXIMATE,
        Reason.SIGN_CONVENTION_UNCLEAR,
        Reason.TRANSPOSED_TABLE,
    }
)
"""Doubts about the figures themselves; until confirmed they stand as preliminary."""
_OF_THE_TARGET = frozenset(
    {
        Reason.DIRECTION_NOT_PRINTED,
        Reason.OPERATOR_CONTRADICTS_INDICATOR,
        Reason.OPERATORS_DISAGREE,
        Reason.OPERATOR_BEFORE_RANGE,
        Reason.TARGET_CANNOT_BE_REACHED,
        Reason.TARGET_MISSING_BESIDE_BANDS,
        Reason.BANDS_UNCLEAR,
        Reason.TARGET_YEAR_NOT_PRINTED,
    }
)
"""Of no matter where the plan's year has no target."""
_ASKED_ELSEWHERE = frozenset({Reason.UNIT_NOT_PRINTED, Reason.CHANGE_TARGET})
"""The unit is asked for once for all its rows; a target that is a change can be
followed and never judged, so there is nothing to confirm."""


def target_for(row: ScorecardRow, year: int) -> Target | None:
    """Return the target printed for the year, or one printed without a year."""
    told = {target.year: target for target in row.targets}
    return told.get(str(year)) or told.get(YEAR_UNKNOWN)


def can_be_judged(target: Target | None) -> bool:
    """Tell a target that is a level, as one figure or as a whole band."""
    if target is None or target.is_change:
        return False
    has_band = target.low is not None and target.high is not None
    return target.value is not None or has_band


def asks_direction(row: ScorecardRow, year: int) -> bool:
    """Tell a row with one target figure where nobody printed which way is better."""
    target = target_for(row, year)
    return can_be_judged(target) and target is not None and row.direction is None


def open_reasons(row: ScorecardRow, year: int) -> tuple[Reason, ...]:
    """Return what a person must look at before the row's level may be shown."""
    moot = set(_ASKED_ELSEWHERE)
    if not can_be_judged(target_for(row, year)):
        moot |= _OF_THE_TARGET
    return tuple(
        reason
        for reason in row.reasons
        if REASON_STATUS.get(reason) is Status.ASK and reason not in moot
    )


def must_be_taken_in(row: ScorecardRow) -> bool:
    """Tell a row that stays out until somebody says that it belongs."""
    return row.kind is RowKind.TRANSPOSED or Reason.HIDDEN in row.reasons


def choices_for(row: ScorecardRow, year: int) -> tuple[Answer, ...]:
    """Return the answers to choose from, the one that holds unanswered first.

    Empty for a row that asks nothing: it is understood, or it is kept as text.
    """
    if row.status is Status.REJECT or not open_reasons(row, year):
        return ()
    settles: tuple[Answer, ...] = (Answer.CONFIRM,)
    if asks_direction(row, year):
        settles = (Answer.HIGHER, Answer.LOWER)
    if must_be_taken_in(row):
        return (Answer.LEAVE, *settles)
    return (Answer.WATCH, *settles, Answer.LEAVE)


def is_settled(row: ScorecardRow, year: int, answer: Answer | None) -> bool:
    """Tell whether the row asks nothing, or was answered with a yes."""
    return answer in SETTLES or not open_reasons(row, year)


def with_hints(
    rows: tuple[ScorecardRow, ...], unit: str, answers: ImportAnswers, year: int
) -> ImportAnswers:
    """Return the answers with the direction each name suggests, for one unit.

    Only where somebody asked for it, and only for rows that have no answer.
    """
    hinted = {
        index: Answer(row.direction_hint.value)
        for index, row in enumerate(rows)
        if row.unit == unit and has_hint(row, year) and row.direction_hint
    }
    return replace(answers, rows={**hinted, **answers.rows})


def has_hint(row: ScorecardRow, year: int) -> bool:
    """Tell a row that asks for its direction, and whose name suggests one."""
    return (
        row.direction_hint in (Direction.HIGHER, Direction.LOWER)
        and row.status is not Status.REJECT
        and asks_direction(row, year)
    )
