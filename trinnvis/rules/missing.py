"""Missing: which figure a quarter shows, and why there is none.

Source: docs/method/status.md, «Når tallet ikke er der». Missing is never red.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.path import EVERY_QUARTER
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.status import is_hidden
from trinnvis.rules.terms import Direction, Frequency, Missing, MissingReason

_DUE_QUARTERS = {
    Frequency.TERTIALLY: frozenset({2, 3, 4}),
    Frequency.HALF_YEARLY: frozenset({2, 4}),
}
"""A tertial is known in the quarter it ends in: April, August, December."""

_RARER_THAN_YEARLY = frozenset(
    {Frequency.EVERY_SECOND_YEAR, Frequency.EVERY_THIRD_YEAR}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The figure a quarter shows: its own, one carried from earlier, or none."""

    observation: ObservationFacts | None
    carried_from: Quarter | None = None
    """The quarter it was measured in, when not this one; «målt i 2. kvartal»."""
    missing: Missing | None = None


def shown_in(
    series: SeriesFacts, quarter: Quarter, today: date, started: date | None = None
) -> Shown:
    """Return the figure the quarter shows, or why there is none.

    `started` is the unit's first day in the scheme; None means it always was in it.
    """
    if not_included(quarter, started):
        return Shown(None, missing=Missing.NOT_APPLICABLE)
    if series.indicator.direction in (Direction.MILESTONE, Direction.YES_NO):
        return Shown(_latest_answer(series, quarter))
    own = _own(series, quarter)
    if own is not None and (own.value is not None or is_hidden(own)):
        return Shown(own)
    carried = _carried(series, quarter)
    if carried is not None:
        return Shown(carried, carried_from=carried.quarter)
    return Shown(None, missing=_kind(series.indicator, own, quarter, today))


def not_included(quarter: Quarter, started: date | None) -> bool:
    """Tell a quarter that ended before the unit's first day; in no denominator."""
    return started is not None and started > quarter.last_day


def is_due(indicator: IndicatorFacts, quarter: Quarter) -> bool:
    """Tell whether a figure should be measured in the quarter at all."""
    if indicator.frequency in EVERY_QUARTER:
        return True
    if indicator.frequency in _DUE_QUARTERS:
        return quarter.number in _DUE_QUARTERS[indicator.frequency]
    planned = indicator.next_measurement
    if planned is not None and Quarter.of(planned).year >= quarter.year:
        return Quarter.of(planned) <= quarter
    return quarter.number == 4 and indicator.frequency not in _RARER_THAN_YEARLY


def _own(series: SeriesFacts, quarter: Quarter) -> ObservationFacts | None:
    """Return the quarter's own row; a figure of the whole year belongs to Q4."""
    own = series.at(quarter)
    if own is not None or quarter.number != 4:
        return own
    whole_year = [
        found
        for found in series.observations
        if found.quarter is None and found.year == quarter.year
    ]
    return whole_year[-1] if whole_year else None


def _carried(series: SeriesFacts, quarter: Quarter) -> ObservationFacts | None:
    """Return the year's last figure, for what is measured less than quarterly."""
    frequency = series.indicator.frequency
    if frequency in EVERY_QUARTER:
        return None
    if quarter.number in _DUE_QUARTERS.get(frequency, frozenset()):
        return None
    earlier = [
        found
        for found in series.observations
        if found.quarter is not None
        and found.year == quarter.year
        and found.quarter < quarter
        and (found.value is not None or is_hidden(found))
    ]
    return earlier[-1] if earlier else None


def _kind(
    indicator: IndicatorFacts,
    own: ObservationFacts | None,
    quarter: Quarter,
    today: date,
) -> Missing:
    if own is not None and own.missing_reason is MissingReason.LATER:
        return Missing.NOT_DUE
    if own is not None and own.missing_reason is not None:
        return Missing.MISSING
    if not is_due(indicator, quarter):
        return Missing.NOT_DUE
    ready = quarter.last_day + timedelta(days=indicator.available_days or 0)
    return Missing.NOT_DUE if today <= ready else Missing.MISSING


def _latest_answer(series: SeriesFacts, quarter: Quarter) -> ObservationFacts | None:
    """Return the last answer up to the quarter's end; a no takes back a yes.

    A later yes without a day does not blur the day that was given.
    """
    answers = [
        found
        for found in series.observations
        if (found.quarter or Quarter(found.year, 4)) <= quarter
        and (found.done_on is not None or found.value is not None)
    ]
    if not answers:
        return None
    last = answers[-1]
    dated = [found for found in answers if found.done_on is not None]
    says_no = last.done_on is None and last.value != 1
    return last if says_no or not dated else dated[-1]
