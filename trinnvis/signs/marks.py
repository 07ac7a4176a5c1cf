"""Marks: one small drawing per status, told apart by shape before colour.

Source: docs/method/pictures.md, «Merkene». A square is underway, a circle is a
result; full, half and empty. The word always stands beside the mark, so the mark
itself is silent to a screen reader.
"""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What is drawn."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    DASH = "dash"
    CLOCK = "clock"
    DOT = "dot"
    CHECK = "check"
    ARROW = "arrow"
    WARNING = "warning"
    TRIANGLE = "triangle"


class Fill(StrEnum):
    """How much of the shape is filled."""

    FULL = "full"
    HALF = "half"
    EMPTY = "empty"
    POINT = "point"
    """Empty, with a point in the middle: on the way, and not judged."""
    DOTTED = "dotted"
    """A dotted outline: there, and not shown."""


class Tone(StrEnum):
    """Which colour token the mark takes; css/components/status.css has the colours."""

    REACHED = "reached"
    NEAR = "near"
    MISSED = "missed"
    NONE = "none"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark before it is drawn."""

    shape: Shape
    fill: Fill
    tone: Tone


MARKS = {
    # Results.
    "achieved": Mark(Shape.CIRCLE, Fill.FULL, Tone.REACHED),
    "near": Mark(Shape.CIRCLE, Fill.HALF, Tone.NEAR),
    "not_achieved": Mark(Shape.CIRCLE, Fill.EMPTY, Tone.MISSED),
    # Underway.
    "on_track": Mark(Shape.SQUARE, Fill.FULL, Tone.REACHED),
    "slightly_behind": Mark(Shape.SQUARE, Fill.HALF, Tone.NEAR),
    "off_track": Mark(Shape.SQUARE, Fill.EMPTY, Tone.MISSED),
    "underway": Mark(Shape.SQUARE, Fill.POINT, Tone.NONE),
    # Nothing to judge.
    "missing": Mark(Shape.DASH, Fill.FULL, Tone.NONE),
    "not_measured": Mark(Shape.DASH, Fill.FULL, Tone.NONE),
    "not_applicable": Mark(Shape.DASH, Fill.FULL, Tone.NONE),
    "not_due": Mark(Shape.CLOCK, Fill.EMPTY, Tone.NONE),
    "hidden": Mark(Shape.CIRCLE, Fill.DOTTED, Tone.NONE),
    "no_target": Mark(Shape.DOT, Fill.FULL, Tone.NONE),
    # Milestones and steps.
    "milestone": Mark(Shape.DIAMOND, Fill.EMPTY, Tone.REACHED),
    "milestone_done": Mark(Shape.DIAMOND, Fill.FULL, Tone.REACHED),
    "done": Mark(Shape.CHECK, Fill.EMPTY, Tone.REACHED),
    "now": Mark(Shape.ARROW, Fill.EMPTY, Tone.NOW),
    "not_started": Mark(Shape.CIRCLE, Fill.EMPTY, Tone.NONE),
    "answered": Mark(Shape.CIRCLE, Fill.HALF, Tone.NEAR),
    # Messages and signals.
    "warning": Mark(Shape.WARNING, Fill.EMPTY, Tone.MISSED),
    "signal_better": Mark(Shape.TRIANGLE, Fill.FULL, Tone.REACHED),
    "signal_worse": Mark(Shape.TRIANGLE, Fill.FULL, Tone.MISSED),
}

_LINE = 'class="mark__line"'
_FULL = 'class="mark__full"'
_DRAWINGS = {
    (Shape.SQUARE, Fill.FULL): f'<path {_FULL} d="M1.5 1.5h13v13h-13z"/>',
    (Shape.SQUARE, Fill.HALF): (
        f'<path {_FULL} d="M1.5 1.5H8v13H1.5z"/><path {_LINE} d="M2.5 2.5h11v11h-11z"/>'
    ),
    (Shape.SQUARE, Fill.EMPTY): f'<path {_LINE} d="M2.5 2.5h11v11h-11z"/>',
    (Shape.SQUARE, Fill.POINT): (
        f'<path {_LINE} d="M2.5 2.5h11v11h-11z"/><path {_FULL} d="M6 6h4v4H6z"/>'
    ),
    (Shape.CIRCLE, Fill.FULL): f'<circle {_FULL} cx="8" cy="8" r="7"/>',
    (Shape.CIRCLE, Fill.HALF): (
        f'<path {_FULL} d="M8 1.5a6.5 6.5 0 0 0 0 13z"/>'
        f'<circle {_LINE} cx="8" cy="8" r="6"/>'
    ),
    (Shape.CIRCLE, Fill.EMPTY): f'<circle {_LINE} cx="8" cy="8" r="6"/>',
    (Shape.CIRCLE, Fill.DOTTED): (
        '<circle class="mark__line mark__line--dotted" cx="8" cy="8" r="6"/>'
    ),
    (Shape.DIAMOND, Fill.FULL): f'<path {_FULL} d="M8 .8L15.2 8 8 15.2.8 8z"/>',
    (Shape.DIAMOND, Fill.EMPTY): f'<path {_LINE} d="M8 2.2L13.8 8 8 13.8 2.2 8z"/>',
    (Shape.DASH, Fill.FULL): f'<path {_LINE} d="M2 8h12"/>',
    (Shape.CLOCK, Fill.EMPTY): (
        f'<circle {_LINE} cx="8" cy="8" r="6"/><path {_LINE} d="M8 4.5V8l2.5 1.6"/>'
    ),
    (Shape.DOT, Fill.FULL): f'<circle {_FULL} cx="8" cy="8" r="2.6"/>',
    (Shape.CHECK, Fill.EMPTY): f'<path {_LINE} d="M2.5 8.6l3.6 3.6 7.4-8"/>',
    (Shape.ARROW, Fill.EMPTY): (f'<path {_LINE} d="M2 8h10M8 3.5L12.5 8 8 12.5"/>'),
    (Shape.WARNING, Fill.EMPTY): (
        f'<path {_LINE} d="M8 2l6.4 12H1.6zM8 6.4v3.6M8 11.2v1.2"/>'
    ),
    (Shape.TRIANGLE, Fill.FULL): f'<path {_FULL} d="M8 1.5l7 12.5H1z"/>',
}


def svg_mark(key: str) -> str:
    """The drawing of one status as inline SVG, hidden from screen readers.

    The key is the value of a Level, a Track or a Missing, or another key of MARKS.
    Raises KeyError for a key without a mark, so that a new status gets its own.
    """
    mark = MARKS[key]
    return (
        f'<svg class="mark mark--{key} tone--{mark.tone}" viewBox="0 0 16 16" '
        f'width="16" height="16" aria-hidden="true">{drawing_of(mark)}</svg>'
    )


def drawing_of(mark: Mark) -> str:
    """What stands inside the mark's SVG, on a canvas of 16 by 16."""
    return _DRAWINGS[mark.shape, mark.fill]
