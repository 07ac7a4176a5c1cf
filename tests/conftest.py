"""Conftest: the cast, a browserless visitor for each of them, and the demo."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings

from tests.cast import Cast, make_cast
from tests.elvevag import FILE
from trinnvis.records.changes.demo.loading import load_demo
from trinnvis.records.models import Municipality, Person
from trinnvis.web import middleware


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the cast: Monday 5 October 2026."""

    class Noon(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 10, 5, 10, 0, tzinfo=UTC)

    monkeypatch.setattr(middleware, "datetime", Noon)


@pytest.fixture
def visit_as(at_noon: None) -> Callable[[Person], Client]:
    """Return a client that is signed in as the person, on the cast's day."""

    def sign_in(person: Person) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture(scope="module")
def loaded_demo(
    django_db_setup: None, django_db_blocker: Any
) -> Iterator[Municipality]:
    """Elvevåg, loaded once for a module of tests and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True):
            municipality = load_demo(FILE)
        assert municipality is not None
        yield municipality
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded_demo: Municipality, db: None, settings: Any) -> Municipality:
    """Elvevåg in demo mode; what the test changes is undone after it."""
    settings.DEMO = True
    return loaded_demo
