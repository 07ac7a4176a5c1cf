"""Preparing: safe to run again, private, and never the wrong database."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.elvevag import FILE
from trinnvis.records.models import Municipality, Person


@pytest.fixture
def folder(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.DEMO = False
    return tmp_path


def test_an_empty_installation_gets_a_link_and_nobody_to_sign_in_as(folder, capsys):
    call_command("prepare")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Samler stilark og skript …"
    assert "/first-start/" in lines[2]
    assert (Municipality.objects.count(), Person.objects.count()) == (0, 0)


def test_an_installation_in_use_is_told_nothing_new(folder, cast, capsys):
    call_command("prepare")
    capsys.readouterr()
    call_command("prepare")
    assert capsys.readouterr().out == ""


def test_a_changed_style_sheet_is_collected_anew(folder, cast, capsys):
    call_command("prepare")
    (folder / "static.stamp").write_text("as it was before")
    capsys.readouterr()
    call_command("prepare")
    assert capsys.readouterr().out == "Samler stilark og skript …\n"


def test_only_the_owner_reads_what_lies_in_the_folder(folder, cast):
    kept = folder / "trinnvis.sqlite3"
    kept.touch(mode=0o644)
    folder.chmod(0o755)
    call_command("prepare")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_demo_never_starts_on_real_data(folder, cast, settings):
    settings.DEMO = True
    with pytest.raises(CommandError, match="ekte kommune"):
        call_command("prepare")


def test_real_use_never_starts_on_a_demo(folder, settings):
    Municipality.objects.create(number="9901", name="Elvevåg kommune", is_demo=True)
    with pytest.raises(CommandError, match="er en demo"):
        call_command("prepare")


def test_a_day_that_is_no_day_is_told_at_once(folder, settings):
    settings.TODAY = "i går"
    with pytest.raises(CommandError, match="2026-11-23"):
        call_command("prepare")


def test_the_demo_is_loaded_once(folder, settings, capsys):
    settings.DEMO = True
    call_command("prepare")
    call_command("load_demo", file=FILE)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Elvevåg kommune er klar.",
        "Demokommunen er der fra før. Ingenting er endret.",
    ]


def test_outside_the_demo_the_command_says_how_to_start_it(folder):
    with pytest.raises(CommandError, match="bin/start"):
        call_command("load_demo")


def test_a_file_that_is_not_there_is_told(folder, settings, tmp_path):
    settings.DEMO = True
    with pytest.raises(CommandError, match="Fant ikke fila"):
        call_command("load_demo", file=tmp_path / "borte.yaml")
