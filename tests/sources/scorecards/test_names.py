"""Names: indicators without footnote marks, and their codes."""

import pytest

from trinnvis.sources.scorecards.names import code_depth, folded_name, indicator_name

EXPLAINED = frozenset({"2"})


@pytest.mark.parametrize(
    ("printed", "code", "name"),
    [
        ("MA.1.1. Medarbeidertilfredshet.", "MA.1.1", "Medarbeidertilfredshet"),
        ("B-KFF.1.1. Strender", "B-KFF.1.1", "Strender"),
        ("1.2 Trivsel", "1.2", "Trivsel"),
        ("B1 Trivsel", "B1", "Trivsel"),
        ("1 Innbyggertall", None, "1 Innbyggertall"),
        ("NAV 24 timer", None, "NAV 24 timer"),
        (
            "Netto driftsresultat i % av driftsinnt.",
            None,
            "Netto driftsresultat i % av driftsinnt.",
        ),
        ("Brukertilfredshet* Trivsel", None, "Brukertilfredshet Trivsel"),
        ("* Foreldreundersøkelsen, trivsel", None, "Foreldreundersøkelsen, trivsel"),
        ("Trivsel (2)", None, "Trivsel"),
        ("Trivsel (3)", None, "Trivsel (3)"),
        ("Trivsel¹", None, "Trivsel"),
        ("Areal i m²", None, "Areal i m²"),
        ("Sykefravær\u00a0-\u00a0egenmeldt", None, "Sykefravær - egenmeldt"),
    ],
)
def test_name_is_kept_without_marks(printed: str, code: str | None, name: str) -> None:
    read = indicator_name(printed, EXPLAINED)
    assert (read.code, read.name) == (code, name)


def test_asterisks_are_counted_for_their_footnote() -> None:
    assert indicator_name("Trivsel på skolen***", EXPLAINED).stars == 3


def test_code_has_as_many_levels_as_numbers() -> None:
    assert [code_depth(code) for code in ("B.1", "B.1.1", None)] == [1, 2, None]


def test_names_are_compared_without_dashes_and_marks() -> None:
    assert folded_name("Sykefravær – sykemeldt*") == folded_name(
        "sykefravær - Sykemeldt"
    )
