"""Search: goals, units and people that a person may see, by words."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from trinnvis.records.models import Goal, Person, Unit
from trinnvis.records.norwegian import Fold, by_name, fold

MOST = 20
"""Hits of each kind on the page."""
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, each kind in its own order; `more` when a list was cut."""

    units: tuple[Unit, ...] = ()
    goals: tuple[Goal, ...] = ()
    people: tuple[Person, ...] = ()
    more: bool = False

    @property
    def count(self) -> int:
        return len(self.units) + len(self.goals) + len(self.people)


def find(text: str, *, reader: Person) -> Hits:
    """Return the rows that hold every word of the text. 3 queries.

    Found by folded text, so «apen» and «åpen» find «Åpen barnehage». Nothing the
    reader may not see is found or counted.
    """
    words = fold(text).split()[:6]
    if len("".join(words)) < SHORTEST:
        return Hits()
    units = _with(Unit.objects.visible_to(reader), words, "name")
    goals = _with(
        Goal.objects.visible_to(reader)
        .filter(dropped_on__isnull=True)
        .select_related("plan__unit"),
        words,
        "title",
    )
    people = _with(
        Person.objects.visible_to(reader).filter(is_active=True), words, "name"
    )
    found = (
        tuple(units.order_by(by_name())[: MOST + 1]),
        tuple(goals.order_by("-plan__year", "plan__unit__path", "order")[: MOST + 1]),
        tuple(people.order_by(by_name())[: MOST + 1]),
    )
    return Hits(
        units=found[0][:MOST],
        goals=found[1][:MOST],
        people=found[2][:MOST],
        more=any(len(rows) > MOST for rows in found),
    )


def _with(rows: QuerySet[Any], words: list[str], field: str) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.annotate(folded=Fold(field))
    for word in words:
        found = found.filter(folded__contains=word)
    return found
