"""Titles: whose scorecard it is, and for which year."""

import pytest

from trinnvis.sources.scorecards.titles import (
    Title,
    municipality_in,
    name_in_sheet_name,
    read_title,
    year_in,
    year_in_source,
)


@pytest.mark.parametrize(
    ("lines", "focuses", "unit", "year"),
    [
        (
            ("Løten kommune – Teknisk drift – Årsmelding 2015",),
            (),
            "Teknisk drift",
            "2015",
        ),
        (
            ("Løten kommune – Lund skole/SFO – Målekort, målår 2015",),
            (),
            "Lund skole/SFO",
            "2015",
        ),
        (("Asker kommune – Medarbeidere HP16",), ("medarbeidere",), None, "2016"),
        (("Asker kommune – Læring 2015",), ("læring og fornyelse",), None, "2015"),
        (("Klepp kommune – Årsmelding 2014",), (), None, "2014"),
        (("Sandnes kommune – Økonomiplan 2017-2020",), (), None, "2017"),
        (("Kongsvinger kommune", "Målkort Kultur 2014"), (), "Kultur", "2014"),
        (("Målekart 2016", "Enhet: Hjemmetjenesten"), (), "Hjemmetjenesten", "2016"),
        (
            ("Askim kommune – Virksomhetenes målkart 2015", "Askimskolen"),
            (),
            "Askimskolen",
            "2015",
        ),
        (("Os kommune – NAV – 2019", "Virksomhetsleder: (rolle)"), (), "NAV", "2019"),
    ],
)
def test_title_tells_unit_and_year(
    lines: tuple[str, ...], focuses: tuple[str, ...], unit: str | None, year: str
) -> None:
    title = read_title(lines, frozenset(focuses))
    assert (title.unit, title.year) == (unit, year)


def test_title_in_lower_case_is_what_a_table_is_about() -> None:
    assert read_title(
        ("Løten kommune – sykefravær i prosent 2015",), frozenset()
    ) == Title("Løten kommune", None, "2015", "sykefravær i prosent")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Løten kommune", "Løten kommune"),
        ("Målekart for Nordre Land kommune 2013", "Nordre Land kommune"),
        ("Sandnes kommunale barnehager", None),
    ],
)
def test_municipality_is_named_with_its_word(text: str, name: str | None) -> None:
    assert municipality_in(text) == name


@pytest.mark.parametrize(
    ("name", "rest"),
    [("BaRM 2016", None), ("Samfunn 2015", None), ("Ark1", None), ("NAV 2015", "NAV")],
)
def test_sheet_named_after_a_document_names_no_unit(
    name: str, rest: str | None
) -> None:
    assert name_in_sheet_name(name) == rest


def test_year_is_not_chosen_between_two() -> None:
    assert year_in("Målekart 2015 med resultat 2014") is None
    assert year_in("Resultat 2014, målår 2015") == "2015"


def test_source_address_tells_the_plan_s_first_year() -> None:
    address = (
        "Kilde: https://x.no/strategiplan-eiendom-2016-2026/handlingsprogram-2017-2020/"
    )
    assert year_in_source(address) == "2017"
    assert year_in_source("Kilde: https://x.no/article37504-16999.html") is None
