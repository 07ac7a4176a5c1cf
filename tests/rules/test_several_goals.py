"""Test several goals: two in one sentence, and what only looks so."""

import pytest

from trinnvis.rules.several_goals import holds_several_goals


@pytest.mark.parametrize(
    "text",
    [
        "Færre fall og bedre ernæring.",
        "Høyere nærvær, bedre arbeidsmiljø og lavere turnover.",
        "Redusere fraværet til 7 % og øke svarprosenten til 70 %.",
        "Høyst 12 ansatte per bruker, og 90 % av besøkene innen avtalt tid.",
        "Sykefraværet er under 7 % og turnover er høyst 10 %.",
        "Øke besøket til 45 000 og skaffe 20 nye frivillige.",
        "Auke delen økologisk mat til 15 % og kutte matsvinnet til 50 gram.",
        "Øke antall frivillige til 50 og få ned ventetiden til tre uker.",
        "Styrke foreldresamarbeidet og øke leseferdighetene.",
    ],
)
def test_two_changes_or_two_amounts_are_two_goals(text):
    assert holds_several_goals(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Minst 300 barn og unge har fast aktivitet.",
        "Plan- og byggesaker er avgjort innen 8 uker.",
        "9 av 10 er fornøyd med mat og måltider.",
        "Elever på nivå 1 og 2 går ned fra 31 % til 25 %.",
        "Mellom 20 og 25 ungdommer er i sommerjobb.",
        "Øke utlånet med 10 %, fra 30 000 til 33 000.",
        "Fraværet er under 8 % i 2026, mot 9,7 % i 2025.",
        "Fraværet er under 8 % (10,4 % i 2025) og måles hver måned.",
        "Flere og bedre møteplasser.",
        "Færre fall.",
        "Øker fra 12 til 40, uten at antall skader øker til 5.",
        "Øke og styrke, ",
    ],
)
def test_one_change_told_at_length_is_one_goal(text):
    assert holds_several_goals(text) is False
