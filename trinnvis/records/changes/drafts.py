"""Drafts: half-written text, kept for its writer until it is sent."""

from datetime import datetime

from django.db import transaction

from trinnvis.records.models import Draft, Person

LONGEST = 20_000


@transaction.atomic
def keep_draft(
    field: str, text: str, *, based_on: int = 1, by: Person, at: datetime
) -> Draft | None:
    """Keep what the person has written in a field; empty text drops it.

    One row per person and field. No log entry: it is nobody else's until it is
    sent. Returns None when there is nothing to keep.
    """
    if not text.strip():
        drop_draft(field, by=by)
        return None
    draft, _made = Draft.objects.update_or_create(
        person=by,
        field=field[:120],
        defaults={
            "municipality_id": by.municipality_id,
            "text": text[:LONGEST],
            "based_on": based_on,
            "at": at,
        },
    )
    return draft


@transaction.atomic
def drop_draft(field: str, *, by: Person) -> None:
    """Forget a draft, once its text is sent."""
    Draft.objects.filter(person=by, field=field[:120]).delete()


@transaction.atomic
def drop_drafts(prefix: str, *, by: Person) -> None:
    """Forget all of a form's drafts: those whose field begins with the prefix."""
    Draft.objects.filter(person=by, field__startswith=prefix).delete()
