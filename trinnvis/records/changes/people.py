"""People: what a person chooses for their own pages."""

from datetime import datetime

from django.db import transaction

from trinnvis.records.changes.logging import log
from trinnvis.records.models import Person

LANGUAGES = frozenset({"nb", "nn", "en"})
COLOUR_SCHEMES = frozenset({"", "light", "dark"})


@transaction.atomic
def choose_pages(
    person: Person,
    *,
    language: str | None = None,
    colour_scheme: str | None = None,
    shortcuts: bool | None = None,
    by: Person,
    at: datetime,
) -> None:
    """Set language, colours or shortcut keys. One row, one log entry.

    What is None or unknown is left as it is.
    """
    wanted: dict[str, object] = {}
    if language in LANGUAGES:
        wanted["language"] = language
    if colour_scheme in COLOUR_SCHEMES:
        wanted["colour_scheme"] = colour_scheme
    if shortcuts is not None:
        wanted["shortcuts"] = shortcuts
    before = {name: getattr(person, name) for name in wanted}
    if before == wanted:
        return
    Person.objects.filter(pk=person.pk).update(**wanted)
    for name, value in wanted.items():
        setattr(person, name, value)
    log(
        "choose_pages",
        person,
        by=by,
        at=at,
        municipality_id=person.municipality_id,
        before=before,
        after=wanted,
    )
