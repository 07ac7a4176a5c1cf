"""Marks: each status has one drawing, and no two statuses share shape and fill."""

import re
from xml.etree import ElementTree

import pytest

from trinnvis.rules.terms import Level, Missing, Track
from trinnvis.signs.marks import MARKS, Fill, Mark, Shape, Tone, svg_mark


@pytest.mark.parametrize("status", [*Level, *Track, *Missing])
def test_every_status_the_rules_can_give_has_a_mark(status):
    assert status.value in MARKS


def test_results_are_circles_and_the_way_there_is_squares():
    shapes = {key: MARKS[key].shape for key in (*Level, *Track) if key in JUDGED}
    assert shapes == JUDGED


JUDGED = {
    "achieved": Shape.CIRCLE,
    "near": Shape.CIRCLE,
    "not_achieved": Shape.CIRCLE,
    "on_track": Shape.SQUARE,
    "slightly_behind": Shape.SQUARE,
    "off_track": Shape.SQUARE,
    "underway": Shape.SQUARE,
}


def test_two_judged_statuses_are_never_the_same_shape_and_fill():
    drawn = [(MARKS[key].shape, MARKS[key].fill) for key in JUDGED]
    assert len(set(drawn)) == len(JUDGED)


def test_missing_figures_are_never_in_the_colour_that_asks_for_a_talk():
    tones = {MARKS[key].tone for key in (*Missing, Level.NOT_MEASURED, Level.HIDDEN)}
    assert tones == {Tone.NONE}


def test_slightly_behind_is_a_half_full_square():
    assert MARKS[Track.SLIGHTLY_BEHIND] == Mark(Shape.SQUARE, Fill.HALF, Tone.NEAR)


def test_a_drawn_mark_is_silent_and_carries_its_key_and_tone():
    drawn = ElementTree.fromstring(svg_mark("achieved"))
    assert drawn.attrib == {
        "class": "mark mark--achieved tone--reached",
        "viewBox": "0 0 16 16",
        "width": "16",
        "height": "16",
        "aria-hidden": "true",
    }
    assert [child.tag for child in drawn] == ["circle"]


@pytest.mark.parametrize("key", MARKS)
def test_every_mark_is_well_formed_and_takes_its_colour_from_a_class(key):
    drawn = svg_mark(key)
    ElementTree.fromstring(drawn)
    assert re.findall(r"(?:style|fill|stroke|#[0-9a-f]{3})=?", drawn) == []


def test_a_status_without_a_mark_is_refused():
    with pytest.raises(KeyError):
        svg_mark("green")
