"""Test goal fields: what a goal's own fields raise, and what they leave alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rules.examples import a_figure, an_indicator
from trinnvis.rules.facts import GoalFacts, SeriesFacts
from trinnvis.rules.goal_fields import FieldCode, FieldHint, field_hints, plan_hints
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction, Frequency

PLAYMATES = an_indicator(baseline=60, target=90, source="Lekekart")
GOAL = GoalFacts(
    id=1,
    title="Minst 90 prosent av barna har en fast lekevenn.",
    why="",
    deadline=date(2026, 12, 31),
    series=(SeriesFacts(PLAYMATES),),
    collector="Kari",
    deputy="Leif",
)
REPORT = date(2027, 2, 8)


def raised(*figures, report_on=REPORT, stretch=False, **fields) -> list[FieldHint]:
    """Return what the goal raises with one indicator changed."""
    series = SeriesFacts(replace(PLAYMATES, **fields), figures)
    goal = replace(GOAL, series=(series,), stretch=stretch)
    return list(field_hints(goal, 2026, report_on))


def codes(*figures, **fields) -> list[FieldCode]:
    return [hint.code for hint in raised(*figures, **fields)]


def years(*values: int, first: int = 2022, **fields):
    return tuple(
        a_figure(None, value, year=first + index, **fields)
        for index, value in enumerate(values)
    )


def test_a_whole_goal_raises_nothing():
    assert codes() == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"unit": " "}, FieldCode.MISSING_UNIT),
        ({"target": None}, FieldCode.MISSING_TARGET),
        ({"baseline": None}, FieldCode.MISSING_BASELINE),
        ({"source": ""}, FieldCode.MISSING_SOURCE),
    ],
)
def test_each_missing_field_is_named_with_its_indicator(field, code):
    assert raised(**field) == [FieldHint(code, indicator_id=1)]


def test_a_baseline_may_be_told_in_words():
    assert codes(baseline=None, baseline_label="Ny måling") == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"direction": Direction.BAND, "low": Decimal(2)}, []),
        ({"direction": Direction.BAND, "high": Decimal(4)}, []),
        ({"direction": Direction.BAND}, [FieldCode.MISSING_TARGET]),
        ({"direction": Direction.MAINTAIN, "target": None}, []),
        (
            {"direction": Direction.MAINTAIN, "baseline": None},
            [FieldCode.MISSING_TARGET, FieldCode.MISSING_BASELINE],
        ),
        ({"direction": Direction.YES_NO, "due": date(2026, 6, 1), "source": ""}, []),
        ({"direction": Direction.MILESTONE}, [FieldCode.MISSING_TARGET]),
    ],
)
def test_each_direction_has_its_own_kind_of_target(fields, expected):
    assert codes(**fields) == expected


def test_a_goal_without_a_measured_indicator_asks_for_one():
    followed = SeriesFacts(replace(PLAYMATES, watched=True, target=None))
    assert field_hints(replace(GOAL, series=(followed,)), 2026) == (
        FieldHint(FieldCode.MISSING_INDICATOR),
    )


def test_the_fourth_indicator_with_a_target_is_one_too_many():
    three, four = (replace(GOAL, series=GOAL.series * n) for n in (3, 4))
    assert field_hints(three, 2026) == ()
    assert field_hints(four, 2026) == (FieldHint(FieldCode.TOO_MANY_INDICATORS),)


def test_a_target_worse_than_the_baseline_is_told_with_its_change():
    assert raised(target=Decimal(55)) == [
        FieldHint(FieldCode.TARGET_WORSE_THAN_BASELINE, 1, change=Decimal(-5))
    ]
    assert codes(direction=Direction.LOWER) == [FieldCode.TARGET_WORSE_THAN_BASELINE]


def test_a_target_like_the_baseline_is_asked_about_unless_none_is_better():
    equal = FieldCode.TARGET_EQUALS_BASELINE
    zero, sixty = Decimal(0), Decimal(60)
    lower = {"direction": Direction.LOWER}
    assert codes(target=sixty) == [equal]
    assert codes(target=sixty, maximum=sixty) == []
    assert codes(target=sixty, **lower) == [equal]
    assert codes(target=zero, baseline=zero, **lower) == []
    assert codes(target=sixty, minimum=sixty, **lower) == []


def test_a_jump_over_three_times_the_largest_step_is_told_with_the_step():
    assert raised(*years(50, 58, 51, 60)) == [
        FieldHint(FieldCode.UNREALISTIC_JUMP, 1, Decimal(30), limit=Decimal(9))
    ]
    assert raised(*years(50, 60, 51, 60)) == []


def test_a_chosen_stretch_target_is_not_asked_about():
    assert raised(*years(50, 58, 51, 60), stretch=True) == []


def test_a_change_that_chance_may_make_is_told_with_its_floor():
    [hint] = raised(a_figure(Quarter(2025, 4), 80, n=14), baseline=Decimal(80))
    assert (hint.code, hint.change, hint.n) == (
        FieldCode.CHANGE_SMALLER_THAN_NOISE,
        Decimal(10),
        14,
    )
    assert round(hint.limit) == 26


def test_a_yearly_figure_from_a_running_system_is_measured_too_rarely():
    yearly = {"frequency": Frequency.YEARLY}
    assert codes(**yearly, source="Fagsystem") == [FieldCode.MEASURED_TOO_RARELY]
    assert codes(**yearly, source="Foreldreundersøkelsen") == []
    assert codes(source="Fagsystem") == []
    milestone = {"direction": Direction.MILESTONE, "due": date(2026, 6, 1)}
    assert codes(**yearly, **milestone, source="Fagsystem") == []


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({"frequency": Frequency.YEARLY, "available_days": 60}, True),
        ({"frequency": Frequency.YEARLY, "available_days": 39}, False),
        ({"frequency": Frequency.QUARTERLY, "available_days": 60}, False),
        ({"frequency": Frequency.EVERY_THIRD_YEAR}, False),
        (
            {
                "frequency": Frequency.EVERY_THIRD_YEAR,
                "next_measurement": date(2027, 5, 1),
            },
            True,
        ),
        (
            {
                "direction": Direction.MILESTONE,
                "due": date(2026, 6, 1),
                "next_measurement": date(2027, 5, 1),
            },
            False,
        ),
    ],
)
def test_a_first_figure_after_the_report_is_asked_about(fields, late):
    assert (FieldCode.FIRST_FIGURE_AFTER_REPORT in codes(**fields)) is late
    assert codes(**fields, report_on=None) == []


def test_a_figure_already_there_is_never_late():
    measured = a_figure(Quarter(2026, 1), 70)
    yearly = {"frequency": Frequency.YEARLY, "available_days": 60}
    assert codes(measured, **yearly) == []
    assert codes(a_figure(Quarter(2026, 1)), **yearly) == [
        FieldCode.FIRST_FIGURE_AFTER_REPORT
    ]


def test_the_goals_own_fields_are_asked_about_last():
    bare = replace(GOAL, deadline=None, collector="", deputy=" ")
    assert [hint.code for hint in field_hints(bare, 2026)] == [
        FieldCode.MISSING_DEADLINE,
        FieldCode.MISSING_COLLECTOR,
        FieldCode.MISSING_DEPUTY,
    ]


def test_a_deadline_in_another_year_is_asked_about():
    assert field_hints(GOAL, 2027) == (FieldHint(FieldCode.DEADLINE_OUTSIDE_YEAR),)


def test_the_sixth_living_goal_is_one_too_many():
    dropped = replace(GOAL, dropped=True)
    assert plan_hints((GOAL,) * 5 + (dropped,)) == ()
    assert plan_hints((GOAL,) * 6) == (FieldHint(FieldCode.TOO_MANY_GOALS),)
