"""Dates: days, quarters and weeks written for people.

The words stand here and not in the system's locale, which a server may lack.
"""

from datetime import date, datetime

from django.utils.translation import get_language

from trinnvis.rules.quarters import Quarter

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "desember",
)  # fmt: skip
MONTHS_SHORT = (
    "jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.",
    "sep.", "okt.", "nov.", "des.",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
    "en": (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
}  # fmt: skip


def day_text(day: date) -> str:
    """Write «23. november 2026»."""
    return f"{_day_and_month(day)} {day.year}"


def day_short(day: date) -> str:
    """Write «23. nov.»; for tables where the year is known."""
    if _language() == "en":
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]}"
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]}"


def day_in_digits(day: date) -> str:
    """Write «23.11.2026», the spelling our own fields take, in every language."""
    return f"{day:%d.%m}.{day.year:04d}"


def weekday_and_day(day: date) -> str:
    """Write «mandag 23. november 2026»."""
    return f"{weekday(day)} {day_text(day)}"


def weekday(day: date) -> str:
    """Write «mandag»."""
    return WEEKDAYS[_language()][day.weekday()]


def month_text(day: date) -> str:
    """Write «november 2026»."""
    return f"{_month(day.month)} {day.year}"


def month_name(number: int) -> str:
    """Write «november»; 1 is January. Raises IndexError outside 1–12."""
    if number < 1:
        raise IndexError(number)
    return _month(number)


def quarter_text(quarter: Quarter) -> str:
    """Write «3. kvartal 2026»."""
    return f"{quarter_name(quarter.number)} {quarter.year}"


def quarter_name(number: int) -> str:
    """Write «3. kvartal»; for where the year is known."""
    return f"Q{number}" if _language() == "en" else f"{number}. kvartal"


def week_text(day: date) -> str:
    """Write «uke 48», the ISO week the day lies in."""
    word = {"nb": "uke", "nn": "veke", "en": "week"}[_language()]
    return f"{word} {day.isocalendar().week}"


def moment_text(moment: datetime) -> str:
    """Write «23. november 2026 kl. 14.30», in the moment's own time zone."""
    if _language() == "en":
        return f"{day_text(moment)} at {moment:%H:%M}"
    return f"{day_text(moment)} kl. {moment:%H.%M}"


def _day_and_month(day: date) -> str:
    stop = "" if _language() == "en" else "."
    return f"{day.day}{stop} {_month(day.month)}"


def _month(number: int) -> str:
    months = ENGLISH_MONTHS if _language() == "en" else MONTHS
    return months[number - 1]


def _language() -> str:
    language = (get_language() or "nb")[:2]
    return language if language in WEEKDAYS else "nb"
