"""Day: what day it is in the demo, moved by whoever tries it."""

from datetime import date, datetime
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from trinnvis.records.changes.logging import log
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.models import Municipality, Person
from trinnvis.records.refusals import Refused


class DayRefusal(StrEnum):
    """Why the day stays as it is."""

    NOT_A_DEMO = "not_a_demo"


@transaction.atomic
def set_demo_day(
    municipality: Municipality, day: date, *, by: Person, at: datetime
) -> None:
    """Move the demo's day, and judge anew what the night would. One log entry.

    Raises Refused outside the demo: a real municipality has the day it has.
    """
    if not (settings.DEMO and municipality.is_demo):
        raise Refused(DayRefusal.NOT_A_DEMO)
    before = municipality.demo_day
    Municipality.objects.filter(pk=municipality.pk).update(demo_day=day)
    municipality.demo_day = day
    rebuild_standings(municipality, day=day)
    log(
        "set_demo_day",
        municipality,
        by=by,
        at=at,
        municipality_id=municipality.pk,
        before={"demo_day": before},
        after={"demo_day": day},
    )
