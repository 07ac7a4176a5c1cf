"""Access: every address, for everyone in the cast and for a stranger.

A new address fails here until tests/web/addresses.py says who meets what there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, resolve

from tests.web.addresses import ADDRESSES, EVERYONE, Row
from tests.web.scene import Scene, everything, make_scene
from trinnvis.urls import urlpatterns
from trinnvis.web.middleware import PUBLIC_VIEWS

REFUSED = "errors/refused.html"
SAY_WHAT_IS_MISSING = ("review-deliver",)
"""Addresses that show the leader the form again with what it lacks."""
ROWS = [
    pytest.param(name, row, id=f"{name}-{number}")
    for name, rows in ADDRESSES.items()
    for number, row in enumerate(rows, start=1)
]


def names_of(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of(pattern.url_patterns)
        else:
            assert pattern.name, f"{pattern.pattern} has no name"
            yield pattern.name


def path_of(row: Row, words: dict[str, Any]) -> str:
    return row.path.format(**words)


def ask(client: Client, row: Row, words: dict[str, Any]) -> HttpResponse:
    path = path_of(row, words)
    if row.typed is None:
        return client.get(path)
    typed = {name: value.format(**words) for name, value in row.typed.items()}
    return client.post(path, typed)


@pytest.fixture(scope="module")
def made_scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_scene()
        for who in EVERYONE.split():
            client = Client()
            client.force_login(getattr(made.cast, who))
            made.sessions[who] = client.cookies
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def scene(made_scene: Scene, db: None, at_noon: None) -> Scene:
    """The scene, made once; what a test changes is undone after it."""
    return made_scene


def signed_in(scene: Scene, who: str) -> Client:
    client = Client(raise_request_exception=False)
    client.cookies.load(scene.sessions[who])
    return client


def prepared(row: Row, scene: Scene) -> dict[str, Any]:
    return scene.words() | (row.before(scene) if row.before else {})


def test_every_address_has_a_row() -> None:
    assert set(names_of(urlpatterns)) == set(ADDRESSES)


def test_public_addresses_are_those_the_door_lets_in() -> None:
    strangers = {
        name
        for name, rows in ADDRESSES.items()
        if any(row.stranger != 302 for row in rows)
    }
    # A language is chosen with 302 by all; test below tells it from the door.
    assert strangers | {"language"} == PUBLIC_VIEWS


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_each_person_is_answered_what_the_row_says(
    name: str, row: Row, scene: Scene
) -> None:
    told: dict[str, int] = {}
    with override_settings(DEMO=row.demo):
        words = prepared(row, scene)
        assert resolve(path_of(row, words).split("?")[0]).url_name == name
        before = everything()
        for who, expected in row.expected().items():
            with transaction.atomic():
                answer = ask(signed_in(scene, who), row, words)
                told[who] = answer.status_code
                if row.typed is None or expected in (404, 422):
                    assert everything() == before, f"{who} changed something"
                if expected == 422 and name not in SAY_WHAT_IS_MISSING:
                    assert REFUSED in {each.name for each in answer.templates}
                transaction.set_rollback(True)
    assert told == row.expected()


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_stranger_comes_no_further_than_the_door(
    name: str, row: Row, scene: Scene
) -> None:
    with override_settings(DEMO=row.demo):
        words = prepared(row, scene)
        before = everything()
        answer = ask(Client(raise_request_exception=False), row, words)
        assert everything() == before
    assert answer.status_code == row.stranger
    to_the_door = answer.headers.get("Location", "").startswith("/sign-in/?next=")
    assert to_the_door is (name not in PUBLIC_VIEWS)
