"""Import plan: what becomes of a row, and of several rows of one indicator."""

from decimal import Decimal

import pytest

from trinnvis.rules.import_answers import Answer, ImportAnswers, choices_for
from trinnvis.rules.import_plan import (
    Fate,
    ImportFrame,
    ImportPlan,
    Place,
    Why,
    plan_import,
)
from trinnvis.rules.scorecard_facts import (
    Direction,
    Reason,
    Result,
    RowKind,
    ScorecardRow,
    Target,
)

SOLVIK = {"Solvik": Place("Solvik", 7)}


def target(value: str = "4", year: str = "2026", **more: object) -> Target:
    return Target(year, value, "C4", value=Decimal(value), **more)  # type: ignore[arg-type]


def result(value: str, year: str = "2025") -> Result:
    return Result(year, value, "D4", value=Decimal(value))


def row(**more: object) -> ScorecardRow:
    facts: dict[str, object] = {
        "sheet": "Mål",
        "row": 4,
        "kind": RowKind.INDICATOR,
        "municipality": None,
        "unit": "Solvik",
        "indicator": "Trivsel",
        "year": "2026",
        "direction": Direction.HIGHER,
        "targets": (target(),),
        "results": (result("3.9"),),
    }
    return ScorecardRow(**(facts | more))  # type: ignore[arg-type]


def planned(*rows: ScorecardRow, **answers: Answer) -> ImportPlan:
    told = {int(name[1:]): answer for name, answer in answers.items()}
    return plan_import(rows, ImportFrame(2026, ImportAnswers(rows=told), SOLVIK))


UNSURE = row(direction=None, reasons=(Reason.DIRECTION_NOT_PRINTED,))


@pytest.mark.parametrize(
    ("read", "fate", "why"),
    [
        (row(), Fate.JUDGED, None),
        (UNSURE, Fate.WATCHED, Why.UNANSWERED),
        (row(targets=()), Fate.WATCHED, Why.NO_TARGET),
        (row(targets=(target(year="2025"),)), Fate.WATCHED, Why.OTHER_YEAR),
        (row(targets=(target(is_change=True),)), Fate.WATCHED, Why.CHANGE_TARGET),
        (row(reasons=(Reason.TEXT_NOT_NUMBER,)), Fate.LEFT_OUT, Why.REJECTED),
        (row(reasons=(Reason.HIDDEN,)), Fate.LEFT_OUT, Why.NOT_TAKEN_IN),
        (row(unit="Ukjent"), Fate.LEFT_OUT, Why.NO_UNIT),
    ],
)
def test_a_row_becomes_what_its_print_allows(
    read: ScorecardRow, fate: Fate, why: Why | None
) -> None:
    found = planned(read).fates[0]
    assert (found.fate, found.why) == (fate, why)


def test_an_answer_gives_the_direction() -> None:
    made = planned(UNSURE, r0=Answer.LOWER).indicators[0]
    assert (made.watched, made.direction, made.target) == (False, "lower", Decimal(4))


def test_choices_begin_with_what_holds_unanswered() -> None:
    assert choices_for(UNSURE, 2026) == (
        Answer.WATCH,
        Answer.HIGHER,
        Answer.LOWER,
        Answer.LEAVE,
    )
    assert choices_for(row(reasons=(Reason.HIDDEN,)), 2026)[0] is Answer.LEAVE
    assert choices_for(UNSURE, 2027) == ()


def test_rows_on_two_sheets_become_one_indicator_with_both_years() -> None:
    older = row(sheet="2025", targets=(), results=(result("3.5", "2024"),))
    made = planned(row(), older).indicators
    assert [(figure.year, figure.value) for figure in made[0].figures] == [
        (2024, Decimal("3.5")),
        (2025, Decimal("3.9")),
    ]
    assert (len(made), made[0].baseline, made[0].baseline_label) == (
        1,
        Decimal("3.9"),
        "2025",
    )


def test_two_figures_for_a_year_are_neither_kept() -> None:
    made = planned(row(), row(sheet="B", results=(result("3.8"),))).indicators[0]
    assert (made.figures, made.in_conflict) == ((), (2025,))


def test_the_figure_somebody_confirmed_is_kept() -> None:
    doubted = {"reasons": (Reason.CONFLICT,)}
    made = planned(
        row(**doubted),
        row(sheet="B", results=(result("3.8"),), **doubted),
        r1=Answer.CONFIRM,
    ).indicators[0]
    assert [figure.value for figure in made.figures] == [Decimal("3.8")]


def test_two_targets_for_a_year_are_only_followed() -> None:
    plan = planned(row(), row(sheet="B", targets=(target("5"),)))
    assert [fate.why for fate in plan.fates] == [Why.TARGETS_DIFFER] * 2
    assert plan.indicators[0].target is None


def test_a_clear_row_waits_for_one_that_is_not() -> None:
    plan = planned(row(), row(sheet="B", direction=None, reasons=UNSURE.reasons))
    assert [fate.why for fate in plan.fates] == [Why.AWAITS_OTHER, Why.UNANSWERED]


def test_the_same_name_under_two_headings_is_two_indicators() -> None:
    plan = planned(row(focus="8. trinn"), row(focus="9. trinn", row=8))
    assert [made.goal_title for made in plan.indicators] == [
        "Trivsel (8. trinn)",
        "Trivsel (9. trinn)",
    ]


def test_a_band_uneven_around_its_middle_is_only_followed() -> None:
    uneven = Target(
        "2026",
        "4–5",
        "C4",
        low=Decimal(4),
        high=Decimal(5),
        acceptable_low=Decimal(3),
        acceptable_high=Decimal(7),
    )
    read = row(direction=Direction.BAND, targets=(uneven,))
    assert planned(read).fates[0].why is Why.UNEVEN_BAND
