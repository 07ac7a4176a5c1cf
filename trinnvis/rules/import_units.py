"""Import units: whose a name in a file is. A likeness is offered, never applied."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_NEAR = 0.5
_MOST = 3


def folded(name: str) -> str:
    """Return a name to compare by: letters and digits alone, in lower case."""
    composed = unicodedata.normalize("NFC", name).casefold()
    return re.sub(r"[\W_]+", " ", re.sub(r"\(\d\)|\*", "", composed)).strip()


def same_name(name: str, units: Mapping[int, str]) -> int | None:
    """Return the one unit with this very name, letter case and signs aside."""
    found = [unit for unit, known in units.items() if folded(known) == folded(name)]
    return found[0] if len(found) == 1 else None


def nearest(name: str, units: Mapping[int, str]) -> tuple[int, ...]:
    """Return at most three units with a name like this one, the likest first."""
    wanted = folded(name)
    likeness = {unit: _likeness(wanted, folded(units[unit])) for unit in units}
    near = [unit for unit in units if likeness[unit] >= _NEAR]
    return tuple(sorted(near, key=lambda unit: (-likeness[unit], unit))[:_MOST])


def matching(focus: str, perspectives: Iterable[tuple[int, str]]) -> int | None:
    """Return the perspective that a focus area is, by its first words; else None.

    «Felles: Arbeidsmiljø» is «Arbeidsmiljø»; «Brukere» is «Brukere og innbyggere».
    """
    wanted = _words(focus.rpartition(":")[2])
    found = {
        key for key, name in perspectives if wanted and _begins(wanted, _words(name))
    }
    return found.pop() if len(found) == 1 else None


def _likeness(one: str, other: str) -> float:
    """Return 0 to 1; a shared first word weighs, «Lund skole» beside «Lund skule»."""
    likeness = SequenceMatcher(None, one, other).ratio()
    same_start = bool(one and other) and one.split()[0] == other.split()[0]
    return min(1.0, likeness + 0.25) if same_start else likeness


def _words(name: str) -> tuple[str, ...]:
    return tuple(folded(name).split())


def _begins(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shortest = min(len(one), len(other))
    return shortest > 0 and one[:shortest] == other[:shortest]
