"""Charts: nothing falls outside, nothing covers anything, whatever the figures."""

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trinnvis.signs.charts.frame import SIZES, axis_start
from trinnvis.signs.charts.letters import width_of
from trinnvis.signs.charts.path import path_chart, stretches
from trinnvis.signs.charts.quarter_bar import quarter_bar
from trinnvis.signs.charts.series import (
    ChartPoint,
    ChartSeries,
    Limits,
    Period,
    QuarterMark,
    Span,
)
from trinnvis.signs.charts.sparkline import SPARKS, sparkline
from trinnvis.signs.charts.time_axis import time_axis
from trinnvis.signs.charts.variation import variation_chart
from trinnvis.signs.marks import MARKS

D = Decimal

few = settings(max_examples=40, deadline=None)


def point(label, value=None, **more):
    value = None if value is None else D(value)
    return ChartPoint(label, value=value, text=str(value or ""), **more)


def quarters(*points, **more):
    return ChartSeries(points, "Tallet er på banen.", **more)


CLIMB = quarters(
    point("2025", "81", baseline=True, path=D(81), acceptable_path=D(81)),
    point("1. kvartal", "83", path=D("83.25"), acceptable_path=D("82.25")),
    point("2. kvartal", "85", path=D("85.5"), acceptable_path=D("83.5")),
    point(
        "3. kvartal",
        "88",
        state="on_track",
        path=D("87.75"),
        acceptable_path=D("84.75"),
    ),
    point("4. kvartal", path=D(90), acceptable_path=D(86)),
    target=D(90),
    target_text="Mål 90",
    acceptable=D(86),
    acceptable_text="Akseptabelt 86",
    figure=lambda value: f"{value:f}",
)

values = st.one_of(
    st.none(),
    st.decimals(-(10**9), 10**9, places=3, allow_nan=False, allow_infinity=False),
)
words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), max_codepoint=0xFFFF), max_size=40
)
points = st.builds(
    ChartPoint,
    label=words,
    short_label=words,
    value=values,
    text=words,
    state=st.sampled_from(["", *MARKS]),
    baseline=st.booleans(),
    preliminary=st.booleans(),
    gap_before=st.booleans(),
    path=values,
    acceptable_path=values,
    signal=st.sampled_from(["", "better", "worse"]),
)
series = st.builds(
    ChartSeries,
    points=st.lists(points, max_size=40).map(tuple),
    title=words,
    target=values,
    target_text=words,
    acceptable=values,
    acceptable_text=words,
    floor=st.sampled_from([None, D(0), D(-50)]),
    ceiling=st.sampled_from([None, D(100), D(0)]),
    figure=st.sampled_from([None, lambda value: f"{value:f}"]),
)


def drawn(svg):
    return ElementTree.fromstring(svg)


def places(svg):
    """Every place the drawing names outright, as x and y."""
    for part in drawn(svg).iter():
        if part.tag in ("text", "rect"):
            yield float(part.attrib["x"]), float(part.attrib["y"])
        if part.tag == "rect":
            at = [float(part.attrib[name]) for name in ("x", "y", "width", "height")]
            yield at[0] + at[2], at[1] + at[3]
        if part.tag == "circle" and "mark" not in part.attrib["class"]:
            yield float(part.attrib["cx"]), float(part.attrib["cy"])
        if part.attrib.get("class") in ("line", "path", "band"):
            for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", part.attrib.get("d", "")):
                yield float(pair[0]), float(pair[1])


def boxes(svg):
    """The room each text takes: left, top, right, bottom."""
    for part in drawn(svg).iter("text"):
        said = "".join(part.itertext())
        wide = width_of(said, strong=part.attrib.get("class") == "t-strong")
        x, y = float(part.attrib["x"]), float(part.attrib["y"])
        left = x - wide * {"middle": 0.5, "end": 1}.get(part.get("text-anchor"), 0)
        yield left, y - 11, left + wide, y + 2


def assert_sound(svg, width, height):
    geometry = re.findall(r' (?:d|x|y|cx|cy|width|height)="([^"]*)"', svg)
    assert re.findall(r"nan|inf", "".join(geometry)) == []
    for x, y in places(svg):
        assert -0.1 <= x <= width + 0.1, svg
        assert -0.1 <= y <= height + 0.1, svg
    texts = list(boxes(svg))
    for index, (left, top, right, bottom) in enumerate(texts):
        assert left >= -0.1, svg
        assert right <= width + 0.1, svg
        for other in texts[index + 1 :]:
            apart = (
                right <= other[0] + 0.1
                or other[2] <= left + 0.1
                or bottom <= other[1] + 0.1
                or other[3] <= top + 0.1
            )
            assert apart, svg


@pytest.mark.parametrize("size", SIZES)
@few
@given(drawn_from=series)
def test_path_chart_stays_inside_and_no_words_meet(size, drawn_from):
    svg = path_chart(drawn_from, size)
    assert_sound(svg, SIZES[size].width, SIZES[size].height)


@pytest.mark.parametrize("size", SIZES)
@few
@given(drawn_from=series, limits=st.lists(values, min_size=3, max_size=3), said=words)
def test_variation_chart_stays_inside_and_no_words_meet(size, drawn_from, limits, said):
    mean, lower, upper = limits
    usual = Limits(mean, said, lower, said, upper, said) if mean is not None else None
    svg = variation_chart(drawn_from, usual, size)
    assert_sound(svg, SIZES[size].width, SIZES[size].height)


@pytest.mark.parametrize("size", SPARKS)
@few
@given(drawn_from=series)
def test_sparkline_stays_inside(size, drawn_from):
    svg = sparkline(drawn_from, size)
    assert_sound(svg, *SPARKS[size])


days = st.dates(date(2025, 6, 1), date(2027, 6, 1))
spans = st.builds(
    Span,
    text=words,
    start=days,
    end=days,
    detail=words,
    stopped=st.booleans(),
    changed=st.one_of(st.none(), days),
)
YEAR = (
    Period("1. kvartal", date(2026, 1, 1), date(2026, 3, 31), "1. kv."),
    Period("2. kvartal", date(2026, 4, 1), date(2026, 6, 30), "2. kv."),
    Period("3. kvartal", date(2026, 7, 1), date(2026, 9, 30), "3. kv."),
    Period("4. kvartal", date(2026, 10, 1), date(2026, 12, 31), "4. kv."),
)


@pytest.mark.parametrize("size", SIZES)
@few
@given(
    actions=st.lists(spans, max_size=6),
    conditions=st.lists(spans, max_size=3),
    today=days,
)
def test_time_axis_stays_inside_and_no_words_meet(size, actions, conditions, today):
    svg = time_axis(actions, conditions, YEAR, today=today, title="2026", size=size)
    rows = max(len(actions) + len(conditions), 1)
    assert_sound(svg, SIZES[size].width, 12 + 44 * rows + 24)


@few
@given(said=st.lists(words, min_size=4, max_size=4))
def test_quarter_bar_stays_inside_and_no_words_meet(said):
    marks = [QuarterMark(text, "done") for text in said]
    svg = quarter_bar(marks, "Tre av fire er levert")
    assert_sound(svg, float(drawn(svg).attrib["width"]), 30)


def said_in(svg):
    return ["".join(part.itertext()) for part in drawn(svg).iter("text")]


def test_path_chart_says_its_figures_and_its_levels():
    assert sorted(said_in(path_chart(CLIMB))) == sorted(
        [
            *("80", "85", "90"),
            *("Mål 90", "Akseptabelt 86"),
            *("2025", "1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"),
            *("81", "83", "85", "88"),
        ]
    )


likely = st.decimals(0, 100, places=1)


@pytest.mark.parametrize("size", SIZES)
@few
@given(figures=st.lists(likely, min_size=1, max_size=13), target=likely, end=likely)
def test_the_newest_figure_and_the_target_are_always_said(size, figures, target, end):
    run = tuple(
        ChartPoint(f"{n}. kv.", value=figure, text=f"<{figure}>", path=end)
        for n, figure in enumerate(figures)
    )
    svg = path_chart(quarters(*run, target=target, target_text="Mål"), size)
    wanted = {f"<{figures[-1]}>", "Mål"}
    assert wanted & set(said_in(svg)) == wanted


def test_the_sentence_is_the_pictures_accessible_name():
    attributes = drawn(path_chart(CLIMB)).attrib
    assert (attributes["role"], attributes["aria-label"]) == (
        "img",
        "Tallet er på banen.",
    )


def test_words_from_people_are_written_as_words():
    svg = sparkline(ChartSeries((), 'Fall < 2 & "lite"'))
    assert drawn(svg).attrib["aria-label"] == 'Fall < 2 & "lite"'


def test_only_the_newest_figure_carries_the_state():
    toned = re.findall(r'class="(dot [^"]*tone[^"]*)"', path_chart(CLIMB))
    assert toned == ["dot tone--reached"]


def test_slightly_behind_is_drawn_half_full():
    behind = quarters(point("2025", "2"), point("1. kvartal", "3", state="near"))
    assert re.findall(r'class="(dot[^"]*tone[^"]*)"', path_chart(behind)) == [
        "dot dot--empty tone--near",
        "dot__half tone--near",
    ]


def test_the_line_breaks_at_a_missing_figure_and_at_a_new_definition():
    missing = point("3", state="missing")
    new = point("5", "7", gap_before=True)
    run = (point("1", "4"), point("2", "5"), missing, point("4", "6"), new)
    assert stretches(run) == ((0, 1), (3,), (4,))


def test_a_new_definition_leaves_a_double_stroke_on_the_axis():
    broken = quarters(point("1", "4"), point("2", "5", gap_before=True))
    assert path_chart(broken).count('class="break"') == 2


def test_a_missing_figure_leaves_its_mark_and_one_that_is_not_due_does_not():
    missing = quarters(point("1", "4"), point("2", state="missing"))
    later = quarters(point("1", "4"), point("2", state="not_due"))
    assert (path_chart(missing).count("<g "), path_chart(later).count("<g ")) == (1, 0)


def test_an_axis_that_starts_above_zero_says_where():
    assert axis_start(CLIMB) == D(80)


def test_an_axis_near_zero_starts_at_zero():
    assert axis_start(quarters(point("1", "2"), point("2", "9"))) is None


def test_an_axis_never_passes_what_the_indicator_can_be():
    svg = path_chart(
        quarters(
            point("1", "99"),
            point("2", "100"),
            ceiling=D(100),
            figure=lambda value: f"{value:f}",
        )
    )
    assert max(D(said) for said in said_in(svg) if re.fullmatch(r"[\d.]+", said)) == 100


def test_an_empty_series_is_a_frame_with_its_target():
    empty = quarters(target=D(90), target_text="Mål 90")
    assert said_in(path_chart(empty)) == ["Mål 90"]


def test_a_sparkline_shows_the_twelve_newest():
    many = quarters(*(point(str(n), str(n)) for n in range(40)))
    assert sparkline(many).count("<circle") == 12


def test_what_lies_ahead_is_outlined():
    action = Span("Vakter", date(2026, 1, 1), date(2026, 12, 31))
    svg = time_axis([action], [], YEAR, today=date(2026, 7, 2), title="2026")
    kinds = [part.attrib["class"] for part in drawn(svg).iter("rect")]
    assert kinds == ["bar", "bar bar--ahead"]


def test_a_condition_is_a_barred_line_on_a_pale_field():
    condition = Span("Nye læremidler", date(2026, 8, 17), date(2026, 9, 30))
    svg = time_axis([], [condition], YEAR, today=date(2026, 7, 2), title="2026")
    assert (svg.count('class="cond"'), svg.count('class="condline"')) == (1, 1)


def test_limits_are_drawn_only_when_they_are_given():
    many = quarters(*(point(str(n), str(n % 3)) for n in range(12)))
    without = variation_chart(many, Limits(D(1), "Snitt 1"))
    limits = Limits(D(1), "Snitt 1", D(0), "Nedre 0", D(3), "Øvre 3")
    count = [
        svg.count('class="limit"') for svg in (without, variation_chart(many, limits))
    ]
    assert count == [0, 2]


def test_a_signal_is_a_triangle():
    signal = quarters(point("1", "4"), point("2", "9", signal="worse"))
    assert variation_chart(signal, None).count('class="signal signal--worse"') == 1


def test_every_colour_comes_from_a_class():
    svgs = path_chart(CLIMB) + sparkline(CLIMB) + variation_chart(CLIMB, None)
    assert re.findall(r"style=|fill=|stroke=|#[0-9a-f]{3}", svgs) == []


def test_an_open_quarter_is_a_double_stroke():
    svg = quarter_bar([QuarterMark("3. åpen", "open")], "Ett kvartal er åpent")
    kinds = [part.attrib["class"] for part in drawn(svg).iter("path")]
    assert kinds == ["quarter quarter--open", "quarter quarter--slit"]


def test_a_stopped_action_is_outlined_and_a_changed_one_has_a_flag():
    stopped = Span("Vakter", date(2026, 1, 1), date(2026, 3, 1), stopped=True)
    changed = Span(
        "Møter", date(2026, 1, 1), date(2026, 3, 1), changed=date(2026, 2, 1)
    )
    svg = time_axis([stopped, changed], [], YEAR, today=date(2026, 7, 2), title="2026")
    kinds = [part.attrib["class"] for part in drawn(svg).iter("rect")]
    assert kinds == ["bar bar--stopped", "bar"]
    assert svg.count('class="flag"') == 1


def test_of_a_very_long_series_the_newest_two_years_are_drawn():
    many = quarters(*(point(str(n), str(n % 5)) for n in range(40)))
    assert variation_chart(many, None).count("<circle") == 24


def test_a_range_is_a_field_all_the_way_across():
    within = quarters(point("1", "4"), point("2", "5"), band=(D(3), D(6)))
    assert path_chart(within).count('<rect class="band"') == 1


def test_two_levels_close_together_keep_apart_and_are_both_said():
    close = quarters(
        point("1", "0"),
        point("2", "100"),
        target=D(50),
        target_text="Mål 50",
        acceptable=D(49),
        acceptable_text="Akseptabelt 49",
    )
    said = said_in(path_chart(close))
    assert [words for words in said if " " in words] == ["Mål 50", "Akseptabelt 49"]
