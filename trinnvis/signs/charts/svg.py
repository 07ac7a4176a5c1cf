"""Svg: the few elements our charts are written with.

Numbers are written with one decimal, text is escaped, and nothing but geometry and
classes is ever written: colour, weight and size are the style sheet's.
"""

from collections.abc import Iterable
from html import escape

Place = tuple[float, float]
"""x and y in the drawing's own pixels."""


def drawing(
    width: float, height: float, classes: str, title: str, parts: Iterable[str]
) -> str:
    """A whole picture whose accessible name is its title."""
    size = f'width="{width:g}" height="{height:g}"'
    return (
        f'<svg class="{classes}" viewBox="0 0 {width:g} {height:g}" {size} '
        f'role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def path(classes: str, d: str) -> str:
    return f'<path class="{classes}" d="{d}"/>'


def line(classes: str, places: Iterable[Place], closed: bool = False) -> str:
    """A line through the places; nothing at all for fewer than two."""
    steps = [f"{x:.1f} {y:.1f}" for x, y in places]
    if len(steps) < 2:
        return ""
    return path(classes, "M" + "L".join(steps) + ("Z" if closed else ""))


def rect(classes: str, x: float, y: float, width: float, height: float) -> str:
    return (
        f'<rect class="{classes}" x="{x:.1f}" y="{y:.1f}" '
        f'width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"/>'
    )


def circle(classes: str, at: Place, radius: float) -> str:
    return f'<circle class="{classes}" cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius}"/>'


def text(
    classes: str, at: Place, words: str, anchor: str = "start", detail: str = ""
) -> str:
    """Words whose baseline starts, is centred on, or ends at the place; a detail
    follows them, paler."""
    kind = f' class="{classes}"' if classes else ""
    turn = "" if anchor == "start" else f' text-anchor="{anchor}"'
    tail = f'<tspan class="t-muted">{escape(detail)}</tspan>' if detail else ""
    place = f'x="{at[0]:.1f}" y="{at[1]:.1f}"'
    return f"<text{kind} {place}{turn}>{escape(words)}{tail}</text>"
