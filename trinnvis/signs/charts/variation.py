"""Variation: is the change real? Figures with their mean and usual limits (XmR).

The mean is a thin line, the limits are dashed and drawn only when the caller gives
them: the ladder of evidence decides that, not the picture. A triangle is a signal.
Source: docs/method/pictures.md, «Tidslinjen».
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trinnvis.signs.charts.dots import drawn_dot
from trinnvis.signs.charts.frame import SIZES, Frame, frame_of, time_axis_line
from trinnvis.signs.charts.labels import Box, Figure, dot_box, placed
from trinnvis.signs.charts.levels import Level, band, named, target
from trinnvis.signs.charts.path import last_measured, stretches
from trinnvis.signs.charts.series import ChartSeries, Limits
from trinnvis.signs.charts.svg import drawing, line, path

_ALL, _MOST = 36, 24
"""Of a series longer than this the newest are shown; the page can show them all."""


def variation_chart(
    series: ChartSeries, limits: Limits | None, size: str = "wide"
) -> str:
    """The chart as SVG text in one of the sizes of frame.SIZES."""
    if len(series.points) > _ALL:
        series = replace(series, points=series.points[-_MOST:])
    room = SIZES[size]
    levels = _levels(series, limits, room.roomy)
    around = _with_limits(series, limits)
    frame = frame_of(around, room, [level.words for level in levels])
    words = named(frame, levels)
    parts = (
        *band(frame, series),
        *_usual(frame, limits),
        *target(frame, series),
        *(drawn for drawn, _ in words),
        *time_axis_line(frame, series),
        *_measured(frame, series, [box for _, box in words]),
    )
    classes = f"chart chart--{size}"
    return drawing(room.width, room.height, classes, series.title, parts)


def _levels(series: ChartSeries, limits: Limits | None, roomy: bool) -> list[Level]:
    """What is named on the right; the limits only where there is room."""
    found: list[Level] = []
    if series.target is not None:
        found.append(Level(series.target_text, series.target, strong=True))
    if limits:
        found.append(Level(limits.mean_text, limits.mean))
    if limits and roomy and limits.lower is not None:
        found.append(Level(limits.lower_text, limits.lower))
    if limits and roomy and limits.upper is not None:
        found.append(Level(limits.upper_text, limits.upper))
    return found


def _with_limits(series: ChartSeries, limits: Limits | None) -> ChartSeries:
    """The series with room for the limits on its axis."""
    if limits is None:
        return series
    ends = [end for end in (limits.lower, limits.upper) if end is not None]
    around = [limits.mean, *ends, *(series.band or ())]
    return replace(series, band=(min(around), max(around)))


def _usual(frame: Frame, limits: Limits | None) -> Iterator[str]:
    if limits is None:
        return
    kinds = (("mean", limits.mean), ("limit", limits.lower), ("limit", limits.upper))
    for kind, value in kinds:
        if value is not None:
            y = frame.y(value)
            yield path(kind, f"M{frame.left:.1f} {y:.1f}H{frame.right:.1f}")


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
    dots = [dot_box(place, 5) for place in at.values()]
    room = Box(1, 1, frame.size.width - 1, frame.foot - 1)
    yield from (label.drawn() for label in placed([figure], room, taken, dots, lines))
