"""Across: rows that say different things of the same."""

from tests.sources.scorecards.books import book, sheets
from trinnvis.sources.scorecards import Reason, ScorecardRow, read_scorecard

HEADING = ("Indikator", "Resultat 2014")


def rows(content: bytes) -> tuple[ScorecardRow, ...]:
    return read_scorecard(content, "bok.xlsx").rows


def asked(content: bytes, reason: Reason) -> list[tuple[str, int]]:
    return [(row.sheet, row.row) for row in rows(content) if reason in row.reasons]


def two_reports(first: str, second: str, name: str = "Sykefravær – sykemeldt") -> bytes:
    return sheets(
        {
            "Årsmelding": (
                ("Os kommune – NAV – Årsmelding 2014",),
                HEADING,
                ("Sykefravær - sykemeldt", first),
            ),
            "Målekort": (
                ("Os kommune – NAV – Målekort 2015",),
                HEADING,
                (name, second),
            ),
        }
    )


def test_two_sheets_with_different_figures_conflict() -> None:
    assert asked(two_reports("5,1 %", "4,2 %"), Reason.CONFLICT) == [
        ("Årsmelding", 3),
        ("Målekort", 3),
    ]


def test_figure_printed_with_fewer_decimals_is_the_same_figure() -> None:
    assert asked(two_reports("4,69 %", "4,7 %"), Reason.CONFLICT) == []


def test_other_indicators_do_not_conflict() -> None:
    assert (
        asked(two_reports("5,1 %", "4,2 %", "Sykefravær samlet"), Reason.CONFLICT) == []
    )


def test_same_name_under_two_focuses_is_two_indicators() -> None:
    content = book(
        HEADING, ("8. trinn",), ("Lesing", "46"), ("9. trinn",), ("Lesing", "53")
    )
    assert asked(content, Reason.SAME_INDICATOR_TWICE) == []


def test_same_indicator_twice_in_one_table_is_rejected_with_both_rows() -> None:
    content = book(
        HEADING, ("Sykefravær", "12"), ("Trivsel", "4"), ("Sykefravær", "14")
    )
    assert asked(content, Reason.SAME_INDICATOR_TWICE) == [("NAV", 2), ("NAV", 4)]


def test_fraction_among_other_units_percents_is_asked_about() -> None:
    content = book(
        ("Enhet", "Indikator", "Måleenhet", "Resultat 2014"),
        ("Fjell skole", "Andel fornøyde", "%", 85),
        ("Li skole", "Andel fornøyde", "%", 0.85),
        ("Ås skole", "Andel fornøyde", "%", 71),
    )
    assert asked(content, Reason.FRACTION_IN_PERCENT) == [("NAV", 3)]
