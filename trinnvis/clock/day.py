"""Day: what day it is for a command, in one municipality."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from trinnvis.records.models import Municipality

OSLO = ZoneInfo("Europe/Oslo")


def day_of(municipality: Municipality, told: str | None = None) -> date:
    """Return the day that was told, else the demo's own day, else today in Oslo."""
    if told:
        return date.fromisoformat(told)
    if settings.DEMO and municipality.demo_day is not None:
        return municipality.demo_day
    if settings.DEMO and settings.TODAY:
        return date.fromisoformat(settings.TODAY)
    return datetime.now(UTC).astimezone(OSLO).date()


def moment_of(municipality: Municipality) -> datetime:
    """Return now, or in the demo the same time of day on the demo's day."""
    now = datetime.now(UTC)
    clock = now.astimezone(OSLO).time()
    return datetime.combine(day_of(municipality), clock, tzinfo=OSLO).astimezone(UTC)
