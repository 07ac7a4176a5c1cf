"""Logging: the log entry that every change leaves, in its own transaction."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models

from trinnvis.records.chain import mac_of
from trinnvis.records.models import ChainHead, LogEntry, Person

Fields = dict[str, Any]


def log(
    deed: str,
    row: models.Model,
    *,
    by: Person | None,
    at: datetime,
    municipality_id: int,
    unit_id: int | None = None,
    before: Fields | None = None,
    after: Fields | None = None,
    reason: str = "",
) -> LogEntry:
    """Append one entry to the municipality's chain. 3 queries.

    Must run inside the change's own transaction: the head is locked until it
    commits, so numbers have no holes and no two entries share a predecessor.
    """
    head = ChainHead.objects.select_for_update().filter(pk=municipality_id).first()
    if head is None:
        ChainHead.objects.get_or_create(pk=municipality_id)
        head = ChainHead.objects.select_for_update().get(pk=municipality_id)
    entry = LogEntry(
        municipality_id=municipality_id,
        seq=head.seq + 1,
        at=at,
        by=by,
        deed=deed,
        kind=row._meta.model_name or "",
        object_id=row.pk,
        unit_id=unit_id,
        before=plain(before),
        after=plain(after),
        reason=reason,
    )
    entry.mac = mac_of(settings.AUDIT_KEY, head.mac, entry)
    entry.save(force_insert=True)
    head.seq, head.mac = entry.seq, entry.mac
    head.save(update_fields=("seq", "mac"))
    return entry


def plain(fields: Fields | None) -> Fields | None:
    """Return the values as JSON keeps them, so that a chain reads back the same."""
    if fields is None:
        return None
    return {name: _plain_value(value) for name, value in fields.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, list | tuple):
        return [_plain_value(item) for item in value]
    if value is None or isinstance(value, str | int | bool | dict):
        return value
    return str(value)
