"""Import words: every reason has a sentence, and bad files the sentences agreed."""

from decimal import Decimal

import pytest

from trinnvis.rules.import_answers import Answer
from trinnvis.rules.import_plan import Fate, Why
from trinnvis.rules.import_refusals import BuiltOn, ImportRefusal
from trinnvis.rules.scorecard_facts import (
    Direction,
    Missing,
    Notice,
    NoticeKind,
    Reason,
    Result,
    RowKind,
    ScorecardRow,
    Target,
)
from trinnvis.rules.scorecard_faults import FileFault
from trinnvis.signs.import_reasons import reason_sentence
from trinnvis.signs.import_words import (
    answer_word,
    built_on_sentence,
    direction_word,
    fate_word,
    fault_sentence,
    notice_sentence,
    refusal_sentence,
    why_sentence,
)


def row(*results: Result, line: int = 4, **more: object) -> ScorecardRow:
    facts: dict[str, object] = {
        "sheet": "Mål",
        "row": line,
        "kind": RowKind.INDICATOR,
        "municipality": None,
        "unit": "Solvik skole",
        "indicator": "Sykefravær",
        "year": "2026",
        "results": results,
    }
    return ScorecardRow(**(facts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "where", "sentence"),
    [
        (FileFault.EMPTY, {}, "Filen er tom."),
        (
            FileFault.OLD_EXCEL,
            {},
            "Gammelt Excel-format. Åpne filen og lagre som .xlsx.",
        ),
        (
            FileFault.TOO_MANY_ROWS,
            {"row": 1048576},
            "Regnearket går til rad 1\u00a0048\u00a0576. "
            "Slett tomme rader under dataene og prøv igjen.",
        ),
        (
            FileFault.RAGGED_ROW,
            {"row": 2, "text": "3/2"},
            "Rad 2 har 3 kolonner, men overskriften har 2. Bruk semikolon som skille.",
        ),
        (
            FileFault.UNREADABLE_CHARACTER,
            {"row": 8},
            "Rad 8 har et tegn som ikke kan leses. Velg et annet tegnsett.",
        ),
        (
            FileFault.UNBALANCED_QUOTE,
            {"row": 2},
            "Rad 2: anførselstegnet er ikke avsluttet.",
        ),
        (FileFault.LINE_TOO_LONG, {"row": 1}, "Rad 1 er for lang."),
    ],
)
def test_a_file_that_is_not_read_says_why_and_what_to_do(
    fault: FileFault, where: dict[str, object], sentence: str
) -> None:
    assert fault_sentence(fault, **where) == sentence  # type: ignore[arg-type]


@pytest.mark.parametrize("fault", list(FileFault))
def test_every_fault_has_a_sentence(fault: FileFault) -> None:
    said = fault_sentence(fault, sheet="Ark1", row=3, text="4/2")
    assert said.endswith(".")
    assert "%" not in said


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_every_notice_has_a_sentence(kind: NoticeKind) -> None:
    said = notice_sentence(Notice(kind, "Ark1", "C40", "5", "Kommentar"))
    assert "%(" not in said
    assert said


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        (
            Notice(NoticeKind.UNKNOWN_COLUMN, "Ark1", "", "Kommantar", "Kommentar"),
            "Ukjent kolonne «Kommantar». Mener du «Kommentar»?",
        ),
        (
            Notice(NoticeKind.HIDDEN_ROWS, "Ark1", text="5"),
            "Filen har 5 skjulte rader. Skal de tas med?",
        ),
        (
            Notice(NoticeKind.TOTAL_ROW, "Ark1", "A40", "Sum"),
            "Rad 40 ser ut som en sumrad og er ikke tatt med.",
        ),
        (
            Notice(NoticeKind.MOJIBAKE, "Ark1", text="MÃ¥ltall"),
            "Teksten ser ut til å ha feil tegnsett: «MÃ¥ltall». "
            "Velg tegnsett og se på nytt.",
        ),
    ],
)
def test_what_was_seen_in_the_file_is_told(notice: Notice, sentence: str) -> None:
    assert notice_sentence(notice) == sentence


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    told = row(Result("2026", "x", "C7", missing=Missing.TEXT))
    said = reason_sentence(reason, told)
    assert "%(" not in said
    assert said[-1] in ".?"


def test_a_fraction_among_percents_asks_for_what_was_meant() -> None:
    told = row(Result("2026", "0.85", "C7", value=Decimal("0.85")))
    assert (
        reason_sentence(Reason.FRACTION_IN_PERCENT, told)
        == "Celle C7: 0,85 prosent. Mener du 85?"
    )


def test_a_broken_cell_says_which() -> None:
    told = row(Result("2026", "#DIV/0!", "C7", missing=Missing.BROKEN))
    assert reason_sentence(Reason.BROKEN_CELL, told) == (
        "Celle C7: Excel viser feilen #DIV/0!. Rett formelen eller la cellen stå tom."
    )


def test_a_date_for_a_number_says_which_cell() -> None:
    told = row(Result("2026", "01.02.2026", "C7", missing=Missing.TEXT))
    assert reason_sentence(Reason.DATE_INSTEAD_OF_NUMBER, told) == (
        "Celle C7: Excel har gjort tallet om til en dato. Skriv tallet på nytt."
    )


def test_the_same_indicator_twice_says_both_rows() -> None:
    rows = (row(line=4), row(line=9))
    assert reason_sentence(Reason.SAME_INDICATOR_TWICE, rows[0], rows) == (
        "Indikatoren «Sykefravær» har to ulike tall: rad 4 og rad 9."
    )


def test_a_target_without_direction_says_the_print() -> None:
    told = row(targets=(Target("2026", "4,5", "D7", value=Decimal("4.5")),))
    assert reason_sentence(Reason.DIRECTION_NOT_PRINTED, told) == (
        "Det står ikke om høyere eller lavere er bedre enn «4,5»."
    )


def test_every_kind_has_its_word() -> None:
    said = [
        *(answer_word(answer) for answer in Answer),
        *(direction_word(direction) for direction in Direction),
        *(fate_word(fate) for fate in Fate),
        *(why_sentence(why, 2026) for why in Why),
        *(refusal_sentence(reason) for reason in ImportRefusal),
    ]
    assert [text for text in said if not text or "%(" in text] == []


def test_what_was_built_says_unit_and_name() -> None:
    built = BuiltOn("action", "Flere leser", "Solvik skole")
    assert built_on_sentence(built) == "Solvik skole: «Flere leser» har fått tiltak."
    other = BuiltOn("pulse", "Flere leser", "Solvik skole")
    assert built_on_sentence(other) == (
        "Solvik skole: noen har arbeidet videre med «Flere leser»."
    )
