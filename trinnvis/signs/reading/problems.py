"""Problems: how a reading came out, and what was wrong when it did not."""

from enum import StrEnum


class ReadingOutcome(StrEnum):
    """What a reader says of a typed text."""

    ACCEPT = "accept"
    """Plain spelling; kept as it stands."""
    NORMALISE = "normalise"
    """Understood after cleaning; shown back in plain spelling."""
    ASK = "ask"
    """Can mean two things; the person chooses one."""
    WARN = "warn"
    """Understood but unlikely; kept when the person says so."""
    REJECT = "reject"


UNDERSTOOD = frozenset({ReadingOutcome.ACCEPT, ReadingOutcome.NORMALISE})
"""The outcomes that need no answer from the person."""


class NumberProblem(StrEnum):
    EMPTY = "empty"
    MISSING_MARK = "missing_mark"
    """«-», «..», «:», «N/A»: answered with one button «Tallet mangler»."""
    NOT_A_NUMBER = "not_a_number"
    NEGATIVE_FORM = "negative_form"
    """«5-», «(5)», «- 5»."""
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    TOO_LOW = "too_low"
    TWO_MEANINGS = "two_meanings"
    TOO_MANY_DECIMALS = "too_many_decimals"
    WRONG_UNIT = "wrong_unit"
    MAGNITUDE_WORD = "magnitude_word"
    """«5 mill.» where the unit is not millions."""
    ABOVE_MAXIMUM = "above_maximum"
    BELOW_MINIMUM = "below_minimum"
    RANGE = "range"
    COMPARISON = "comparison"
    APPROXIMATE = "approximate"
    FRACTION_SIGN = "fraction_sign"
    TWO_NUMBERS = "two_numbers"
    """«12 av 14» where the figure is not a share."""
    ZERO_DENOMINATOR = "zero_denominator"
    FRACTION_OF_PERCENT = "fraction_of_percent"
    """0,85 where 85 is likely."""
    FAR_ABOVE_PREVIOUS = "far_above_previous"
    FAR_BELOW_PREVIOUS = "far_below_previous"


class DateProblem(StrEnum):
    EMPTY = "empty"
    DATE_FORMAT = "date_format"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_MONTH = "no_such_month"
    NOT_LEAP_YEAR = "not_leap_year"
    WRONG_WEEKDAY = "wrong_weekday"
    YEAR_MISSING = "year_missing"
    YEAR_RANGE = "year_range"
    YEAR_DIGITS = "year_digits"
    YEAR_FORMAT = "year_format"
    YEAR_OF_TWO_DIGITS = "year_of_two_digits"
    QUARTER_RANGE = "quarter_range"
    QUARTER_FORMAT = "quarter_format"
    QUARTER_NOT_ENDED = "quarter_not_ended"
    QUARTER_NOT_BEGUN = "quarter_not_begun"
    WEEK_FORMAT = "week_format"
    WEEK_RANGE = "week_range"
    NO_SUCH_WEEK = "no_such_week"
    CLOCK_FORMAT = "clock_format"
    CLOCK_SKIPPED = "clock_skipped"
    """The hour that is left out when the clock goes forward."""
    CLOCK_TWICE = "clock_twice"
    """The hour that comes twice when the clock goes back."""
    DEADLINE_AFTER_YEAR = "deadline_after_year"
    DEADLINE_OUTSIDE_YEAR = "deadline_outside_year"
    DEADLINE_BEFORE_START = "deadline_before_start"


class TextProblem(StrEnum):
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NUL = "nul"
    BROKEN = "broken"
    """Half a character (a lone surrogate)."""
    IDENTITY_NUMBER = "identity_number"
