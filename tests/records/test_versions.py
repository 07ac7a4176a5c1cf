"""Frozen facts come back the same, whatever they hold."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from trinnvis.records.versions import UnknownFormat, checksum_of, freeze, thaw, thaw_as
from trinnvis.rules.facts import GoalFacts, PlanFacts, UnitFacts
from trinnvis.rules.quarters import Quarter

PLAN = PlanFacts(
    id=1,
    unit=UnitFacts(2, 3, "0002/", date(2026, 1, 1), 22, "Solvik barnehage"),
    year=2026,
)

st.register_type_strategy(
    Decimal,
    st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-(10**11)),
)
st.register_type_strategy(
    Quarter,
    st.builds(Quarter, st.integers(1900, 2200), st.integers(1, 4)),
)
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


# Shrinking a whole plan takes minutes, and the first example tells as much.
@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.from_type(PlanFacts))
def test_any_plan_comes_back_equal_with_the_same_checksum(plan: PlanFacts) -> None:
    content, checksum = freeze(plan)
    assert thaw(content) == plan
    assert freeze(thaw(content)) == (content, checksum)


def test_equal_figures_freeze_to_one_checksum() -> None:
    goals = [
        GoalFacts(id=1, title="Mål", why="", deadline=None, sdgs=(4,))
        for _twice in range(2)
    ]
    assert freeze(goals[0]) == freeze(goals[1])
    assert freeze(Decimal("95.00000000"))[0] == freeze(Decimal(95))[0]


def test_the_checksum_tells_a_changed_text() -> None:
    content, checksum = freeze(PLAN)
    content["facts"]["unit"]["name"] = "Solvik skole"
    assert checksum_of(content) != checksum


def test_a_field_that_came_later_gets_its_default() -> None:
    content, _checksum = freeze(PLAN)
    del content["facts"]["disagreement"]
    assert thaw(content) == PLAN


@pytest.mark.parametrize("change", [{"format": 9}, {"kind": "GoalFacts"}])
def test_content_of_another_kind_is_refused(change: dict[str, object]) -> None:
    content, _checksum = freeze(PLAN)
    with pytest.raises(UnknownFormat):
        thaw_as(PlanFacts, {**content, **change})
