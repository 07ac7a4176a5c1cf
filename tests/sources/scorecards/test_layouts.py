"""Layouts: other municipalities' ways of laying out a målekart."""

from decimal import Decimal

from tests.sources.scorecards.books import book, sheets
from trinnvis.sources.scorecards import (
    LAST_MEASURED,
    Direction,
    DirectionSource,
    Missing,
    NoticeKind,
    Reason,
    Scorecard,
    ScorecardRow,
    Status,
    read_scorecard,
)

Level = tuple[str, Decimal | None, Decimal | None]


def read(content: bytes) -> Scorecard:
    return read_scorecard(content, "bok.xlsx")


def row(scorecard: Scorecard, indicator: str) -> ScorecardRow:
    (found,) = [row for row in scorecard.rows if row.indicator == indicator]
    return found


def levels(row: ScorecardRow) -> list[Level]:
    return [(target.year, target.value, target.acceptable) for target in row.targets]


def results(row: ScorecardRow) -> dict[str, Decimal | Missing | None]:
    return {result.period: result.value or result.missing for result in row.results}


def notices(scorecard: Scorecard, kind: NoticeKind) -> list[tuple[str, str]]:
    return [(n.cell, n.text) for n in scorecard.notices if n.kind is kind]


AMBITION = sheets(
    {
        "Askimskolen": (
            ("Askim kommune – Virksomhetenes målkart 2015",),
            ("Askimskolen",),
            (),
            (
                "Fokusområde",
                "Kode",
                "Styringsindikator",
                "Kilde",
                "Siste resultat",
                "Ambisjon",
                "Akseptabelt nivå",
            ),
            ("Brukere", "B1", "Elevenes trivsel", "BU", 4.4, "4,5", "4,3"),
            (None, "B2", "Ingen gjennomgående indikator", None, "–", "–", "–"),
            ("Medarbeidere", "M1", "Tilfredshet", "MU", "NY", "5,0", "4,7"),
            (None, "M2", "Sykefravær", "DK", "7,9", "7,0", "7,9"),
            (
                "Læring",
                "L1",
                "Nærvær",
                "DK",
                (0.921, "0.0 %"),
                (0.93, "0.0 %"),
                (0.92, "0.0 %"),
            ),
            (None, "L2", "Mestring", "MU", "4,1", "4,3", "4,3"),
        )
    },
    merged=("A5:A6", "A7:A8"),
)


def test_ambition_against_acceptance_gives_direction() -> None:
    absence = row(read(AMBITION), "Sykefravær")
    assert levels(absence) == [("2015", Decimal("7.0"), Decimal("7.9"))]
    assert absence.direction is Direction.LOWER
    assert absence.direction_source is DirectionSource.AMBITION
    assert results(absence) == {LAST_MEASURED: Decimal("7.9")}
    assert absence.status is Status.OK


def test_focus_beside_merged_cells_is_carried_down() -> None:
    found = [(row.code, row.focus) for row in read(AMBITION).rows]
    assert found == [
        ("B1", "Brukere"),
        ("M1", "Medarbeidere"),
        ("M2", "Medarbeidere"),
        ("L1", "Læring"),
        ("L2", "Læring"),
    ]


def test_equal_ambition_and_acceptance_is_asked_about() -> None:
    assert row(read(AMBITION), "Mestring").status is Status.ASK


def test_row_without_a_common_indicator_is_told_and_left_out() -> None:
    assert notices(read(AMBITION), NoticeKind.NO_COMMON_INDICATOR) == [
        ("C6", "Ingen gjennomgående indikator")
    ]


def test_percent_format_gives_percent_points() -> None:
    presence = row(read(AMBITION), "Nærvær")
    assert levels(presence) == [("2015", Decimal(93), Decimal(92))]
    assert results(presence) == {LAST_MEASURED: Decimal("92.1")}
    assert presence.results[0].printed == "92,1 %"


def test_heading_that_names_a_focus_starts_a_table_of_that_focus() -> None:
    scorecard = read(
        book(
            ("Askim kommune – NAV – målkart 2015",),
            ("Brukere", "Kilde", "Resultat 2014", "Ambisjon 2015", "Akseptanse 2015"),
            ("B.1 Brukertilfredshet", "BU", "4,9", "5,0", "4,8"),
            (
                "Medarbeidere",
                "Kilde",
                "Resultat 2014",
                "Ambisjon 2015",
                "Akseptanse 2015",
            ),
            ("M.1 Sykefravær", "DK", "9,1", "7,5", "8,0"),
        )
    )
    assert [(r.focus, r.code, r.indicator, r.source) for r in scorecard.rows] == [
        ("Brukere", "B.1", "Brukertilfredshet", "BU"),
        ("Medarbeidere", "M.1", "Sykefravær", "DK"),
    ]


def test_years_below_roles_make_one_heading() -> None:
    scorecard = read(
        sheets(
            {
                "Kultur": (
                    ("Kongsvinger kommune",),
                    ("Målkort Kultur 2014",),
                    ("Fokusområde", "Indikator", "Resultat", None, "Mål", None),
                    (None, None, 2012, 2013, 2014, 2015),
                    ("Brukere", "Besøk", 4.1, 4.3, ">4,5", ">4,6"),
                )
            },
            merged=("C3:D3", "E3:F3"),
        )
    )
    visits = row(scorecard, "Besøk")
    assert results(visits) == {"2012": Decimal("4.1"), "2013": Decimal("4.3")}
    assert levels(visits) == [
        ("2014", Decimal("4.5"), None),
        ("2015", Decimal("4.6"), None),
    ]


def test_years_above_roles_make_one_heading() -> None:
    scorecard = read(
        sheets(
            {
                "Skule": (
                    ("Os kommune – Os barneskule – styringskort",),
                    (None, "2014", None, "2015", None),
                    ("Styringsindikator", "Mål", "Resultat", "Mål", "Resultat"),
                    ("Sjukefråvær", "< 6 %", "7,1 %", "maks 6 %", "ikkje målt"),
                )
            },
            merged=("B2:C2", "D2:E2"),
        )
    )
    absence = row(scorecard, "Sjukefråvær")
    assert levels(absence) == [("2014", Decimal(6), None), ("2015", Decimal(6), None)]
    assert results(absence) == {"2014": Decimal("7.1"), "2015": Missing.NOT_MEASURED}


def test_heading_words_split_over_two_rows_are_joined() -> None:
    scorecard = read(
        book(
            ("Målekart 2016",),
            ("Enhet: Hjemmetjenesten",),
            ("Måleindikator", "Ønsket", "Laveste", "Ikke", "Resultat"),
            (None, "resultat", "aksepterte resultat", "godkjent", "2015"),
            ("Brukere",),
            ("Tilfredshet", "5,0 - 6,0", "4,5 - 4,9", "1 - 4,4", "4,7"),
        )
    )
    satisfaction = row(scorecard, "Tilfredshet")
    assert levels(satisfaction) == [("2016", Decimal(5), Decimal("4.5"))]
    assert satisfaction.unit == "Hjemmetjenesten"
    assert satisfaction.focus == "Brukere"


def test_bands_in_one_cell_are_a_whole_target() -> None:
    scorecard = read(
        book(
            ("Bærum kommune – Snarøya barnehage – 2019",),
            ("Perspektiv", "Indikator", "Mål (grønn / gul / rød)", "Resultat"),
            ("Bruker", "Foreldretilfredshet", "4,5–6 / 4–4,4 / 0–3,9", "4,6"),
            ("Bruker", "Sykefravær", "< 6 % / 6–8 % / > 8 %", "7,2 %"),
        )
    )
    assert levels(row(scorecard, "Foreldretilfredshet")) == [
        ("2019", Decimal("4.5"), Decimal(4))
    ]
    assert levels(row(scorecard, "Sykefravær")) == [("2019", Decimal(6), Decimal(8))]
    assert row(scorecard, "Sykefravær").direction is Direction.LOWER


def test_tables_of_several_units_in_one_sheet_are_kept_apart() -> None:
    scorecard = read(
        book(
            ("Nordre Land kommune – Styringskort 2013",),
            ("Dokka barneskole",),
            ("Indikator", "Resultat 2012", "Mål 2013"),
            ("Trivsel", "4,4", "4,5"),
            (),
            ("Torpa barnehage",),
            ("Indikator", "Resultat 2012", "Mål 2013"),
            ("Trivsel", "5,1", ">= 5"),
            ("Sum", "1", "2"),
        )
    )
    assert [(row.unit, row.indicator) for row in scorecard.rows] == [
        ("Dokka barneskole", "Trivsel"),
        ("Torpa barnehage", "Trivsel"),
    ]
    assert notices(scorecard, NoticeKind.TOTAL_ROW) == [("A9", "Sum")]


def test_nynorsk_card_is_read_as_a_bokmål_one() -> None:
    scorecard = read(
        book(
            ("Time kommune – Helse og velferd – Målekort 2018",),
            (
                "Kritisk suksessfaktor",
                "Styringsindikator",
                "Ønskt resultat",
                "Lågaste aksepterte resultat",
                "Ikkje godkjend resultat",
                "Resultat 2017",
            ),
            (
                "Friske tilsette",
                "Sjukefråvær",
                "under 6 %",
                "6–8 %",
                "over 8 %",
                "7,45 %¹",
            ),
            ("", "Heiltid", "minst 40 %", "30 - 39,9 %", "under 30 %", "ikkje målt"),
            ("¹ Tal frå NAV",),
        )
    )
    absence, full_time = scorecard.rows
    assert levels(absence) == [("2018", Decimal(6), Decimal(8))]
    assert results(absence) == {"2017": Decimal("7.45")}
    assert levels(full_time) == [("2018", Decimal(40), Decimal(30))]
    assert full_time.focus == "Friske tilsette"
    assert notices(scorecard, NoticeKind.FOOTNOTE) == [("A5", "¹ Tal frå NAV")]


def test_units_in_a_column_are_units_of_their_rows() -> None:
    scorecard = read(
        book(
            ("Virksomhet", "Indikator", "Mål 2015", "Resultat 2015"),
            ("Fjell skole", "Trivsel", ">4,5", "4,6"),
            (None, "Sykefravær", "<5", "5,2"),
            ("Li skole", "Trivsel", ">4,5", "4,1"),
        )
    )
    assert [(row.unit, row.indicator, row.status) for row in scorecard.rows] == [
        ("Fjell skole", "Trivsel", Status.OK),
        ("Fjell skole", "Sykefravær", Status.OK),
        ("Li skole", "Trivsel", Status.OK),
    ]


def test_goal_column_is_not_taken_for_a_target() -> None:
    scorecard = read(
        book(
            ("Harstad kommune – Teknisk drift – virksomhetsplan 2011-2014",),
            ("Mål", "Indikator", "Måleenhet", "Status 2010", "Mål 2011", "Mål 2014"),
            ("God vannkvalitet", "Avvik", "antall", 3, "<2", "0"),
            (None, "Lekkasje", "%", 38, 35, "30"),
        )
    )
    deviation, leaks = scorecard.rows
    assert (deviation.goal, leaks.goal) == ("God vannkvalitet", "God vannkvalitet")
    assert levels(leaks) == [("2011", Decimal(35), None), ("2014", Decimal(30), None)]
    assert (deviation.measure, leaks.measure) == ("antall", "%")


def test_other_places_figures_are_told_and_not_imported() -> None:
    scorecard = read(
        book(
            ("Sarpsborg kommune – Omsorg – 2014",),
            (
                "Indikator",
                "Mål 2014",
                "1. tertial 2014",
                "KOSTRA-gruppe 13",
                "Landet 2013",
            ),
            ("Klager", "< 10", "4", "7", "9"),
        )
    )
    assert results(scorecard.rows[0]) == {"1. tertial 2014": Decimal(4)}
    assert notices(scorecard, NoticeKind.COMPARATOR_COLUMN) == [
        ("", "KOSTRA-gruppe 13"),
        ("", "Landet 2013"),
    ]


def test_unknown_column_is_told_with_the_nearest_word() -> None:
    scorecard = read(
        book(("Indikator", "Mål 2015", "Kommantar"), ("Trivsel", "> 4", "bra"))
    )
    (notice,) = [n for n in scorecard.notices if n.kind is NoticeKind.UNKNOWN_COLUMN]
    assert (notice.text, notice.suggestion) == ("Kommantar", "Kommentar")


def test_second_column_for_the_same_year_is_told_and_not_imported() -> None:
    scorecard = read(
        book(
            ("Indikator", "Mål 2015", "Resultat 2014", "2014"),
            ("Trivsel", "> 4", "3", "3,5"),
        )
    )
    assert results(scorecard.rows[0]) == {"2014": Decimal(3)}
    assert notices(scorecard, NoticeKind.COLUMN_NOT_IMPORTED) == [("", "2014")]


def test_sheet_named_after_neither_unit_nor_document_is_asked_about() -> None:
    scorecard = read(
        book(
            ("Sola kommune – Målekart 2015",),
            ("Indikator", "Mål", "Resultat 2014"),
            ("Trivsel", "> 4", "3"),
            sheet="Kirkegata",
        )
    )
    assert scorecard.rows[0].reasons == (Reason.UNIT_NOT_PRINTED,)


def test_target_without_any_year_is_asked_about() -> None:
    scorecard = read(
        book(("Indikator", "Mål", "Resultat 2014"), ("Trivsel", "> 4", "3"))
    )
    assert Reason.TARGET_YEAR_NOT_PRINTED in scorecard.rows[0].reasons


def test_same_indicator_twice_with_different_figures_is_rejected() -> None:
    scorecard = read(
        book(
            ("Indikator", "Mål 2015", "Resultat 2014"),
            ("Trivsel", "> 4", "3"),
            ("Trivsel", "> 4", "4"),
        )
    )
    assert [(row.row, row.status) for row in scorecard.rows] == [
        (2, Status.REJECT),
        (3, Status.REJECT),
    ]


def test_printed_operator_against_a_sure_indicator_is_asked_about() -> None:
    scorecard = read(book(("Indikator", "Mål 2015"), ("Sykefravær", ">7,0%")))
    absence = scorecard.rows[0]
    assert (absence.direction, absence.direction_printed) == (None, Direction.HIGHER)
    assert absence.direction_hint is Direction.LOWER
    assert absence.status is Status.ASK


def test_direction_is_never_taken_from_the_name_alone() -> None:
    absence = read(book(("Indikator", "Mål 2015"), ("Sykefravær", "7,0%"))).rows[0]
    assert (absence.direction, absence.direction_hint) == (None, Direction.LOWER)
    assert absence.reasons == (Reason.DIRECTION_NOT_PRINTED,)


CODED = book(
    ("ASKIM KOMMUNE OVERORDNET MÅLKART 2015",),
    ("", "", "Kilde", "Siste", "Ambisjon", "Akseptabelt"),
    ("BRUKERE",),
    ("B.1. God kvalitet på tjenestene",),
    ("B.1.1", "Brukertilfredshet", "BU", "5,0", "5,1", "5,0"),
    ("B.2. God tilgjengelighet på tjenestene",),
    ("", "Ingen gjennomgående indikator 2015"),
    ("MEDARBEIDERE",),
    ("M.1.2", "Sykefravær", "DK", "7,9%", "7,0%", "7,9%"),
    ("M.3.2", "Turnover", "DK", "3%", "6,5%", "4,5%"),
    sheet="Overordnet",
)


def test_coded_line_of_fewer_numbers_is_the_goal_of_the_lines_below() -> None:
    found = [(row.code, row.goal, row.focus) for row in read(CODED).rows]
    assert found == [
        ("B.1.1", "God kvalitet på tjenestene", "BRUKERE"),
        ("M.1.2", None, "MEDARBEIDERE"),
        ("M.3.2", None, "MEDARBEIDERE"),
    ]


def test_municipality_in_capitals_is_named_as_usual() -> None:
    scorecard = read(CODED)
    assert scorecard.municipality == "Askim kommune"
    assert scorecard.units == ("Askim kommune",)


def test_levels_in_the_unlikely_order_are_asked_about() -> None:
    turnover = row(read(CODED), "Turnover")
    assert (turnover.direction, turnover.direction_printed) == (None, Direction.HIGHER)
    assert turnover.status is Status.ASK


def test_label_and_value_beside_it_name_the_unit_and_the_year() -> None:
    scorecard = read(
        book(
            ("Enhet:", "Hjemmetjenesten"),
            ("År:", 2019),
            (
                "Målekartet viser hva vi vil, og hva vi fikk til i fjor. Alle var med på det.",
            ),
            ("Indikator", "Mål i %", "Resultat 2018 (%)"),
            ("Heltid", "> 40", "38"),
        )
    )
    (full_time,) = scorecard.rows
    assert full_time.unit == "Hjemmetjenesten"
    assert levels(full_time) == [("2019", Decimal(40), None)]
    assert full_time.measure == "%"


def test_levels_and_years_under_spanning_headings_are_told_apart() -> None:
    scorecard = read(
        sheets(
            {
                "Omsorg": (
                    ("Fet kommune – Omsorg – Styringskort 2012",),
                    (
                        "Perspektiv",
                        "Suksessfaktor",
                        "Indikator",
                        "Måltall",
                        None,
                        None,
                        "Resultat",
                    ),
                    (None, None, None, "Grønn", "Gul", "Rød", "2010", "2011", "Siste"),
                    (
                        "Bruker",
                        "Gode tjenester",
                        "Klager",
                        "< 5",
                        "5–10",
                        "> 10",
                        12,
                        7,
                        6,
                    ),
                )
            },
            merged=("D2:F2", "G2:I2"),
        )
    )
    (complaints,) = scorecard.rows
    assert levels(complaints) == [("2012", Decimal(5), Decimal(10))]
    assert results(complaints) == {
        "2010": Decimal(12),
        "2011": Decimal(7),
        LAST_MEASURED: Decimal(6),
    }
    assert (complaints.focus, complaints.goal) == ("Bruker", "Gode tjenester")


def test_file_of_units_and_years_takes_its_indicator_from_the_title() -> None:
    scorecard = read(
        book(
            ("Sola kommune – sykefravær i %",),
            ("Enhet", "2013", "2014"),
            ("Kultur", "5,1", "4,9"),
            ("Totalt", "5", "5"),
            sheet="Sykefravær",
        )
    )
    assert [(row.unit, row.indicator, row.measure) for row in scorecard.rows] == [
        ("Kultur", "Sykefravær", "%"),
        ("Sola kommune", "Sykefravær", "%"),
    ]
    assert notices(scorecard, NoticeKind.TOTAL_ROW) == [("A4", "Totalt")]


def test_same_file_has_the_same_checksum() -> None:
    assert read(CODED).checksum == read(CODED).checksum
    assert read(CODED).checksum != read(AMBITION).checksum
