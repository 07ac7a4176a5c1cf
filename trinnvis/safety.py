"""Safety: what must hold before Trinnvis starts. Source: docs/settings.md."""

import os
import secrets
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from trinnvis.environment import UnsafeSettings

_KNOWN_BAD = ("django-insecure", "changeme", "secret", "password", "trinnvis")
_SHORTEST = 50


def secret_key(folder: Path, *, demo: bool) -> str:
    """Return the installation's key; made once, kept 0600 beside the database.

    The environment wins. A demo's key lives only in memory, shared with its
    worker processes through the environment. Raises UnsafeSettings when the key
    is short or known.
    """
    given = os.environ.get("TRINNVIS_SECRET_KEY")
    if given:
        return _strong(given, "TRINNVIS_SECRET_KEY")
    if demo:
        key = secrets.token_urlsafe(64)
        os.environ["TRINNVIS_SECRET_KEY"] = key
        return key
    return key_in_file(folder / "secret-key")


def audit_key(folder: Path) -> str:
    """Return the key of the audit chain; outlives the secret key.

    In the data folder, never in the database, so that a chain can be tried
    after a restart. The environment wins.
    """
    given = os.environ.get("TRINNVIS_AUDIT_KEY")
    if given:
        return _strong(given, "TRINNVIS_AUDIT_KEY")
    return key_in_file(folder / "audit-key")


def key_in_file(path: Path) -> str:
    """Return the key in the file; make it, readable by its owner alone."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept_key(path)
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key


def _kept_key(path: Path) -> str:
    if path.stat().st_mode & 0o077:
        raise UnsafeSettings(f"{path.name} kan leses av andre. Kjør: chmod 600 {path}")
    return _strong(path.read_text().strip(), path.name)


def _strong(key: str, name: str) -> str:
    known = any(word in key.lower() for word in _KNOWN_BAD)
    if len(key) < _SHORTEST or known:
        raise UnsafeSettings(
            f"{name} er for kort eller kjent. Fjern den, så lages en trygg nøkkel, "
            f"eller bruk minst {_SHORTEST} tilfeldige tegn."
        )
    return key


def hosts_of(url: str, *, demo: bool) -> list[str]:
    """Return the host names that Trinnvis answers to, read from its own address."""
    parts = urlsplit(url)
    if demo:
        if not is_loopback(parts.hostname or ""):
            raise UnsafeSettings(
                "Demoen svarer bare på denne maskinen. Fjern TRINNVIS_URL, eller sett "
                "TRINNVIS_DEMO=0 for virkelig bruk."
            )
        return ["localhost", "127.0.0.1", "[::1]"]
    if not parts.hostname or "*" in parts.hostname:
        raise UnsafeSettings(
            "TRINNVIS_URL må være hele adressen, for eksempel "
            "https://trinnvis.kommunen.no."
        )
    if parts.scheme != "https" and not is_loopback(parts.hostname):
        raise UnsafeSettings(
            "TRINNVIS_URL må begynne med https. Uten kryptering kan andre lese "
            "det som skrives."
        )
    return [parts.hostname]


def is_loopback(host: str) -> bool:
    """Say whether the host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
