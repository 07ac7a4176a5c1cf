"""Bands: what three printed cells say together of target and direction."""

from decimal import Decimal

import pytest

from trinnvis.sources.scorecards.bands import Limits, limits_of
from trinnvis.sources.scorecards.cells import read_text
from trinnvis.sources.scorecards.facts import Direction, DirectionSource, Reason


def limits(wanted: str, accepted: str = "", refused: str = "") -> Limits:
    cells = (read_text(wanted), read_text(accepted), read_text(refused))
    found = limits_of(*cells, is_pair=False)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("wanted", "accepted", "refused", "target", "acceptable", "direction"),
    [
        ("4,5 - 6", "4 - 4,4", "0 - 3,9", "4.5", "4", Direction.HIGHER),
        ("< 7,6 %", "7,7 - 7,8 %", "> 7,9 %", "7.6", "7.8", Direction.LOWER),
        ("100 %", "95 - 99 %", "0 - 94 %", "100", "95", Direction.HIGHER),
        ("> 4", "3", "0 - 2", "4", "3", Direction.HIGHER),
        ("5–6", "4,5–4,9", "under 4,5", "5", "4.5", Direction.HIGHER),
        ("0", "0,1 - 0,75", "mer enn 0,75", "0", "0.75", Direction.LOWER),
        ("7,0", "7,9", "", "7.0", "7.9", Direction.LOWER),
        ("5,0", "4,7", "", "5.0", "4.7", Direction.HIGHER),
        (">= 5,0", ">= 4,5", "", "5.0", "4.5", Direction.HIGHER),
        ("6 stjerner", "5 stjerner", "0 - 4 stjerner", "6", "5", Direction.HIGHER),
    ],
)
def test_bands_give_target_acceptable_level_and_direction(
    wanted: str,
    accepted: str,
    refused: str,
    target: str,
    acceptable: str,
    direction: Direction,
) -> None:
    found = limits(wanted, accepted, refused)
    assert (found.value, found.acceptable, found.direction) == (
        Decimal(target),
        Decimal(acceptable),
        direction,
    )


def test_operator_alone_gives_the_direction() -> None:
    found = limits("<4,0 %")
    assert (found.value, found.operator, found.direction, found.source) == (
        Decimal(4),
        "<",
        Direction.LOWER,
        DirectionSource.OPERATOR,
    )


def test_plain_figure_alone_gives_no_direction() -> None:
    assert limits("100 %").direction is None


def test_ambition_equal_to_acceptance_gives_no_direction() -> None:
    found = limits("4,3", "4,3")
    assert (found.value, found.acceptable, found.direction) == (
        Decimal("4.3"),
        Decimal("4.3"),
        None,
    )


def test_two_sided_band_has_both_edges_and_both_tolerances() -> None:
    found = limits("300 - 399", "250 - 299\n400 - 449", "< 249\n> 450")
    assert found.direction is Direction.BAND
    assert (found.low, found.high) == (300, 399)
    assert (found.acceptable_low, found.acceptable_high) == (250, 449)
    assert found.reasons == (Reason.TWO_SIDED_BAND,)


def test_accepted_band_around_the_wanted_one_is_two_sided() -> None:
    found = limits("1,30–1,69", "1,00–1,99")
    assert found.direction is Direction.BAND
    assert (found.acceptable_low, found.acceptable_high) == (1, Decimal("1.99"))


def test_operator_before_a_range_is_asked_about() -> None:
    found = limits("1,30 - 1,69 %", "<1,00 - 1,29 %\n>1,70 - 1,99 %")
    assert Reason.OPERATOR_BEFORE_RANGE in found.reasons


def test_operator_against_the_bands_leaves_the_direction_open() -> None:
    found = limits("> 7,0", "7,9")
    assert found.direction is None
    assert found.reasons == (Reason.OPERATORS_DISAGREE,)


def test_refused_band_on_the_wrong_side_leaves_the_direction_open() -> None:
    found = limits("4,5 - 6", "4 - 4,4", "6,1 - 9")
    assert found.direction is None
    assert found.reasons == (Reason.OPERATORS_DISAGREE,)


def test_overlapping_wanted_and_accepted_bands_are_not_understood() -> None:
    found = limits("4 - 6", "4 - 4,4")
    assert found.direction is None
    assert found.reasons == (Reason.BANDS_UNCLEAR,)


def test_bands_that_share_an_edge_are_told_of() -> None:
    found = limits("> 1,4 timer", "1,2 - 1,4 timer", "0 - 1,2 timer")
    assert found.reasons == (Reason.PRINTED_BANDS_OVERLAP,)


def test_minus_on_one_band_only_is_asked_about() -> None:
    found = limits("- 2,2 GWh", "0 - 2,1 GWh")
    assert (found.value, found.acceptable) == (Decimal("-2.2"), 0)
    assert found.direction is Direction.LOWER
    assert found.reasons == (Reason.SIGN_CONVENTION_UNCLEAR,)


def test_wanted_change_has_no_operator_on_its_level() -> None:
    found = limits("Minst 10 % reduksjon", "0 - 9,9 % reduksjon", "Økning")
    assert (found.value, found.operator, found.is_change) == (Decimal(10), None, True)


def test_acceptance_without_ambition_is_no_target() -> None:
    found = limits("–", "4,5")
    assert not found.is_readable
    assert found.reasons == (Reason.TARGET_MISSING_BESIDE_BANDS,)


def test_two_values_without_a_heading_for_both_are_not_chosen_between() -> None:
    found = limits("5,0 / 4,5")
    assert not found.is_readable
    assert found.reasons == (Reason.TWO_VALUES,)


def test_two_values_under_a_heading_for_both_are_ambition_and_acceptance() -> None:
    nothing = read_text("")
    found = limits_of(read_text("5,0 / 4,5"), nothing, nothing, is_pair=True)
    assert found is not None
    assert (found.value, found.acceptable) == (5, Decimal("4.5"))


def test_nothing_printed_is_no_target() -> None:
    nothing = read_text("–")
    assert limits_of(nothing, nothing, nothing, is_pair=False) is None


@pytest.mark.parametrize(
    ("wanted", "refused", "target", "direction"),
    [
        (">= 4,5", "0 - 3,9", "4.5", Direction.HIGHER),
        ("4,5 - 6", "< 4", "4.5", Direction.HIGHER),
        ("< 5 %", "> 8 %", "5", Direction.LOWER),
    ],
)
def test_refused_band_alone_gives_direction_and_no_acceptable_level(
    wanted: str, refused: str, target: str, direction: Direction
) -> None:
    found = limits(wanted, "", refused)
    assert (found.value, found.direction, found.acceptable) == (
        Decimal(target),
        direction,
        None,
    )


def test_refused_band_over_the_wanted_one_is_not_understood() -> None:
    found = limits("4 - 6", "", "5 - 7")
    assert found.direction is None
    assert found.reasons == (Reason.BANDS_UNCLEAR,)


def test_interval_alone_is_a_band_without_direction() -> None:
    found = limits("80 - 100 %")
    assert (found.low, found.high, found.direction) == (80, 100, None)


def test_accepted_level_in_words_leaves_the_target_and_asks() -> None:
    found = limits("> 5", "litt under")
    assert (found.value, found.acceptable) == (5, None)
    assert found.reasons == (Reason.BANDS_UNCLEAR,)


def test_two_accepted_bands_on_one_side_are_not_understood() -> None:
    assert limits("300 - 399", "200 - 249\n250 - 299").reasons == (
        Reason.BANDS_UNCLEAR,
    )
