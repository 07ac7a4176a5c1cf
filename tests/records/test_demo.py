"""The demo: what its file states is what the rules find in the rows it made."""

from collections import Counter
from datetime import date
from decimal import Decimal

from django.apps import apps
from django.conf import settings

from tests.elvevag import FILE, TODAY, stated
from trinnvis.records.chain import breaks_in
from trinnvis.records.changes.demo.cycles import cycles_in
from trinnvis.records.changes.demo.loading import load_demo
from trinnvis.records.changes.demo.reading import read_file
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.load.people import sight_on
from trinnvis.records.load.plans import plan_facts
from trinnvis.records.load.quarters import quarter_on_hand
from trinnvis.records.load.steps import step_evidence
from trinnvis.records.models import (
    ActionOutcome,
    Briefing,
    ChainHead,
    Delivery,
    Goal,
    GoalReview,
    Indicator,
    LogEntry,
    Observation,
    Person,
    Plan,
    PlanVersion,
    QuarterReview,
    RoleAssignment,
    Unit,
)
from trinnvis.records.versions import checksum_of, thaw, thaw_as
from trinnvis.rules.assess import assess_plan
from trinnvis.rules.quarter_review import remaining
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import DeliveredQuarter
from trinnvis.rules.steps import step_findings
from trinnvis.rules.terms import Measure, QuarterState, Role

QUARTERS = tuple(Quarter(2026, number) for number in (1, 2, 3))

STATED_OTHERWISE = {
    # The unit has decided that one goal stops, and that decision is made, not a
    # draft: its step 8 is begun, though the file has it as not started.
    ("barnevern", 2026, 8): "ongoing",
}
"""Where the rules find another state than the file's, and why they are right."""

_STATES = {
    "submitted": QuarterState.SUBMITTED,
    "missing": QuarterState.LATE,
    "not_started": QuarterState.NOT_STARTED,
}


def indicators_stated():
    return {
        indicator["id"]: indicator
        for goal in stated()["goals"]
        for indicator in goal["indicators"]
    }


def rows_per_table():
    return {
        model._meta.label: model._default_manager.count() for model in apps.get_models()
    }


def test_loading_twice_changes_nothing(demo):
    before = rows_per_table()
    assert load_demo(FILE) is None
    assert rows_per_table() == before


def test_loading_again_keeps_what_people_have_changed(demo):
    Goal.objects.filter(key="m01").update(title="Alle har en lekevenn.", version=2)
    load_demo(FILE)
    assert Goal.objects.get(key="m01").title == "Alle har en lekevenn."


def test_the_chain_holds_and_tells_the_year_in_order(demo):
    entries = list(LogEntry.objects.order_by("seq"))
    head = ChainHead.objects.get()
    assert breaks_in(settings.AUDIT_KEY, entries, head.seq, head.mac) == ()
    assert Counter(entry.deed for entry in entries) == {
        "move_plan": 27,
        "deliver_quarter": 77,
        "load_demo": 1,
    }
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)


def test_what_was_frozen_reads_back_with_its_checksum(demo):
    for version in PlanVersion.objects.all():
        assert checksum_of(version.content) == version.checksum
        assert thaw(version.content).year == 2026
    for delivery in Delivery.objects.all():
        assert checksum_of(delivery.content) == delivery.checksum
        assert thaw_as(DeliveredQuarter, delivery.content).plan.year == 2026


def test_an_adopted_plan_knows_nothing_of_its_own_year(demo):
    observed = [
        figure
        for version in PlanVersion.objects.all()
        for goal in thaw(version.content).goals
        for series in goal.series
        for figure in series.observations
        if figure.year == 2026
    ]
    assert observed == []


def test_standings_are_what_the_rules_say(demo):
    assert rebuild_standings(demo, day=TODAY) == 0


# — steps and quarters —


def test_steps_are_computed_as_stated(demo):
    computed, expected = {}, {}
    cycles = cycles_in(read_file(FILE))
    units = Unit.objects.select_related("municipality")
    evidence = step_evidence(units, (2026, 2027), day=TODAY)
    by_key = {unit.key: unit for unit in units}
    for cycle in cycles:
        found = step_findings(evidence[(by_key[cycle.unit].pk, cycle.year)], TODAY)
        for number, finding in enumerate(found, start=1):
            place = (cycle.unit, cycle.year, number)
            computed[place] = finding.state.value
            expected[place] = STATED_OTHERWISE.get(place, cycle.step(number))
    assert computed == expected


def test_quarters_are_computed_as_stated(demo):
    units = {unit.key: unit for unit in Unit.objects.select_related("municipality")}
    evidence = step_evidence(units.values(), (2026,), day=TODAY)
    for cycle in cycles_in(read_file(FILE)):
        if cycle.quarters:
            states = tuple(_STATES[word] for word in cycle.quarters)
            assert evidence[(units[cycle.unit].pk, 2026)].quarters == states


def test_one_quarter_is_late_and_has_nothing_answered(demo):
    kultur = Unit.objects.get(key="kultur")
    leader = Person.objects.get(key="u-e19")
    plan = Plan.objects.select_related("unit").get(unit=kultur, year=2026)
    sight = sight_on(leader, TODAY)
    late = quarter_on_hand(plan, QUARTERS[2], reader=sight, day=TODAY)
    assert late.answers.id is None
    assert [line.question.value for line in remaining(late.lines)] == [
        "conditions",
        "involvement",
        "meeting",
    ]


def test_a_delivered_quarter_has_no_answer_left_open(demo):
    for review in QuarterReview.objects.select_related("plan__unit"):
        leader = RoleAssignment.objects.filter(
            unit=review.unit, role=Role.UNIT_MANAGER
        ).first()
        sight = sight_on(leader.person, TODAY)
        quarter = Quarter(review.year, review.quarter)
        hand = quarter_on_hand(review.plan, quarter, reader=sight, day=TODAY)
        assert remaining(hand.lines) == ()


# — figures —


def test_levels_and_tracks_are_the_file_s_own_answers(demo):
    expected, computed = {}, {}
    by_pk = dict(Indicator.objects.values_list("pk", "key"))
    told = indicators_stated()
    for plan in Plan.objects.filter(year=2026).select_related("unit"):
        leader = plan.unit.roles.get(role=Role.UNIT_MANAGER).person
        facts = plan_facts(plan, reader=sight_on(leader, TODAY))
        for quarter in QUARTERS:
            for goal in assess_plan(facts, quarter, TODAY).goals:
                for found in goal.findings:
                    key = by_pk[found.indicator.id]
                    name = f"Q{quarter.number}"
                    place = (key, name)
                    expected[place] = (
                        told[key]["expected_level"].get(name),
                        told[key]["expected_track"].get(name),
                        told[key].get("expected_missing", {}).get(name),
                        told[key].get("expected_carried_from", {}).get(name),
                    )
                    computed[place] = (
                        found.level.level.value,
                        found.track.track.value if found.track else None,
                        found.missing.value if found.missing else None,
                        f"Q{found.carried_from.number}" if found.carried_from else None,
                    )
    assert len(computed) == 45 * 3
    assert computed == expected


def test_every_stated_value_is_a_figure_and_no_other_is(demo):
    told = {
        (key, number): Decimal(str(value))
        for key, indicator in indicators_stated().items()
        for number, value in enumerate(indicator["values"].values(), start=1)
        if value is not None
    }
    rows = Observation.objects.filter(year=2026, value__isnull=False)
    assert {(row.indicator.key, row.quarter): row.value for row in rows} == told


def test_the_number_asked_is_never_a_numerator(demo):
    rows = Observation.objects.filter(year=2026)
    assert {(row.numerator, row.denominator) for row in rows} == {(None, None)}
    assert rows.get(indicator__key="i41", quarter=1).n == 4


def test_a_figure_that_a_new_system_swallowed_says_so(demo):
    row = Observation.objects.get(indicator__key="i17", quarter=3)
    assert (row.value, row.missing_reason) == (None, "not_available")
    assert row.missing_note == (
        "Ikke målt: bytte av journalsystem i august. Nye tall fra november."
    )


def test_a_quarter_of_four_persons_tells_only_that_it_is_hidden(demo):
    review = GoalReview.objects.get(goal__key="m39", review__quarter=1)
    assert (review.achieved, review.not_achieved) == (
        "",
        "Tallet gjelder færre enn fem og vises ikke.",
    )


def test_a_note_that_must_never_be_told_is_internal(demo):
    row = Observation.objects.get(indicator__key="i02", year=2026, quarter=1)
    assert row.comment == ""
    review = GoalReview.objects.get(goal__key="m02", review__quarter=1)
    assert review.internal_note.startswith("To langtidsfravær")
    assert not any("langtidsfravær" in str(d.content) for d in Delivery.objects.all())


def test_last_year_and_earlier_years_are_figures_of_their_own(demo):
    rows = Observation.objects.filter(indicator__key="i02", year__lt=2026)
    assert [(row.year, row.quarter, row.value) for row in rows.order_by("year")] == [
        (2023, 0, Decimal("11.1")),
        (2024, 0, Decimal("12.9")),
        (2025, 0, Decimal("12.4")),
        (2025, 1, Decimal("13.6")),
        (2025, 2, Decimal("12.3")),
        (2025, 3, Decimal("11.6")),
        (2025, 4, Decimal("12.4")),
    ]


def test_only_counts_build_up_through_the_year(demo):
    rows = Indicator.objects.filter(accumulation="ytd", measure=Measure.COUNT)
    assert sorted(rows.values_list("key", flat=True)) == ["i32", "i36", "i37"]


def test_only_shares_of_a_whole_stop_at_a_hundred(demo):
    rows = Indicator.objects.filter(unit__startswith="prosent", maximum=None)
    assert sorted(rows.values_list("key", flat=True)) == ["i10", "i15", "i45"]


# — people, actions and answers —


def test_twenty_six_units_are_in_the_scheme(demo):
    assert Unit.objects.filter(started_on=date(2026, 1, 1)).count() == 26
    outside = Unit.objects.filter(kind="enhet", started_on=None)
    assert sorted(outside.values_list("key", flat=True)) == [
        "legetjenesten",
        "skogkanten",
        "strandmoen",
    ]


def test_a_path_makes_below_a_prefix(demo):
    area = Unit.objects.get(key="ko-oppvekst")
    below = Unit.objects.filter(path__startswith=area.path).exclude(pk=area.pk)
    assert below.count() == 10


def test_every_goal_has_a_collector_who_accepted_and_another_as_deputy(demo):
    for goal in Goal.objects.filter(plan__year=2026):
        assert goal.collector_accepted_at is not None
        assert goal.deputy is not None
        assert goal.deputy != goal.collector


def test_every_unit_with_a_leader_has_one_in_charge(demo):
    leads = (Role.UNIT_MANAGER, Role.AREA_DIRECTOR, Role.CHIEF_EXECUTIVE, Role.MAYOR)
    led = RoleAssignment.objects.filter(role__in=leads).values("unit").distinct()
    assert led.count() == Unit.objects.count() == 37


def test_nobody_in_the_demo_has_a_password(demo):
    assert not any(person.has_usable_password() for person in Person.objects.all())


def test_an_action_that_replaced_another_came_in_its_quarter(demo):
    first = PlanVersion.objects.get(plan__unit__key="indre").content
    assert "Open gymsal før første time" not in str(first)
    row = ActionOutcome.objects.get(action__key="t19", review__quarter=2)
    assert (row.outcome, row.status, row.successor.key) == (
        "replace",
        "replaced",
        "t20",
    )
    asked = ActionOutcome.objects.filter(action__key="t19")
    assert sorted(asked.values_list("review__quarter", flat=True)) == [1, 2]


def test_an_override_stands_beside_the_figure(demo):
    review = GoalReview.objects.get(goal__key="m20", review__quarter=3)
    assert (review.assessed_level, review.assessed_reason[:12]) == (
        "near",
        "Seks ansatte",
    )


def test_as_many_deliver_late_as_the_economy_unit_s_goal_says(demo):
    late = Delivery.objects.filter(late=True)
    assert Counter(row.review.quarter for row in late) == {1: 5, 2: 3}


def test_late_is_after_the_unit_s_last_day(demo):
    last = {1: date(2026, 4, 17), 2: date(2026, 8, 21), 3: date(2026, 10, 16)}
    for row in Delivery.objects.all():
        assert row.late is (row.at.date() > last[row.review.quarter])


def test_a_meeting_that_all_read_about_is_not_counted_twice(demo):
    rows = {row.unit.key: row for row in Briefing.objects.filter(from_demo=False)}
    told = {key: (row.attendees, row.acknowledged) for key, row in rows.items()}
    assert told == {"ungdomsskolen": (34, 4), "indre": (28, 5), "helsehus": (61, 88)}


# — next year —


def test_next_year_s_drafts_are_the_file_s_goals(demo):
    drafts = Goal.objects.filter(plan__year=2027).order_by("key")
    assert [(goal.key, goal.plan.unit.key, goal.origin) for goal in drafts] == [
        ("n01", "ungdomsskolen", "carried_forward"),
        ("n02", "nav", "adjusted"),
        ("n04", "indre", "new"),
        ("n05", "va", "adjusted"),
    ]
