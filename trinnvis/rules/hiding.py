"""Hiding: which small groups are never shown, and what would reveal them.

The same answers for every page, export, slide and picture text.
Source: docs/method/status.md, «Små grupper».
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from trinnvis.rules.facts import ObservationFacts
from trinnvis.rules.terms import Measure

MINIMUM = 5
"""Fewest answers or persons that are ever shown. May be raised, never lowered."""

SICK_LEAVE_MINIMUM = 20
"""Units with fewer employees show sick leave only as part of the level above."""

_ALMOST_ALL_BELOW = 10
_SMALLEST_BATCH = 3


class Hidden(StrEnum):
    """Why a figure is not shown."""

    FEW = "few"
    """Fewer answers or persons than the minimum."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether a group's figure may be shown, and how."""

    show: bool
    reason: Hidden | None = None
    almost_all: bool = False
    """All answered alike in a small group: say «nesten alle»."""
    at_least: int | None = None
    """With `almost_all`: this many or more of them answered so."""


def suppress(
    n: int, k: int | None = None, threshold: int = MINIMUM, *, sensitive: bool = True
) -> Showing:
    """Return how n answers, k of them alike, may be shown.

    A threshold below the minimum is raised to it. Everyone alike in a group of fewer
    than ten tells what each one answered, unless the question is harmless.
    """
    if n < max(threshold, MINIMUM):
        return Showing(show=False, reason=Hidden.FEW)
    if sensitive and k is not None and k in (0, n) and n < _ALMOST_ALL_BELOW:
        return Showing(show=True, almost_all=True, at_least=n - 1)
    return Showing(show=True)


def may_update(shown: int, now: int) -> bool:
    """Tell whether a shown count may follow late answers: in batches of three."""
    return now - shown >= _SMALLEST_BATCH


def may_compare(before: int, after: int, threshold: int = MINIMUM) -> bool:
    """Tell whether two pulses may stand side by side.

    A group that changed by one to four persons would reveal what those answered.
    """
    return before == after or abs(after - before) >= max(threshold, MINIMUM)


def shows_sick_leave(staff: int | None, limit: int = SICK_LEAVE_MINIMUM) -> bool:
    """Tell whether a unit's sick leave is shown to others than its own leader."""
    return staff is not None and staff >= limit


def behind(observation: ObservationFacts, measure: Measure) -> int | None:
    """Return how many answers or persons a figure rests on; None when not known."""
    if observation.n is not None:
        return observation.n
    if measure is Measure.COUNT or observation.denominator is None:
        return None
    return int(observation.denominator)


def hide_small(
    observation: ObservationFacts, measure: Measure, minimum: int = MINIMUM
) -> ObservationFacts:
    """Return the figure, or the same row emptied and marked as hidden."""
    n = behind(observation, measure)
    if n is None or n == 0 or n >= max(minimum, MINIMUM):
        return observation
    return replace(
        observation,
        value=None,
        numerator=None,
        denominator=None,
        n=None,
        hidden=True,
        comment="",
    )


@dataclass(frozen=True, slots=True)
class Group:
    """A group in a tree of sums: a unit with the units below it."""

    key: str
    count: int
    """Its own answers and those of all below it."""
    children: tuple["Group", ...] = ()


def hidden_groups(root: Group, threshold: int = MINIMUM) -> frozenset[str]:
    """Return the keys of the groups that must not be shown.

    First those with one to four; then, while what remains of a shown group without
    its shown parts is one to four, its smallest shown part, since subtraction would
    tell the rest.
    """
    minimum = max(threshold, MINIMUM)
    groups = tuple(_all(root))
    hidden = {group.key for group in groups if 0 < group.count < minimum}
    while True:
        found = _smallest_revealing(groups, hidden, minimum)
        if found is None:
            return frozenset(hidden)
        hidden.add(found)


def _smallest_revealing(
    groups: tuple[Group, ...], hidden: set[str], minimum: int
) -> str | None:
    for group in groups:
        if group.key in hidden:
            continue
        parts = tuple(_shown_parts(group, hidden))
        rest = group.count - sum(part.count for part in parts)
        if 0 < rest < minimum:
            return min(parts, key=lambda part: (part.count, part.key)).key
    return None


def _shown_parts(group: Group, hidden: set[str]) -> Iterator[Group]:
    """Yield the largest shown groups below; an empty one gives nothing away."""
    for child in group.children:
        if child.count == 0:
            continue
        if child.key in hidden:
            yield from _shown_parts(child, hidden)
        else:
            yield child


def _all(group: Group) -> Iterator[Group]:
    yield group
    for child in group.children:
        yield from _all(child)
