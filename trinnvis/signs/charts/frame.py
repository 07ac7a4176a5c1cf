"""Frame: the sizes charts come in, their value axis and their time axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from trinnvis.signs.charts.labels import Box
from trinnvis.signs.charts.letters import fit, width_of
from trinnvis.signs.charts.series import ChartSeries
from trinnvis.signs.charts.svg import Place, path, text


@dataclass(frozen=True, slots=True)
class Size:
    """How large a chart is, and its margins; all in pixels."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    roomy: bool
    """Whether there is room for the value axis, long labels and both levels."""


SIZES = {
    "full": Size(1232, 380, 34, 120, 36, 36, roomy=True),
    "wide": Size(680, 280, 34, 104, 30, 34, roomy=True),
    "narrow": Size(343, 240, 28, 72, 30, 34, roomy=False),
    "small": Size(336, 150, 18, 68, 26, 26, roomy=False),
}
"""«full» is a page's width, «wide» a column's, «narrow» a phone's, «small» a rail's."""


@dataclass(frozen=True, slots=True)
class Domain:
    """The values from the foot of the value axis to its top."""

    low: Decimal
    high: Decimal

    def share(self, value: Decimal) -> float:
        """How far up the axis a value stands, 0–1."""
        return float((value - self.low) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values and periods stand in one chart."""

    size: Size
    domain: Domain
    left: float
    right: float
    count: int
    """How many periods the time axis has."""

    @property
    def foot(self) -> float:
        return self.size.height - self.size.bottom

    def x(self, index: int) -> float:
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * index / (self.count - 1)

    def y(self, value: Decimal) -> float:
        return self.foot - (self.foot - self.size.top) * self.domain.share(value)


def frame_of(series: ChartSeries, size: Size, beside: Sequence[str]) -> Frame:
    """The frame that holds the series, with room for the words beside it."""
    domain = domain_of(series)
    left, right = size.left, size.right
    if size.roomy and series.figure:
        wide = max(width_of(series.figure(tick)) for tick in ticks_of(domain))
        left = min(max(left, wide + 12), size.width / 4)
    if beside:
        right = max(right, *(width_of(words, strong=True) + 20 for words in beside))
    right = min(right, size.width / 3)
    return Frame(size, domain, left, size.width - right, len(series.points))


def domain_of(series: ChartSeries) -> Domain:
    """All that is drawn, with a little air; from zero where zero is near anyway."""
    values = _values(series) or [Decimal(0), Decimal(1)]
    low, high = min(values), max(values)
    span = (high - low) or abs(high) / 5 or Decimal(1)
    foot = low - span * Decimal("0.14")
    if 0 <= low <= span / 2:
        foot = Decimal(0)
    if low >= 0:
        foot = max(foot, Decimal(0))
    top = high + span * Decimal("0.06")
    if series.floor is not None and series.floor <= low:
        foot = max(foot, series.floor)
    if series.ceiling is not None and series.ceiling >= high > foot:
        top = min(top, series.ceiling)
    return Domain(foot, top)


def axis_start(series: ChartSeries) -> Decimal | None:
    """The lowest figure on the value axis where it does not start at zero, else None.

    The caller writes it out: «Skalaen starter på 80.»
    """
    domain = domain_of(series)
    if domain.low <= 0 <= domain.high:
        return None
    ticks = ticks_of(domain)
    return ticks[0] if ticks else None


def ticks_of(domain: Domain) -> tuple[Decimal, ...]:
    """Two to five round values on the axis: steps of 1, 2 or 5 and a power of ten."""
    least = (domain.high - domain.low) / 4
    power = Decimal(1).scaleb(least.adjusted())
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= least)
    first = (domain.low / step).to_integral_value(ROUND_CEILING) * step
    ticks = (first + step * n for n in range(6))
    return tuple(tick for tick in ticks if domain.low <= tick <= domain.high)


def value_axis(frame: Frame, series: ChartSeries) -> list[tuple[str, Box]]:
    """Pale lines across, and their figures on the left with the boxes they take.

    Nothing where room is short or where the caller writes no figures.
    """
    if not (frame.size.roomy and series.figure):
        return []
    found = []
    edge = frame.left - 8
    for tick in ticks_of(frame.domain):
        y = frame.y(tick)
        words = fit(series.figure(tick), edge)
        box = Box(edge - width_of(words), y - 8, edge, y + 8)
        across = path("grid", f"M{frame.left:.1f} {y:.1f}H{frame.right:.1f}")
        found.append((across + text("t-muted", (edge, y + 4), words, "end"), box))
    return found


def time_axis_line(frame: Frame, series: ChartSeries) -> Iterator[str]:
    """The line at the foot and the names of the periods that have room."""
    foot = frame.foot
    yield path("axis", f"M{frame.left:.1f} {foot:.1f}H{frame.right:.1f}")
    if frame.size.roomy and not frame.domain.low <= 0 <= frame.domain.high:
        x = frame.left - 4
        yield path("axis", f"M{x:.1f} {foot - 3:.1f}l3 -4 3 7 3 -4")
    for words, at in period_labels(frame, series):
        yield text("t-muted", at, words, "middle")


def period_labels(frame: Frame, series: ChartSeries) -> tuple[tuple[str, Place], ...]:
    """Names of periods, counted from the last, each so far from the next that no
    two meet."""
    found: list[tuple[str, Place]] = []
    limit = frame.size.width - 1
    for index in reversed(range(frame.count)):
        point = series.points[index]
        words = point.label if frame.size.roomy else point.short_label or point.label
        words = fit(words, frame.size.width / 4)
        half = width_of(words) / 2
        x = min(max(frame.x(index), half + 1), frame.size.width - half - 1)
        if not words or x + half > limit:
            continue
        limit = x - half - 8
        found.append((words, (x, frame.foot + 20)))
    return tuple(reversed(found))


def _values(series: ChartSeries) -> list[Decimal]:
    ends = (series.target, series.acceptable, *(series.band or ()))
    drawn = (
        value
        for point in series.points
        for value in (point.value, point.path, point.acceptable_path)
    )
    return [value for value in (*ends, *drawn) if value is not None]
