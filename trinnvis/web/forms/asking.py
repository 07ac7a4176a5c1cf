"""Asking: form fields that hand typed text to a reader, and ask when it is unclear.

A field never loses what was typed. Where a reading is a question or a doubt, the
field offers buttons; each posts `<name>_confirmed` with one of the offered values
beside the text as it stood, so it works without JavaScript.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from trinnvis.signs.reading.problems import (
    UNDERSTOOD,
    DateProblem,
    NumberProblem,
    ReadingOutcome,
    TextProblem,
)

_EMPTY = (NumberProblem.EMPTY, DateProblem.EMPTY, TextProblem.EMPTY)


@dataclass(frozen=True, slots=True)
class Offer:
    """A button beside a field: what it posts as confirmed, and what it says."""

    value: str
    text: str


class Typed(str):
    """What was typed, and which offer was chosen with it."""

    __slots__ = ("confirmed",)
    confirmed: str


class _Confirmable(forms.Widget):
    def value_from_datadict(
        self, data: Mapping[str, Any], _files: Any, name: str
    ) -> Typed | None:
        if name not in data:
            return None
        typed = Typed(data[name])
        typed.confirmed = str(data.get(f"{name}_confirmed") or "")
        return typed


class TypedLine(_Confirmable, forms.TextInput):
    """A text input that brings the chosen offer along."""


class TypedProse(_Confirmable, forms.Textarea):
    """A text area that brings the chosen offer along."""


class ReadingField(forms.Field):
    """A field that hands the typed text to a reader and answers with its reading.

    After `clean`: `reading` is the whole reading, `offers` the buttons to show and
    `was_confirmed` whether the person chose one (worth a word in the log).
    """

    widget: type[forms.Widget] = TypedLine
    empty_value: Any = None
    default_error_messages = {"required": ""}
    """By the error's code; what is empty or not named takes the reader's sentence."""
    default_attrs: Mapping[str, str] = {"autocomplete": "off"}

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.reading: Any = None
        self.offers: tuple[Offer, ...] = ()
        self.was_confirmed = False

    def widget_attrs(self, _widget: forms.Widget) -> dict[str, str]:
        return dict(self.default_attrs)

    def clean(self, value: Any) -> Any:
        """Return the value, or raise with the reading's own sentence.

        The error's code is the problem's name; "ask" and "warn" come with offers.
        """
        text = "" if value is None else str(value)
        self.reading = self.read(text)
        self.offers, self.was_confirmed = (), False
        if self.reading.problem in _EMPTY:
            if self.required:
                raise self._error("required")
            return self.empty_value
        if self.reading.outcome in UNDERSTOOD:
            return self._validated(self.reading.value)
        if self.reading.outcome is ReadingOutcome.REJECT:
            raise self._error(str(self.reading.problem))
        offers = self.offers_of(self.reading)
        confirmed = getattr(value, "confirmed", "")
        if any(offer.value == confirmed for offer in offers):
            self.was_confirmed = True
            return self._validated(self.chosen(confirmed))
        self.offers = offers
        raise self._error(str(self.reading.outcome))

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def message(self) -> str:
        raise NotImplementedError

    def offers_of(self, reading: Any) -> tuple[Offer, ...]:
        raise NotImplementedError

    def chosen(self, confirmed: str) -> Any:
        """Return the value that an offer stands for."""
        values = (self.reading.value, *getattr(self.reading, "alternatives", ()))
        return next(
            value
            for value in values
            if value is not None and self.token(value) == confirmed
        )

    def token(self, value: Any) -> str:
        """Spell a value as an offer posts it."""
        return str(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "")

    def _error(self, code: str) -> ValidationError:
        """Return the error in the field's own words for it, or else the reader's."""
        return ValidationError(self.error_messages.get(code) or self.message(), code)

    def _validated(self, value: Any) -> Any:
        self.run_validators(value)
        return value
