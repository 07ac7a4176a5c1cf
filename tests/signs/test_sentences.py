"""The one sentence that is title, alt text and report line."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from tests.rules.examples import Q1, Q2, Q3, a_figure, an_indicator
from trinnvis.rules.assess import Finding, assess_series
from trinnvis.rules.facts import IndicatorFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction, Frequency
from trinnvis.signs.sentences import row_line, sentence_of, title_of

LATER = date(2027, 6, 1)
SHARE = an_indicator(baseline=84, baseline_label="2025", target=95, acceptable=90)


@pytest.fixture(autouse=True)
def bokmaal() -> Any:
    with translation.override("nb"):
        yield


def found(indicator: IndicatorFacts, *figures: Any, quarter: Quarter = Q3) -> Finding:
    return assess_series(SeriesFacts(indicator, figures), quarter, LATER)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_sentence_tells_what_where_and_compared_with_what() -> None:
    assert plain(sentence_of(found(SHARE, a_figure(Q3, 94)))) == (
        "Andel barn med fast lekevenn var 94 % i 3. kvartal 2026. Utgangspunktet var "
        "84 % (2025). Målet er minst 95 %."
    )


def test_a_title_has_at_most_twelve_words() -> None:
    title = plain(title_of(found(SHARE, a_figure(Q3, 94))))
    assert title == "94 %, målet er 95 %: i rute"
    assert len(title.split()) <= 12


def test_rounding_never_hides_that_the_target_is_not_met() -> None:
    title = plain(title_of(found(SHARE, a_figure(Q3, "94.96"))))
    assert title == "94,96 %, målet er 95 %: i rute"


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        (an_indicator(target=10, direction=Direction.LOWER), "Målet er høyst 10 %."),
        (
            an_indicator(low=20, high=24, direction=Direction.BAND),
            "Målet er mellom 20 og 24 %.",
        ),
        (an_indicator(watched=True), ""),
    ],
)
def test_each_direction_tells_its_target(indicator: IndicatorFacts, said: str) -> None:
    line = plain(row_line(found(indicator, a_figure(Q3, 12))))
    assert line == " ".join(part for part in ("12 % i 3. kvartal 2026.", said) if part)


def test_a_figure_from_earlier_in_the_year_tells_when_it_was_measured() -> None:
    yearly = an_indicator(target=95, frequency=Frequency.YEARLY)
    assert plain(row_line(found(yearly, a_figure(Q2, 88)))) == (
        "88 % i 2. kvartal 2026. Målet er minst 95 %."
    )


def test_what_is_measured_later_says_so_and_not_that_it_is_missing() -> None:
    yearly = an_indicator(target=95, frequency=Frequency.YEARLY)
    assert title_of(found(yearly, quarter=Q1)) == "Måles senere"
