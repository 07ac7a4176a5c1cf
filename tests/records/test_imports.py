"""Imports: a målekart taken into the plans without a wrong figure, and out again."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from tests.cast import NOON, TODAY, Cast
from trinnvis.records.chain import breaks_in
from trinnvis.records.changes.imports import (
    answer_import,
    apply_import,
    look_again,
    preview_import,
    undo_import,
)
from trinnvis.records.load.imports import plan_of, scorecard_of
from trinnvis.records.load.people import sight_on
from trinnvis.records.models import (
    Action,
    ChainHead,
    Goal,
    ImportBatch,
    Indicator,
    LogEntry,
    Municipality,
    Observation,
    Person,
    Perspective,
    Plan,
    PlanComment,
    RoleAssignment,
    Unit,
)
from trinnvis.records.refusals import Refused
from trinnvis.rules.import_answers import Answer, ImportAnswers, choices_for
from trinnvis.rules.import_plan import Fate, Why
from trinnvis.rules.import_refusals import BuiltOn, ImportRefusal
from trinnvis.rules.scorecard_facts import Scorecard
from trinnvis.rules.terms import Direction, PlanState, Role
from trinnvis.sources.scorecards import read_scorecard

DATA = Path(__file__).resolve().parents[1] / "data" / "scorecards"
YEARS = {"asker": 2016, "klepp": 2014, "loten": 2015, "sandnes": 2016}


@cache
def book(name: str) -> Scorecard:
    return read_scorecard((DATA / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")


@cache
def right() -> dict[str, Any]:
    return json.loads((DATA / "expected.json").read_text())["workbooks"]


def csv(text: str) -> Scorecard:
    return read_scorecard(text.encode(), "maal.csv")


SIMPLE = csv(
    "Enhet;Fokusområde;Indikator;Mål 2026;Resultat 2024;Resultat 2025\n"
    "Fjellvik skole;Brukere;Trivsel, elevundersøkelsen;> 4,5;4,2;4,4\n"
    "Fjellvik skole;Brukere;Elever som deltar;90 %;–;85 %\n"
)


@pytest.fixture
def controller(cast: Cast) -> Person:
    return person_with(cast, "Samira", Role.CONTROLLER, cast.root)


def person_with(cast: Cast, name: str, role: Role, unit: Unit) -> Person:
    person = Person.objects.create(
        municipality=unit.municipality, username=name.lower(), name=name
    )
    RoleAssignment.objects.create(
        municipality=unit.municipality,
        person=person,
        unit=unit,
        role=role,
        from_date=date(2025, 1, 1),
    )
    person.sight = sight_on(person, TODAY)
    return person


def units_for(scorecard: Scorecard, municipality: Municipality) -> None:
    """Give the municipality the units that the file names."""
    for number, name in enumerate(scorecard.units):
        Unit.objects.create(
            municipality=municipality,
            key=f"u{number}",
            name=name,
            path=f"9{number:05d}/",
        )


def taken_in(scorecard: Scorecard, year: int, by: Person) -> ImportBatch:
    batch = preview_import(scorecard, year, by=by, at=NOON)
    return apply_import(batch, by=by, at=NOON, today=TODAY)


def counts() -> dict[str, int]:
    """Return how many rows each table has; the log and the batch itself aside."""
    aside = {"logentry", "importbatch", "chainhead"}
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_app_config("records").get_models()
        if model._meta.model_name not in aside
    }


def chain_holds(municipality: Municipality) -> bool:
    head = ChainHead.objects.get(pk=municipality.pk)
    entries = LogEntry.objects.filter(municipality=municipality)
    return breaks_in(settings.AUDIT_KEY, entries, head.seq, head.mac) == ()


def figure(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


# — The four books, against the right answers —


@pytest.fixture(params=sorted(YEARS))
def imported(request: Any, cast: Cast, controller: Person) -> tuple[str, ImportBatch]:
    name = request.param
    units_for(book(name), cast.municipality)
    return name, taken_in(book(name), YEARS[name], controller)


def rows_of(batch: ImportBatch) -> Iterable[tuple[Indicator, list[int]]]:
    rows = {made[1]: made[2] for made in batch.made if made[0] == "indicator"}
    indicators = Indicator.objects.in_bulk(rows).values()
    return [(indicator, rows[indicator.pk]) for indicator in indicators]


def indicator_rows(name: str) -> dict[int, dict[str, Any]]:
    """The right answer by the row's place in the whole scorecard."""
    places = [
        place
        for place, row in enumerate(book(name).rows)
        if row.kind.value in ("indicator", "key_figure")
    ]
    answers = right()[f"{name}.xlsx"]["indicators"]
    return dict(zip(places, answers, strict=True))


def test_every_stored_figure_is_printed_for_its_indicator_unit_and_year(
    imported: tuple[str, ImportBatch],
) -> None:
    name, batch = imported
    answers = indicator_rows(name)
    wrong = []
    for indicator, rows in rows_of(batch):
        told = [answers[row] for row in rows if row in answers]
        if len(told) < len(rows):
            continue  # the sick leave table has no answers of this kind
        for row in indicator.observations.filter(value__isnull=False):
            right_values = {
                figure(answer["results"][str(row.year)])
                for answer in told
                if answer["results"].get(str(row.year)) is not None
                # «Siste måling» there: the answers' year is known from elsewhere.
                and (answer["sheet"] != "Mål 2017" or row.year == 2014)
            }
            if right_values != {row.value}:
                wrong.append((indicator.name, row.year, row.value, right_values))
    assert wrong == []


def test_no_printed_figure_of_a_year_is_lost(
    imported: tuple[str, ImportBatch], controller: Person
) -> None:
    name, batch = imported
    answers = indicator_rows(name)
    stored = {
        (row, figure_row.year): figure_row.value
        for indicator, rows in rows_of(batch)
        for figure_row in indicator.observations.all()
        for row in rows
    }
    lost = {
        (row, int(year))
        for row, answer in answers.items()
        if answer["status"] != "reject"
        for year, value in answer["results"].items()
        if value is not None and year.isdecimal() and (row, int(year)) not in stored
    }
    undated = {
        (row, int(year))
        for row, answer in answers.items()
        if answer.get("sheet") == "Mål 2017"
        for year in answer["results"]
    }
    # What is not stored is in conflict: two sheets say different figures.
    said = {(key, answers[key[0]]["results"][str(key[1])]) for key in lost - undated}
    assert len(said) == {"asker": 0, "klepp": 0, "loten": 10, "sandnes": 0}[name]
    assert {
        row
        for (row, _year), _value in said
        if "conflicts_with_other_source" not in answers[row]["reasons"]
    } == set()


def test_every_stored_target_is_the_printed_one(
    imported: tuple[str, ImportBatch],
) -> None:
    name, batch = imported
    answers, wrong = indicator_rows(name), []
    judged = 0
    for indicator, rows in rows_of(batch):
        levels = (indicator.target, indicator.acceptable, indicator.low, indicator.high)
        if indicator.watched:
            wrong += [indicator.name] if levels != (None,) * 4 else []
            continue
        judged += 1
        year = str(YEARS[name])
        printed = [
            (answers[row]["direction"], answers[row]["targets"][year])
            for row in rows
            if year in answers.get(row, {}).get("targets", ())
        ]
        for direction, target in printed:
            said = tuple(
                figure(target.get(key))
                for key in ("value", "acceptable", "low", "high")
            )
            if (indicator.direction, *levels) != (direction, *said):
                wrong.append((indicator.name, levels, said))
    assert wrong == []
    assert judged == {"asker": 48, "klepp": 5, "loten": 53, "sandnes": 0}[name]


def test_only_rows_that_ask_nothing_are_judged_unanswered(
    imported: tuple[str, ImportBatch],
) -> None:
    name, batch = imported
    answers = indicator_rows(name)
    statuses = Counter(
        answers[row]["status"]
        for indicator, rows in rows_of(batch)
        if not indicator.watched
        for row in rows
        if str(YEARS[name]) in answers.get(row, {}).get("targets", ())
    )
    assert set(statuses) <= {"ok"}


def test_rows_kept_as_text_make_nothing(imported: tuple[str, ImportBatch]) -> None:
    name, batch = imported
    answers = indicator_rows(name)
    taken = {row for _indicator, rows in rows_of(batch) for row in rows}
    rejected = {row for row, answer in answers.items() if answer["status"] == "reject"}
    assert taken & rejected == set()
    assert len(rejected) == {"asker": 0, "klepp": 2, "loten": 3, "sandnes": 0}[name]


def test_the_same_file_twice_changes_nothing(
    imported: tuple[str, ImportBatch], controller: Person
) -> None:
    name, batch = imported
    before, entries = counts(), LogEntry.objects.count()
    with pytest.raises(Refused) as refused:
        preview_import(book(name), YEARS[name], by=controller, at=NOON)
    assert (refused.value.reason, refused.value.missing) == (
        ImportRefusal.ALREADY_APPLIED,
        (batch,),
    )
    assert counts() == before
    assert LogEntry.objects.count() == entries
    assert ImportBatch.objects.count() == 1


@pytest.mark.parametrize("name", sorted(YEARS))
def test_undo_takes_out_exactly_what_came(
    name: str, cast: Cast, controller: Person
) -> None:
    units_for(book(name), cast.municipality)
    before = counts()
    batch = taken_in(book(name), YEARS[name], controller)
    assert counts() != before
    undo_import(batch, by=controller, at=NOON)
    assert counts() == before
    assert chain_holds(cast.municipality)


def test_a_thawed_batch_is_the_scorecard_that_was_read(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(book("asker"), 2016, by=controller, at=NOON)
    assert scorecard_of(ImportBatch.objects.get(pk=batch.pk)) == book("asker")


# — What is made —


def test_a_row_becomes_goal_indicator_and_year_figures(
    cast: Cast, controller: Person
) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    plan = Plan.objects.get(unit=cast.fjellvik, year=2026)
    first, second = plan.goals.all()
    indicator = first.indicators.get()
    assert (plan.state, first.title, first.perspective.name) == (
        PlanState.DRAFT,
        "Trivsel, elevundersøkelsen",
        "Brukere og innbyggere",
    )
    assert (indicator.direction, indicator.target, indicator.watched) == (
        Direction.HIGHER,
        Decimal("4.5"),
        False,
    )
    assert (indicator.baseline, indicator.baseline_label) == (Decimal("4.4"), "2025")
    assert list(
        indicator.observations.values_list("year", "quarter", "value", "provenance")
    ) == [
        (2024, 0, Decimal("4.2"), "imported"),
        (2025, 0, Decimal("4.4"), "imported"),
    ]
    assert {row.batch for row in indicator.observations.all()} == {batch}
    # Nobody printed which way is better for the second; it is followed along.
    watched = second.indicators.get()
    assert (watched.watched, watched.target, watched.unit) == (True, None, "prosent")
    assert list(watched.observations.values_list("year", "value")) == [
        (2025, Decimal(85))
    ]


def test_an_answered_direction_gives_a_target(cast: Cast, controller: Person) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    answers = ImportAnswers(rows={0: Answer.LEAVE, 1: Answer.HIGHER})
    answer_import(batch, answers, by=controller, at=NOON)
    apply_import(batch, by=controller, at=NOON, today=TODAY)
    indicator = Indicator.objects.get(goal__plan__unit=cast.fjellvik)
    assert (indicator.name, indicator.direction, indicator.target) == (
        "Elever som deltar",
        "higher",
        Decimal(90),
    )


def test_an_answer_that_was_not_offered_is_not_kept(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    odd = ImportAnswers(
        units={"Fjellvik skole": cast.elsewhere.pk, "Ukjent": 0},
        rows={0: Answer.LOWER, 1: Answer.CONFIRM, 99: Answer.LEAVE},
    )
    assert answer_import(batch, odd, by=controller, at=NOON) is False
    assert batch.answers == {}


def test_missing_figures_have_a_reason_or_no_row(
    cast: Cast, controller: Person
) -> None:
    told = csv(
        "Enhet;Indikator;Mål 2026;Resultat 2022;Resultat 2023;Resultat 2024;Resultat 2025\n"
        "Fjellvik skole;Trivsel;> 4;Ikke målt;–;Ikke vist;Kommer senere\n"
    )
    taken_in(told, 2026, controller)
    assert list(Observation.objects.values_list("year", "value", "missing_reason")) == [
        (2022, None, "not_measured"),
        (2024, None, "shielded"),
        (2025, None, "later"),
    ]


def test_a_target_for_another_year_is_not_this_years(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(SIMPLE, 2027, by=controller, at=NOON)
    fates = plan_of(batch, person=controller).fates
    assert [(fate.fate, fate.why) for fate in fates] == [
        (Fate.WATCHED, Why.OTHER_YEAR),
        (Fate.WATCHED, Why.OTHER_YEAR),
    ]


def test_rows_that_disagree_on_a_year_keep_neither_figure(
    cast: Cast, controller: Person
) -> None:
    """One sheet of Løten's says 0,71 % for 2014, another 0,04 %."""
    units_for(book("loten"), cast.municipality)
    taken_in(book("loten"), 2015, controller)
    absence = Indicator.objects.get(
        goal__plan__unit__name="Teknisk drift", name="Sykefravær - egenmeldt"
    )
    assert list(absence.observations.values_list("year", "value", "preliminary")) == [
        (2013, Decimal("0.41"), True),
        (2015, Decimal("0.5"), False),
    ]


# — Whose plans —


def test_an_adopted_plan_is_not_changed(cast: Cast, controller: Person) -> None:
    told = csv("Enhet;Indikator;Mål 2026\nSolvik barnehage;Trivsel;> 4\n")
    batch = preview_import(told, 2026, by=controller, at=NOON)
    assert plan_of(batch, person=controller).fates[0].why is Why.PLAN_FROZEN
    with pytest.raises(Refused) as refused:
        apply_import(batch, by=controller, at=NOON, today=TODAY)
    assert refused.value.reason is ImportRefusal.NOTHING_TO_IMPORT
    assert cast.plan.goals.count() == 1


def test_a_leader_takes_in_the_own_units_rows_alone(cast: Cast) -> None:
    told = csv(
        "Enhet;Indikator;Mål 2027\n"
        "Solvik barnehage;Trivsel;> 4\nFjellvik skole;Trivsel;> 4\n"
    )
    batch = preview_import(told, 2027, by=cast.ali, at=NOON)
    assert [fate.why for fate in plan_of(batch, person=cast.ali).fates] == [
        Why.NOT_ALLOWED,
        None,
    ]
    apply_import(batch, by=cast.ali, at=NOON, today=TODAY)
    assert [plan.unit for plan in Plan.objects.filter(year=2027)] == [cast.fjellvik]


def test_those_who_may_not_import_are_refused(cast: Cast) -> None:
    for person in (cast.kari, cast.siri, cast.turid, cast.arne):
        with pytest.raises(Refused) as refused:
            preview_import(SIMPLE, 2026, by=person, at=NOON)
        assert refused.value.reason is ImportRefusal.NOT_ALLOWED
    assert ImportBatch.objects.count() == 0


def test_a_stranger_finds_no_unit_by_name(cast: Cast) -> None:
    batch = preview_import(SIMPLE, 2026, by=cast.nils, at=NOON)
    assert {fate.why for fate in plan_of(batch, person=cast.nils).fates} == {
        Why.NO_UNIT
    }
    assert list(ImportBatch.objects.visible_to(cast.tone)) == []


def test_only_the_one_who_brought_the_file_goes_on(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    applying: Callable[[], object] = lambda: apply_import(  # noqa: E731
        batch, by=cast.tone, at=NOON, today=TODAY
    )
    with pytest.raises(Refused) as refused:
        applying()
    assert refused.value.reason is ImportRefusal.NOT_ALLOWED
    assert list(ImportBatch.objects.visible_to(cast.tone)) == []


def test_a_name_that_is_not_found_waits_for_an_answer(
    cast: Cast, controller: Person
) -> None:
    told = csv("Enhet;Indikator;Mål 2026\nFjellvik skule;Trivsel;> 4\n")
    batch = preview_import(told, 2026, by=controller, at=NOON)
    assert plan_of(batch, person=controller).indicators == ()
    chosen = ImportAnswers(units={"Fjellvik skule": cast.fjellvik.pk})
    answer_import(batch, chosen, by=controller, at=NOON)
    apply_import(batch, by=controller, at=NOON, today=TODAY)
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 1


# — The trail, twice, and back —


def test_each_step_leaves_its_log_entry(cast: Cast, controller: Person) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    answer_import(batch, ImportAnswers(rows={1: Answer.HIGHER}), by=controller, at=NOON)
    apply_import(batch, by=controller, at=NOON, today=TODAY)
    undo_import(batch, by=controller, at=NOON)
    assert list(LogEntry.objects.values_list("deed", "kind", "unit")) == [
        ("preview_import", "importbatch", None),
        ("answer_import", "importbatch", None),
        ("import_into_plan", "plan", cast.fjellvik.pk),
        ("apply_import", "importbatch", None),
        ("take_out_import", "plan", cast.fjellvik.pk),
        ("undo_import", "importbatch", None),
    ]
    assert chain_holds(cast.municipality)


def test_the_same_preview_is_opened_again_with_its_answers(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    answers = ImportAnswers(rows={1: Answer.HIGHER})
    answer_import(batch, answers, by=controller, at=NOON)
    again = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    assert (again, again.answers["rows"]) == (batch, {"1": "higher"})


def test_a_batch_is_taken_in_once(cast: Cast, controller: Person) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    before = counts()
    with pytest.raises(Refused) as refused:
        apply_import(batch, by=controller, at=NOON, today=TODAY)
    assert refused.value.reason is ImportRefusal.NOT_PREVIEWED
    assert counts() == before


def test_another_file_with_the_same_indicator_leaves_it_alone(
    cast: Cast, controller: Person
) -> None:
    taken_in(SIMPLE, 2026, controller)
    newer = csv(
        "Enhet;Indikator;Mål 2026;Resultat 2025\n"
        "Fjellvik skole;Trivsel, elevundersøkelsen;> 5;4,9\n"
    )
    batch = preview_import(newer, 2026, by=controller, at=NOON)
    assert plan_of(batch, person=controller).fates[0].why is Why.ALREADY_THERE


def test_what_was_left_out_can_be_answered_later(
    cast: Cast, controller: Person
) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    answer_import(batch, ImportAnswers(rows={1: Answer.LEAVE}), by=controller, at=NOON)
    applied = apply_import(batch, by=controller, at=NOON, today=TODAY)
    again = look_again(applied, by=controller, at=NOON)
    fates = plan_of(again, person=controller).fates
    assert [fate.why for fate in fates] == [Why.ALREADY_THERE, Why.UNANSWERED]


def test_the_same_file_after_an_undo_starts_anew(
    cast: Cast, controller: Person
) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    undo_import(batch, by=controller, at=NOON)
    again = taken_in(SIMPLE, 2026, controller)
    assert again != batch
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 2


def test_undo_is_refused_when_someone_has_built_on_it(
    cast: Cast, controller: Person
) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    goal = Goal.objects.filter(plan__unit=cast.fjellvik).first()
    assert goal is not None
    Action.objects.create(municipality=cast.municipality, goal=goal, title="Leirskole")
    Goal.objects.filter(pk=goal.pk).update(version=2)
    before = counts()
    with pytest.raises(Refused) as refused:
        undo_import(batch, by=controller, at=NOON)
    assert refused.value.missing == (
        BuiltOn("changed", goal.title, "Fjellvik skole"),
        BuiltOn("action", goal.title, "Fjellvik skole"),
    )
    assert counts() == before


def test_undo_is_refused_when_someone_has_commented(
    cast: Cast, controller: Person
) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    goal = Goal.objects.filter(plan__unit=cast.fjellvik).first()
    assert goal is not None
    PlanComment.objects.create(
        municipality=cast.municipality,
        plan=goal.plan,
        goal=goal,
        text="Bra!",
        by=cast.ali,
        at=NOON,
    )
    with pytest.raises(Refused) as refused:
        undo_import(batch, by=controller, at=NOON)
    assert refused.value.missing == (
        BuiltOn("plancomment", "2026", "Fjellvik skole"),
        BuiltOn("plancomment", goal.title, "Fjellvik skole"),
    )


def test_undo_is_refused_when_the_plan_has_moved_on(
    cast: Cast, controller: Person
) -> None:
    batch = taken_in(SIMPLE, 2026, controller)
    plans = Plan.objects.filter(unit=cast.fjellvik, year=2026)
    plans.update(state=PlanState.ADOPTED, adopted_once=True)
    with pytest.raises(Refused) as refused:
        undo_import(batch, by=controller, at=NOON)
    assert refused.value.missing == (BuiltOn("plan_moved", "2026", "Fjellvik skole"),)


def test_undo_leaves_a_draft_that_was_there_before(
    cast: Cast, controller: Person
) -> None:
    plan = Plan.objects.create(
        municipality=cast.municipality, unit=cast.fjellvik, year=2026
    )
    own = Goal.objects.create(municipality=cast.municipality, plan=plan, title="Eget")
    batch = taken_in(SIMPLE, 2026, controller)
    assert plan.goals.count() == 3
    undo_import(batch, by=controller, at=NOON)
    assert list(plan.goals.all()) == [own]


def test_a_failure_halfway_leaves_nothing(
    cast: Cast, controller: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = preview_import(SIMPLE, 2026, by=controller, at=NOON)
    before = counts()

    def out_of_disk(*_rows: object, **_how: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Observation.objects, "bulk_create", out_of_disk)
    with pytest.raises(OSError, match="disk full"):
        apply_import(batch, by=controller, at=NOON, today=TODAY)
    assert counts() == before
    assert ImportBatch.objects.get().state == ImportBatch.State.PREVIEWED


def test_a_band_keeps_its_edges_and_its_near_zone(
    cast: Cast, controller: Person
) -> None:
    rows = [row for row in book("asker").rows if row.direction == "band"]
    asked = [row for row in rows if choices_for(row, 2016)]
    assert asked == []
    units_for(book("asker"), cast.municipality)
    taken_in(book("asker"), 2016, controller)
    band = Indicator.objects.filter(direction="band").order_by("pk").first()
    assert band is not None
    assert (band.low, band.high, band.tolerance, band.target) == (
        Decimal("1.30"),
        Decimal("1.69"),
        Decimal("0.30"),
        None,
    )


def test_perspectives_are_found_and_never_made(cast: Cast, controller: Person) -> None:
    units_for(book("loten"), cast.municipality)
    taken_in(book("loten"), 2015, controller)
    assert Perspective.objects.count() == 1
