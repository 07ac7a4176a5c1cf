"""Reading: the demo's file, which remembers which of its keys were asked for."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml


class Section:
    """One mapping of the file. A key that nobody asks for is found by the tests.

    Paths are those of the file with lists flattened: «goals[].actions[].title».
    """

    def __init__(self, content: dict[str, Any], path: str, asked: set[str]) -> None:
        self._content = content
        self._path = path
        self.asked = asked

    @property
    def names(self) -> tuple[str, ...]:
        """Return the section's own keys, in the file's order; asks for none."""
        return tuple(str(key) for key in self._content)

    def __contains__(self, key: str) -> bool:
        return self._content.get(key) is not None

    def text(self, key: str) -> str:
        """Return the text; empty where the file has none."""
        value = self._ask(key)
        return "" if value is None else str(value)

    def whole(self, key: str) -> int:
        """Return the number. Raises ValueError where the file has none."""
        return int(self.text(key))

    def whole_or_none(self, key: str) -> int | None:
        return self.whole(key) if key in self else None

    def figure(self, key: str) -> Decimal | None:
        """Return the figure as it is written, never as a binary fraction."""
        value = self._ask(key)
        return None if value is None else Decimal(str(value))

    def yes(self, key: str) -> bool:
        return self._ask(key) is True

    def day(self, key: str) -> date:
        """Return the day. Raises ValueError where the file has none."""
        return date.fromisoformat(self.text(key))

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if key in self else None

    def month(self, key: str) -> date:
        """Return the first day of a month written «2026-11»."""
        return date.fromisoformat(f"{self.text(key)}-01")

    def month_or_none(self, key: str) -> date | None:
        return self.month(key) if key in self else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the file has none."""
        listed = self._content.get(key) or ()
        self._note(f"{key}[]")
        return tuple(str(item) for item in listed)

    def section(self, key: str) -> "Section":
        """Return the mapping under the key; an empty one where there is none."""
        found = self._content.get(key) or {}
        return Section(found, self._path_of(key), self.asked)

    def sections(self, key: str) -> tuple["Section", ...]:
        """Return the list of mappings under the key, in the file's order."""
        listed = self._content.get(key) or ()
        path = self._path_of(f"{key}[]")
        return tuple(Section(item, path, self.asked) for item in listed)

    def _ask(self, key: str) -> Any:
        self._note(key)
        return self._content.get(key)

    def _note(self, key: str) -> None:
        self.asked.add(self._path_of(key))

    def _path_of(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def read_file(path: Path) -> Section:
    """Return the whole file. About a tenth of a second."""
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    # Both are safe loaders: plain values and nothing that runs.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    return Section(content, "", set())


def key_paths(content: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every value in a file, lists flattened, repeats kept."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from key_paths(value, f"{path}.{key}" if path else str(key))
    elif isinstance(content, list):
        for value in content:
            yield from key_paths(value, f"{path}[]")
    else:
        yield path
