"""Headings: the words municipalities put above their columns."""

import pytest

from trinnvis.sources.scorecards.headings import Role, heading_of, nearest_known


@pytest.mark.parametrize(
    ("text", "role", "period"),
    [
        ("Sentrale utfordringer / Måleindikatorer", Role.INDICATOR, None),
        ("Utvalgte styringsparametere", Role.INDICATOR, None),
        ("Indikatorar", Role.INDICATOR, None),
        ("Resultatindikator", Role.INDICATOR, None),
        ("Ønsket\nresultat", Role.TARGET, None),
        ("Ønskt resultat", Role.TARGET, None),
        ("Ambisjons-\nnivå", Role.TARGET, None),
        ("Ambisjon 2015", Role.TARGET, "2015"),
        ("Måltall 2016", Role.TARGET, "2016"),
        ("Mål 15", Role.TARGET, "2015"),
        ("Mål 2016-2019", Role.TARGET, "2016-2019"),
        ("Laveste aksepterte\nresultat", Role.ACCEPTABLE, None),
        ("Lågaste aksepterte resultat", Role.ACCEPTABLE, None),
        ("Akseptansegrense", Role.ACCEPTABLE, None),
        ("Ikke godkjent\nresultat", Role.NOT_APPROVED, None),
        ("Ikkje godkjend", Role.NOT_APPROVED, None),
        ("Uakseptabelt", Role.NOT_APPROVED, None),
        ("Ambisjon / akseptanse", Role.TARGET, None),
        ("Resultat 2014", Role.RESULT, "2014"),
        ("Res. 2014", Role.RESULT, "2014"),
        ("Status 2014", Role.RESULT, "2014"),
        ("Status", Role.STATUS, None),
        ("2014", Role.RESULT, "2014"),
        ("2014/2015", Role.RESULT, "2014/2015"),
        ("1. tertial 2015", Role.RESULT, "1. tertial 2015"),
        ("Resultat pr. 31.12.2014", Role.RESULT, "2014"),
        ("Resultat ved sist måling", Role.RESULT, "siste"),
        ("Resultat 10. trinn", Role.RESULT, None),
        ("Nasjonalt snitt 2014", Role.COMPARATOR, "2014"),
        ("KOSTRA-gruppe 11", Role.COMPARATOR, None),
        ("Rogaland 2014", Role.UNKNOWN, None),
        ("Måloppnåing", Role.STATUS, None),
        ("Mål", Role.GOAL_OR_TARGET, None),
        ("Kritisk suksessfaktor", Role.FOCUS, None),
        ("Ønsket utvikling", Role.DIRECTION, None),
        ("Fødselsnummer", Role.IDENTITY, None),
    ],
)
def test_heading_tells_what_a_column_holds(
    text: str, role: Role, period: str | None
) -> None:
    heading = heading_of(text)
    if role is Role.UNKNOWN or role is Role.COMPARATOR:
        assert heading.role is role
    else:
        assert (heading.role, heading.period) == (role, period)


def test_unknown_heading_gets_the_nearest_known_word() -> None:
    assert nearest_known("Kommantar") == "Kommentar"
    assert nearest_known("Bygningsareal") == ""
