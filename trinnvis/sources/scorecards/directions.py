"""Directions: which way is better, as far as print says so."""

import re
from dataclasses import dataclass

from trinnvis.sources.scorecards.bands import Limits, direction_of
from trinnvis.sources.scorecards.facts import Direction, DirectionSource, Reason
from trinnvis.sources.scorecards.hints import direction_hint, sure_direction

_DIRECTIONS: tuple[tuple[Direction, str], ...] = (
    (Direction.HIGHER, r"høy|høg|opp|øk|↑|mei?r|stige|higher|større|flere"),
    (Direction.LOWER, r"lav|låg|ned|reduser|↓|mindre|synk|lower|færre"),
    (Direction.BAND, r"bånd|band|intervall|innenfor|innanfor"),
)


@dataclass(frozen=True, slots=True)
class ReadDirection:
    """The direction, where it was read, what was printed, and what is odd."""

    direction: Direction | None = None
    source: DirectionSource | None = None
    printed: Direction | None = None
    reasons: tuple[Reason, ...] = ()


def read_direction(
    name: str, told: str | None, targets: dict[str, Limits]
) -> ReadDirection:
    """The direction that print gives; never one that only the name suggests.

    `told` is the cell of a column for direction. Where a sure indicator points the
    other way than its operator, none is given, and the printed one is kept apart. Two
    plain numbers in the wrong order are a likelier slip, so there any hint will do.
    """
    readable = [limits for limits in targets.values() if limits.is_readable]
    found = {limits.direction: limits.source for limits in readable if limits.direction}
    if own := _told_direction(told):
        operators = {direction_of(limits.operator) for limits in readable} - {None}
        if own is not Direction.BAND and operators - {own}:
            return ReadDirection(reasons=(Reason.OPERATORS_DISAGREE,))
        return ReadDirection(own, DirectionSource.COLUMN)
    if len(found) > 1:
        return ReadDirection(reasons=(Reason.OPERATORS_DISAGREE,))
    if not found:
        asked = any(Reason.OPERATORS_DISAGREE in limits.reasons for limits in readable)
        if not readable or asked:
            return ReadDirection()
        return ReadDirection(reasons=(Reason.DIRECTION_NOT_PRINTED,))
    direction, source = next(iter(found.items()))
    by_levels = source is DirectionSource.AMBITION
    likely = direction_hint(name, None) if by_levels else sure_direction(name)
    contradicts = likely is not None and direction not in (likely, Direction.BAND)
    if contradicts and source in (DirectionSource.OPERATOR, DirectionSource.AMBITION):
        reasons = (Reason.OPERATOR_CONTRADICTS_INDICATOR,)
        return ReadDirection(printed=direction, reasons=reasons)
    return ReadDirection(direction, source)


def _told_direction(text: str | None) -> Direction | None:
    """The one direction a word gives; none where it gives two."""
    folded = (text or "").lower()
    found = [
        direction for direction, pattern in _DIRECTIONS if re.search(pattern, folded)
    ]
    return found[0] if len(found) == 1 else None
