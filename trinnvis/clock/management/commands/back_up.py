"""Back up: writes a whole and tried copy of the SQLite database, while it is in use.

Run by the clock each night. A database file that is only copied can lack what its
journal holds. PostgreSQL has pg_dump; see docs/running.md.
"""

import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection


class Command(BaseCommand):
    help = "Tar en sikkerhetskopi av SQLite-databasen til en mappe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("Databasen er PostgreSQL. Bruk pg_dump.")
        if not folder.is_dir():
            raise CommandError(f"Mappa {folder} finnes ikke.")
        now = datetime.now(UTC)
        path = folder / f"trinnvis-{now:%Y-%m-%dT%H%M%SZ}.sqlite3"
        half = path.with_suffix(".part")
        half.unlink(missing_ok=True)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(half)])
        half.chmod(0o600)
        _try_copy(half)
        # Under its own name only when it is whole and on the disk.
        _flush(half)
        half.rename(path)
        _flush(folder)
        size = path.stat().st_size / 1_000_000
        self.stdout.write(f"{path.name}: {size:.1f} MB, prøvd og hel.")


def _try_copy(path: Path) -> None:
    copy = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        found = copy.execute("PRAGMA integrity_check").fetchall()
    finally:
        copy.close()
    if found != [("ok",)]:
        path.unlink()
        raise CommandError(f"Kopien er ikke hel: {found[0][0]}")


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
