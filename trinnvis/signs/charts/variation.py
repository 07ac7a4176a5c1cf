"""Variation: is the change real? Figures with their mean and usual limits (XmR).

The mean is a thin line, the limits are dashed and drawn only when the caller gives
them: the ladder of evidence decides that, not the picture. A triangle is a signal.
Source: docs/method, "Tidslinje (XmR)".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from trinnvis.signs.charts.dots import drawn_dot
from trinnvis.signs.charts.frame import SIZES, Frame, frame_of, time_axis_line
from trinnvis.signs.charts.labels import Box, Figure, dot_box, placed
from trinnvis.signs.charts.letters import ROOM, fit, width_of
from trinnvis.signs.charts.path import last_measured, stretches
from trinnvis.signs.charts.series import ChartSeries, Limits
from trinnvis.signs.charts.svg import drawing, line, path, rect, text

_MOST = 24
"""Where a series is longer than 36 the newest 24 are shown; the page has them all."""

Level = tuple[str, Decimal, str, str]
"""Words, value, class of the words and class of the line («» for no line)."""


def variation_chart(
    series: ChartSeries, limits: Limits | None, size: str = "wide"
) -> str:
    """The chart as SVG text in one of the sizes of frame.SIZES."""
    if len(series.points) > 36:
        series = replace(series, points=series.points[-_MOST:])
    room = SIZES[size]
    levels = _levels(series, limits)
    frame = frame_of(
        _with_levels(series, limits), room, [words for words, _, _, _ in levels]
    )
    words = _words(frame, levels)
    parts = (
        *_bands(frame, series),
        *(
            path(kind, f"M{frame.left:.1f} {y:.1f}H{frame.right:.1f}")
            for kind, y in ((kind, frame.y(value)) for _, value, _, kind in levels)
            if kind
        ),
        *(drawn for drawn, _ in words),
        *time_axis_line(frame, series),
        *_measured(frame, series, [box for _, box in words]),
    )
    classes = f"chart chart--{size}"
    return drawing(room.width, room.height, classes, series.title, parts)


def _levels(series: ChartSeries, limits: Limits | None) -> list[Level]:
    """What is named on the right, the most important first."""
    found: list[Level] = []
    if series.target is not None and series.target_text:
        found.append((series.target_text, series.target, "t-strong", "target"))
    if limits is None:
        return found
    found.append((limits.mean_text, limits.mean, "t-muted", "mean"))
    if limits.lower is not None:
        found.append((limits.lower_text, limits.lower, "t-muted", "limit"))
    if limits.upper is not None:
        found.append((limits.upper_text, limits.upper, "t-muted", "limit"))
    return found


def _with_levels(series: ChartSeries, limits: Limits | None) -> ChartSeries:
    """The series with room for the limits on its axis."""
    if limits is None:
        return series
    ends = [end for end in (limits.lower, limits.upper) if end is not None]
    around = [limits.mean, *ends, *(series.band or ())]
    return replace(series, band=(min(around), max(around)))


def _bands(frame: Frame, series: ChartSeries) -> Iterator[str]:
    if series.band:
        low, high = sorted(frame.y(value) for value in series.band)
        yield rect("band", frame.left, low, frame.right - frame.left, high - low)


def _words(frame: Frame, levels: Sequence[Level]) -> list[tuple[str, Box]]:
    """Names of the levels on the right; one that would cover another is left out."""
    found: list[tuple[str, Box]] = []
    x = frame.right + 8
    for words, value, kind, _ in levels:
        kept = fit(words, frame.size.width - x - 1, strong=kind == "t-strong")
        y = min(max(frame.y(value) + 4.5, 14.0), frame.foot)
        wide = width_of(kept, strong=kind == "t-strong")
        box = Box(x, y - 12, x + wide, y - 12 + ROOM)
        if not any(box.meets(other) for _, other in found):
            found.append((text(kind, (x, y), kept), box))
    return found


def _measured(frame: Frame, series: ChartSeries, taken: Sequence[Box]) -> Iterator[str]:
    points, last = series.points, last_measured(series.points)
    at = {
        index: (frame.x(index), frame.y(point.value))
        for index, point in enumerate(points)
        if point.value is not None
    }
    lines = [[at[index] for index in run] for run in stretches(points)]
    for places in lines:
        yield line("line", places)
    for index, place in at.items():
        yield drawn_dot(points[index], place, index == last)
    if last is None or not points[last].text:
        return
    figure = Figure(points[last].text, at[last], 8, strong=True)
    boxes = [*taken, *(dot_box(place, 5) for place in at.values())]
    room = Box(1, 1, frame.size.width - 1, frame.foot - 1)
    yield from (label.drawn() for label in placed([figure], room, boxes, lines))
