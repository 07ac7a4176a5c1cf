"""Goal sentence: what a goal's fields say, as the sentence that is its form.

«Andel barn med en fast lekevenn skal øke fra 84 til minst 95 prosent innen
31. desember 2026, målt med lekekart. Vibeke Holm henter tallet hvert kvartal.»
Source: docs/guide/skrive-mal.md.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trinnvis.rules.terms import Direction, Frequency
from trinnvis.signs.dates import day_text
from trinnvis.signs.numbers import figure_as_is, unit_word


@dataclass(frozen=True, slots=True)
class Slots:
    """What is filled in so far; an empty slot is left open in the sentence."""

    measured: str = ""
    direction: Direction = Direction.HIGHER
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    deadline: date | None = None
    source: str = ""
    collector: str = ""
    frequency: Frequency = Frequency.QUARTERLY


OPEN = "…"


def goal_title(slots: Slots, language: str) -> str:
    """Return the goal in one sentence, in the unit's own language.

    A person may write a warmer one instead; the precision lives in the fields.
    """
    with translation.override(language):
        words = {
            "what": slots.measured or OPEN,
            "change": change_words(slots),
            "when": _by(slots.deadline),
        }
        return _("%(what)s skal %(change)s %(when)s.") % words


def change_words(slots: Slots) -> str:
    """Return what shall happen with the figure: «øke fra 84 til 95 prosent»."""
    kind = slots.direction
    if kind is Direction.YES_NO:
        return _("være gjort")
    if kind is Direction.MILESTONE:
        return _("være ferdig")
    if kind is Direction.BAND:
        words = {"low": _value(slots.low), "high": _with_unit(slots.high, slots.unit)}
        return _("ligge mellom %(low)s og %(high)s") % words
    if kind is Direction.MAINTAIN:
        return _("holde seg på %(value)s") % {
            "value": _with_unit(slots.baseline, slots.unit)
        }
    return _towards(slots)


def _towards(slots: Slots) -> str:
    words = {
        "start": _value(slots.baseline),
        "target": _with_unit(slots.target, slots.unit),
    }
    higher = slots.direction is Direction.HIGHER
    if slots.baseline is None:
        if higher:
            return _("være minst %(target)s") % words
        return _("være høyst %(target)s") % words
    if higher:
        return _("øke fra %(start)s til minst %(target)s") % words
    return _("gå ned fra %(start)s til høyst %(target)s") % words


def fetching_words(slots: Slots) -> str:
    """Return how and by whom: «målt med lekekart. Vibeke henter tallet …»."""
    words = {
        "source": slots.source or OPEN,
        "who": slots.collector or OPEN,
        "often": how_often(slots.frequency),
    }
    return _("Målt med %(source)s. %(who)s henter tallet %(often)s.") % words


def how_often(frequency: Frequency) -> str:
    """Return «hvert kvartal» and the like."""
    return {
        Frequency.MONTHLY: _("hver måned"),
        Frequency.QUARTERLY: _("hvert kvartal"),
        Frequency.TERTIALLY: _("hvert tertial"),
        Frequency.HALF_YEARLY: _("hvert halvår"),
        Frequency.YEARLY: _("en gang i året"),
        Frequency.EVERY_SECOND_YEAR: _("hvert andre år"),
        Frequency.EVERY_THIRD_YEAR: _("hvert tredje år"),
    }[frequency]


def _by(deadline: date | None) -> str:
    if deadline is None:
        return pgettext("uten dato", "innen …")
    return _("innen %(day)s") % {"day": day_text(deadline)}


def _value(value: Decimal | None) -> str:
    return OPEN if value is None else figure_as_is(value.normalize())


def _with_unit(value: Decimal | None, unit: str) -> str:
    if value is None:
        return f"{OPEN} {unit_word(unit)}".strip()
    return figure_as_is(value.normalize(), unit)
