"""Times: how a typed day, year, quarter or moment came out."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.reading.problems import DateProblem, ReadingOutcome
from trinnvis.signs.reading.spelling import shown

FIRST_YEAR = 2000
LAST_YEAR = 2100
LONGEST = 60
"""Characters a date may take, blanks around it not counted."""

Kind = TypeVar("Kind")


class Week(NamedTuple):
    """An ISO week."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)


@dataclass(frozen=True, slots=True)
class TimeReading(Generic[Kind]):
    """How a typed time came out.

    `value` is set unless rejected or asked; `alternatives` are what is asked
    between; `suggestion` is the spelling a message shows. `day`, `month`, `year`
    and `quarter` are what the problem is about.
    """

    outcome: ReadingOutcome
    text: str
    value: Kind | None = None
    alternatives: tuple[Kind, ...] = ()
    problem: DateProblem | None = None
    suggestion: date | None = None
    day: int = 0
    month: int = 0
    year: int = 0
    quarter: Quarter | None = None


def understood(text: str, value: Kind, *, plain: bool) -> TimeReading[Kind]:
    """Take a value; plain spelling is accepted, other spellings are normalised."""
    outcome = ReadingOutcome.ACCEPT if plain else ReadingOutcome.NORMALISE
    return TimeReading(outcome, shown(text), value)


def is_in_range(year: int) -> bool:
    """Tell whether the year is one that plans and deadlines can lie in."""
    return FIRST_YEAR <= year <= LAST_YEAR
