"""Refusals: what a change raises instead of writing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Refused(Exception):
    """A change was not allowed, or not ready; nothing was written.

    `reason` is a member of one of rules' reason enumerations; signs/words says
    it. `missing` lists what stands in the way, where there is a list.
    """

    def __init__(self, reason: StrEnum, missing: tuple[object, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people changed: what is saved and what was typed."""

    field: str
    saved: str
    typed: str


class Stale(Exception):
    """Someone saved in between; nothing was overwritten."""

    def __init__(
        self, clashes: tuple[Clash, ...], version: int, by: str, at: datetime | None
    ) -> None:
        super().__init__("stale")
        self.clashes = clashes
        self.version = version
        self.by = by
        self.at = at
