"""The demo's pulses: counters that give the means its file tells."""

from decimal import Decimal

import pytest

from tests.elvevag import stated
from trinnvis.records.changes.demo.pulses import spread_of
from trinnvis.records.models import Goal, PulseCount


@pytest.mark.parametrize(
    ("n", "mean", "counts"),
    [
        (32, "4.6", (0, 0, 2, 9, 21)),
        (44, "2.6", (6, 15, 15, 7, 1)),
        (26, "4.1", (0, 1, 5, 10, 10)),
    ],
)
def test_answers_spread_so_that_the_mean_is_as_told(n, mean, counts):
    found = spread_of(n, Decimal(mean))
    assert found == counts
    assert sum(found) == n


def test_every_stated_mean_is_found_again_in_the_counters(demo):
    names = {"understood": "understand", "meaningful": "meaningful"}
    names["realistic"] = "realistic"
    for told in stated()["understanding_polls"]:
        for question, name in names.items():
            rows = PulseCount.objects.filter(
                pulse__goal__key=told["goal"], question=question
            )
            total = sum(row.count for row in rows)
            assert total == told["n"]
            if name in told:
                mean = Decimal(sum(row.answer * row.count for row in rows)) / total
                assert round(mean, 1) == Decimal(str(told[name]))


def test_a_doubt_is_answered_by_the_unit(demo):
    goal = Goal.objects.get(key="m18")
    assert goal.doubt_answer == goal.pulses.get().follow_up
    assert goal.doubt_answer.startswith("Enhetsleder økte akseptabelt nivå")
