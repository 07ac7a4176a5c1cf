"""Time axis: actions and conditions over the same quarters as the figures.

Actions are bars, outlined where they lie ahead or were stopped; conditions are a
barred line on a pale field. Every row has its own line of words, so words never
meet.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from trinnvis.signs.charts.frame import SIZES, Size
from trinnvis.signs.charts.letters import fit, width_of
from trinnvis.signs.charts.series import Period, Span
from trinnvis.signs.charts.svg import drawing, path, rect, text

_TOP = 12
_ROW = 44
_FOOT = 24
_EDGE = 1.0
_LEAST = 3.0
"""Pixels: no span is narrower."""


def time_axis(
    actions: Sequence[Span],
    conditions: Sequence[Span],
    quarters: Sequence[Period],
    *,
    today: date,
    title: str,
    size: str = "wide",
) -> str:
    """The chart as SVG text, as high as its rows need; sizes as for path_chart.

    Spans outside the quarters are cut at the edges; one that lies wholly outside
    keeps its words, at the edge it lies beyond. Today parts what has been from what
    is planned.
    """
    room = SIZES[size]
    days = _Days(quarters, room.width)
    rows = [*actions, *conditions]
    foot = _TOP + _ROW * max(len(rows), 1)
    parts = [
        *_fields(conditions, days, foot),
        *_grid(quarters, days, foot, room),
    ]
    for index, span in enumerate(rows):
        baseline = _TOP + _ROW * index + 18
        parts.append(_words(span, days, baseline, room))
        if index < len(actions):
            parts.extend(_bar(span, days, baseline + 7, today))
        else:
            parts.append(_barred(span, days, baseline + 11))
    classes = f"chart chart--{size}"
    return drawing(room.width, foot + _FOOT, classes, title, parts)


class _Days:
    """Where a day stands across the chart."""

    def __init__(self, quarters: Sequence[Period], width: float) -> None:
        self.first = quarters[0].start
        self.length = (quarters[-1].end - self.first).days + 1
        self.width = width - 2 * _EDGE

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.length
        return _EDGE + self.width * min(max(share, 0), 1)

    def ends(self, span: Span) -> tuple[float, float]:
        """Where a span starts and ends: its last day is a whole day, and even one
        that lies outside is wide enough to be seen."""
        day, edge = self.width / self.length, self.width + _EDGE
        left = min(self.x(span.start), edge - _LEAST)
        return left, max(min(self.x(span.end) + day, edge), left + _LEAST)


def _fields(conditions: Sequence[Span], days: _Days, foot: float) -> Iterator[str]:
    for span in conditions:
        left, right = days.ends(span)
        yield rect("cond", left, _TOP, right - left, foot - _TOP)


def _grid(
    quarters: Sequence[Period], days: _Days, foot: float, room: Size
) -> Iterator[str]:
    ends = [days.x(quarter.start) for quarter in quarters] + [days.width + _EDGE]
    for x in ends:
        yield path("grid", f"M{x:.1f} {_TOP}V{foot:.1f}")
    for quarter, left, right in zip(quarters, ends, ends[1:], strict=False):
        words = quarter.label if room.roomy else quarter.short_label or quarter.label
        at = ((left + right) / 2, foot + 18.0)
        yield text("t-muted", at, fit(words, right - left - 6), "middle")


def _words(span: Span, days: _Days, baseline: float, room: Size) -> str:
    """The span's words over its bar, moved in from the edge where they would pass it;
    the detail only where both have room."""
    detail = f" {span.detail}" if span.detail and room.roomy else ""
    if width_of(span.text + detail) > room.width - 2:
        detail = ""
    words = fit(span.text, room.width - 2)
    most = room.width - 1 - width_of(words + detail)
    at = (max(min(days.ends(span)[0], most), 1.0), baseline)
    return text("", at, words, detail=detail)


def _bar(span: Span, days: _Days, y: float, today: date) -> Iterator[str]:
    left, right = days.ends(span)
    now = min(max(days.x(today), left), right)
    if span.stopped:
        yield rect("bar bar--stopped", left, y + 0.5, right - left, 6)
    else:
        if now > left:
            yield rect("bar", left, y, now - left, 7)
        if right > now:
            yield rect("bar bar--ahead", now, y + 0.5, right - now, 6)
    if span.changed:
        yield path("flag", f"M{days.x(span.changed):.1f} {y - 3:.1f}v13")


def _barred(span: Span, days: _Days, y: float) -> str:
    left, right = days.ends(span)
    return path("condline", f"M{left:.1f} {y:.1f}H{right:.1f}")
