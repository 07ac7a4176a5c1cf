"""Chain: what was done cannot be changed, removed or cut off unseen."""

from datetime import timedelta

import pytest
from django.conf import settings

from tests.cast import NOON, Cast
from trinnvis.records.chain import Break, breaks_in
from trinnvis.records.changes.logging import log
from trinnvis.records.models import ChainHead, LogEntry

DEEDS = ("one", "two", "three", "four")


@pytest.fixture
def chain(cast: Cast) -> Cast:
    for minute, deed in enumerate(DEEDS):
        log(
            deed,
            cast.goal,
            by=cast.leif,
            at=NOON + timedelta(minutes=minute),
            municipality_id=cast.municipality.pk,
            unit_id=cast.solvik.pk,
            before={"title": "før"},
            after={"title": f"etter {minute}"},
        )
    return cast


def breaks(cast: Cast, key: str | None = None) -> tuple[Break, ...]:
    head = ChainHead.objects.get(pk=cast.municipality.pk)
    entries = LogEntry.objects.filter(municipality=cast.municipality)
    return breaks_in(key or settings.AUDIT_KEY, entries, head.seq, head.mac)


def test_an_untouched_chain_holds(chain: Cast) -> None:
    assert breaks(chain) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"after": {"title": "pyntet"}},
        {"before": None},
        {"by": None},
        {"at": NOON},
        {"deed": "zero"},
        {"reason": "derfor"},
        {"object_id": 999},
        {"unit": None},
        {"algorithm": "none"},
    ],
)
def test_a_changed_entry_is_found(chain: Cast, changed: dict[str, object]) -> None:
    LogEntry.objects.filter(deed="three").update(**changed)
    assert breaks(chain) == (Break(3, "changed"),)


def test_a_removed_entry_is_found(chain: Cast) -> None:
    LogEntry.objects.filter(deed="two").delete()
    assert Break(2, "missing") in breaks(chain)


def test_entries_cut_off_the_end_are_found(chain: Cast) -> None:
    LogEntry.objects.filter(deed="four").delete()
    assert breaks(chain) == (Break(4, "truncated"),)


def test_two_entries_that_change_places_are_found(chain: Cast) -> None:
    second, third = LogEntry.objects.filter(deed__in=("two", "three"))
    LogEntry.objects.filter(pk=second.pk).update(seq=99)
    LogEntry.objects.filter(pk=third.pk).update(seq=2)
    LogEntry.objects.filter(pk=second.pk).update(seq=3)
    assert {found.kind for found in breaks(chain)} == {"changed"}


def test_a_chain_made_anew_without_the_key_is_found(chain: Cast) -> None:
    found = breaks(chain, key="x" * 60)
    assert [found_break.seq for found_break in found] == [1, 2, 3, 4]


def test_each_municipality_has_its_own_chain(chain: Cast) -> None:
    log(
        "elsewhere",
        chain.elsewhere,
        by=chain.nils,
        at=NOON,
        municipality_id=chain.other_municipality.pk,
    )
    assert LogEntry.objects.get(deed="elsewhere").seq == 1
    assert breaks(chain) == ()
