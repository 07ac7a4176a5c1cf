"""Databases: SQLite that keeps what it acknowledged, or PostgreSQL.

Source: docs/decisions/0002-databases.md.
"""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from trinnvis.environment import UnsafeSettings

WAL_IS_SAFE_FROM = (3, 51, 3)
"""Older SQLite can corrupt a WAL database (the WAL-reset bug)."""

_WAL = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
_ROLLBACK = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"


def database(url: str, folder: Path, *, demo: bool) -> dict[str, Any]:
    """Return Django's settings for the database; SQLite in the folder if no url."""
    if url:
        return _postgresql(url)
    name = "demo.sqlite3" if demo else "trinnvis.sqlite3"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": _journal(),
        },
    }


def use_bundled_sqlite() -> None:
    """Let Django meet pysqlite3's SQLite where the system's is too old."""
    import sqlite3  # noqa: PLC0415  asked before it is replaced

    if sqlite3.sqlite_version_info >= WAL_IS_SAFE_FROM:
        return
    try:
        import pysqlite3  # noqa: PLC0415  only where it is needed
    except ImportError:
        return
    if pysqlite3.sqlite_version_info >= WAL_IS_SAFE_FROM:
        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def _journal() -> str:
    use_bundled_sqlite()
    import sqlite3  # noqa: PLC0415  after it may have been replaced

    return _WAL if sqlite3.sqlite_version_info >= WAL_IS_SAFE_FROM else _ROLLBACK


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise UnsafeSettings(
            "TRINNVIS_DATABASE_URL må begynne med postgresql://. "
            "Uten den brukes SQLite i datamappa."
        )
    if not parts.path.lstrip("/"):
        raise UnsafeSettings(
            "TRINNVIS_DATABASE_URL mangler navnet på databasen, for eksempel "
            "postgresql://trinnvis@/trinnvis."
        )
    extra = dict(parse_qsl(parts.query))
    settings = "-c statement_timeout=30s -c lock_timeout=5s"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": settings,
            "pool": {"min_size": 1, "max_size": 8},
            **extra,
        },
    }
