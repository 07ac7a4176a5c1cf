"""Readback: what really stands in a SQLite database, asked around the product."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from trinnvis.databases import use_bundled_sqlite

use_bundled_sqlite()


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """Open the installation's database for reading alone."""
    import sqlite3  # noqa: PLC0415  the one that reads the server's own journal

    address = f"file:{folder / 'trinnvis.sqlite3'}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=20)
    try:
        yield connection
    finally:
        connection.close()


def figure_in_force(folder: Path, indicator: int) -> int | None:
    """Return the id of the figure that a writer would see on the page."""
    with opened(folder) as database:
        row = database.execute(
            "SELECT id FROM records_observation "
            "WHERE indicator_id = ? AND superseded_at IS NULL",
            (indicator,),
        ).fetchone()
    return row[0] if row else None


def figures(folder: Path) -> Counter[tuple[int, int]]:
    """Return how many times each figure stands, by indicator and value."""
    with opened(folder) as database:
        rows = database.execute("SELECT indicator_id, value FROM records_observation")
        return Counter((row[0], int(Decimal(str(row[1])))) for row in rows)


def log_entries(folder: Path) -> Counter[int]:
    """Return how many times the log tells of each figure, by its id."""
    with opened(folder) as database:
        rows = database.execute(
            "SELECT object_id FROM records_logentry WHERE kind = 'observation'"
        )
        return Counter(row[0] for row in rows)


def figure_ids(folder: Path) -> set[int]:
    with opened(folder) as database:
        rows = database.execute("SELECT id FROM records_observation")
        return {row[0] for row in rows}


def faults_in_pages(folder: Path) -> list[tuple[str, ...]]:
    """Return what SQLite finds wrong with its own pages and keys."""
    with opened(folder) as database:
        pages = database.execute("PRAGMA integrity_check").fetchall()
        keys = database.execute("PRAGMA foreign_key_check").fetchall()
    return [row for row in (*pages, *keys) if row != ("ok",)]
