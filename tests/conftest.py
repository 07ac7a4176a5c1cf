"""Conftest: the cast, and a browserless visitor for each of them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.cast import Cast, make_cast
from trinnvis.records.models import Person
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
