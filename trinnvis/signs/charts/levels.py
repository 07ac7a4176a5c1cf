"""Levels: what stands to the right of a chart – target, acceptable, mean, limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from trinnvis.signs.charts.frame import Frame
from trinnvis.signs.charts.labels import Box
from trinnvis.signs.charts.letters import ROOM, fit, width_of
from trinnvis.signs.charts.series import ChartSeries
from trinnvis.signs.charts.svg import path, rect, text

_FARTHEST = 24
"""Words stand at most this many pixels from the level they name."""
_OFF = 15
"""Pixels between the plot and the words: the target's stroke ends here."""


@dataclass(frozen=True, slots=True)
class Level:
    """A value with its words, finished: «Mål 90»."""

    words: str
    value: Decimal
    strong: bool = False


def named(frame: Frame, levels: Sequence[Level]) -> list[tuple[str, Box]]:
    """The levels' words with the boxes they take, the most important first.

    Words that would cover others move a little; where there is no room near their
    level they are left out.
    """
    found: list[tuple[str, Box]] = []
    x = frame.right + _OFF
    for level in levels:
        kept = fit(level.words, frame.size.width - x - 1, strong=level.strong)
        wide = width_of(kept, strong=level.strong)
        for y in _tries(frame.y(level.value) + 4.5, frame.foot):
            box = Box(x, y - 12, x + wide, y - 12 + ROOM)
            if kept and not any(box.meets(other) for _, other in found):
                kind = "t-strong" if level.strong else "t-muted"
                found.append((text(kind, (x, y), kept), box))
                break
    return found


def target(frame: Frame, series: ChartSeries) -> Iterator[str]:
    """A short stroke where the time axis ends: the target is met there, not before."""
    if series.target is not None:
        y = frame.y(series.target)
        yield path("target", f"M{frame.right - 18:.1f} {y:.1f}H{frame.right + 10:.1f}")


def band(frame: Frame, series: ChartSeries) -> Iterator[str]:
    """The field between two levels, all the way across."""
    if series.band:
        low, high = sorted(frame.y(value) for value in series.band)
        yield rect("band", frame.left, low, frame.right - frame.left, high - low)


def _tries(wanted: float, foot: float) -> Iterator[float]:
    """Baselines from the wanted one outwards, within the chart."""
    nearest = min(max(wanted, 14.0), foot)
    yield nearest
    for step in range(2, _FARTHEST + 1, 2):
        for y in (nearest - step, nearest + step):
            if 14.0 <= y <= foot:
                yield y
