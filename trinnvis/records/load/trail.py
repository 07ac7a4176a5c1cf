"""Trail: whether the log and what is frozen still say what they said.

Source: docs/decisions/0003-audit-chain.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.db.models.functions import Coalesce

from trinnvis.records.chain import Break, breaks_in
from trinnvis.records.models import (
    ChainHead,
    Delivery,
    LogEntry,
    Municipality,
    PlanVersion,
)
from trinnvis.records.versions import checksum_of


@dataclass(frozen=True, slots=True)
class Head:
    """Where a municipality's chain ended when someone looked."""

    number: str
    """The municipality's."""
    seq: int
    mac: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something frozen that is not what it was, or that the log does not explain."""

    what: str
    """plan or quarter."""
    name: str
    number: int
    how: str
    """changed, unlogged or missing."""


def head_of(municipality: Municipality) -> Head:
    """Return where the chain ends now; 0 before the first entry. 1 query."""
    row = ChainHead.objects.filter(pk=municipality.pk).first()
    return Head(municipality.number, row.seq if row else 0, row.mac if row else "")


def chain_breaks(
    municipality: Municipality, noted: Iterable[Head] = ()
) -> tuple[Break, ...]:
    """Return where the municipality's chain does not hold. 3 queries.

    `noted` are heads kept outside the database: without them a chain cut at its end,
    and its head set back with it, still looks whole.
    """
    wanted = {
        head.seq: head.mac
        for head in noted
        if head.number == municipality.number and head.seq
    }
    head = head_of(municipality)
    entries = LogEntry.objects.filter(municipality=municipality, seq__lte=head.seq)
    differing: list[Break] = []

    def compared() -> Iterator[LogEntry]:
        for entry in entries.order_by("seq").iterator(chunk_size=2000):
            if wanted.pop(entry.seq, entry.mac) != entry.mac:
                differing.append(Break(entry.seq, "changed"))
            yield entry

    found = breaks_in(settings.AUDIT_KEY, compared(), head.seq, head.mac)
    gone = [Break(seq, "truncated") for seq in sorted(wanted)]
    beyond = [Break(seq, "truncated") for seq in _beyond_head(municipality)]
    return tuple(dict.fromkeys((*found, *differing, *gone, *beyond)))


def _beyond_head(municipality: Municipality) -> Iterable[int]:
    """Return entries after the chain's end, asked in one statement.

    Someone may be writing meanwhile; within one statement head and entries agree.
    """
    end = ChainHead.objects.filter(pk=municipality.pk).values("seq")
    rows = LogEntry.objects.filter(
        municipality=municipality, seq__gt=Coalesce(Subquery(end), 0)
    )
    return rows.order_by("seq").values_list("seq", flat=True)[:1]


def wrong_versions(municipality: Municipality) -> tuple[Wrong, ...]:
    """Return adopted plans and delivered quarters that are not as they were frozen.

    Each is held against its own checksum, and its checksum against the log's.
    4 queries.
    """
    plans = PlanVersion.objects.filter(municipality=municipality)
    quarters = Delivery.objects.filter(municipality=municipality)
    return (
        *_held_against_log(
            "plan",
            plans.select_related("plan__unit"),
            _logged(municipality, "plan"),
        ),
        *_held_against_log(
            "quarter",
            quarters.select_related("review__unit"),
            _logged(municipality, "quarterreview"),
        ),
    )


def _logged(municipality: Municipality, kind: str) -> dict[tuple[int, int], str]:
    """Return the checksums that the log tells of, by object and number."""
    rows = LogEntry.objects.filter(municipality=municipality, kind=kind)
    found: dict[tuple[int, int], str] = {}
    for object_id, after in rows.values_list("object_id", "after").iterator():
        told: dict[str, Any] = after or {}
        if "checksum" in told:
            found[object_id, told["number"]] = told["checksum"]
    return found


def _held_against_log(
    what: str, rows: Iterable[Any], logged: dict[tuple[int, int], str]
) -> Iterator[Wrong]:
    for row in rows:
        object_id, name = _named(row)
        told = logged.pop((object_id, row.number), None)
        if checksum_of(row.content) != row.checksum or told not in (None, row.checksum):
            yield Wrong(what, name, row.number, "changed")
        elif told is None:
            yield Wrong(what, name, row.number, "unlogged")
    for object_id, number in sorted(logged):
        yield Wrong(what, f"{object_id}", number, "missing")


def _named(row: PlanVersion | Delivery) -> tuple[int, str]:
    """Return which row the log tells of, and a name that people know."""
    if isinstance(row, PlanVersion):
        return row.plan_id, f"{row.plan.unit.name} {row.plan.year}"
    review = row.review
    return review.pk, f"{review.unit.name} {review.year}-Q{review.quarter}"
