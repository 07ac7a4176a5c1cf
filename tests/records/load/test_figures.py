"""Who sees a figure, and when: told at delivery to everyone at once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.cast import Cast
from tests.records.figures import Q1, Q2, Q3, day, deliver, observe, reopen
from trinnvis.records.load.goals import goal_facts
from trinnvis.records.load.plans import plan_as_known
from trinnvis.records.models import Person, SharedIndicator

OUTSIDERS = ("tone", "ali", "siri", "turid", "arne", "eva")


def values(cast: Cast, reader: Person) -> list[Decimal | None]:
    (series,) = goal_facts(cast.goal, reader=reader.sight).series
    return [figure.value for figure in series.observations]


@pytest.fixture
def told_once(cast: Cast) -> Cast:
    """Q1 is delivered; Q2 is recorded and not delivered."""
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    deliver(cast, Q1, day(4, 14))
    observe(cast.indicator, Q2, 89, cast.kari, day(7, 3))
    return cast


@pytest.mark.parametrize("writer", ["kari", "leif"])
def test_those_who_write_the_quarter_see_its_figure_before_delivery(
    told_once: Cast, writer: str
) -> None:
    assert values(told_once, getattr(told_once, writer)) == [85, 89]


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_nobody_else_sees_it_before_delivery(told_once: Cast, outsider: str) -> None:
    assert values(told_once, getattr(told_once, outsider)) == [85]


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_everybody_sees_it_at_delivery(told_once: Cast, outsider: str) -> None:
    deliver(told_once, Q2, day(7, 10))
    assert values(told_once, getattr(told_once, outsider)) == [85, 89]


def test_who_entered_a_figure_sees_it(told_once: Cast) -> None:
    observe(told_once.indicator, Q3, 94, told_once.eva, day(10, 2))
    assert values(told_once, told_once.eva) == [85, 94]


def test_who_fetches_a_figure_sees_it(told_once: Cast) -> None:
    told_once.indicator.fetched_by = told_once.eva
    told_once.indicator.save()
    assert values(told_once, told_once.eva) == [85, 89]


def test_a_reopened_quarter_shows_others_what_was_known_at_the_reopening(
    told_once: Cast,
) -> None:
    review = deliver(told_once, Q2, day(7, 10))
    reopen(review, told_once.leif, day(7, 20))
    observe(told_once.indicator, Q2, 91, told_once.kari, day(7, 21))
    assert values(told_once, told_once.tone) == [85, 89]
    assert values(told_once, told_once.kari) == [85, 91]


def test_a_quarter_delivered_again_shows_its_new_figure(told_once: Cast) -> None:
    review = deliver(told_once, Q2, day(7, 10))
    reopen(review, told_once.leif, day(7, 20))
    observe(told_once.indicator, Q2, 91, told_once.kari, day(7, 21))
    deliver(told_once, Q2, day(7, 22))
    assert values(told_once, told_once.tone) == [85, 91]


def test_a_correction_after_delivery_is_seen_by_all(told_once: Cast) -> None:
    observe(told_once.indicator, Q1, 86, told_once.kari, day(5, 4))
    assert values(told_once, told_once.siri) == [86]


def test_figures_from_before_the_unit_began_are_seen_by_all(cast: Cast) -> None:
    observe(cast.indicator, replace(Q3, year=2025), 82, cast.kari, day(1, 5))
    assert values(cast, cast.siri) == [82]


def test_the_plan_as_known_then_holds_what_had_been_told_then(told_once: Cast) -> None:
    observe(told_once.indicator, Q1, 86, told_once.kari, day(5, 4))
    deliver(told_once, Q2, day(7, 10))
    facts = plan_as_known(told_once.plan, day(4, 30))
    (series,) = facts.goals[0].series
    assert [figure.value for figure in series.observations] == [Decimal(85)]


def test_a_small_group_is_hidden_for_all_but_those_who_write(told_once: Cast) -> None:
    told_once.indicator.observations.filter(quarter=1).update(n=4)
    assert values(told_once, told_once.tone) == [None]
    assert values(told_once, told_once.leif) == [85, 89]


def test_sick_leave_of_a_small_unit_is_hidden_for_others(told_once: Cast) -> None:
    shared = SharedIndicator.objects.create(
        municipality=told_once.municipality,
        key="fi-sykefravaer",
        name="Sykefravær",
        direction="lower",
    )
    told_once.indicator.shared = shared
    told_once.indicator.save()
    assert values(told_once, told_once.tone) == [85]
    told_once.solvik.headcount = 19
    told_once.solvik.save()
    told_once.goal.plan.unit.refresh_from_db()
    assert values(told_once, told_once.tone) == [None]
    assert values(told_once, told_once.leif) == [85, 89]
