"""Cycles: what the file states of each unit's year; the rows are made to fit it."""

from dataclasses import dataclass

from trinnvis.records.changes.demo.reading import Section

_QUARTERS = ("Q1", "Q2", "Q3", "Q4")
_STEPS = ("1", "2", "3", "4", "5", "6", "7", "8")


@dataclass(frozen=True, slots=True)
class Cycle:
    """One unit's plan year, with the file's own words for states."""

    unit: str
    year: int
    steps: tuple[str, ...]
    """done, ongoing or not_started, one per step."""
    quarters: tuple[str, ...]
    """submitted, missing or not_started, one per quarter; none for next year."""

    def step(self, number: int) -> str:
        return self.steps[number - 1]

    def begun(self, number: int) -> bool:
        return self.step(number) != "not_started"

    def done(self, number: int) -> bool:
        return self.step(number) == "done"

    def submitted(self, quarter: int) -> bool:
        return bool(self.quarters) and self.quarters[quarter - 1] == "submitted"

    def opened(self, quarter: int) -> bool:
        return bool(self.quarters) and self.quarters[quarter - 1] != "not_started"


def cycles_in(file: Section) -> tuple[Cycle, ...]:
    """Return the file's cycles in its order: each unit's year, then its next."""
    return tuple(_cycle(section) for section in file.sections("cycles"))


def _cycle(section: Section) -> Cycle:
    steps = section.section("steps")
    quarters = section.section("quarters")
    return Cycle(
        unit=section.text("unit"),
        year=section.whole("year"),
        steps=tuple(steps.text(number) for number in _STEPS),
        quarters=tuple(
            quarters.text(quarter) for quarter in _QUARTERS if quarter in quarters
        ),
    )
