"""Import plan: what would become of every row of a scorecard, before anything is done.

Rows of one indicator on several sheets become one indicator. Where two rows say
different things, neither is chosen. Source: docs/method/import.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from trinnvis.rules.import_answers import (
    FIGURE_DOUBTS,
    Answer,
    ImportAnswers,
    can_be_judged,
    is_settled,
    must_be_taken_in,
    open_reasons,
    target_for,
)
from trinnvis.rules.import_indicators import (
    Aim,
    IndicatorToMake,
    ReadRow,
    one_indicator,
)
from trinnvis.rules.import_units import folded
from trinnvis.rules.scorecard_facts import (
    Direction as PrintedDirection,
)
from trinnvis.rules.scorecard_facts import (
    RowKind,
    ScorecardRow,
    Status,
    Target,
)
from trinnvis.rules.terms import Direction


class Fate(StrEnum):
    """What becomes of a row."""

    JUDGED = "judged"
    """An indicator with its target."""
    WATCHED = "watched"
    """An indicator that is followed along, without a target."""
    LEFT_OUT = "left_out"
    """It stays as text in the report."""


class Why(StrEnum):
    """Why a row is only followed along, or left out."""

    NO_TARGET = "no_target"
    OTHER_YEAR = "other_year"
    """Its target is for another year than the plan."""
    CHANGE_TARGET = "change_target"
    UNEVEN_BAND = "uneven_band"
    """The near zone differs above and below the band; no rule judges that."""
    TARGETS_DIFFER = "targets_differ"
    """Two rows say different targets for the same indicator and year."""
    UNANSWERED = "unanswered"
    AWAITS_OTHER = "awaits_other"
    """Clear itself, while another row of the same indicator is not."""
    CHOSEN = "chosen"
    REJECTED = "rejected"
    LEFT = "left"
    """Somebody said so."""
    NOT_TAKEN_IN = "not_taken_in"
    """Hidden, or a table of another shape, and nobody has said that it belongs."""
    NO_UNIT = "no_unit"
    UNIT_LEFT = "unit_left"
    NOT_ALLOWED = "not_allowed"
    PLAN_FROZEN = "plan_frozen"
    """The unit's plan for the year is decided, or is up for approval."""
    ALREADY_THERE = "already_there"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the rows of one unit's name go: a unit, and what its plan holds."""

    name: str
    unit_id: int = 0
    """0 for a unit that is not found."""
    why_not: Why | None = None
    told: bool = False
    """Somebody chose the unit; the name alone did not."""
    taken: frozenset[str] = frozenset()
    """Folded names of the indicators that the plan has already."""


@dataclass(frozen=True, slots=True)
class RowFate:
    """What becomes of one row, and why not more."""

    index: int
    fate: Fate
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The indicators to make, in reading order, and one fate per row of the file."""

    indicators: tuple[IndicatorToMake, ...] = ()
    fates: tuple[RowFate, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportFrame:
    """What the rows are held against."""

    year: int
    answers: ImportAnswers = field(default_factory=ImportAnswers)
    places: Mapping[str, Place] = field(default_factory=dict)
    """By the unit's name in the file."""
    taken_rows: frozenset[int] = frozenset()
    """Rows that the same file gave before."""


def plan_import(rows: tuple[ScorecardRow, ...], frame: ImportFrame) -> ImportPlan:
    """Return what would become of each row, with the person's answers so far."""
    fates = tuple(fate_of(index, row, frame) for index, row in enumerate(rows))
    groups, namesakes = _grouped(fates, rows, frame)
    indicators = tuple(
        one_indicator(tuple(group), frame.year, shares_name=_who(group[0]) in namesakes)
        for group in groups
    )
    return ImportPlan(indicators, _after_merging(fates, indicators))


def _grouped(
    fates: tuple[RowFate, ...], rows: tuple[ScorecardRow, ...], frame: ImportFrame
) -> tuple[list[list[ReadRow]], frozenset[tuple[int, str]]]:
    """Return the rows of each indicator, and the names that two of a unit share."""
    groups: list[list[ReadRow]] = []
    at: dict[tuple[int, str], list[list[ReadRow]]] = {}
    for fate in fates:
        if fate.fate is Fate.LEFT_OUT:
            continue
        read = _read(fate, rows[fate.index], frame)
        known = at.setdefault(_who(read), [])
        group = next((one for one in known if _belongs(read, one)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(read)
    return groups, frozenset(who for who, known in at.items() if len(known) > 1)


def _who(read: ReadRow) -> tuple[int, str]:
    return read.unit_id, folded(read.row.indicator)


def _after_merging(
    fates: tuple[RowFate, ...], indicators: tuple[IndicatorToMake, ...]
) -> tuple[RowFate, ...]:
    whys: dict[int, Why] = {}
    for made in indicators:
        if made.targets_differ or made.awaits_other:
            why = Why.TARGETS_DIFFER if made.targets_differ else Why.AWAITS_OTHER
            whys |= dict.fromkeys(made.rows, why)
    return tuple(
        replace(fate, fate=Fate.WATCHED, why=whys[fate.index])
        if fate.index in whys and fate.fate is Fate.JUDGED
        else fate
        for fate in fates
    )


def fate_of(index: int, row: ScorecardRow, frame: ImportFrame) -> RowFate:
    """Return what becomes of the row: the gravest reason first."""
    answer = frame.answers.rows.get(index)
    if left := _why_left(index, row, answer, frame):
        return RowFate(index, Fate.LEFT_OUT, left)
    watched = _why_watched(row, answer, frame.year)
    return RowFate(index, Fate.WATCHED if watched else Fate.JUDGED, watched)


def _why_left(
    index: int, row: ScorecardRow, answer: Answer | None, frame: ImportFrame
) -> Why | None:
    if row.status is Status.REJECT:
        return Why.REJECTED
    if answer is Answer.LEAVE:
        return Why.LEFT
    key_figure = row.kind in (RowKind.KEY_FIGURE, RowKind.UNIT_FIGURE)
    if key_figure and not frame.answers.key_figures:
        return Why.LEFT
    place = frame.places.get(row.unit)
    if place is None or place.why_not is not None:
        return place.why_not if place else Why.NO_UNIT
    if index in frame.taken_rows or folded(row.indicator) in place.taken:
        return Why.ALREADY_THERE
    if must_be_taken_in(row) and not is_settled(row, frame.year, answer):
        return Why.NOT_TAKEN_IN
    return None


def _why_watched(row: ScorecardRow, answer: Answer | None, year: int) -> Why | None:
    target = target_for(row, year)
    if answer is Answer.WATCH:
        return Why.CHOSEN
    if target is None:
        return Why.OTHER_YEAR if row.targets else Why.NO_TARGET
    if target.is_change:
        return Why.CHANGE_TARGET
    if not can_be_judged(target):
        return Why.NO_TARGET
    if not is_settled(row, year, answer) or _direction(row, answer) is None:
        return Why.UNANSWERED
    return Why.UNEVEN_BAND if _is_uneven(target) else None


def _read(fate: RowFate, row: ScorecardRow, frame: ImportFrame) -> ReadRow:
    answer = frame.answers.rows.get(fate.index)
    settled = is_settled(row, frame.year, answer)
    doubts = FIGURE_DOUBTS.intersection(open_reasons(row, frame.year))
    return ReadRow(
        index=fate.index,
        row=row,
        unit_id=frame.places[row.unit].unit_id,
        settled=settled,
        doubted=bool(doubts) and not settled,
        aim=_aim(row, answer, frame.year) if fate.fate is Fate.JUDGED else None,
        unanswered=fate.why is Why.UNANSWERED,
    )


def _aim(row: ScorecardRow, answer: Answer | None, year: int) -> Aim | None:
    target, direction = target_for(row, year), _direction(row, answer)
    return Aim(target, direction) if target and direction else None


def _direction(row: ScorecardRow, answer: Answer | None) -> Direction | None:
    """Return what was printed or answered; a hint is neither."""
    if answer in (Answer.HIGHER, Answer.LOWER):
        return Direction(answer.value)
    if row.direction is PrintedDirection.BAND:
        return Direction.BAND
    return Direction(row.direction.value) if row.direction else None


def _is_uneven(target: Target) -> bool:
    """Tell a band that is nearer to its acceptable edge on one side."""
    edges = (target.low, target.high, target.acceptable_low, target.acceptable_high)
    low, high, outer_low, outer_high = edges
    if low is None or high is None or (outer_low is None and outer_high is None):
        return False
    return (
        outer_low is None or outer_high is None or low - outer_low != outer_high - high
    )


def _belongs(read: ReadRow, group: list[ReadRow]) -> bool:
    """Tell a row of an indicator that the group has, on another sheet or line.

    The same words under two headings of one sheet are two things: «Lesing» on the
    eighth and on the ninth step.
    """
    for other in group:
        measures = {read.row.measure, other.row.measure} - {None}
        same_heading = folded(read.row.focus or "") == folded(other.row.focus or "")
        if len(measures) > 1 or (
            read.row.sheet == other.row.sheet and not same_heading
        ):
            return False
    return True
