"""Shown quarter: which quarter a page about a year tells of.

The last quarter that the reader knows something of: one that is told, or one the
reader has written figures in. Else the last that has ended.
"""

from collections.abc import Collection, Iterable
from datetime import date

from trinnvis.rules.facts import GoalFacts
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.rules.year_wheel import quarter_to_follow_up


def shown_quarter(
    year: int, goals: Iterable[GoalFacts], told: Collection[Quarter], today: date
) -> Quarter:
    """Return the quarter of the year that a page shows on the day."""
    ended = [each for each in quarters_of(year) if each <= quarter_to_follow_up(today)]
    if not ended:
        return Quarter(year, 1)
    known = {
        figure.quarter
        for goal in goals
        for series in goal.series
        for figure in series.observations
        if figure.quarter is not None
    }
    for quarter in reversed(ended):
        if quarter in told or quarter in known:
            return quarter
    return ended[-1]
