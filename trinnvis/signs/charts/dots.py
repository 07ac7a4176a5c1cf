"""Dots: how one figure is drawn, and how the last one carries its state."""

from trinnvis.signs.charts.series import ChartPoint
from trinnvis.signs.charts.svg import Place, circle, path
from trinnvis.signs.marks import MARKS, Fill

_PLAIN, _HOLLOW, _LAST = 5.0, 4.5, 6.5


def radius_of(point: ChartPoint, last: bool) -> float:
    """Pixels, to the dot's outer edge."""
    if last:
        return _LAST
    return _HOLLOW if point.baseline else _PLAIN


def drawn_dot(point: ChartPoint, at: Place, last: bool) -> str:
    """A dot; hollow for a baseline or a preliminary figure, a triangle for a signal,
    and for the last figure full, half or empty as its state is."""
    if point.signal:
        return signal(at, point.signal)
    if point.baseline:
        return circle("dot dot--base", at, _HOLLOW)
    if not last or point.state not in MARKS:
        broken = " dot--preliminary" if point.preliminary else ""
        return circle(f"dot{broken}", at, _PLAIN if not last else _LAST)
    mark = MARKS[point.state]
    broken = " dot--preliminary" if point.preliminary else ""
    if mark.fill is Fill.FULL:
        return circle(f"dot tone--{mark.tone}{broken}", at, _LAST)
    hollow = circle(f"dot dot--empty tone--{mark.tone}{broken}", at, _LAST - 1)
    half = mark.fill is Fill.HALF and not point.preliminary
    return hollow + (_left_half(at, mark.tone) if half else "")


def signal(at: Place, kind: str) -> str:
    """A triangle: more than usual variation. Kind is «better» or «worse»."""
    return path(f"signal signal--{kind}", f"M{at[0]:.1f} {at[1] - 8:.1f}l7.5 13h-15z")


def _left_half(at: Place, tone: str) -> str:
    x, y, r = at[0], at[1], _LAST - 1
    d = f"M{x:.1f} {y - r:.1f}a{r} {r} 0 0 0 0 {2 * r}z"
    return path(f"dot__half tone--{tone}", d)
