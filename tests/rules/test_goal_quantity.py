"""Test goal quantity: what in a sentence can be counted or seen."""

import pytest

from trinnvis.rules.goal_quantity import (
    has_number,
    has_quantity,
    promises_feelings_to_all,
)


@pytest.mark.parametrize(
    "text",
    [
        "Tidlig innsats på 1.–4. trinn i 2026",
        "Trygg skolevei innen 31.12.2027",
        "Trygg skolevei innen 31. desember",
        "Oppfylle kravene i § 9A-4",
        "Åpent til kl. 15.30 i uke 40",
        "Renhold etter INSTA 800 og TEK17",
        "Tjenester til barn 0–6 år",
        "Tjenester til barn under 6 år",
        "Aktivitet for 16–19-åringer",
        "Drift i tråd med bærekraftsmål 13",
        "Bedre resultater på 10-FAKTOR",
        "Vakt 24/7",
        "Samarbeid mellom de to skolene",
        "Bedre folkehelse de neste fire årene",
        "Handlingsplan 2026–2029",
        "Færre på nivå 1 og 2",
    ],
)
def test_names_of_time_and_things_are_no_numbers(text):
    assert has_number(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "Ventetiden er 14 dager",
        "Fraværet er høyst 8. Det måles hver måned",
        "Vi har som mål 95 % fornøyde",
        "Snitt på nivå 3,5",
        "Ni av ti er fornøyde",
        "Halvparten av bilene er elektriske",
        "Vi svarer innen to dager",
        "Responstida er under eitt minutt",
        "Fra 24 km til 12 km innen 31.12.2027",
        "Snittet på 9. trinn er 54",
        "Mottakere under 30 år får 5,0 måneder",
    ],
)
def test_amounts_are_numbers(text):
    assert has_number(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Regnskapet går i balanse.",
        "Eininga held budsjettet.",
        "Vi holder oss innenfor budsjettet.",
        "Driften er innenfor vedtatt ramme.",
        "Ventelisten til SFO er tom ved skolestart.",
        "Nye Fagerheim er tatt i bruk.",
        "Alle brannobjekter har hatt tilsyn.",
        "Ingen drepte eller hardt skadde på kommunale veier.",
        "Nettsidene har ingen brudd på kravene.",
        "Innen våren har hver avdeling en brannvernleder.",
        "Kvar tilsett har hatt medarbeidarsamtale.",
    ],
)
def test_what_can_be_seen_is_a_quantity(text):
    assert has_quantity(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "God økonomistyring.",
        "Alle elever skal trives.",
        "Ingen ansatte skal være misfornøyde.",
        "Alle barn skal få en god oppvekst.",
        "Alle brukere får bedre hjelp.",
        "Ivareta barnets beste i alle saker.",
        "En skole for alle.",
        "Alle skal med.",
        "Ingen skal falle utenfor.",
        "Innenfor rammene som gjelder.",
    ],
)
def test_what_can_only_be_felt_is_no_quantity(text):
    assert has_quantity(text) is False


def test_a_feeling_promised_to_everyone_is_told_from_one_that_is_not():
    assert promises_feelings_to_all("Alle elever trives.") is True
    assert promises_feelings_to_all("Alle skal trives.") is False
    assert promises_feelings_to_all("Elevene trives.") is False
    assert promises_feelings_to_all("Alle elever har plan.") is False
