"""Bands: wanted, accepted and not approved, as printed, to target and direction."""

from dataclasses import dataclass, replace
from decimal import Decimal

from trinnvis.sources.scorecards.cells import (
    Absent,
    Figure,
    Interval,
    Reading,
    Remark,
    Several,
    Unread,
)
from trinnvis.sources.scorecards.facts import (
    Direction,
    DirectionSource,
    Reason,
)

_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Limits:
    """What print says of a target; None wherever it says nothing."""

    value: Decimal | None = None
    operator: str | None = None
    acceptable: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    acceptable_low: Decimal | None = None
    acceptable_high: Decimal | None = None
    unit: str | None = None
    direction: Direction | None = None
    source: DirectionSource | None = None
    reasons: tuple[Reason, ...] = ()
    is_change: bool = False
    bands: tuple[Figure | Interval, ...] = ()
    """The printed bands, where all three were printed as figures."""

    @property
    def is_readable(self) -> bool:
        """Whether there is a number to import."""
        return self.value is not None or self.low is not None


def limits_of(
    wanted: Reading,
    accepted: Reading,
    refused: Reading,
    *,
    is_pair: bool,
) -> Limits | None:
    """The target that three cells print together, or None where they print none.

    `is_pair` says that the wanted column's heading names both ambition and acceptance.
    A target that stays text has reasons and no numbers.
    """
    if isinstance(wanted, Several) and isinstance(accepted, Absent):
        if len(wanted.parts) == 3 and isinstance(refused, Absent):
            wanted, accepted, refused = wanted.parts
        elif len(wanted.parts) == 2 and is_pair:
            wanted, accepted = wanted.parts
    if isinstance(wanted, Absent):
        lost = any(isinstance(cell, Figure | Interval) for cell in (accepted, refused))
        return Limits(reasons=(Reason.TARGET_MISSING_BESIDE_BANDS,)) if lost else None
    if isinstance(wanted, Unread):
        sentence = wanted.reason is Reason.TEXT_NOT_NUMBER and wanted.has_digits
        reason = Reason.TARGET_IN_SENTENCE if sentence else wanted.reason
        return Limits(reasons=(reason,))
    if isinstance(wanted, Several):
        return Limits(reasons=(Reason.TWO_VALUES,))
    limits = _against_accepted(wanted, accepted, refused)
    reasons = (*limits.reasons, *_remarks(wanted, accepted))
    is_change = Remark.CHANGE in wanted.remarks
    return replace(
        limits,
        unit=wanted.unit,
        operator=None if is_change else wanted.operator,
        is_change=is_change,
        reasons=tuple(dict.fromkeys(reasons)),
        bands=_printed_bands(wanted, accepted, refused),
    )


def covers(band: Figure | Interval, value: Decimal) -> bool:
    """Whether a printed band holds a value; a printed < or > leaves its edge out."""
    if isinstance(band, Interval):
        return band.low <= value <= band.high
    if band.operator == ">":
        return value > band.value
    if band.operator == "<":
        return value < band.value
    low, high = _edges(band)
    return low <= value <= high


def direction_of(operator: str | None) -> Direction | None:
    """The direction that a printed operator gives."""
    if operator in (">", ">="):
        return Direction.HIGHER
    return Direction.LOWER if operator in ("<", "<=") else None


def _against_accepted(
    wanted: Figure | Interval, accepted: Reading, refused: Reading
) -> Limits:
    if isinstance(accepted, Several):
        return _two_sided(wanted, accepted)
    if isinstance(accepted, Figure | Interval):
        return _one_sided(wanted, accepted, refused)
    alone = _alone(wanted)
    if isinstance(accepted, Unread):
        return replace(alone, reasons=(*alone.reasons, Reason.BANDS_UNCLEAR))
    if isinstance(refused, Figure | Interval):
        return _beside_refused(wanted, refused, alone)
    return alone


def _alone(wanted: Figure | Interval) -> Limits:
    direction = direction_of(wanted.operator)
    source = DirectionSource.OPERATOR if direction else None
    if isinstance(wanted, Figure):
        return Limits(value=wanted.value, direction=direction, source=source)
    if wanted.operator:
        reasons = (Reason.OPERATOR_BEFORE_RANGE,)
        return Limits(low=wanted.low, high=wanted.high, reasons=reasons)
    return Limits(low=wanted.low, high=wanted.high)


def _beside_refused(
    wanted: Figure | Interval, refused: Figure | Interval, alone: Limits
) -> Limits:
    low, high = _edges(wanted)
    refused_low, refused_high = _edges(refused)
    if refused_high <= low < _ENDLESS:
        return replace(
            alone,
            value=low,
            low=None,
            high=None,
            direction=Direction.HIGHER,
            source=DirectionSource.BANDS,
        )
    if refused_low >= high > -_ENDLESS:
        return replace(
            alone,
            value=high,
            low=None,
            high=None,
            direction=Direction.LOWER,
            source=DirectionSource.BANDS,
        )
    return replace(alone, reasons=(*alone.reasons, Reason.BANDS_UNCLEAR))


def _two_sided(wanted: Figure | Interval, accepted: Several) -> Limits:
    low, high = _value_edges(wanted)
    edges = [_value_edges(part) for part in accepted.parts]
    below = [edge for edge in edges if edge[1] <= low]
    above = [edge for edge in edges if edge[0] >= high]
    if len(edges) != 2 or len(below) != 1 or len(above) != 1:
        alone = _alone(wanted)
        return replace(alone, reasons=(*alone.reasons, Reason.BANDS_UNCLEAR))
    odd = any(isinstance(part, Interval) and part.operator for part in accepted.parts)
    reasons = (Reason.OPERATOR_BEFORE_RANGE,) if odd else ()
    return Limits(
        low=low,
        high=high,
        acceptable_low=below[0][0],
        acceptable_high=above[0][1],
        direction=Direction.BAND,
        source=DirectionSource.BANDS,
        reasons=(*reasons, Reason.TWO_SIDED_BAND),
    )


def _one_sided(
    wanted: Figure | Interval, accepted: Figure | Interval, refused: Reading
) -> Limits:
    low, high = _value_edges(wanted)
    nearest, farthest = _value_edges(accepted)
    reasons: tuple[Reason, ...] = ()
    if high < 0 <= nearest and farthest <= abs(low):
        nearest, farthest = -farthest, -nearest  # the minus is printed on one only
        reasons = (Reason.SIGN_CONVENTION_UNCLEAR,)
    if isinstance(wanted, Interval) and nearest < low and farthest > high:
        return Limits(
            low=low,
            high=high,
            acceptable_low=nearest,
            acceptable_high=farthest,
            direction=Direction.BAND,
            source=DirectionSource.BANDS,
            reasons=(Reason.TWO_SIDED_BAND,),
        )
    both_single = isinstance(wanted, Figure) and isinstance(accepted, Figure)
    source = DirectionSource.AMBITION if both_single else DirectionSource.BANDS
    if farthest <= low and nearest < high:
        limits = Limits(
            value=low, acceptable=nearest, direction=Direction.HIGHER, source=source
        )
    elif nearest >= high and farthest > low:
        limits = Limits(
            value=high, acceptable=farthest, direction=Direction.LOWER, source=source
        )
    elif both_single:
        alone = _alone(wanted)
        return replace(alone, acceptable=nearest)
    else:
        alone = _alone(wanted)
        return replace(alone, reasons=(*alone.reasons, Reason.BANDS_UNCLEAR))
    limits = replace(limits, reasons=reasons)
    return _checked(limits, wanted, accepted, refused)


def _checked(
    limits: Limits,
    wanted: Figure | Interval,
    accepted: Figure | Interval,
    refused: Reading,
) -> Limits:
    """The limits, without direction where operators or the third band disagree."""
    printed = {direction_of(wanted.operator), direction_of(accepted.operator)}
    disagree = bool(printed - {None, limits.direction})
    reasons = limits.reasons
    if isinstance(refused, Figure | Interval):
        refused_low, refused_high = _value_edges(refused)
        edge = limits.acceptable
        if edge is not None and edge in (refused_low, refused_high):
            closed = isinstance(refused, Interval) and isinstance(accepted, Interval)
            reasons += (Reason.PRINTED_BANDS_OVERLAP,) if closed else ()
        if limits.direction is Direction.HIGHER:
            disagree |= edge is not None and refused_high > edge
        else:
            disagree |= edge is not None and refused_low < edge
    if not disagree:
        return replace(limits, reasons=reasons)
    reasons += (Reason.OPERATORS_DISAGREE,)
    return replace(limits, direction=None, source=None, reasons=reasons)


def _remarks(wanted: Figure | Interval, accepted: Reading) -> tuple[Reason, ...]:
    found = {
        Remark.CHANGE: Reason.CHANGE_TARGET,
        Remark.SIGNED_BY_WORDS: Reason.SIGN_CONVENTION_UNCLEAR,
        Remark.LABELLED: Reason.LABELLED_BAND,
        Remark.SECOND_NUMBER: Reason.SECOND_NUMBER,
        Remark.APPROXIMATE: Reason.APPROXIMATE,
    }
    remarks = set(wanted.remarks)
    if isinstance(accepted, Figure | Interval):
        remarks |= accepted.remarks
        if isinstance(accepted, Interval) and accepted.operator:
            return (Reason.OPERATOR_BEFORE_RANGE, *_told(found, remarks))
    return _told(found, remarks)


def _told(found: dict[Remark, Reason], remarks: set[Remark]) -> tuple[Reason, ...]:
    return tuple(reason for remark, reason in found.items() if remark in remarks)


def _printed_bands(
    wanted: Figure | Interval, accepted: Reading, refused: Reading
) -> tuple[Figure | Interval, ...]:
    cells = (wanted, accepted, refused)
    bands = tuple(cell for cell in cells if isinstance(cell, Figure | Interval))
    return bands if len(bands) == 3 else ()


def _value_edges(cell: Figure | Interval) -> tuple[Decimal, Decimal]:
    if isinstance(cell, Figure):
        return cell.value, cell.value
    return cell.low, cell.high


def _edges(cell: Figure | Interval) -> tuple[Decimal, Decimal]:
    """The edges with an open end where the operator gives one."""
    low, high = _value_edges(cell)
    if isinstance(cell, Interval):
        return low, high
    direction = direction_of(cell.operator)
    if direction is Direction.HIGHER:
        return low, _ENDLESS
    return (-_ENDLESS, high) if direction is Direction.LOWER else (low, high)
