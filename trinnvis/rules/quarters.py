"""Quarters: quarters, their days, and which one a day belongs to."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


class UnknownQuarter(ValueError):
    """Raised when a text or a number names no quarter."""


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter of a calendar year, written «2026-Q3»."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4) or not 1900 <= self.year <= 2200:
            raise UnknownQuarter(f"{self.year}-Q{self.number}")

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter that the day lies in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read «2026-Q3». Raises UnknownQuarter for anything else."""
        year, separator, number = text.partition("-Q")
        if separator and year.isdecimal() and number.isdecimal() and len(year) == 4:
            return cls(int(year), int(number))
        raise UnknownQuarter(text)

    @property
    def first_day(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        if self.number == 4:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> "Quarter":
        if self.number == 1:
            return Quarter(self.year - 1, 4)
        return Quarter(self.year, self.number - 1)

    @property
    def last_year(self) -> "Quarter":
        return Quarter(self.year - 1, self.number)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def quarters_of(year: int) -> tuple[Quarter, ...]:
    """Return the four quarters of a calendar year, in order."""
    return tuple(Quarter(year, number) for number in (1, 2, 3, 4))
