"""Signs: filters that only call signs/."""

from datetime import date, datetime
from enum import StrEnum

from django.template import Library
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from trinnvis.rules.terms import PlanState
from trinnvis.signs import marks
from trinnvis.signs.dates import day_text
from trinnvis.signs.plan_words import state_word
from trinnvis.signs.refusals import missing_text, refusal_text

register = Library()


@register.filter
def svg_mark(key: str) -> SafeString:
    """The status' shape; its word stands beside it."""
    # Our own drawing; the key is looked up, never written out.
    return mark_safe(marks.svg_mark(key))  # noqa: S308


@register.filter
def day_of(moment: date | datetime | None) -> str:
    """A day, or the day of a moment in Norway: «23. november 2026»."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    return day_text(moment)


@register.filter
def plan_state(state: str) -> str:
    """A plan's state in a word or two."""
    return state_word(PlanState(state))


@register.filter
def in_words(reason: StrEnum) -> str:
    """Why something cannot be done, and what to do instead."""
    return refusal_text(reason)


@register.filter
def lacking(item: object) -> str:
    """One thing that stands in the way."""
    return missing_text(item)
