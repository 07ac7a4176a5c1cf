"""Notes: what the lines below a table explain of marks, scales and sources."""

import re
from dataclasses import dataclass, field

from trinnvis.sources.scorecards.figures import tidied
from trinnvis.sources.scorecards.grid import Cell
from trinnvis.sources.scorecards.measures import scale_in

_NUMBERED = re.compile(r"\((\d{1,2})\)(?:\s*[-–]\s*\((\d{1,2})\))?|^(\d{1,2})\)")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Notes:
    """Explained footnote numbers, scales by number of asterisks, and the source."""

    numbers: frozenset[str] = frozenset()
    scales: dict[int, str] = field(default_factory=dict)
    source_url: str | None = None
    source: str | None = None
    texts: tuple[Cell, ...] = ()


def read_notes(cells: tuple[Cell, ...]) -> Notes:
    """Read every note of a sheet together."""
    numbers: set[str] = set()
    scales: dict[int, str] = {}
    url = source = None
    for cell in cells:
        text = tidied(cell.text)
        numbers |= _numbers_in(text)
        stars = re.match(r"\*+", text)
        if stars and (scale := scale_in(text)):
            scales.setdefault(len(stars[0]), scale)
        if found := re.search(r"https?://\S+", text):
            url = url or found[0].rstrip(".,;)")
        if re.match(r"(?:kilde|kjelde)\b", text, re.IGNORECASE):
            source = source or text
    return Notes(frozenset(numbers), scales, url, source, cells)


def _numbers_in(text: str) -> set[str]:
    found: set[str] = set()
    for first, last, alone in _NUMBERED.findall(text):
        if alone:
            found.add(alone)
        elif last:
            found |= {str(number) for number in range(int(first), int(last) + 1)}
        else:
            found.add(first)
    raised = re.match(r"[⁰¹²³⁴-⁹]+", text)
    if raised:
        found.add(raised[0].translate(_RAISED_DIGITS))
    return found
