"""The first start: a link that works once, for an hour, in an empty installation."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from trinnvis import first_link
from trinnvis.records.chain import breaks_in
from trinnvis.records.models import (
    ChainHead,
    LogEntry,
    Municipality,
    Person,
    RoleAssignment,
)
from trinnvis.rules.terms import Role

ANSWERS = {
    "municipality": "Prøvik kommune",
    "number": "9999",
    "name": "Kari Nes",
    "email": "Kari.Nes@example.org",
    "password": "fjord og fjell og fjære",
}
NOON = datetime(2026, 10, 5, 10, 0, tzinfo=UTC)


@pytest.fixture
def link(db, settings, tmp_path, at_noon):
    settings.DEMO = False
    settings.DATA_DIR = tmp_path
    return f"/first-start/{first_link.make_link(tmp_path, at=NOON)}/"


@pytest.fixture
def stranger():
    return Client(raise_request_exception=False)


def test_the_link_makes_the_municipality_and_its_administrator(link, stranger):
    assert stranger.get(link).status_code == 200
    answer = stranger.post(link, ANSWERS)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    person = Person.objects.get()
    assert (person.username, person.name) == ("kari.nes@example.org", "Kari Nes")
    assert person.check_password(ANSWERS["password"])
    role = RoleAssignment.objects.get()
    assert (role.person, role.role, role.unit.name) == (
        person,
        Role.ADMIN,
        "Prøvik kommune",
    )
    assert stranger.session["_auth_user_id"] == str(person.pk)


def test_the_link_dies_at_first_use(link, stranger):
    stranger.post(link, ANSWERS)
    assert stranger.get(link).status_code == 404
    assert stranger.post(link, ANSWERS).status_code == 404
    assert Municipality.objects.count() == 1


def test_the_deed_is_logged_by_the_new_administrator_without_the_password(
    link, stranger, settings
):
    stranger.post(link, ANSWERS)
    entry = LogEntry.objects.get()
    head = ChainHead.objects.get()
    assert (entry.deed, entry.by) == ("start_municipality", Person.objects.get())
    assert entry.after == {"number": "9999", "name": "Prøvik kommune"}
    assert breaks_in(settings.AUDIT_KEY, [entry], head.seq, head.mac) == ()


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("number", "99", "Kommunenummeret er fire siffer."),
        ("number", "٩٩٩٩", "Kommunenummeret er fire siffer."),
        ("municipality", "", "Kommunens navn"),
        ("email", "kari", "E-posten din"),
        ("password", "kort", "Passord"),
        ("password", "passordpassord" * 20, "Passord"),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_nothing_is_made(
    link, stranger, field, value, problem
):
    answer = stranger.post(link, ANSWERS | {field: value})
    assert answer.status_code == 422
    assert problem in answer.content.decode()
    assert ANSWERS["password"] not in answer.content.decode()
    assert Municipality.objects.count() == 0
    assert stranger.get(link).status_code == 200


def test_another_token_is_no_page(link, stranger):
    assert stranger.get("/first-start/gjettet/").status_code == 404


def test_a_link_is_dead_after_an_hour(db, settings, tmp_path, at_noon, stranger):
    settings.DEMO, settings.DATA_DIR = False, tmp_path
    token = first_link.make_link(tmp_path, at=NOON - first_link.LASTS)
    assert stranger.get(f"/first-start/{token}/").status_code == 404


def test_a_link_lives_until_the_hour_is_over(tmp_path):
    token = first_link.make_link(tmp_path, at=NOON)
    last = NOON + first_link.LASTS - timedelta(seconds=1)
    assert first_link.is_valid(tmp_path, token, at=last)


def test_a_new_link_kills_the_old(tmp_path):
    old = first_link.make_link(tmp_path, at=NOON)
    new = first_link.make_link(tmp_path, at=NOON)
    assert first_link.is_valid(tmp_path, old, at=NOON) is False
    assert first_link.is_valid(tmp_path, new, at=NOON) is True


def test_only_the_hash_is_kept_and_only_for_its_owner(tmp_path):
    token = first_link.make_link(tmp_path, at=NOON)
    file = tmp_path / "first-link"
    assert token not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600


def test_of_two_at_once_only_one_uses_the_link(tmp_path):
    first_link.make_link(tmp_path, at=NOON)
    assert [first_link.use(tmp_path), first_link.use(tmp_path)] == [True, False]


def test_an_installation_in_use_has_no_first_page(cast, link, stranger):
    assert stranger.get(link).status_code == 404


def test_the_demo_has_no_first_page(link, stranger, settings):
    settings.DEMO = True
    assert stranger.get(link).status_code == 404


def test_the_command_writes_an_address_that_works(link, stranger, settings, capsys):
    settings.URL = "https://trinnvis.example.org/"
    call_command("first_link")
    address = capsys.readouterr().out.strip()
    start = "https://trinnvis.example.org/first-start/"
    assert address.startswith(start)
    # Made now, by the machine's own clock; the page of the test is on its own day.
    assert len(address.removeprefix(start).strip("/")) == 43


def test_the_command_makes_no_link_for_an_installation_in_use(cast, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="tatt i bruk"):
        call_command("first_link")


def test_an_empty_installation_says_so_at_the_door(db, settings, stranger):
    settings.DEMO = False
    page = stranger.get("/sign-in/").content.decode()
    assert "har ingen kommune ennå" in page
