"""Saving: how an editable row is changed without overwriting anyone unseen."""

from datetime import datetime
from typing import Any

from django.db import models

from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.models import LogEntry, Person
from trinnvis.records.models.base import EditableRow
from trinnvis.records.refusals import Clash, Stale


def change_row(
    deed: str,
    row: EditableRow,
    values: Fields,
    *,
    version: int,
    by: Person,
    at: datetime,
    unit_id: int | None,
    reason: str = "",
) -> bool:
    """Set the fields if nobody saved since `version`; log what really changed.

    Must run inside the change's own transaction. Returns False, and writes
    nothing, when every value is as before. Raises Stale with both texts when
    someone else saved one of these fields in between; a save of other fields
    does not clash. 1 read, 1 write and the log's 3 queries.
    """
    kind = type(row)
    saved = kind._default_manager.select_for_update().get(pk=row.pk)
    changed = {
        name: value for name, value in values.items() if getattr(saved, name) != value
    }
    if not changed:
        row.version = saved.version
        return False
    if saved.version != version:
        _raise_if_clashing(saved, changed, version)
    before = {name: getattr(saved, name) for name in changed}
    for name, value in changed.items():
        setattr(row, name, value)
    row.version = saved.version + 1
    kind._default_manager.filter(pk=row.pk).update(**changed, version=row.version)
    log(
        deed,
        row,
        by=by,
        at=at,
        municipality_id=row.municipality_id,
        unit_id=unit_id,
        before=before,
        after={**changed, "version": row.version},
        reason=reason,
    )
    return True


def _raise_if_clashing(saved: EditableRow, changed: Fields, version: int) -> None:
    """Raise Stale unless everything saved since `version` was in other fields.

    What each save touched stands in the log, with the version it made.
    """
    entries = LogEntry.objects.filter(
        kind=type(saved)._meta.model_name,
        object_id=saved.pk,
        municipality_id=saved.municipality_id,
    ).order_by("-seq")
    since: list[LogEntry] = []
    known = saved.version
    for entry in entries[:200]:
        made = (entry.after or {}).get("version")
        if made is None:
            continue
        if made <= version:
            break
        since.append(entry)
        known = min(known, made)
    touched = {name for entry in since for name in (entry.after or {})}
    # A version that the log does not explain is treated as touching everything.
    explained = known == version + 1
    clashing = [name for name in changed if not explained or name in touched]
    if clashing:
        latest = since[0] if since else None
        raise Stale(
            tuple(
                Clash(name, _text(getattr(saved, name)), _text(changed[name]))
                for name in clashing
            ),
            saved.version,
            latest.by.name if latest and latest.by else "",
            latest.at if latest else None,
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value.pk) if isinstance(value, models.Model) else str(value)
