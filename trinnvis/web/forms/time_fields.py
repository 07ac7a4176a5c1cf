"""Time fields: form fields for days, years, quarters, weeks and moments."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.dates import day_in_digits, quarter_text
from trinnvis.signs.reading.dates import read_date, read_quarter, read_week, read_year
from trinnvis.signs.reading.moments import read_moment
from trinnvis.signs.reading.problems import ReadingOutcome
from trinnvis.signs.reading.time_messages import time_message
from trinnvis.signs.reading.times import TimeReading, Week
from trinnvis.web.forms.asking import Offer, ReadingField


class TimeField(ReadingField):
    """A day, year, quarter or week; `check` holds it up against what is known.

    `check` takes the value and gives a reading of the same kind, as those in
    signs/reading/deadlines.py do.
    """

    default_error_messages = {"required": gettext_lazy("Skriv en dato.")}

    def __init__(
        self,
        check: Callable[[Any], TimeReading[Any]] | None = None,
        year: int | None = None,
        today: date | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.check, self.year, self.today = check, year, today

    def read(self, text: str) -> TimeReading[Any]:
        reading = self.read_time(text)
        if self.check is None or reading.value is None:
            return reading
        checked = self.check(reading.value)
        return reading if checked.outcome is ReadingOutcome.ACCEPT else checked

    def read_time(self, text: str) -> TimeReading[Any]:
        raise NotImplementedError

    def message(self) -> str:
        return time_message(self.reading)

    def offers_of(self, reading: TimeReading[Any]) -> tuple[Offer, ...]:
        values = reading.alternatives
        if reading.value is not None:
            values = (reading.value, *values)
        return tuple(Offer(self.token(value), self.spelled(value)) for value in values)

    def spelled(self, value: Any) -> str:
        """Spell a value for a button and for editing."""
        return str(value)

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.spelled(value)


class DayField(TimeField):
    """A day, typed as dag.måned.år. Gives a date."""

    def read_time(self, text: str) -> TimeReading[date]:
        return read_date(text, self.today, self.year)

    def spelled(self, value: date) -> str:
        return day_in_digits(value)


class YearField(TimeField):
    """A plan year. Gives an int."""

    default_error_messages = {"required": gettext_lazy("Skriv året med fire siffer.")}
    default_attrs = {"autocomplete": "off", "inputmode": "numeric"}

    def read_time(self, text: str) -> TimeReading[int]:
        return read_year(text)


class QuarterField(TimeField):
    """A quarter; `year` is the year meant where none is typed. Gives a Quarter."""

    default_error_messages = {"required": gettext_lazy("Skriv hvilket kvartal.")}

    def read_time(self, text: str) -> TimeReading[Quarter]:
        return read_quarter(text, self.year)

    def spelled(self, value: Quarter) -> str:
        return quarter_text(value)


class WeekField(TimeField):
    """An ISO week. Gives a Week."""

    default_error_messages = {"required": gettext_lazy("Skriv hvilken uke.")}

    def read_time(self, text: str) -> TimeReading[Week]:
        return read_week(text, self.year)

    def spelled(self, value: Week) -> str:
        return _("uke %(week)s, %(year)s") % {"week": value.number, "year": value.year}


class MomentField(TimeField):
    """A day with a clock time in Norway. Gives an aware datetime."""

    default_error_messages = {"required": gettext_lazy("Skriv dag og klokkeslett.")}

    def read_time(self, text: str) -> TimeReading[datetime]:
        return read_moment(text)

    def token(self, value: datetime) -> str:
        return value.isoformat()

    def spelled(self, value: datetime) -> str:
        clock = f"{day_in_digits(value)} kl. {value:%H.%M}"
        if value.dst() and value.replace(fold=1).dst() != value.dst():
            return _("%(moment)s, sommertid") % {"moment": clock}
        if value.fold:
            return _("%(moment)s, normaltid") % {"moment": clock}
        return clock
