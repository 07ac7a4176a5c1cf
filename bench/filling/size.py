"""Size: how much a bench asks for, and the days its rows lie on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from trinnvis.rules.quarters import Quarter, quarters_of

YEARS = 4


@dataclass(frozen=True, slots=True)
class Size:
    """What to make. Each municipality also gets one measured unit, always the same."""

    municipalities: int = 1
    units: int = 37
    goals: int = 1
    indicators: int = 2
    seed: int = 1
    day: date = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years and quarters that rows are made for, seen from one day."""

    day: date

    @property
    def year(self) -> int:
        """The plan year: that of the last ended quarter."""
        return self.last.year

    @property
    def last(self) -> Quarter:
        """The last quarter that has ended; still being written."""
        return Quarter.of(self.day).previous

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """Four years of quarters, the last of them just ended."""
        found = [self.last]
        while len(found) < 4 * YEARS:
            found.append(found[-1].previous)
        return tuple(reversed(found))

    @property
    def started(self) -> date:
        """The units' first day in the scheme."""
        return self.quarters[0].first_day

    @property
    def this_year(self) -> tuple[Quarter, ...]:
        """This plan year's quarters that have ended."""
        return tuple(q for q in quarters_of(self.year) if q <= self.last)


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


def known_on(quarter: Quarter) -> datetime:
    """When the quarter's figures were recorded: ten days after it ended."""
    return at_noon(quarter.last_day + timedelta(days=10))


def told_on(quarter: Quarter) -> datetime:
    """When the quarter was delivered: twenty days after it ended."""
    return at_noon(quarter.last_day + timedelta(days=20))


def chance(seed: int, *place: object) -> Random:
    """Return the chance of one place, so that neighbours never move each other."""
    return Random("/".join(map(str, (seed, *place))))
