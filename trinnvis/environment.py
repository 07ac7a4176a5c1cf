"""Environment: typed readers of TRINNVIS_… variables that fail with a hint."""

import os
from datetime import date
from pathlib import Path


class UnsafeSettings(Exception):
    """Raised at start when a setting is missing or unsafe; says what to change."""


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None:
        raise UnsafeSettings(f"{name} mangler. Se docs/settings.md.")
    return value


def flag(name: str) -> bool:
    value = os.environ.get(name, "0")
    if value not in ("0", "1"):
        raise UnsafeSettings(f"{name} er «{value}». Skriv 1 eller 0.")
    return value == "1"


def day(name: str) -> str:
    """Return a day as «2026-11-23», or an empty text where none is set."""
    value = os.environ.get(name, "")
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise UnsafeSettings(
            f"{name} er «{value}». Skriv dagen slik: 2026-11-23."
        ) from None


def folder(name: str, default: Path) -> Path:
    path = Path(os.environ.get(name, str(default))).expanduser().resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path
