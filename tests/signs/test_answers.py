"""The three answers, and what the ladder keeps them from saying."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from tests.rules.examples import Q1, Q2, Q3, Q4, a_figure, an_indicator
from trinnvis.rules.assess import Finding, assess_series
from trinnvis.rules.facts import IndicatorFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    MissingReason,
)
from trinnvis.signs.answers import (
    answers,
    outlook_answer,
    real_answer,
    there_answer,
)

LATER = date(2027, 6, 1)
SHARE = an_indicator(baseline=84, target=95, acceptable=90)
VISITS = an_indicator(
    unit="antall",
    target=100,
    measure=Measure.COUNT,
    accumulation=Accumulation.CUMULATIVE,
)


@pytest.fixture(autouse=True)
def bokmaal() -> Any:
    with translation.override("nb"):
        yield


def series(indicator: IndicatorFacts, *values: Any, first: Quarter = Q1) -> SeriesFacts:
    figures, quarter = [], first
    for value in values:
        if value is not None:
            figures.append(a_figure(quarter, value))
        quarter = quarter.next
    return SeriesFacts(indicator, tuple(figures))


def found(told: SeriesFacts, quarter: Quarter, today: date = LATER) -> Finding:
    return assess_series(told, quarter, today)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "quarter", "said"),
    [
        (94, Q3, "Ikke ennå, men nær. 1 prosentpoeng gjenstår til målet."),
        (88, Q3, "Ikke ennå. 7 prosentpoeng gjenstår til målet."),
        (96, Q3, "Tallet er der målet er. Året er ikke over."),
        (96, Q4, "Ja. Målet er nådd."),
        (94, Q4, "Nær målet. 1 prosentpoeng gjenstår."),
        (88, Q4, "Målet ble ikke nådd. 7 prosentpoeng gjensto."),
    ],
)
def test_are_we_there_is_arithmetic(value: int, quarter: Quarter, said: str) -> None:
    told = SeriesFacts(SHARE, (a_figure(quarter, value),))
    assert plain(there_answer(found(told, quarter))) == said


@pytest.mark.parametrize(
    ("indicator", "figure", "today", "said"),
    [
        (SHARE, None, LATER, "Ikke målt. 3. kvartal mangler."),
        (SHARE, None, date(2026, 9, 1), "Måles senere."),
        (
            an_indicator(
                target=95,
                frequency=Frequency.YEARLY,
                next_measurement=date(2026, 12, 1),
            ),
            None,
            LATER,
            "Måles 1. desember 2026.",
        ),
        (
            SHARE,
            a_figure(Q3, hidden=True),
            LATER,
            "Tallet er skjult, fordi det bygger på få personer.",
        ),
        (
            SHARE,
            a_figure(Q3, missing_reason=MissingReason.NOT_AVAILABLE),
            LATER,
            "Ikke målt. 3. kvartal mangler.",
        ),
        (
            an_indicator(watched=True),
            a_figure(Q3, 7),
            LATER,
            "Vi følger med på tallet. Det har ikke noe mål.",
        ),
    ],
)
def test_what_is_not_there_is_told_with_its_own_word(
    indicator: IndicatorFacts, figure: Any, today: date, said: str
) -> None:
    told = SeriesFacts(indicator, (figure,) if figure else ())
    assert there_answer(found(told, Q3, today)) == said


MILESTONE = an_indicator(direction=Direction.MILESTONE, due=date(2026, 8, 31))


@pytest.mark.parametrize(
    ("done_on", "quarter", "said"),
    [
        (date(2026, 8, 1), Q3, ("Ja. Det er gjort.", "Det er gjort.")),
        (date(2026, 9, 9), Q3, ("Ja. Det er gjort, etter fristen.", "Det er gjort.")),
        (
            None,
            Q2,
            (
                "Ikke ennå. Fristen er 31. august 2026.",
                "Fristen er 31. august 2026.",
            ),
        ),
        (None, Q3, ("Nei. Fristen var 31. august 2026.", "Det kan vi ikke si ennå.")),
    ],
)
def test_a_milestone_is_done_or_not(
    done_on: date | None, quarter: Quarter, said: tuple[str, str]
) -> None:
    figures = (a_figure(Q3, 1, done_on=done_on),) if done_on else ()
    told = SeriesFacts(MILESTONE, figures)
    judged = found(told, quarter)
    assert (there_answer(judged), outlook_answer(judged)) == said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), "Vi har ingen målinger å sammenligne ennå."),
        ((85,), "Én måling. Vi kan ikke si noe om utvikling ennå."),
        (
            (85, 89),
            "Tallet er høyere enn sist. To målinger er for lite til å skille endring "
            "fra tilfeldig variasjon.",
        ),
        (
            (85, 89, 89),
            "Tallet er som sist. Tre målinger er for lite til å skille endring fra "
            "tilfeldig variasjon.",
        ),
        (
            (85, 89, 94, 90),
            "Tallet er lavere enn sist. Tallene har ligget mellom 85 og 94. Grenser "
            "for vanlig variasjon vises når vi har åtte målinger.",
        ),
        (
            tuple(range(80, 92)),
            "Tallet er høyere enn sist. Tallene har ligget mellom 80 og 91.",
        ),
    ],
)
def test_what_is_said_of_a_change_follows_the_ladder(
    values: tuple[int, ...], said: str
) -> None:
    told = series(SHARE, *values)
    quarter = told.observations[-1].quarter if values else Q1
    assert real_answer(found(told, quarter), told) == said


@pytest.mark.parametrize("count", range(8))
def test_below_eight_measurements_no_word_of_trend_is_said(count: int) -> None:
    told = series(SHARE, *range(80, 80 + count))
    quarter = told.observations[-1].quarter if count else Q1
    said = answers(found(told, quarter), told)
    text = f"{said.there} {said.real} {said.outlook}".lower()
    for word in ("trend", "bedring", "verring", "økende", "synkende", "bevist"):
        assert word not in text


def test_figures_that_share_months_cannot_tell_change_from_noise() -> None:
    rolling = an_indicator(target=95, accumulation=Accumulation.ROLLING)
    told = series(rolling, 85, 89)
    assert real_answer(found(told, Q2), told) == (
        "Tallet er høyere enn sist. Tallene deler måneder med hverandre, så de kan "
        "ikke skille en endring fra tilfeldig variasjon."
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            (20, 50),
            "For å nå målet må hvert av de to neste kvartalene gi minst 25.",
        ),
        ((20, 40, 60), "For å nå målet må siste kvartal gi minst 40. Det er bedre enn "
         "noe kvartal hittil."),
        ((50, 101), "Det som trengs for året, er alt kommet."),
    ],
)  # fmt: skip
def test_what_the_rest_of_the_year_must_give(
    values: tuple[int, ...], said: str
) -> None:
    told = series(VISITS, *values)
    quarter = Quarter(2026, len(values))
    assert plain(outlook_answer(found(told, quarter))) == said


def test_what_must_not_be_passed_is_told_as_room_left() -> None:
    spent = an_indicator(
        unit="antall",
        target=100,
        direction=Direction.LOWER,
        measure=Measure.COUNT,
        accumulation=Accumulation.CUMULATIVE,
    )
    told = series(spent, 30, 60, 70)
    assert outlook_answer(found(told, Q3)) == (
        "For å nå målet kan siste kvartal gi høyst 30."
    )
    told = series(spent, 30, 60, 110)
    assert outlook_answer(found(told, Q3)) == "Årets ramme er alt brukt opp."


@pytest.mark.parametrize(
    ("belief", "said"),
    [
        ("", "Det kan vi ikke si ennå."),
        ("will_be_met", "Enheten mener at målet nås."),
        ("uncertain", "Enheten mener det er usikkert."),
        ("will_not_be_met", "Enheten mener at målet ikke nås i år."),
        ("noe annet", "Det kan vi ikke si ennå."),
    ],
)
def test_what_the_unit_believes_is_told_as_its_own_belief(
    belief: str, said: str
) -> None:
    told = SeriesFacts(SHARE, (a_figure(Q3, 88),))
    assert outlook_answer(found(told, Q3), belief) == said


def test_when_the_year_is_over_there_is_no_outlook() -> None:
    told = SeriesFacts(SHARE, (a_figure(Q4, Decimal(88)),))
    assert outlook_answer(found(told, Q4), "will_be_met") == "Året er over."
