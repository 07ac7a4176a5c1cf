"""Test hiding: no small group is shown, and none can be reckoned."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.examples import Q1, a_figure
from trinnvis.rules.hiding import (
    Group,
    Hidden,
    Showing,
    behind,
    hidden_groups,
    hide_small,
    may_compare,
    may_update,
    shows_sick_leave,
    suppress,
)
from trinnvis.rules.terms import Measure


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((4, 3), Showing(show=False, reason=Hidden.FEW)),
        ((0,), Showing(show=False, reason=Hidden.FEW)),
        ((5, 3), Showing(show=True)),
        ((5,), Showing(show=True)),
        ((6, 6), Showing(show=True, almost_all=True, at_least=5)),
        ((9, 0), Showing(show=True, almost_all=True, at_least=8)),
        ((10, 10), Showing(show=True)),
        ((9, 5, 10), Showing(show=False, reason=Hidden.FEW)),
        ((3, 1, 2), Showing(show=False, reason=Hidden.FEW)),
    ],
)
def test_few_answers_are_not_shown_and_unanimous_ones_are_blurred(arguments, expected):
    assert suppress(*arguments) == expected


def test_harmless_question_may_show_that_everyone_agreed():
    assert suppress(6, 6, sensitive=False) == Showing(show=True)


def test_late_answers_come_in_batches_of_three():
    assert [may_update(6, now) for now in (6, 7, 8, 9)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(12, 12, True), (12, 13, False), (12, 8, False), (12, 7, True), (12, 17, True)],
)
def test_pulses_are_compared_only_when_nobody_can_be_reckoned(before, after, expected):
    assert may_compare(before, after) is expected


def test_sick_leave_of_small_units_is_only_in_the_level_above():
    assert [shows_sick_leave(staff) for staff in (None, 19, 20)] == [False, False, True]


@pytest.mark.parametrize(
    ("figure", "measure", "expected"),
    [
        (a_figure(Q1, 50, n=4), Measure.SHARE, 4),
        (a_figure(Q1, 50, denominator=Decimal(8)), Measure.SHARE, 8),
        (a_figure(Q1, 50), Measure.SHARE, None),
        (a_figure(Q1, 3, denominator=Decimal(1000)), Measure.COUNT, None),
    ],
)
def test_figure_rests_on_so_many(figure, measure, expected):
    assert behind(figure, measure) == expected


def test_figure_on_few_answers_is_emptied_and_marked():
    figure = a_figure(
        Q1, 50, n=4, numerator=Decimal(2), denominator=Decimal(4), comment="To av fire"
    )
    assert hide_small(figure, Measure.SHARE) == a_figure(Q1, hidden=True)


@pytest.mark.parametrize("n", [None, 0, 5])
def test_figure_on_enough_or_unknown_answers_is_left_alone(n):
    figure = a_figure(Q1, 50, n=n)
    assert hide_small(figure, Measure.SHARE) == figure


def family(total: int, *children: int) -> Group:
    parts = tuple(Group(f"{n}-{at}", n) for at, n in enumerate(children))
    return Group("all", total, parts)


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (family(23, 12, 8, 3), {"3-2", "8-1"}),
        (family(20, 12, 8), set()),
        (family(23, 12, 8, 0), {"8-1"}),
        (family(26, 12, 8, 3, 3), {"3-2", "3-3"}),
        (family(9, 5, 4), {"4-1", "5-0"}),
        (family(4, 4), {"all", "4-0"}),
        (family(4), {"all"}),
        (family(0, 0), set()),
    ],
)
def test_smallest_part_is_hidden_too_when_subtraction_would_tell(tree, expected):
    assert hidden_groups(tree) == expected


def test_hidden_part_gives_way_to_the_parts_below_it():
    middle = Group("middle", 13, (Group("a", 7), Group("b", 6)))
    tree = Group("all", 33, (Group("c", 17), middle, Group("d", 3)))
    assert hidden_groups(tree) == {"d", "middle", "b"}


groups = st.recursive(
    st.builds(lambda own: (own, ()), st.integers(0, 12)),
    lambda below: st.tuples(
        st.integers(0, 6), st.lists(below, min_size=1, max_size=4).map(tuple)
    ),
    max_leaves=14,
)


def built(shape: tuple, key: str = "0") -> Group:
    own, below = shape
    children = tuple(built(each, f"{key}.{at}") for at, each in enumerate(below))
    return Group(key, own + sum(child.count for child in children), children)


def rests(group: Group, hidden: frozenset[str]) -> list[int]:
    """Reckon, apart from the rule, what remains of every shown group."""

    def shown_below(of: Group) -> int:
        return sum(
            shown_below(child) if child.key in hidden else child.count
            for child in of.children
        )

    found = [] if group.key in hidden else [group.count - shown_below(group)]
    return found + [rest for child in group.children for rest in rests(child, hidden)]


@given(groups)
def test_no_group_of_one_to_four_can_be_reckoned(shape):
    tree = built(shape)
    hidden = hidden_groups(tree)
    assert [rest for rest in rests(tree, hidden) if 0 < rest < 5] == []
