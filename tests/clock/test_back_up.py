"""Back up: a copy that is whole, private, and holds what was written."""

import sqlite3

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.cast import make_cast

pytestmark = pytest.mark.django_db(transaction=True)

on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL has pg_dump"
)
on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite is copied here"
)


@on_sqlite
def test_a_copy_holds_what_was_written_and_is_its_owner_s_alone(tmp_path, capsys):
    make_cast()
    call_command("back_up", tmp_path)
    (copy,) = tmp_path.iterdir()
    assert oct(copy.stat().st_mode & 0o777) == "0o600"
    database = sqlite3.connect(copy)
    names = database.execute("SELECT name FROM records_municipality ORDER BY name")
    assert names.fetchall() == [("Annetsted kommune",), ("Prøvik kommune",)]
    database.close()
    assert capsys.readouterr().out.startswith(f"{copy.name}: ")


@on_sqlite
def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError) as told:
        call_command("back_up", tmp_path / "borte")
    assert str(told.value) == f"Mappa {tmp_path / 'borte'} finnes ikke."


@on_postgresql
def test_postgresql_is_left_to_its_own_program(tmp_path):
    with pytest.raises(CommandError) as told:
        call_command("back_up", tmp_path)
    assert str(told.value) == "Databasen er PostgreSQL. Bruk pg_dump."
