"""Trail: the audit chain of the figures, as if each had been recorded by hand."""

from django.conf import settings

from bench.filling.places import Place
from trinnvis.records.chain import mac_of
from trinnvis.records.models import ChainHead, LogEntry, Observation

_BATCH = 5_000


def make_trail(place: Place) -> int:
    """Append one log entry per figure, in order of when it became known."""
    head = ChainHead(municipality=place.municipality)
    rows = Observation.objects.filter(municipality=place.municipality)
    units = {team.unit.pk for team in place.teams}
    batch: list[LogEntry] = []
    told = rows.order_by("known_from", "pk").values_list(
        "pk", "known_from", "by_id", "indicator__goal__plan__unit_id", "value"
    )
    for pk, at, by, unit, value in told.iterator():
        assert unit in units
        entry = LogEntry(
            municipality=place.municipality,
            seq=head.seq + 1,
            at=at,
            by_id=by,
            deed="record_observation",
            kind="observation",
            object_id=pk,
            unit_id=unit,
            after={"value": format(value.normalize(), "f")},
        )
        entry.mac = mac_of(settings.AUDIT_KEY, head.mac, entry)
        head.seq, head.mac = entry.seq, entry.mac
        batch.append(entry)
        if len(batch) == _BATCH:
            LogEntry.objects.bulk_create(batch)
            batch = []
    LogEntry.objects.bulk_create(batch)
    head.save(force_insert=True)
    return head.seq
