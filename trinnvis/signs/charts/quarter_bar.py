"""Quarter bar: four strokes that say how far the year's quarters have come.

On a page the bar is written in components/quarter_bar.html; this drawing is for
paper and slides, and has the same strokes: full is delivered, double is open,
broken is missing.
"""

from collections.abc import Iterator, Sequence

from trinnvis.signs.charts.letters import fit, width_of
from trinnvis.signs.charts.series import QuarterMark
from trinnvis.signs.charts.svg import drawing, path, text

_LEAST, _GAP, _HEIGHT = 62.0, 4.0, 30


def quarter_bar(quarters: Sequence[QuarterMark], title: str) -> str:
    """The bar as SVG text, each stroke as wide as the widest words."""
    words = [fit(quarter.text, 160) for quarter in quarters]
    wide = max([_LEAST, *(width_of(word, strong=True) + 6 for word in words)])
    width = (wide + _GAP) * len(quarters)
    return drawing(width, _HEIGHT, "chart quarterbar", title, _parts(quarters, wide))


def _parts(quarters: Sequence[QuarterMark], wide: float) -> Iterator[str]:
    for index, quarter in enumerate(quarters):
        left = index * (wide + _GAP)
        yield path(f"quarter quarter--{quarter.state}", f"M{left:.1f} 4h{wide:.1f}")
        if quarter.state == "open":
            yield path("quarter quarter--slit", f"M{left:.1f} 4h{wide:.1f}")
        yield text("", (left, 24.0), fit(quarter.text, 160))
