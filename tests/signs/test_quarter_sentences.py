"""Quarter sentences: what a figure shows, in words that claim no more than it does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.rules.examples import Q1, Q2, Q3, Q4, a_figure, an_indicator
from trinnvis.rules.assess import GoalFinding, assess_goal
from trinnvis.rules.facts import GoalFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.status import LevelFinding
from trinnvis.rules.terms import Direction, Frequency, Level, Track
from trinnvis.signs.numbers import NO_BREAK_SPACE
from trinnvis.signs.quarter_sentences import (
    Told,
    mark_of,
    state_of,
    state_word,
    suggestion,
    told,
)

TODAY = date(2027, 1, 8)
FRIENDS = {"baseline": 80, "target": 100, "acceptable": 90}


def goal(*figures: ObservationFacts, **kind: Any) -> GoalFacts:
    series = SeriesFacts(an_indicator(**kind), figures)
    return GoalFacts(1, "Mål", "", None, series=(series,))


def at(facts: GoalFacts, quarter: Any = Q3, **kind: Any) -> GoalFinding:
    return assess_goal(facts, quarter, TODAY, **kind)


def said(*figures: ObservationFacts, quarter: Any = Q3, **kind: Any) -> Told:
    (found,) = at(goal(*figures, **kind), quarter).findings
    spoken = told(found)
    return Told(spaced(spoken.truth), spaced(spoken.rest))


def spaced(text: str) -> str:
    """Write plain spaces, so that the sentences can be read here."""
    return text.replace(NO_BREAK_SPACE, " ")


RISEN = (a_figure(Q2, 91), a_figure(Q3, 96))


def test_ahead_of_the_path_is_told_in_percentage_points():
    assert said(*RISEN, **FRIENDS) == Told(
        "1 prosentpoeng bedre enn banen.",
        "Fra 91 til 96. Banen for 3. kvartal er 95.",
    )


def test_behind_the_path_is_told_without_blame():
    assert said(a_figure(Q3, 88), **FRIENDS) == Told(
        "7 prosentpoeng bak banen.", "Banen for 3. kvartal er 95."
    )


def test_on_the_path_is_told_as_that():
    assert said(a_figure(Q3, 95), **FRIENDS).truth == "Tallet er på banen."


def test_the_same_figure_is_no_movement():
    rest = said(a_figure(Q2, 96), a_figure(Q3, 96), **FRIENDS).rest
    assert rest == "Samme tall som i forrige kvartal. Banen for 3. kvartal er 95."


@pytest.mark.parametrize(
    ("value", "truth"),
    [(100, "Målet er nådd."), (88, "12 prosentpoeng fra målet.")],
)
def test_the_fourth_quarter_is_held_against_the_target(value, truth):
    found = said(a_figure(Q4, value), quarter=Q4, **FRIENDS)
    assert found == Told(truth, "Målet for året er 100 %.")


def test_a_seasonal_figure_is_underway_beside_last_year():
    last_year = a_figure(Q3.last_year, "13.6")
    found = said(
        last_year, a_figure(Q3, "12.1"), decimals=1, seasonal=True, target="10.5"
    )
    assert found == Told(
        "Underveis: det er målet for hele året som teller.",
        "I 3. kvartal 2025 var tallet 13,6 %. Målet for året er 10,5 %.",
    )


def test_a_figure_from_earlier_in_the_year_says_when():
    found = said(a_figure(Q2, 91), frequency=Frequency.YEARLY, **FRIENDS)
    assert found.rest.startswith("Målt i 2. kvartal.")


def test_a_followed_figure_is_told_as_it_is():
    assert said(a_figure(Q3, 7), watched=True) == Told("7 %.")


def test_a_band_is_told_in_the_states_own_word():
    found = said(a_figure(Q3, 50), direction=Direction.BAND, low=40, high=60)
    assert found.truth == "I rute."


def test_a_hidden_figure_says_why():
    found = said(a_figure(Q3, hidden=True), **FRIENDS)
    assert found.truth == "Tallet er skjult, fordi det bygger på få personer."


@pytest.mark.parametrize(
    ("kind", "truth"),
    [
        (FRIENDS, "Tallet mangler."),
        ({**FRIENDS, "frequency": Frequency.EVERY_THIRD_YEAR}, "Måles senere."),
        (
            {
                **FRIENDS,
                "frequency": Frequency.YEARLY,
                "next_measurement": date(2026, 11, 15),
            },
            "Måles 15. november 2026.",
        ),
    ],
)
def test_no_figure_says_which_kind_of_none(kind, truth):
    assert said(**kind).truth == truth


def test_a_unit_that_was_not_in_is_told_so():
    (found,) = at(goal(**FRIENDS), started=date(2026, 10, 1)).findings
    assert told(found).truth == "Enheten var ikke med i ordningen dette kvartalet."


MILESTONE = {"direction": Direction.MILESTONE, "due": date(2026, 9, 15)}


@pytest.mark.parametrize(
    ("figures", "truth"),
    [
        ((a_figure(Q3, 1, done_on=date(2026, 9, 1)),), "Nådd."),
        ((a_figure(Q3, 1, done_on=date(2026, 9, 20)),), "Nådd etter fristen."),
        ((a_figure(Q3, 0),), "Ikke nådd."),
    ],
)
def test_a_milestone_is_done_late_or_not(figures, truth):
    assert said(*figures, **MILESTONE) == Told(truth, "Fristen er 15. september 2026.")


def test_a_milestone_without_a_day_has_no_deadline_to_tell():
    found = said(a_figure(Q3, 1), direction=Direction.YES_NO)
    assert found == Told("Nådd.")


@pytest.mark.parametrize(
    ("figures", "kind", "sentence"),
    [
        (RISEN, FRIENDS, "Andel barn med fast lekevenn: 96 %, opp fra 91."),
        (
            (a_figure(Q2, 96), a_figure(Q3, 91)),
            FRIENDS,
            "Andel barn med fast lekevenn: 91 %, ned fra 96.",
        ),
        (
            (a_figure(Q2, 96), a_figure(Q3, 96)),
            FRIENDS,
            "Andel barn med fast lekevenn: 96 %, som forrige kvartal.",
        ),
        ((a_figure(Q3, 96),), FRIENDS, "Andel barn med fast lekevenn: 96 %."),
        ((), FRIENDS, ""),
        ((a_figure(Q3, hidden=True),), FRIENDS, ""),
        (
            (a_figure(Q3, 1, done_on=date(2026, 9, 1)),),
            MILESTONE,
            "Andel barn med fast lekevenn: gjennomført 1. september 2026.",
        ),
        (
            (a_figure(Q3, 1),),
            {"direction": Direction.YES_NO},
            "Andel barn med fast lekevenn: gjennomført.",
        ),
        ((a_figure(Q3, 0),), MILESTONE, ""),
    ],
)
def test_the_suggested_sentence_comes_from_the_figures(figures, kind, sentence):
    assert spaced(suggestion(at(goal(*figures, **kind)))) == sentence


def test_a_carried_figure_suggests_nothing():
    facts = goal(a_figure(Q2, 91), frequency=Frequency.YEARLY, **FRIENDS)
    assert suggestion(at(facts)) == ""


def test_two_figures_suggest_two_sentences():
    facts = goal(*RISEN, **FRIENDS)
    other = SeriesFacts(an_indicator(id=2, name="Antall venner"), (a_figure(Q3, 4),))
    both = replace(facts, series=(*facts.series, other))
    assert suggestion(at(both)).count(":") == 2


@pytest.mark.parametrize(
    ("facts", "word", "mark"),
    [
        (goal(*RISEN, **FRIENDS), "I rute", "on_track"),
        (goal(**FRIENDS), "Mangler tall", "missing"),
        (
            goal(frequency=Frequency.EVERY_THIRD_YEAR, **FRIENDS),
            "Måles senere",
            "not_due",
        ),
        (GoalFacts(1, "Mål", "", None), "Uten måltall", "no_target"),
    ],
)
def test_a_goals_state_has_a_word_and_a_shape(facts, word, mark):
    found = at(facts)
    assert (state_of(found), mark_of(found)) == (word, mark)


def test_a_goal_of_a_unit_that_was_not_in():
    found = at(goal(**FRIENDS), Q1, started=date(2026, 10, 1))
    assert (state_of(found), mark_of(found)) == ("Ikke med", "not_applicable")


def test_reached_is_said_of_the_quarters_own_target():
    level = LevelFinding(Level.ACHIEVED, against_period=True)
    assert state_word(Level.ACHIEVED, level) == "Nådd delmålet for kvartalet"
    assert state_word(Level.NEAR, LevelFinding(Level.NEAR, late=True)) == (
        "Nådd etter fristen"
    )
    assert state_word(Track.ON_TRACK, level) == "I rute"
