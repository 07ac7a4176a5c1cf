"""Check log: the chain and what is frozen are tried, and faults told in sentences."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from tests.cast import NOON, Cast
from trinnvis.records.changes.logging import log
from trinnvis.records.changes.plans import move_plan
from trinnvis.records.models import (
    ChainHead,
    Delivery,
    LogEntry,
    PlanVersion,
    QuarterReview,
)
from trinnvis.records.versions import checksum_of
from trinnvis.rules.terms import PlanState


@pytest.fixture
def written(cast: Cast) -> Cast:
    """Four entries, the last of them adopting the plan anew."""
    for minute in range(2):
        log(
            "try",
            cast.goal,
            by=cast.leif,
            at=NOON + timedelta(minutes=minute),
            municipality_id=cast.municipality.pk,
            after={"title": f"forsøk {minute}"},
        )
    cast.plan.state = PlanState.FOR_APPROVAL
    cast.plan.save()
    move_plan(cast.plan, PlanState.ADOPTED, by=cast.tone, at=NOON + timedelta(hours=1))
    log(
        "try",
        cast.goal,
        by=cast.leif,
        at=NOON + timedelta(hours=2),
        municipality_id=cast.municipality.pk,
    )
    return cast


def entries(cast: Cast):
    return LogEntry.objects.filter(municipality=cast.municipality)


def check(capsys: pytest.CaptureFixture[str], heads: Path | None = None) -> list[str]:
    """Run the command; return what it told, with the last sentence where it failed."""
    try:
        call_command("check_log", heads=heads)
        failed = []
    except CommandError as error:
        failed = [str(error)]
    told = capsys.readouterr()
    return [*told.err.splitlines(), *told.out.splitlines(), *failed]


FAILED = (
    "Loggen eller det som er frosset, holder ikke. Ta vare på databasen som den er, "
    "og sammenlign med sikkerhetskopien."
)
OTHER = "Annetsted kommune: loggen holder, 0 oppføringer, slutt ingen."


def test_what_holds_is_told_with_its_end(written, capsys):
    end = ChainHead.objects.get(pk=written.municipality.pk).mac[:16]
    assert check(capsys) == [
        OTHER,
        f"Prøvik kommune: loggen holder, 4 oppføringer, slutt {end}.",
    ]


def test_a_changed_entry_is_told_by_its_number(written, capsys):
    entries(written).filter(seq=2).update(reason="pyntet")
    assert check(capsys) == [
        "Prøvik kommune: Oppføring 2 er endret, eller lagt inn utenom Trinnvis.",
        OTHER,
        FAILED,
    ]


def test_an_entry_beyond_the_end_is_told(written, capsys):
    extra = entries(written).get(seq=4)
    extra.pk, extra.seq = None, 5
    extra.save(force_insert=True)
    assert check(capsys)[0] == (
        "Prøvik kommune: Loggen slutter ikke der den sluttet; oppføring 5 er borte "
        "eller er ny."
    )


def test_a_log_without_its_end_is_told(written, capsys):
    ChainHead.objects.all().delete()
    assert check(capsys)[0] == (
        "Prøvik kommune: Loggen slutter ikke der den sluttet; oppføring 1 er borte "
        "eller er ny."
    )


def cut_last(cast: Cast) -> None:
    """Remove the last entry and set the end back, so that the chain looks whole."""
    entries(cast).filter(seq=4).delete()
    left = entries(cast).get(seq=3)
    ChainHead.objects.filter(pk=cast.municipality.pk).update(seq=3, mac=left.mac)


def test_a_cut_is_found_by_the_noted_end_alone(written, capsys, tmp_path):
    heads = tmp_path / "heads"
    check(capsys, heads)
    cut_last(written)
    without = check(capsys)
    assert FAILED not in without
    assert check(capsys, heads) == [
        "Prøvik kommune: Loggen slutter ikke der den sluttet; oppføring 4 er borte "
        "eller er ny.",
        OTHER,
        FAILED,
    ]


def test_ends_are_noted_once_and_only_while_all_holds(written, capsys, tmp_path):
    heads = tmp_path / "heads"
    check(capsys, heads)
    check(capsys, heads)
    end = ChainHead.objects.get(pk=written.municipality.pk)
    noted = heads.read_text()
    assert noted == f"9999 4 {end.mac}\n"
    entries(written).filter(seq=1).update(deed="annet")
    check(capsys, heads)
    assert heads.read_text() == noted


def test_a_noted_end_that_cannot_be_read_is_told(written, capsys, tmp_path):
    heads = tmp_path / "heads"
    heads.write_text("9999 fire\n")
    assert check(capsys, heads) == ["heads har en linje som ikke kan leses: 9999 fire"]


def test_a_changed_plan_version_is_told(written, capsys):
    version = PlanVersion.objects.get()
    version.content["facts"]["summary"] = "pyntet"
    version.save()
    assert check(capsys)[0] == (
        "Prøvik kommune: Planen Solvik barnehage 2026, versjon 1, er ikke slik den "
        "ble frosset."
    )


def test_a_version_with_a_checksum_to_match_is_told_by_the_log(written, capsys):
    version = PlanVersion.objects.get()
    version.content["facts"]["summary"] = "pyntet"
    version.checksum = checksum_of(version.content)
    version.save()
    assert check(capsys)[0] == (
        "Prøvik kommune: Planen Solvik barnehage 2026, versjon 1, er ikke slik den "
        "ble frosset."
    )


def test_a_version_the_log_does_not_know_is_told(written, capsys):
    version = PlanVersion.objects.get()
    version.pk, version.number = None, 2
    version.save(force_insert=True)
    assert check(capsys)[0] == (
        "Prøvik kommune: Planen Solvik barnehage 2026, versjon 2, står ikke i loggen."
    )


def test_a_version_that_is_gone_is_told(written, capsys):
    PlanVersion.objects.all().delete()
    assert check(capsys)[0] == (
        f"Prøvik kommune: Planen med id {written.plan.pk}, versjon 1, står i loggen, "
        "men er borte."
    )


def test_many_faults_are_counted(written, capsys):
    for number in range(30):
        log(
            "try",
            written.goal,
            by=written.leif,
            at=NOON + timedelta(days=number),
            municipality_id=written.municipality.pk,
        )
    entries(written).update(object_id=F("object_id") + 1)
    assert check(capsys)[20] == "Prøvik kommune: og 16 feil til."


def test_a_delivered_quarter_is_held_against_the_log_too(written, capsys):
    review = QuarterReview.objects.create(
        municipality=written.municipality,
        unit=written.solvik,
        plan=written.plan,
        year=2026,
        quarter=2,
    )
    Delivery.objects.create(
        municipality=written.municipality,
        review=review,
        by=written.leif,
        at=NOON,
        content={"facts": 1},
        checksum=checksum_of({"facts": 1}),
    )
    assert check(capsys)[0] == (
        "Prøvik kommune: Kvartalet Solvik barnehage 2026-Q2, versjon 1, står ikke i "
        "loggen."
    )
