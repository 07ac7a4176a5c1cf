"""Sparkline: a goal in a line of text; no axis, no figures, its state at the end."""

from collections.abc import Iterator
from dataclasses import replace

from trinnvis.signs.charts.frame import domain_of
from trinnvis.signs.charts.path import last_measured, stretches
from trinnvis.signs.charts.series import ChartPoint, ChartSeries
from trinnvis.signs.charts.svg import Place, circle, drawing, line, path
from trinnvis.signs.marks import MARKS, Fill

SPARKS = {"spark": (120, 34), "map": (74, 26)}
"""Width and height in pixels: in a list, and in a cell of the map of goals."""
_MOST = 12
"""A sparkline shows no more periods than this, the newest."""


def sparkline(series: ChartSeries, size: str = "spark") -> str:
    """The series as one small line with the path, the target and its state."""
    width, height = SPARKS[size]
    shown = replace(series, points=series.points[-_MOST:])
    return drawing(
        width,
        height,
        f"chart spark spark--{size}",
        series.title,
        _parts(shown, width, height),
    )


def _parts(series: ChartSeries, width: int, height: int) -> Iterator[str]:
    points, last = series.points, last_measured(series.points)
    domain = domain_of(series)
    step = (width - 22) / max(len(points) - 1, 1)

    def y(share: float) -> float:
        return height - 6 - (height - 12) * share

    if series.target is not None:
        yield path("target", f"M{width - 12} {y(domain.share(series.target)):.1f}h10")
    yield line(
        "path",
        (
            (4 + step * index, y(domain.share(point.path)))
            for index, point in enumerate(points)
            if point.path is not None
        ),
    )
    at = {
        index: (4 + step * index, y(domain.share(point.value)))
        for index, point in enumerate(points)
        if point.value is not None
    }
    for run in stretches(points):
        yield line("line", [at[index] for index in run])
    for index, place in at.items():
        yield _dot(points[index], place, index == last)


def _dot(point: ChartPoint, at: Place, last: bool) -> str:
    if point.baseline:
        return circle("dot dot--base", at, 3)
    if not last:
        return circle("dot", at, 2.6)
    if point.state not in MARKS:
        return circle("dot", at, 4.4)
    mark = MARKS[point.state]
    kind = "" if mark.fill is Fill.FULL else " dot--empty"
    dot = circle(f"dot{kind} tone--{mark.tone}", at, 4.4 if not kind else 3.8)
    if mark.fill is not Fill.HALF:
        return dot
    half = f"M{at[0]:.1f} {at[1] - 3.8:.1f}a3.8 3.8 0 0 0 0 7.6z"
    return dot + path(f"dot__half tone--{mark.tone}", half)
