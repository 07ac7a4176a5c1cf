"""Test the pulse: classes of agreement, what is hidden, and late answers."""

import pytest

from trinnvis.rules.facts import PulseFacts
from trinnvis.rules.pulse import (
    PulseCounts,
    PulseFinding,
    Spread,
    Unanimity,
    pulse_finding,
    result_in_the_room,
    spread,
    turnout_to_show,
)
from trinnvis.rules.terms import Agreement

SIX = PulseFacts((0, 1, 1, 3, 1))


@pytest.mark.parametrize(
    ("counts", "unsure", "agreement"),
    [
        ((0, 1, 1, 4, 4), 0, Agreement.AGREED),
        ((0, 0, 2, 4, 4), 0, Agreement.AGREED),
        ((1, 0, 0, 4, 5), 0, Agreement.UNSURE),
        ((0, 1, 1, 4, 3), 1, Agreement.UNSURE),
        ((2, 0, 6, 1, 1), 0, Agreement.DIVIDED),
        ((1, 1, 0, 3, 5), 0, Agreement.DIVIDED),
        ((0, 1, 6, 2, 1), 0, Agreement.UNSURE),
        ((0, 2, 7, 1, 0), 0, Agreement.UNSURE),
        ((0, 3, 0, 3, 0), 2, Agreement.UNSURE),
        ((0, 0, 0, 6, 3), 3, Agreement.UNSURE),
        ((0, 0, 0, 7, 4), 2, Agreement.AGREED),
        ((0, 0, 5, 0, 6), 3, Agreement.UNSURE),
    ],
)
def test_agreement_follows_the_shares_of_all_answers(counts, unsure, agreement):
    assert pulse_finding(PulseFacts(counts, unsure)).agreement is agreement


def test_a_finding_tells_counts_and_dots():
    finding = pulse_finding(PulseFacts((0, 1, 1, 6, 5), 1))
    assert finding == PulseFinding(
        Agreement.UNSURE, PulseCounts(11, 1, 1, 1), (0, 1, 1, 6, 5)
    )
    assert finding.counts.answers == 14
    assert finding.counts.not_agreeing == 3


def test_no_pulse_is_not_asked():
    assert pulse_finding(None) == PulseFinding(Agreement.NOT_ASKED)


@pytest.mark.parametrize("counts", [(0, 0, 0, 0, 0), (0, 0, 1, 1, 2)])
def test_fewer_than_five_answers_show_nothing_at_all(counts):
    assert pulse_finding(PulseFacts(counts)) == PulseFinding(Agreement.HIDDEN)


def test_five_answers_with_the_unsure_among_them_are_shown():
    assert pulse_finding(PulseFacts((0, 0, 1, 1, 2), 1)).counts == PulseCounts(
        3, 1, 0, 1
    )


def test_nine_who_agree_are_nearly_all():
    assert pulse_finding(PulseFacts((0, 0, 0, 4, 5))) == PulseFinding(
        Agreement.AGREED, unanimity=Unanimity.NEARLY_ALL
    )


def test_nine_who_do_not_agree_are_nearly_none():
    assert pulse_finding(PulseFacts((2, 3, 4, 0, 0))) == PulseFinding(
        Agreement.UNSURE, unanimity=Unanimity.NEARLY_NONE
    )


def test_ten_who_agree_are_counted():
    assert pulse_finding(PulseFacts((0, 0, 0, 5, 5))).counts == PulseCounts(10, 0, 0, 0)


def test_open_question_shows_nothing_even_when_the_pulse_closes():
    assert result_in_the_room(None, SIX, pulse_closed=False) is None
    assert result_in_the_room(None, SIX, pulse_closed=True) is None


def test_late_answers_wait_until_the_pulse_closes():
    nine = PulseFacts((0, 1, 1, 3, 4))
    assert result_in_the_room(SIX, nine, pulse_closed=False) == SIX
    assert result_in_the_room(SIX, nine, pulse_closed=True) == nine


def test_two_late_answers_would_show_by_the_change_and_stay_out():
    eight = PulseFacts((0, 1, 1, 3, 1), unsure=2)
    assert result_in_the_room(SIX, eight, pulse_closed=True) == SIX


def test_one_late_answer_may_lift_a_hidden_result():
    four, five = PulseFacts((0, 0, 0, 2, 2)), PulseFacts((0, 0, 1, 2, 2))
    assert result_in_the_room(four, five, pulse_closed=True) == five


def test_live_turnout_moves_three_at_a_time():
    assert [turnout_to_show(n) for n in (0, 2, 3, 5, 6)] == [0, 0, 3, 3, 6]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([4, 4, 5, 4, 5, 4], Spread(0.866667, 0.444444, 0.516398, 0.75, 4.333333, 4)),
        ([1, 5, 1, 5, 1, 5], Spread(0, 2, 2.19089, 4, 3, 3)),
        ([3, 3, 3, 3, 3, 3], Spread(1, 0, 0, 0, 3, 3)),
        ([5, 4, 4, 3, 4, 5, 4, 2], Spread(0.508929, 0.6875, 0.991031, 0.5, 3.875, 4)),
        ([5, 5, 5, 5, 1], Spread(0, 1.28, 1.788854, 0, 4.2, 5)),
    ],
)
def test_spread_equals_what_r_gives(values, expected):
    """Source: R package multilevel 2.7, rwg and ad.m."""
    found = spread(values)
    assert [getattr(found, name) for name in Spread.__slots__] == pytest.approx(
        [getattr(expected, name) for name in Spread.__slots__], abs=1e-5
    )


@pytest.mark.parametrize(("values", "options"), [([4], 5), ([1, 1], 1)])
def test_spread_needs_two_answers_and_two_options(values, options):
    with pytest.raises(ValueError, match="two answers and two options"):
        spread(values, options)
