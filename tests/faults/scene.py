"""Scene: a data folder with the cast and eight writers, ready for a real server.

    python -m tests.faults.scene

Fills the database that the environment names and prints where to write as JSON.
"""

import json
import os
import secrets
from datetime import date
from importlib import import_module

WRITERS = 8


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trinnvis.settings")
    import django  # noqa: PLC0415  the environment is set first

    django.setup()
    print(json.dumps(make_scene()))  # noqa: T201


def make_scene() -> dict[str, object]:
    """Make the cast, and a figure and a session for each writer."""
    from tests.cast import make_cast  # noqa: PLC0415  after setup
    from trinnvis.records.models import Goal, Indicator, Person, Unit  # noqa: PLC0415

    cast = make_cast()
    Unit.objects.update(started_on=date(2025, 1, 1))
    goal = Goal.objects.get(pk=cast.goal.pk)
    indicators = Indicator.objects.bulk_create(
        Indicator(
            municipality=cast.municipality,
            goal=goal,
            order=order + 1,
            name=f"Antall lekegrupper, gruppe {order + 1}",
            unit="antall",
            measure="count",
            target=100,
        )
        for order in range(WRITERS)
    )
    leif = Person.objects.get(pk=cast.leif.pk)
    return {
        "unit": cast.solvik.pk,
        "municipality": cast.municipality.pk,
        "indicators": [row.pk for row in indicators],
        "sessions": [session_of(leif) for _ in range(WRITERS)],
        "csrf": secrets.token_hex(16),
    }


def session_of(person) -> str:
    """Sign the person in, straight in the database; return the session's key."""
    from django.conf import settings  # noqa: PLC0415  after setup
    from django.contrib.auth import (  # noqa: PLC0415
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )

    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return store.session_key


if __name__ == "__main__":
    main()
