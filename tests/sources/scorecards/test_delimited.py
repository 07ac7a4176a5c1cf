"""Delimited: CSV files in the encodings and states they come in."""

import time

import pytest

from tests.sources.scorecards.books import DATA
from trinnvis.sources.scorecards import (
    FileFault,
    FileRefused,
    NoticeKind,
    Scorecard,
    ScorecardRow,
    read_scorecard,
)

CARD = (
    "Enhet;Fokusområde;Indikator;Mål 2015;Resultat 2014\n"
    "Årvoll skole;Brukere;Trivsel på skolen;>=5,5;5,2\n"
    "Årvoll skole;Økonomi;Avvik;<4,0 %;–\n"
)


def read(content: bytes) -> Scorecard:
    return read_scorecard(content, "målekart.csv")


def refused(content: bytes) -> tuple[FileFault, int]:
    with pytest.raises(FileRefused) as found:
        read(content)
    return found.value.fault, found.value.row


def named(scorecard: Scorecard) -> list[tuple[str, str, str | None]]:
    return [(row.unit, row.indicator, row.focus) for row in scorecard.rows]


RIGHT = [
    ("Årvoll skole", "Trivsel på skolen", "Brukere"),
    ("Årvoll skole", "Avvik", "Økonomi"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encoding_is_found_out(encoding: str) -> None:
    scorecard = read(CARD.encode(encoding))
    assert named(scorecard) == RIGHT
    assert scorecard.notices == ()


def test_utf16_with_tabs_is_read() -> None:
    assert named(read(CARD.replace(";", "\t").encode("utf-16"))) == RIGHT


def test_mac_roman_is_read_and_asked_about() -> None:
    scorecard = read(CARD.replace("–", "").encode("mac_roman"))
    assert named(scorecard) == RIGHT
    assert [(n.kind, n.text) for n in scorecard.notices] == [
        (NoticeKind.ENCODING_GUESSED, "mac_roman")
    ]


def test_chosen_encoding_is_used() -> None:
    content = CARD.replace("–", "").encode("mac_roman")
    scorecard = read_scorecard(content, "x.csv", encoding="mac_roman")
    assert named(scorecard) == RIGHT
    assert scorecard.notices == ()


def test_invalid_byte_in_utf8_is_refused_with_its_row() -> None:
    content = CARD.encode() + b"Skole\xff;;Klager;5;4\n"
    assert refused(content) == (FileFault.UNREADABLE_CHARACTER, 4)


def test_text_that_was_broken_before_is_warned_about() -> None:
    broken = CARD.encode().decode("windows-1252", "replace").encode()
    (notice,) = [n for n in read(broken).notices if n.kind is NoticeKind.MOJIBAKE]
    assert notice.text == "FokusomrÃ¥de"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_of_every_kind_are_lines(ending: str) -> None:
    assert named(read(CARD.replace("\n", ending).encode())) == RIGHT


def test_decimal_comma_as_separator_is_refused_with_the_row() -> None:
    content = "Indikator,Resultat 2014\nTrivsel,4\nSykefravær,12,5\n"
    assert refused(content.encode()) == (FileFault.RAGGED_ROW, 3)


def test_unclosed_quote_does_not_swallow_the_file() -> None:
    content = CARD + 'Li skole;"Brukere;Fravær;5;4\nLi skole;Brukere;Trivsel;5;4\n'
    assert refused(content.encode()) == (FileFault.UNBALANCED_QUOTE, 4)


def test_quote_that_closes_in_the_wrong_place_is_refused_where_it_opened() -> None:
    content = CARD + 'Li;"Brukere;Fravær;5;4\nLi;"Økonomi";Trivsel;5;4\n'
    assert refused(content.encode()) == (FileFault.UNBALANCED_QUOTE, 4)


def test_line_break_in_quotes_is_one_row() -> None:
    content = CARD.replace("Trivsel på skolen", '"Trivsel\npå skolen"')
    assert named(read(content.encode())) == RIGHT


def test_doubled_quote_is_a_quote() -> None:
    content = CARD.replace("Avvik", '"Avvik ""stort"""')
    assert named(read(content.encode()))[1][1] == 'Avvik "stort"'


def test_empty_lines_are_skipped() -> None:
    content = CARD.replace("\nÅrvoll skole;Ø", "\n\n;;;;\nÅrvoll skole;Ø")
    assert named(read(content.encode())) == RIGHT


def test_long_line_is_refused_at_once() -> None:
    started = time.process_time()
    assert refused(b"Indikator;" + b"x" * 9_000_000) == (FileFault.LINE_TOO_LONG, 1)
    assert time.process_time() - started < 2


def test_file_with_null_bytes_is_not_text() -> None:
    assert refused(b"Indikator;M\x00l\n")[0] is FileFault.UNKNOWN_FORMAT


def test_formula_is_text_and_a_number_column_says_so() -> None:
    content = "Indikator;Mål 2015;Resultat 2014\nTrivsel;5;=1+1\n=1+1;5;4\n"
    first, second = read(content.encode()).rows
    assert (first.results[0].printed, first.results[0].value) == ("=1+1", None)
    assert second.indicator == "=1+1"


def test_apostrophe_of_our_own_export_is_taken_off() -> None:
    content = "Indikator;Mål 2015\n'=1+1;>4\n"
    assert read(content.encode()).rows[0].indicator == "=1+1"


def test_list_with_years_gives_target_and_both_results() -> None:
    content = (
        "kommune;enhet;år;indikator;måleenhet;retning;resultat_forrige;år_forrige;mål;"
        "akseptabelt;resultat\n"
        "Løten;Teknisk drift;2015;Tilfredshet;1-6;høyere;5,0;2014;5,2;4,8;5,3\n"
    )
    (row,) = read(content.encode()).rows
    assert (row.municipality, row.unit, row.year) == (
        "Løten kommune",
        "Teknisk drift",
        "2015",
    )
    assert [(str(t.value), str(t.acceptable)) for t in row.targets] == [("5.2", "4.8")]
    assert {r.period: str(r.value) for r in row.results} == {
        "2014": "5.0",
        "2015": "5.3",
    }
    assert (row.direction, row.direction_source, row.status) == (
        "higher",
        "column",
        "ok",
    )


def test_published_rows_are_the_same_in_both_encodings() -> None:
    text = (DATA / "maalekart.csv").read_text()
    old = text.encode("windows-1252")

    def rows(content: bytes) -> tuple[ScorecardRow, ...]:
        return read(content).rows

    assert rows(old) == rows(text.encode())
    assert len(rows(old)) == 481
