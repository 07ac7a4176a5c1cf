"""Year: four quarters become what a path chart is drawn from."""

from decimal import Decimal

from tests.rules.examples import Q1, Q2, Q3, a_figure, a_series, an_indicator
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.terms import Direction
from trinnvis.signs.charts.year import year_chart

FRIENDS = an_indicator(baseline=80, target=100, acceptable=90, baseline_label="2025")


def test_the_year_starts_at_the_baseline_and_ends_at_the_target():
    chart = year_chart(a_series(FRIENDS, 86, 91, 96), Q3, "on_track", "På banen.")
    assert [(point.label, point.text) for point in chart.points] == [
        ("2025", "80"),
        ("1. kvartal", "86"),
        ("2. kvartal", "91"),
        ("3. kvartal", "96"),
        ("4. kvartal", ""),
    ]
    assert [point.path for point in chart.points] == [80, 85, 90, 95, 100]
    assert (chart.title, chart.target, chart.target_text) == (
        "På banen.",
        Decimal(100),
        "Mål 100",
    )


def test_the_quarter_carries_its_state():
    chart = year_chart(a_series(FRIENDS, 86, 91), Q3, "missing", "Mangler.")
    assert [point.state for point in chart.points] == ["", "", "", "missing", ""]


def test_later_figures_are_not_drawn():
    chart = year_chart(a_series(FRIENDS, 86, 91, 96), Q2, "on_track", "På banen.")
    assert [point.text for point in chart.points] == ["80", "86", "91", "", ""]


def test_a_hidden_figure_is_not_drawn():
    hidden = SeriesFacts(FRIENDS, (a_figure(Q1, 86, hidden=True),))
    chart = year_chart(hidden, Q1, "hidden", "Skjult.")
    assert (chart.points[1].value, chart.points[1].text) == (None, "")


def test_a_preliminary_figure_says_so():
    early = SeriesFacts(FRIENDS, (a_figure(Q1, 86, preliminary=True),))
    assert year_chart(early, Q1, "near", "Foreløpig.").points[1].preliminary is True


def test_without_a_baseline_the_year_starts_in_the_first_quarter():
    band = an_indicator(direction=Direction.BAND, low=40, high=60)
    chart = year_chart(a_series(band, 50), Q1, "on_track", "Innenfor.")
    assert chart.points[0].label == "1. kvartal"
    assert chart.band == (Decimal(40), Decimal(60))
    assert (chart.target, chart.target_text) == (None, "")
