"""Pages: every page that can be read keeps what the guard asks, in three languages."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.db import transaction
from django.test import Client, override_settings

from tests.web.addresses import ADDRESSES, Row
from tests.web.guard import Page, visit
from tests.web.scene import Scene, everything, make_scene
from trinnvis.records.models import Person
from trinnvis.translations import po_file

READ = [
    pytest.param(row, id=f"{name}-{number}")
    for name, rows in ADDRESSES.items()
    for number, row in enumerate(rows, start=1)
    if row.typed is None and row.answers.get(200)
]
NAMED_IN_NORWEGIAN = "Tilsynet for universell utforming av ikt"
TRANSLATED = [param for param in READ if not str(param.id).startswith("design-")]
"""The page for those who build shows its samples in bokmål."""

NORWEGIAN = re.compile(
    r"\b(og|ikke|av|på|som|har|med|det|dere|du|kvartal|mål|ingen|fra|eller)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def made_scene(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scene]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_scene()
        transaction.set_rollback(True)


@pytest.fixture
def scene(made_scene: Scene, db: None, at_noon: None) -> Scene:
    return made_scene


def readers_of(row: Row) -> list[str]:
    """Return the first and the last of those who may: they see different buttons."""
    who = [name for name, status in row.expected().items() if status == 200]
    return who[:1] + who[-1:] if len(who) > 1 else who


@pytest.mark.parametrize("row", READ)
def test_a_page_of_the_cast_is_whole(row: Row, scene: Scene) -> None:
    with override_settings(DEMO=row.demo):
        words = scene.words() | (row.before(scene) if row.before else {})
        for who in readers_of(row):
            client = Client()
            client.force_login(getattr(scene.cast, who))
            page = visit(client, row.path.format(**words))
            assert page.answer.status_code == 200
            if page.is_html:
                assert (who, page.faults()) == (who, [])


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize("row", TRANSLATED)
def test_a_page_of_the_cast_is_translated(
    row: Row, scene: Scene, language: str
) -> None:
    with override_settings(DEMO=row.demo):
        words = scene.words() | (row.before(scene) if row.before else {})
        person = getattr(scene.cast, readers_of(row)[0])
        Person.objects.filter(pk=person.pk).update(language=language)
        client = Client()
        client.force_login(person)
        page = visit(client, row.path.format(**words))
    if page.is_html:
        assert page.tree.get("lang") == language
        assert untranslated(page, language) == []
        assert language != "en" or norwegian(page) == []


def untranslated(page: Page, language: str) -> list[str]:
    """Return the pieces that stand in bokmål although their translation differs."""
    sentences = bokmaal_of(language)
    return sorted({piece for piece in page.words() if piece in sentences})


def norwegian(page: Page) -> list[str]:
    """Return the pieces that are Norwegian beside what people have written."""
    whole, texts = written()
    found = []
    for piece in page.words():
        rest = piece
        for text in texts:
            rest = rest.replace(text, "")
        if NORWEGIAN.search(rest) and piece not in whole:
            found.append(piece)
    return found


def written() -> tuple[str, list[str]]:
    """Return what stands in the database: all in one, and each text, also cut short."""
    rows = " | ".join(" ".join(rows) for rows in everything().values())
    texts = set(re.findall(r"'([^']{6,})'", rows)) | {NAMED_IN_NORWEGIAN}
    cut = {" ".join(text.split()[:6]) + " …" for text in texts}
    return rows, sorted(texts | cut, key=len, reverse=True)


def bokmaal_of(language: str) -> frozenset[str]:
    if language not in _SENTENCES:
        catalog = read_po(BytesIO(po_file(language).read_bytes()), locale=language)
        _SENTENCES[language] = frozenset(
            str(message.id)
            for message in catalog
            if isinstance(message.id, str)
            and message.string
            and len(message.id.split()) > 1
            and message.string != message.id
        )
    return _SENTENCES[language]


_SENTENCES: dict[str, frozenset[str]] = {}
