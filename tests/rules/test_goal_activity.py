"""Test goal activity: what will be done, told from what will be different."""

import pytest

from trinnvis.rules.goal_activity import is_activity


@pytest.mark.parametrize(
    "text",
    [
        "Innføre nytt leseprogram på 1.–4. trinn.",
        "Vi skal ansette en ny miljøterapeut.",
        "Enheten arrangerer tre konserter.",
        "Det skal holdes fagdag om demens.",
        "Det skal lagast ny plan for beredskap.",
        "Innen 1. mai skal vi ha ferdigstilt ny rusplan.",
        "Opplæring av alle sommervikarer i legemidler.",
        "Halde medarbeidarsamtale med alle tilsette.",
        "Ha faste møter med FAU.",
        "Halde foreldremøte to gonger i året.",
        "Alle ansatte skal kurses i HLR.",
    ],
)
def test_what_will_be_done_is_an_activity(text):
    assert is_activity(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Vi gjennomfører samtaler slik at 85 % av 75-åringene er spurt.",
        "Gjennomføre 95 % av planlagte hjemmebesøk.",
        "Oppfølging av sykmeldte starter innen 4 uker.",
        "Brukere og lærere er enige i 9 av 10 saker.",
        "Opprettholde et høyt faglig nivå.",
        "Trygge bygg for barn.",
        "Hver bruker skal ha en verdig hverdag.",
        "Flere skal velge å gå til jobb.",
        "Tettere oppfølging av elever.",
    ],
)
def test_what_will_be_different_is_no_activity(text):
    assert is_activity(text) is False
