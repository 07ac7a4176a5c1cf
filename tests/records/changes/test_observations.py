"""Recording a figure: who may, what is kept, and what never happens unseen."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import NOON, TODAY, Cast
from tests.records.figures import Q2, Q3, Q4, day, deliver, observe
from trinnvis.records.changes.observations import record_observation
from trinnvis.records.changes.submissions import AlreadySent
from trinnvis.records.models import LogEntry, Observation, Person, Standing
from trinnvis.records.refusals import Refused, Stale
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.recording import ObservationEntry, RecordingRefusal
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.terms import Level, MissingReason, PlanState, Provenance, Track

ENTRY = ObservationEntry(
    value=Decimal(94), measured_on=date(2026, 9, 28), source="Lekekart"
)


def record(cast: Cast, entry: ObservationEntry = ENTRY, **changes: Any) -> Observation:
    told: dict[str, Any] = {"seen": None, "by": cast.kari, "at": NOON, "today": TODAY}
    quarter = changes.pop("quarter", Q3)
    return record_observation(cast.indicator, quarter, entry, **(told | changes))


def in_force(cast: Cast) -> list[tuple[int, Decimal | None]]:
    rows = cast.indicator.observations.filter(superseded_at__isnull=True)
    return [(row.quarter, row.value) for row in rows]


def test_recording_leaves_one_figure_one_log_entry_and_the_goal_s_standing(
    cast: Cast,
) -> None:
    record(cast)
    assert in_force(cast) == [(3, Decimal(94))]
    entry = LogEntry.objects.get()
    assert (entry.deed, entry.by, entry.unit) == (
        "record_observation",
        cast.kari,
        cast.solvik,
    )
    standing = Standing.objects.get(goal=cast.goal, quarter=3)
    assert (standing.level, standing.track, standing.value) == (
        Level.NEAR,
        Track.ON_TRACK,
        Decimal(94),
    )


@pytest.mark.parametrize("writer", ["kari", "leif"])
def test_those_who_write_the_figure_may_record_it(cast: Cast, writer: str) -> None:
    person: Person = getattr(cast, writer)
    assert record(cast, by=person).by == person


def test_who_fetches_just_this_figure_may_record_it(cast: Cast) -> None:
    cast.indicator.fetched_by = cast.eva
    cast.indicator.save()
    assert record(cast, by=cast.eva).by == cast.eva


@pytest.mark.parametrize(
    "stranger", ["tone", "ali", "siri", "turid", "arne", "eva", "nils"]
)
def test_nobody_else_records_it(cast: Cast, stranger: str) -> None:
    with pytest.raises(Refused) as refused:
        record(cast, by=getattr(cast, stranger))
    assert refused.value.reason is ReviewRefusal.NOT_COLLECTOR
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (ObservationEntry(), RecordingRefusal.NOTHING_SAID),
        (
            replace(ENTRY, missing_reason=MissingReason.LATER),
            RecordingRefusal.BOTH_SAID,
        ),
        (replace(ENTRY, confirmed_same=True), RecordingRefusal.NOT_THE_SAME),
        (
            replace(ENTRY, measured_on=TODAY + timedelta(days=1)),
            RecordingRefusal.FUTURE_DAY,
        ),
        (replace(ENTRY, denominator=Decimal(0)), RecordingRefusal.NO_DENOMINATOR),
    ],
)
def test_what_cannot_be_is_refused(
    cast: Cast, entry: ObservationEntry, reason: RecordingRefusal
) -> None:
    with pytest.raises(Refused) as refused:
        record(cast, entry)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("quarter", "reason"),
    [
        (Q4.next, ReviewRefusal.NOT_OPEN),
        (Quarter(2025, 4), ReviewRefusal.NOT_INCLUDED),
    ],
)
def test_a_quarter_that_is_not_there_yet_takes_no_figure(
    cast: Cast, quarter: Quarter, reason: ReviewRefusal
) -> None:
    with pytest.raises(Refused) as refused:
        record(cast, quarter=quarter)
    assert refused.value.reason is reason


def test_a_closed_plan_takes_no_figure(cast: Cast) -> None:
    cast.plan.state = PlanState.CLOSED
    cast.plan.save()
    with pytest.raises(Refused) as refused:
        record(cast)
    assert refused.value.reason is RecordingRefusal.PLAN_CLOSED


def test_a_delivered_quarter_is_corrected_with_a_reason_only(cast: Cast) -> None:
    first = observe(cast.indicator, Q3, 89, cast.kari, day(10, 2))
    deliver(cast, Q3, day(10, 4))
    with pytest.raises(Refused) as refused:
        record(cast, seen=first.pk)
    assert refused.value.reason is RecordingRefusal.NEEDS_REASON
    record(cast, replace(ENTRY, reason="Talt på nytt."), seen=first.pk)
    entry = LogEntry.objects.get()
    assert (entry.deed, entry.reason) == ("correct_observation", "Talt på nytt.")
    assert entry.before is not None
    assert entry.before["value"] == "89"


def test_a_correction_keeps_what_stood(cast: Cast) -> None:
    first = record(cast)
    record(cast, replace(ENTRY, value=Decimal(93)), seen=first.pk)
    rows = cast.indicator.observations.order_by("id")
    assert [(row.value, row.superseded_at) for row in rows] == [
        (Decimal(94), NOON),
        (Decimal(93), None),
    ]


def test_two_who_record_at_once_never_overwrite_unseen(cast: Cast) -> None:
    record(cast)
    with pytest.raises(Stale) as stale:
        record(cast, replace(ENTRY, value=Decimal(93)), by=cast.leif)
    (clash,) = stale.value.clashes
    assert (clash.saved, clash.typed, stale.value.by) == ("94", "93", "Kari Nes")
    assert in_force(cast) == [(3, Decimal(94))]


def test_the_same_entry_again_writes_nothing(cast: Cast) -> None:
    first = record(cast)
    assert record(cast).pk == first.pk
    assert LogEntry.objects.count() == 1


def test_a_form_sent_twice_writes_once(cast: Cast) -> None:
    record(cast, key="en-nøkkel")
    with pytest.raises(AlreadySent):
        record(cast, replace(ENTRY, value=Decimal(93)), key="en-nøkkel")
    assert in_force(cast) == [(3, Decimal(94))]


def test_a_figure_measured_anew_says_that_it_was(cast: Cast) -> None:
    observe(cast.indicator, Q2, 94, cast.kari, day(7, 3))
    said = record(cast, replace(ENTRY, confirmed_same=True))
    assert said.provenance is Provenance.CONFIRMED_SAME


def test_a_missing_figure_says_why_and_when_it_comes(cast: Cast) -> None:
    entry = ObservationEntry(
        missing_reason=MissingReason.NOT_AVAILABLE,
        missing_note="Systemet ble byttet.",
        expected_on=date(2026, 11, 1),
    )
    said = record(cast, entry)
    assert (said.value, said.missing_reason, said.expected_on) == (
        None,
        MissingReason.NOT_AVAILABLE,
        date(2026, 11, 1),
    )
    assert Standing.objects.get(goal=cast.goal, quarter=3).track == Track.NOT_MEASURED
