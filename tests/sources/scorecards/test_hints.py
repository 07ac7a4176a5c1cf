"""Hints: the direction a name suggests, and the few that nobody doubts."""

import pytest

from trinnvis.sources.scorecards.facts import Direction
from trinnvis.sources.scorecards.hints import direction_hint, sure_direction


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Sykefravær - egenmeldt", Direction.LOWER),
        ("Sjukefråvær", Direction.LOWER),
        ("Mobbing", Direction.LOWER),
        ("Brukertilfredshet", Direction.HIGHER),
        ("Trivsel på skolen", Direction.HIGHER),
        ("Andel virksomheter som har nådd sitt mål for sykefravær", None),
        ("Reduksjon i sykefravær", None),
        ("Økonomisk resultat", None),
    ],
)
def test_sure_direction_is_only_where_nobody_doubts(
    name: str, direction: Direction | None
) -> None:
    assert sure_direction(name) == direction


@pytest.mark.parametrize(
    ("name", "focus", "direction"),
    [
        ("Avvik fra strategiplan", None, Direction.LOWER),
        ("Andel undersøkelser uten fristoverskridelse", None, Direction.HIGHER),
        ("Lesing", "Nasjonale prøver 8. trinn", Direction.HIGHER),
        ("Lesing", "Bibliotek", None),
        ("Antall kurs", None, None),
    ],
)
def test_hint_is_a_suggestion_from_the_words(
    name: str, focus: str | None, direction: Direction | None
) -> None:
    assert direction_hint(name, focus) == direction
