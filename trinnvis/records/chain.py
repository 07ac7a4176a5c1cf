"""Chain: the HMAC that ties each log entry to the one before.

Source: docs/decisions/0003-audit-chain.md.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass

from trinnvis.records.models import LogEntry


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold: the entry's number, and how."""

    seq: int
    kind: str
    """changed, missing or truncated."""


def mac_of(key: str, previous: str, entry: LogEntry) -> str:
    """Return the entry's HMAC-SHA256 over the previous mac and its own content."""
    content = json.dumps(
        {
            "municipality": entry.municipality_id,
            "seq": entry.seq,
            "at": entry.at.isoformat(timespec="microseconds"),
            "by": entry.by_id,
            "deed": entry.deed,
            "kind": entry.kind,
            "object": entry.object_id,
            "unit": entry.unit_id,
            "before": entry.before,
            "after": entry.after,
            "reason": entry.reason,
            "algorithm": entry.algorithm,
        },
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )
    message = (previous + content).encode()
    return hmac.new(key.encode(), message, hashlib.sha256).hexdigest()


def breaks_in(
    key: str, entries: Iterable[LogEntry], head_seq: int, head_mac: str
) -> tuple[Break, ...]:
    """Return where a municipality's chain is broken; empty when it holds.

    `entries` come in order of `seq`. The head tells of entries cut off the end.
    """
    found: list[Break] = []
    previous, expected = "", 1
    for entry in entries:
        if entry.seq != expected:
            found.append(Break(expected, "missing"))
        if mac_of(key, previous, entry) != entry.mac:
            found.append(Break(entry.seq, "changed"))
        previous, expected = entry.mac, entry.seq + 1
    if expected - 1 != head_seq or previous != head_mac:
        found.append(Break(expected, "truncated"))
    return tuple(found)
