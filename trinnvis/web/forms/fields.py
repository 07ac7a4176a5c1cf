"""Fields: form fields for figures, days and words; every form takes its from here."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.signs.numbers import (
    figure_as_is,
    figure_to_edit,
    rounded,
    share,
    unit_mark,
)
from trinnvis.signs.reading.messages import number_message
from trinnvis.signs.reading.numbers import NumberContext, NumberReading, read_number
from trinnvis.signs.reading.problems import NumberProblem
from trinnvis.signs.reading.text import (
    LINE_LIMIT,
    TEXT_LIMIT,
    TextReading,
    clean_line,
    clean_text,
)
from trinnvis.signs.reading.text_messages import Subject, people_advice, text_message
from trinnvis.web.forms.asking import Offer, ReadingField, TypedProse
from trinnvis.web.forms.time_fields import (
    DayField,
    MomentField,
    QuarterField,
    WeekField,
    YearField,
)

__all__ = [
    "DayField",
    "FigureField",
    "LineField",
    "MomentField",
    "Offer",
    "ProseField",
    "QuarterField",
    "Subject",
    "TargetField",
    "WeekField",
    "YearField",
]

_MISSING = (
    NumberProblem.EMPTY,
    NumberProblem.MISSING_MARK,
    NumberProblem.COMPARISON,
    NumberProblem.ZERO_DENOMINATOR,
)


class FigureField(ReadingField):
    """A measured figure. `context` may be set in the form's `__init__`.

    Gives a Decimal, unrounded for «12 av 14» (then `reading.numerator` and
    `reading.denominator` are set); None when nothing is typed and none required.
    """

    default_attrs = {"autocomplete": "off", "inputmode": "decimal"}

    def __init__(self, context: NumberContext | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.context = context or NumberContext()

    @property
    def offers_missing(self) -> bool:
        """Whether the button «Tallet mangler» answers what was typed."""
        reading = self.reading
        return reading is not None and reading.problem in _MISSING

    def read(self, text: str) -> NumberReading:
        return read_number(text, self.context)

    def message(self) -> str:
        return number_message(self.reading, self.context)

    def offers_of(self, reading: NumberReading) -> tuple[Offer, ...]:
        values = reading.alternatives
        if reading.value is not None:
            values = (reading.value, *values)
        return tuple(self._offer(reading, value) for value in values)

    def chosen(self, confirmed: str) -> Decimal:
        return Decimal(confirmed)

    def token(self, value: Decimal) -> str:
        return f"{self.context.fitted(value):f}"

    def prepare_value(self, value: Any) -> Any:
        """Spell a stored figure for editing, without the database's extra zeros."""
        if not isinstance(value, Decimal):
            return value
        plain = rounded(value, self.context.decimals or 0)
        return figure_to_edit(plain if plain == value else value.normalize())

    def _offer(self, reading: NumberReading, value: Decimal) -> Offer:
        mark = unit_mark(self.context.unit)
        if reading.numerator is not None and reading.denominator is not None:
            return Offer(f"{value:f}", share(reading.numerator, reading.denominator))
        kept = self.context.fitted(value)
        text = figure_as_is(kept, mark)
        if kept != value:
            words = {"figure": figure_as_is(value, mark), "kept": text}
            text = _("%(figure)s, lagret som %(kept)s") % words
        return Offer(self.token(value), text)


class TargetField(FigureField):
    """A figure that is decided and not measured: it cannot be missing."""

    default_error_messages = {
        "required": gettext_lazy("Skriv et tall."),
        "missing_mark": gettext_lazy("Skriv et tall."),
        "comparison": gettext_lazy("Skriv ett tall."),
        "zero_denominator": gettext_lazy("Det siste tallet kan ikke være 0."),
        "below_minimum": gettext_lazy("Tallet er for lavt."),
    }

    @property
    def offers_missing(self) -> bool:
        return False

    def prepare_value(self, value: Any) -> Any:
        """Spell a decided figure as it was decided: 80, not 80,0000."""
        if not isinstance(value, Decimal):
            return value
        return figure_to_edit(value.normalize())


class LineField(ReadingField):
    """One line of people's own text. Gives a str, "" when empty."""

    empty_value = ""

    def __init__(
        self,
        limit: int = LINE_LIMIT,
        subject: Subject = Subject.TEXT,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.limit, self.subject = limit, subject

    def read(self, text: str) -> TextReading:
        return clean_line(text, self.limit)

    def message(self) -> str:
        return text_message(self.reading, self.subject)

    def offers_of(self, reading: TextReading) -> tuple[Offer, ...]:
        return (Offer(self.token(reading.value), _("Teksten er riktig, lagre den")),)

    def token(self, value: str) -> str:
        """Return a fingerprint, so that the text itself is posted only once."""
        return hashlib.sha256(value.encode()).hexdigest()[:32]


class ProseField(LineField):
    """Many lines of people's own text, with advice about persons beside it."""

    widget = TypedProse
    default_attrs: Mapping[str, str] = {}

    def __init__(
        self,
        limit: int = TEXT_LIMIT,
        subject: Subject = Subject.TEXT,
        **options: Any,
    ) -> None:
        options.setdefault("help_text", lazy(people_advice, str)())
        super().__init__(limit, subject, **options)

    def read(self, text: str) -> TextReading:
        return clean_text(text, self.limit)
