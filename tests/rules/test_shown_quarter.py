"""Which quarter a page about a year tells of."""

from datetime import date
from decimal import Decimal

import pytest

from trinnvis.rules.facts import (
    GoalFacts,
    IndicatorFacts,
    ObservationFacts,
    SeriesFacts,
)
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.shown_quarter import shown_quarter
from trinnvis.rules.terms import Direction

Q1, Q2, Q3, Q4 = quarters_of(2026)
SHARE = IndicatorFacts(1, "Andel", "prosent", 0, Direction.HIGHER)


def goal(*quarters: Quarter) -> GoalFacts:
    figures = tuple(ObservationFacts(q, q.year, Decimal(1)) for q in quarters)
    return GoalFacts(1, "Mål", "", None, (SeriesFacts(SHARE, figures),))


@pytest.mark.parametrize(
    ("figures", "told", "today", "shown"),
    [
        ((Q1, Q2), (Q1, Q2), date(2026, 10, 5), Q2),
        ((Q1, Q2, Q3), (Q1, Q2), date(2026, 10, 5), Q3),
        ((), (Q1, Q2, Q3), date(2026, 10, 5), Q3),
        ((), (), date(2026, 10, 5), Q3),
        ((Q1, Q4), (Q1,), date(2026, 11, 5), Q1),
        ((), (), date(2025, 11, 5), Q1),
        ((), (), date(2028, 2, 1), Q4),
    ],
)
def test_the_last_quarter_that_is_told_or_written_in_is_shown(
    figures: tuple[Quarter, ...], told: tuple[Quarter, ...], today: date, shown: Quarter
) -> None:
    assert shown_quarter(2026, (goal(*figures),), told, today) == shown
