"""Labels: where the figures go, so that none covers another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trinnvis.signs.charts.letters import ROOM, width_of
from trinnvis.signs.charts.svg import Place, text

_ASCENT = 11
"""Pixels from a text's baseline up to its top."""
_AIR = 4
"""Pixels between a dot and its figure."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something stands in."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def within(self, other: "Box") -> bool:
        across = self.left >= other.left and self.right <= other.right
        return across and self.top >= other.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that wants to stand beside its dot."""

    words: str
    at: Place
    radius: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A figure that has found its place; the words are centred on x."""

    words: str
    at: Place
    box: Box
    strong: bool

    def drawn(self) -> str:
        return text("t-strong" if self.strong else "", self.at, self.words, "middle")


def placed(
    figures: Iterable[Figure],
    room: Box,
    taken: Sequence[Box],
    dots: Sequence[Box],
    lines: Sequence[Sequence[Place]],
) -> tuple[Label, ...]:
    """Labels for the figures that find a free place, the most important first.

    A figure may stand anywhere around its dot; it prefers a place no line passes, and
    is left out where every place is taken. The table has them all. A strong figure
    is always said: where dots crowd it, it covers as few of them as it can.
    """
    found: list[Label] = []
    for figure in figures:
        words = [*taken, *(label.box for label in found)]
        open_to = [
            label
            for label in _candidates(figure, room)
            if label.box.within(room) and not any(map(label.box.meets, words))
        ]
        free = [label for label in open_to if not any(map(label.box.meets, dots))]
        if free:
            found.append(min(free, key=lambda label: _crossings(label.box, lines)))
        elif figure.strong and open_to:
            found.append(min(open_to, key=lambda label: _covered(label.box, dots)))
    return tuple(found)


def dot_box(at: Place, radius: float) -> Box:
    x, y = at
    return Box(x - radius, y - radius, x + radius, y + radius)


def _candidates(figure: Figure, room: Box) -> tuple[Label, ...]:
    (x, y), wide = figure.at, width_of(figure.words, figure.strong)
    off = figure.radius + _AIR
    inner = min(max(x, room.left + wide / 2), room.right - wide / 2)
    over, under = y - off - 2, y + off + _ASCENT
    left, right = x - off - wide / 2, x + off + wide / 2
    beside = ((left, y + 4.5), (right, y + 4.5))
    corners = ((left, over), (right, over), (left, under), (right, under))
    places = ((inner, over), (inner, under), *beside, *corners)
    return tuple(_label(figure, place, wide) for place in places)


def _label(figure: Figure, at: Place, wide: float) -> Label:
    x, y = at
    box = Box(x - wide / 2, y - _ASCENT, x + wide / 2, y - _ASCENT + ROOM - 2)
    return Label(figure.words, at, box, figure.strong)


def _crossings(box: Box, lines: Sequence[Sequence[Place]]) -> int:
    """How many stretches of line pass through the box."""
    stretches = (pair for line in lines for pair in pairwise(line))
    return sum(_passes(start, end, box) for start, end in stretches)


def _covered(box: Box, dots: Sequence[Box]) -> int:
    return sum(box.meets(dot) for dot in dots)


def _passes(start: Place, end: Place, box: Box) -> bool:
    """Whether a straight stretch meets the box: each side cuts away what is outside."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - box.left),
        (dx, box.right - x),
        (-dy, y - box.top),
        (dy, box.bottom - y),
    ):
        if step == 0 and room < 0:
            return False
        if step < 0:
            first = max(first, room / step)
        if step > 0:
            last = min(last, room / step)
    return first <= last
