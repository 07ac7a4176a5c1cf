"""Holidays: Norway's public holidays, working days and the summer break.

Source: lov om helligdager § 2 and lov om 1 og 17 mai; Easter by the Gregorian
computus of Meeus, Jones and Butcher. Their words stand in signs/words.py.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FRIDAY = 4
SATURDAY = 5
SUMMER_BREAK = 7
"""The month without deadlines (fellesferie)."""


class HolidayKey(StrEnum):
    NEW_YEAR = "new_year"
    MAUNDY_THURSDAY = "maundy_thursday"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    ASCENSION = "ascension"
    CONSTITUTION_DAY = "constitution_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"


_FIXED = {
    HolidayKey.NEW_YEAR: (1, 1),
    HolidayKey.LABOUR_DAY: (5, 1),
    HolidayKey.CONSTITUTION_DAY: (5, 17),
    HolidayKey.CHRISTMAS_DAY: (12, 25),
    HolidayKey.BOXING_DAY: (12, 26),
}

_DAYS_FROM_EASTER = {
    HolidayKey.MAUNDY_THURSDAY: -3,
    HolidayKey.GOOD_FRIDAY: -2,
    HolidayKey.EASTER_SUNDAY: 0,
    HolidayKey.EASTER_MONDAY: 1,
    HolidayKey.ASCENSION: 39,
    HolidayKey.WHIT_SUNDAY: 49,
    HolidayKey.WHIT_MONDAY: 50,
}


@dataclass(frozen=True, slots=True)
class Holiday:
    day: date
    key: HolidayKey


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar.

    The names are those of the usual statement of the algorithm: golden number,
    century, epact, and so on; there are no shorter honest ones.
    """
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30
    leap_years, leap_rest = divmod(year_of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - leap_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> tuple[Holiday, ...]:
    """Return the year's twelve public holidays, oldest first.

    Two may fall on one day (17 May 2027 is also the second day of Pentecost).
    """
    easter = easter_sunday(year)
    fixed = [Holiday(date(year, *day), key) for key, day in _FIXED.items()]
    moving = [
        Holiday(easter + timedelta(days=days), key)
        for key, days in _DAYS_FROM_EASTER.items()
    ]
    return tuple(sorted(fixed + moving, key=lambda holiday: holiday.day))


def is_holiday(day: date) -> bool:
    return any(holiday.day == day for holiday in holidays(day.year))


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday; Christmas Eve is a working day."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def working_day_from(day: date) -> date:
    """Return the day itself or, if nobody is at work, the next working day."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def deadline_from(day: date) -> date:
    """Return the first working day from this one that is not in July."""
    day = working_day_from(day)
    if day.month == SUMMER_BREAK:
        return working_day_from(date(day.year, SUMMER_BREAK + 1, 1))
    return day


def first_friday_from(day: date) -> date:
    """Return the first Friday on or after the day, holiday or not."""
    return day + timedelta(days=(FRIDAY - day.weekday()) % 7)
