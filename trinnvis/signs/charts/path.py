"""Path: one indicator's figures beside the path that leads to its target.

Ink line and dots are measured, the dashed line is the path, the pale field is the
path to the acceptable level, the short blue stroke is the target. The last dot
carries the state. Figures stand at the points, so there is no legend.
Source: docs/method/pictures.md, «Banen».
"""

from collections.abc import Iterator, Sequence

from trinnvis.signs.charts.dots import drawn_dot, radius_of
from trinnvis.signs.charts.frame import (
    SIZES,
    Frame,
    frame_of,
    time_axis_line,
    value_axis,
)
from trinnvis.signs.charts.labels import Box, Figure, dot_box, placed
from trinnvis.signs.charts.levels import Level, band, named, target
from trinnvis.signs.charts.series import ChartPoint, ChartSeries
from trinnvis.signs.charts.svg import Place, drawing, line, path
from trinnvis.signs.marks import MARKS, drawing_of

_ABSENT = {"missing", "hidden"}
"""States that leave a small mark where a figure should have stood."""


def path_chart(series: ChartSeries, size: str = "wide") -> str:
    """The chart as SVG text in one of the sizes of frame.SIZES.

    A page writes a roomy one and «narrow», and lets the style sheet show the one
    that fits, so that text stays readable on a phone.
    """
    room = SIZES[size]
    beside = _levels(series, room.roomy)
    frame = frame_of(series, room, [level.words for level in beside])
    axis, words = value_axis(frame, series), named(frame, beside)
    taken = [box for _, box in (*axis, *words)]
    parts = (
        *(part for part, _ in axis),
        *band(frame, series),
        *_acceptable(frame, series),
        line("path", _path_places(frame, series)),
        *target(frame, series),
        *(part for part, _ in words),
        *time_axis_line(frame, series),
        *_breaks(frame, series),
        *_measured(frame, series, taken),
    )
    classes = f"chart chart--{size}"
    return drawing(room.width, room.height, classes, series.title, parts)


def stretches(points: Sequence[ChartPoint]) -> tuple[tuple[int, ...], ...]:
    """Places of figures that one line may join: broken where a figure is missing and
    where the definition changed."""
    found: list[list[int]] = []
    joined = False
    for index, point in enumerate(points):
        if point.value is None:
            joined = False
            continue
        if not joined or point.gap_before:
            found.append([])
        found[-1].append(index)
        joined = True
    return tuple(map(tuple, found))


def last_measured(points: Sequence[ChartPoint]) -> int | None:
    """Where the newest figure stands; the baseline is not a result."""
    measured = [
        index
        for index, point in enumerate(points)
        if point.value is not None and not point.baseline
    ]
    return measured[-1] if measured else None


def _levels(series: ChartSeries, roomy: bool) -> list[Level]:
    """What is named on the right; the target alone where room is short."""
    found = []
    if series.target is not None:
        found.append(Level(series.target_text, series.target, strong=True))
    if roomy and series.acceptable is not None:
        found.append(Level(series.acceptable_text, series.acceptable))
    return found


def _acceptable(frame: Frame, series: ChartSeries) -> Iterator[str]:
    """The field between the path to the target and the path to the acceptable."""
    both = [
        (frame.x(index), frame.y(point.path), frame.y(point.acceptable_path))
        for index, point in enumerate(series.points)
        if point.path is not None and point.acceptable_path is not None
    ]
    over = [(x, y) for x, y, _ in both]
    under = [(x, y) for x, _, y in reversed(both)]
    yield line("band", over + under, closed=True)


def _path_places(frame: Frame, series: ChartSeries) -> list[Place]:
    return [
        (frame.x(index), frame.y(point.path))
        for index, point in enumerate(series.points)
        if point.path is not None
    ]


def _breaks(frame: Frame, series: ChartSeries) -> Iterator[str]:
    """A short double stroke on the time axis where the definition changed."""
    for index, point in enumerate(series.points):
        if point.gap_before and index:
            x = (frame.x(index - 1) + frame.x(index)) / 2
            top = frame.foot - 12
            yield path(
                "break", f"M{x - 5:.1f} {frame.foot + 5:.1f}L{x + 1:.1f} {top:.1f}"
            )
            yield path(
                "break", f"M{x + 1:.1f} {frame.foot + 5:.1f}L{x + 7:.1f} {top:.1f}"
            )


def _measured(frame: Frame, series: ChartSeries, taken: Sequence[Box]) -> Iterator[str]:
    """The ink line, the dots and their figures; marks where a figure is absent."""
    points, last = series.points, last_measured(series.points)
    at = {
        index: (frame.x(index), frame.y(point.value))
        for index, point in enumerate(points)
        if point.value is not None
    }
    lines = [[at[index] for index in run] for run in stretches(points)]
    for places in lines:
        yield line("line", places)
    radii = {index: radius_of(points[index], index == last) for index in at}
    for index, place in at.items():
        yield drawn_dot(points[index], place, index == last)
    absent = list(_absent(frame, series))
    yield from (mark for mark, _ in absent)
    figures = [
        Figure(points[index].text, at[index], radii[index], strong=index == last)
        for index in sorted(at, key=lambda index: _rank(points[index], index, last))
        if points[index].text
    ]
    dots = [dot_box(at[index], radii[index]) for index in at]
    room = Box(1, 1, frame.size.width - 1, frame.foot - 1)
    obstacles = [*taken, *(box for _, box in absent)]
    lines.append(_path_places(frame, series))
    yield from (
        label.drawn() for label in placed(figures, room, obstacles, dots, lines)
    )


def _absent(frame: Frame, series: ChartSeries) -> Iterator[tuple[str, Box]]:
    """The mark of a missing or hidden figure, just over the time axis."""
    for index, point in enumerate(series.points):
        if point.value is None and point.state in _ABSENT:
            mark = MARKS[point.state]
            x, y = frame.x(index) - 8, frame.foot - 26
            drawn = drawing_of(mark)
            box = Box(x, y, x + 16, y + 16)
            yield (
                f'<g class="tone--{mark.tone}" '
                f'transform="translate({x:.1f} {y:.1f})">{drawn}</g>',
                box,
            )


def _rank(point: ChartPoint, index: int, last: int | None) -> tuple[bool, bool, int]:
    """The newest figure first, then what the year started from, then backwards."""
    return (index != last, not point.baseline, -index)
