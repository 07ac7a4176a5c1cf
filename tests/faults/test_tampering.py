"""F-32: whoever changes the log with SQL alone is found, every time."""

import hashlib
import hmac
import json
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tests.cast import NOON, Cast
from trinnvis.records.chain import mac_of
from trinnvis.records.changes.logging import log
from trinnvis.records.load.trail import Head, chain_breaks, head_of
from trinnvis.records.models import LogEntry, Municipality

LENGTH = 40
TAMPERINGS = 60
MANY_TAMPERINGS = 1_000

_TEXTS = {"deed": "nothing", "kind": "secret", "reason": "derfor", "algorithm": "md5"}


@pytest.fixture
def logged(cast: Cast) -> tuple[Municipality, Head]:
    """A log of forty entries, and the end that was noted outside the database."""
    for number in range(LENGTH):
        log(
            "try",
            cast.goal,
            by=cast.leif if number % 3 else cast.kari,
            at=NOON + timedelta(minutes=number),
            municipality_id=cast.municipality.pk,
            unit_id=cast.solvik.pk,
            before={"title": f"før {number}"},
            after={"title": f"etter {number}"},
        )
    return cast.municipality, head_of(cast.municipality)


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def change(chance: random.Random, municipality: Municipality) -> None:
    """Change one column of one entry."""
    seq = chance.randint(1, LENGTH)
    where = "WHERE municipality_id = %s AND seq = %s"
    column = chance.choice(
        (*_TEXTS, "at", "by_id", "object_id", "unit_id", "before", "after", "mac")
    )
    if column in _TEXTS:
        value: object = _TEXTS[column]
    elif column == "at":
        value = NOON + timedelta(days=chance.randint(1, 900))
    elif column == "by_id":
        value = None
    elif column in ("before", "after"):
        value = f'{{"title": "pyntet {chance.random()}"}}'
    elif column == "mac":
        value = f"{chance.getrandbits(256):064x}"
    else:
        value = None if column == "unit_id" else chance.randint(10_000, 20_000)
    sql(
        f"UPDATE records_logentry SET {_quoted(column)} = %s {where}",
        value,
        municipality.pk,
        seq,
    )


def _quoted(column: str) -> str:
    return connection.ops.quote_name(column)


def delete(chance: random.Random, municipality: Municipality) -> None:
    """Remove one entry, and as often close the gap after it."""
    seq = chance.randint(1, LENGTH)
    sql(
        "DELETE FROM records_logentry WHERE municipality_id = %s AND seq = %s",
        municipality.pk,
        seq,
    )
    if chance.random() < 0.5:
        for moved in range(seq + 1, LENGTH + 1):
            _move(municipality, moved, moved - 1)


def insert(chance: random.Random, municipality: Municipality) -> None:
    """Put in a copy of one entry, with room made for it."""
    at = chance.randint(2, LENGTH + 1)
    for moved in range(LENGTH, at - 1, -1):
        _move(municipality, moved, moved + 1)
    entry = LogEntry.objects.filter(municipality=municipality).order_by("?")[0]
    entry.pk, entry.seq, entry.reason = None, at, "lagt inn"
    entry.save(force_insert=True)


def reorder(chance: random.Random, municipality: Municipality) -> None:
    """Let two entries change places."""
    one, other = chance.sample(range(1, LENGTH + 1), 2)
    _move(municipality, one, 90_000)
    _move(municipality, other, one)
    _move(municipality, 90_000, other)


def truncate(chance: random.Random, municipality: Municipality) -> None:
    """Cut the end off, and as often set the chain's end back with it."""
    left = chance.randint(1, LENGTH - 1)
    sql(
        "DELETE FROM records_logentry WHERE municipality_id = %s AND seq > %s",
        municipality.pk,
        left,
    )
    if chance.random() < 0.5:
        last = LogEntry.objects.get(municipality=municipality, seq=left)
        _end(municipality, left, last.mac)


def recompute(chance: random.Random, municipality: Municipality) -> None:
    """Change an entry and make every code after it anew, without knowing the key."""
    first = chance.randint(1, LENGTH)
    entries = list(LogEntry.objects.filter(municipality=municipality).order_by("seq"))
    guessed = chance.choice(("", "trinnvis", f"{chance.getrandbits(512):x}"))
    previous = entries[first - 2].mac if first > 1 else ""
    for entry in entries[first - 1 :]:
        if entry.seq == first:
            entry.reason = "pyntet"
        entry.mac = mac_of(guessed, previous, entry)
        previous = entry.mac
        sql(
            "UPDATE records_logentry SET reason = %s, mac = %s WHERE id = %s",
            entry.reason,
            entry.mac,
            entry.pk,
        )
    _end(municipality, LENGTH, previous)


def _move(municipality: Municipality, seq: int, to: int) -> None:
    sql(
        "UPDATE records_logentry SET seq = %s WHERE municipality_id = %s AND seq = %s",
        to,
        municipality.pk,
        seq,
    )


def _end(municipality: Municipality, seq: int, mac: str) -> None:
    sql(
        "UPDATE records_chainhead SET seq = %s, mac = %s WHERE municipality_id = %s",
        seq,
        mac,
        municipality.pk,
    )


WAYS: tuple[Callable[[random.Random, Municipality], None], ...] = (
    change,
    delete,
    insert,
    reorder,
    truncate,
    recompute,
)


def unseen(municipality: Municipality, noted: Head | None, times: int) -> list[str]:
    """Tamper so many times, each with a whole log; return what was not found."""
    found = []
    heads = () if noted is None else (noted,)
    for number in range(times):
        way = WAYS[number % len(WAYS)]
        with transaction.atomic():
            way(random.Random(number), municipality)
            if not chain_breaks(municipality, heads):
                found.append(f"{way.__name__} {number}")
            # So that the next begins with a log that holds.
            transaction.set_rollback(True)
    return found


@pytest.mark.fault
def test_every_tampering_is_found(logged):
    municipality, noted = logged
    assert chain_breaks(municipality, (noted,)) == ()
    assert unseen(municipality, noted, TAMPERINGS) == []
    assert chain_breaks(municipality, (noted,)) == ()


@pytest.mark.long
def test_a_thousand_tamperings_are_found(logged):
    municipality, noted = logged
    assert unseen(municipality, noted, MANY_TAMPERINGS) == []


@pytest.mark.fault
def test_without_the_noted_end_only_a_cut_can_go_unseen(logged):
    municipality, _noted = logged
    missed = unseen(municipality, None, TAMPERINGS)
    assert {name.split()[0] for name in missed} == {"truncate"}


@pytest.mark.fault
def test_a_code_without_a_key_would_be_forged(logged, settings):
    """The control: with the key known, a recomputed log looks whole."""
    municipality, _noted = logged
    settings.AUDIT_KEY = "trinnvis"
    first = LogEntry.objects.get(municipality=municipality, seq=1)
    assert mac_of("trinnvis", "", first) == _forged(first)
    entries = LogEntry.objects.filter(municipality=municipality).order_by("seq")
    previous = ""
    for entry in entries:
        previous = mac_of("trinnvis", previous, entry)
        LogEntry.objects.filter(pk=entry.pk).update(mac=previous)
    _end(municipality, LENGTH, previous)
    assert chain_breaks(municipality) == ()


def _forged(entry: LogEntry) -> str:
    """Compute the code by the page that describes it, not by our own function."""
    row = {
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
    }
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.new(b"trinnvis", text.encode(), hashlib.sha256).hexdigest()
