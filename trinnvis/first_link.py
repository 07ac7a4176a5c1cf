"""First link: the one-time address that sets up an empty installation.

The file in the data folder holds only the token's hash and when it dies, readable by
its owner alone. Source: docs/running.md.
"""

import hashlib
import hmac
import json
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path

LASTS = timedelta(minutes=60)
_BYTES = 32


def make_link(folder: Path, *, at: datetime) -> str:
    """Return a new token of 256 bits; one made before stops working."""
    token = secrets.token_urlsafe(_BYTES)
    content = json.dumps({"hash": _hash(token), "until": (at + LASTS).isoformat()})
    path = _path(folder)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(content)
    return token


def is_valid(folder: Path, token: str, *, at: datetime) -> bool:
    """Tell whether the token is the last one made, and still lives."""
    try:
        kept = json.loads(_path(folder).read_text())
    except (FileNotFoundError, ValueError):
        return False
    alive = at < datetime.fromisoformat(kept["until"])
    return hmac.compare_digest(_hash(token), kept["hash"]) and alive


def use(folder: Path) -> bool:
    """Kill the link; of two at the same moment only one gets True."""
    try:
        _path(folder).unlink()
    except FileNotFoundError:
        return False
    return True


def _path(folder: Path) -> Path:
    return folder / "first-link"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
