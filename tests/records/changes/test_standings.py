"""Standings: a copy that can be made anew, and then is the same."""

from decimal import Decimal

from django.core.management import call_command

from tests.cast import NOON, TODAY, Cast
from tests.records.figures import Q1, Q2, Q3, day, observe
from trinnvis.records.changes.observations import record_observation
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.models import Standing
from trinnvis.rules.recording import ObservationEntry
from trinnvis.rules.terms import Track


def all_standings() -> list[tuple[object, ...]]:
    fields = ("goal_id", "year", "quarter", "level", "track", "missing", "value")
    return list(Standing.objects.order_by("goal_id", "quarter").values_list(*fields))


def test_what_was_written_along_the_way_equals_what_is_rebuilt(cast: Cast) -> None:
    for quarter, value in ((Q1, 85), (Q2, 89), (Q3, 94)):
        record_observation(
            cast.indicator,
            quarter,
            ObservationEntry(value=Decimal(value)),
            seen=None,
            by=cast.kari,
            at=NOON,
            today=TODAY,
        )
    written = all_standings()
    assert rebuild_standings(cast.municipality, day=TODAY) == 0
    Standing.objects.all().delete()
    assert rebuild_standings(cast.municipality, day=TODAY) == 4
    assert all_standings() == written


def test_a_spoilt_copy_is_mended_and_counted(cast: Cast) -> None:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    rebuild_standings(cast.municipality, day=TODAY)
    first = Standing.objects.filter(quarter=1)
    assert first.get().track == Track.OFF_TRACK
    first.update(track=Track.ON_TRACK)
    assert rebuild_standings(cast.municipality, day=TODAY) == 1
    assert first.get().track == Track.OFF_TRACK


def test_a_dropped_goal_has_no_standing(cast: Cast) -> None:
    rebuild_standings(cast.municipality, day=TODAY)
    cast.goal.dropped_on = TODAY
    cast.goal.save()
    rebuild_standings(cast.municipality, day=TODAY)
    assert all_standings() == []


def test_the_command_rebuilds_every_municipality(cast: Cast) -> None:
    call_command("rebuild_standings", day="2026-10-05", verbosity=0)
    assert Standing.objects.count() == 4
