"""Examples: small facts to judge, built in one line each."""

from datetime import date
from decimal import Decimal
from typing import Any

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction

Q1, Q2, Q3, Q4 = (Quarter(2026, number) for number in (1, 2, 3, 4))
NEW_YEAR = date(2027, 1, 1)

_NUMBERS = frozenset(
    {
        "target",
        "acceptable",
        "baseline",
        "low",
        "high",
        "tolerance",
        "allowed_drop",
    }
)


def an_indicator(**fields: Any) -> IndicatorFacts:
    """Build an indicator; numbers may be written as text."""
    known: dict[str, Any] = {
        "id": 1,
        "name": "Andel barn med fast lekevenn",
        "unit": "prosent",
        "decimals": 0,
        "direction": Direction.HIGHER,
    }
    for name, value in fields.items():
        number = name in _NUMBERS and value is not None
        known[name] = Decimal(str(value)) if number else value
    return IndicatorFacts(**known)


def a_figure(quarter: Quarter | None, value: Any = None, **fields: Any) -> Any:
    """Build one figure of a quarter; None is a figure of the whole of 2026."""
    return ObservationFacts(
        quarter=quarter,
        year=fields.pop("year", quarter.year if quarter else 2026),
        value=None if value is None else Decimal(str(value)),
        **fields,
    )


def a_series(indicator: IndicatorFacts, *values: Any, start: Quarter = Q1) -> Any:
    """Build a series of quarterly figures from the start; None leaves one out."""
    quarter, figures = start, []
    for value in values:
        if value is not None:
            figures.append(a_figure(quarter, value))
        quarter = quarter.next
    return SeriesFacts(indicator, tuple(figures))
