"""Many units beside each other, counted and never ranked."""

from tests.cast import TODAY, Cast
from tests.records.figures import Q1, Q2, day, deliver, observe, reopen
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.load.maps import UnitMap, unit_map
from trinnvis.records.models import Unit
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.rollup import StateCount
from trinnvis.rules.terms import Level, QuarterState, Track


def mapped(cast: Cast, quarter: Quarter) -> UnitMap:
    rebuild_standings(cast.municipality, day=TODAY)
    rows = Unit.objects.filter(municipality=cast.municipality)
    units = rows.select_related("municipality").order_by("-name")
    return unit_map(units, quarter, reader=cast.siri.sight, day=TODAY)


def test_units_come_in_tree_order_whatever_order_they_are_given_in(cast: Cast) -> None:
    lines = mapped(cast, Q1).lines
    assert [(line.name, line.depth, line.included) for line in lines] == [
        ("Prøvik kommune", 0, False),
        ("Solvik barnehage", 1, True),
        ("Fjellvik skole", 1, True),
    ]


def test_goals_are_counted_when_the_quarter_is_told_and_not_before(cast: Cast) -> None:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    assert mapped(cast, Q1).goals.total == 0
    deliver(cast, Q1, day(4, 14))
    found = mapped(cast, Q1)
    assert found.goals.states == (StateCount(Track.OFF_TRACK, 1),)
    assert (found.delivered, len(found.included)) == (1, 2)
    assert found.lines[1].quarters == (
        QuarterState.SUBMITTED,
        QuarterState.LATE,
        QuarterState.OPEN,
        QuarterState.NOT_STARTED,
    )


def test_while_a_quarter_is_open_again_its_goals_count_as_they_were_told(
    cast: Cast,
) -> None:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    review = deliver(cast, Q1, day(4, 14))
    reopen(review, cast.leif, day(5, 2))
    observe(cast.indicator, Q1, 95, cast.kari, day(5, 4))
    assert mapped(cast, Q1).goals.states == (StateCount(Track.OFF_TRACK, 1),)


def test_what_is_measured_later_is_counted_apart(cast: Cast) -> None:
    cast.indicator.frequency = "yearly"
    cast.indicator.save()
    deliver(cast, Q2, day(8, 20))
    assert mapped(cast, Q2).goals.states == (StateCount(Level.NOT_DUE, 1),)
