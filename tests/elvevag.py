"""Elvevåg: the demo's file and its day, for tests that know it."""

from datetime import date
from typing import Any

import yaml
from django.conf import settings

FILE = settings.BASE_DIR / "demo" / "elvevag.yaml"
TODAY = date(2026, 11, 23)


def stated() -> Any:
    """Return the file as plain values, read anew."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))
