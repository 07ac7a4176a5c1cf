"""Series: what a chart is drawn from, with every word and figure already written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period on the time axis, measured or not."""

    label: str
    """Under the axis: «1. kvartal»."""
    short_label: str = ""
    """The same where room is short: «1. kv.». The label itself when empty."""
    value: Decimal | None = None
    """In the indicator's own unit; None where there is no figure to show."""
    text: str = ""
    """The figure as it is to be read at the point: «88»."""
    state: str = ""
    """A key of marks.MARKS; drawn on the last figure, and where one is missing."""
    baseline: bool = False
    """What the year started from: a hollow dot."""
    preliminary: bool = False
    """May still change: a hollow dot with a broken line."""
    gap_before: bool = False
    """The definition changed here: the line does not cross, and the axis says so."""
    path: Decimal | None = None
    """Where the path to the target stands in this period."""
    acceptable_path: Decimal | None = None
    """Where the path to the acceptable level stands in this period."""
    signal: str = ""
    """«better» or «worse» where the rules say more than usual variation."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One indicator through time, oldest first."""

    points: tuple[ChartPoint, ...]
    title: str
    """The sentence that says the same as the picture."""
    target: Decimal | None = None
    target_text: str = ""
    """«Mål 90»."""
    acceptable: Decimal | None = None
    acceptable_text: str = ""
    """«Akseptabelt 86»."""
    band: tuple[Decimal, Decimal] | None = None
    """From and to, where the target is a range or there is no path."""
    floor: Decimal | None = None
    """The least value the indicator can have, if there is one."""
    ceiling: Decimal | None = None
    """The greatest value the indicator can have, if there is one."""
    figure: Callable[[Decimal], str] | None = None
    """How the caller writes a figure; the value axis is left out without it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The usual variation of a series; None where the ladder does not allow limits."""

    mean: Decimal
    mean_text: str
    lower: Decimal | None = None
    lower_text: str = ""
    upper: Decimal | None = None
    upper_text: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """An action or a condition that lasts from one day to another."""

    text: str
    start: date
    end: date
    detail: str = ""
    """After the text where there is room: «gjennomført»."""
    stopped: bool = False
    """Ended without being carried out: drawn in outline."""
    changed: date | None = None
    """When it was adjusted: a small flag."""


@dataclass(frozen=True, slots=True)
class Period:
    """One quarter or month of a time axis."""

    label: str
    start: date
    end: date
    short_label: str = ""


@dataclass(frozen=True, slots=True)
class QuarterMark:
    """One quarter of the quarter bar."""

    text: str
    """The quarter with its word: «1. levert»."""
    state: str
    """«done», «open», «missing» or «later»."""
