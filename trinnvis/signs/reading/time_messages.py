"""Time messages: what a typed day, year, quarter or moment lacks."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trinnvis.signs.dates import (
    day_in_digits,
    day_text,
    month_name,
    quarter_name,
    quarter_text,
    weekday,
)
from trinnvis.signs.reading.problems import DateProblem
from trinnvis.signs.reading.times import FIRST_YEAR, LAST_YEAR, TimeReading


def time_message(reading: TimeReading[Any]) -> str:
    """Say what a typed time lacks; "" when it was understood."""
    problem = reading.problem
    if problem is None:
        return ""
    if problem is DateProblem.DATE_FORMAT:
        return _date_format(reading.suggestion)
    if problem in (DateProblem.NO_SUCH_DAY, DateProblem.NOT_LEAP_YEAR):
        return _no_such_day(reading)
    if problem is DateProblem.WRONG_WEEKDAY and reading.suggestion:
        return _("%(day)s er en %(weekday)s. Kontroller datoen.") % {
            "day": day_text(reading.suggestion),
            "weekday": weekday(reading.suggestion),
        }
    if problem is DateProblem.YEAR_OF_TWO_DIGITS:
        return _("Mener du %(year)s?") % {"year": reading.alternatives[0]}
    if problem is DateProblem.NO_SUCH_WEEK:
        return _("%(year)s har ikke uke %(week)s.") % {
            "year": reading.year,
            "week": reading.day,
        }
    if problem is DateProblem.DEADLINE_AFTER_YEAR:
        return _(
            "Fristen er etter planåret. Skal tiltaket videreføres til %(year)s?"
        ) % {"year": reading.year}
    if problem is DateProblem.DEADLINE_OUTSIDE_YEAR:
        return _("Fristen må være i planåret %(year)s.") % {"year": reading.year}
    if problem is DateProblem.QUARTER_NOT_ENDED and reading.quarter:
        return _("%(quarter)s er ikke over. Tallet lagres som foreløpig.") % {
            "quarter": quarter_name(reading.quarter.number)
        }
    if problem is DateProblem.QUARTER_NOT_BEGUN and reading.quarter:
        return _("%(quarter)s har ikke begynt.") % {
            "quarter": quarter_text(reading.quarter)
        }
    return _standing(problem)


def _date_format(suggestion: date | None) -> str:
    if suggestion is None:
        return _("Skriv datoen som dag.måned.år.")
    return _("Skriv datoen som dag.måned.år, for eksempel %(day)s.") % {
        "day": day_in_digits(suggestion)
    }


def _no_such_day(reading: TimeReading[Any]) -> str:
    words = {"day": reading.day, "month": month_name(reading.month)}
    sentence = _("%(day)s. %(month)s finnes ikke.") % words
    if reading.problem is DateProblem.NO_SUCH_DAY:
        return sentence
    leap = _("%(year)s er ikke skuddår.") % {"year": reading.year}
    return f"{leap} {sentence}"


def _standing(problem: DateProblem) -> str:
    """Return the sentences that are the same whatever was typed."""
    return {
        DateProblem.EMPTY: _("Skriv en dato."),
        DateProblem.NO_SUCH_MONTH: _("Måneden må være fra 1 til 12."),
        DateProblem.YEAR_MISSING: _("Skriv årstallet også."),
        DateProblem.YEAR_RANGE: _("Året må være mellom %(first)s og %(last)s.")
        % {"first": FIRST_YEAR, "last": LAST_YEAR},
        DateProblem.YEAR_DIGITS: _("Året må ha fire siffer."),
        DateProblem.YEAR_FORMAT: _("Skriv året med fire siffer."),
        DateProblem.QUARTER_RANGE: _("Kvartalet må være 1, 2, 3 eller 4."),
        DateProblem.QUARTER_FORMAT: _(
            "Skriv kvartalet som for eksempel 1. kvartal 2026."
        ),
        DateProblem.WEEK_RANGE: _("Uka må være fra 1 til 53."),
        DateProblem.WEEK_FORMAT: _("Skriv uka som for eksempel uke 7, 2026."),
        DateProblem.CLOCK_FORMAT: _(
            "Skriv dag og klokkeslett, for eksempel 31.12.2026 kl. 14.30."
        ),
        DateProblem.CLOCK_SKIPPED: _(
            "Klokkeslettet finnes ikke: klokka stilles fram denne natta."
        ),
        DateProblem.CLOCK_TWICE: _(
            "Klokkeslettet kommer to ganger: klokka stilles tilbake denne natta. "
            "Velg sommertid eller normaltid."
        ),
        DateProblem.DEADLINE_BEFORE_START: _("Fristen er før startdatoen."),
    }[problem]
