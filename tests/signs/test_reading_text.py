"""Reading text: people's own words, kept as typed."""

import json
import time
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.signs.reading.identity import has_identity_number
from trinnvis.signs.reading.links import is_harmless, without_bad_links
from trinnvis.signs.reading.problems import ReadingOutcome, TextProblem
from trinnvis.signs.reading.text import clean_line, clean_text
from trinnvis.signs.reading.text_messages import Subject, text_message

ACCEPT, NORMALISE = ReadingOutcome.ACCEPT, ReadingOutcome.NORMALISE
WARN, REJECT = ReadingOutcome.WARN, ReadingOutcome.REJECT
CASES = Path(__file__).parents[1] / "data" / "bad-inputs.jsonl"


def accepted_cases():
    lines = CASES.read_text(encoding="utf-8").split("\n")
    found = [json.loads(line) for line in lines if line]
    return [
        pytest.param(case["literal"], id=case["id"])
        for case in found
        if case["id"].startswith("TEKST") and case["outcome"] == "accept"
    ]


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


@pytest.mark.parametrize("text", accepted_cases())
def test_markup_code_and_emoji_stand_as_typed(text):
    for reading in (clean_line(text), clean_text(text)):
        assert (reading.outcome, reading.value) == (ACCEPT, text)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("linje 1\vlinje 2", "linje 1\nlinje 2"),
        ("linje 1\x1flinje 2", "linje 1\nlinje 2"),
        ("linje 1\u2028linje 2", "linje 1\nlinje 2"),
        ("linje 1\rlinje 2", "linje 1\nlinje 2"),
        ("Vedtatt \u202etøkkils ekki", "Vedtatt tøkkils ekki"),
        ("a\u2066b\u2069c\x7f\x9fd", "abcd"),
        ("\ufefftekst", "tekst"),
        ("a\u030a", "å"),
        ("Z" + "\u0351\u036b\u0313\u036a" * 3 + "x", "Z\u0351\u036b\u0313x"),
        ("  tekst \n", "tekst"),
        ("[se her](javascript:alert(1))", "se her"),
        ("![x](https://evil.example/p.png)", "[x](https://evil.example/p.png)"),
    ],
)
def test_what_cannot_be_stored_or_shown_is_cleaned(typed, clean):
    reading = clean_text(typed)
    assert (reading.outcome, reading.value) == (NORMALISE, clean)


def test_line_breaks_of_a_browser_are_not_a_change():
    reading = clean_text("linje 1\r\n\r\nlinje 2")
    assert (reading.outcome, reading.value) == (ACCEPT, "linje 1\n\nlinje 2")


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("Mål\r\nBcc: alle@kommune.no", "Mål Bcc: alle@kommune.no"),
        ("Mål\u2028Bcc: alle", "Mål Bcc: alle"),
        ("\n Mål \n\n nå\n", "Mål nå"),
    ],
)
def test_a_line_has_blanks_for_line_breaks(typed, clean):
    reading = clean_line(typed)
    assert (reading.outcome, reading.value) == (NORMALISE, clean)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t ",
        "\u200b\u200b",
        "\u3164",
        "\u2800 \ufe0f",
        "\x07\x1b",
        "[](data:x)",
    ],
)
def test_text_that_cannot_be_seen_is_empty(text):
    problems = (clean_line(text).problem, clean_text(text).problem)
    assert problems == (TextProblem.EMPTY, TextProblem.EMPTY)


@pytest.mark.parametrize(
    ("text", "subject", "sentence"),
    [
        ("", Subject.GOAL, "Skriv hva målet er."),
        ("ab\0c", Subject.TEXT,
         "Teksten inneholder et ugyldig tegn (NUL). Fjern det og prøv igjen."),
        ("ab\ud800c", Subject.TEXT,
         "Teksten inneholder et ugyldig tegn. Fjern det og prøv igjen."),
        ("a" * 1_000_000, Subject.COMMENT,
         "Kommentaren er 1 000 000 tegn. Den kan være høyst 10 000. "
         "Alt du har skrevet, er beholdt."),
        ("a" * 10_001, Subject.GOAL,
         "Målet er 10 001 tegn. Det kan være høyst 10 000. "
         "Alt du har skrevet, er beholdt."),
        ("a" * 10_001, Subject.TEXT,
         "Teksten er 10 001 tegn. Den kan være høyst 10 000. "
         "Alt du har skrevet, er beholdt."),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_kept_is_refused_with_its_reason(text, subject, sentence):
    reading = clean_text(text)
    assert (reading.outcome, text_message(reading, subject)) == (REJECT, sentence)


def test_the_limit_counts_what_is_kept():
    outcomes = [clean_line("å" * length).outcome for length in (300, 301)]
    assert outcomes == [ACCEPT, REJECT]
    assert clean_line("a\u030a" * 300).value == "å" * 300
    assert clean_text("a\r\n" * 5000).outcome is NORMALISE


FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def identity_number(birth):
    """Make an invented number with the right check digits for six birth digits."""
    for serial in range(900, 1000):
        digits = [int(sign) for sign in f"{birth}{serial}"]
        for weights in (FIRST, SECOND):
            total = sum(w * d for w, d in zip(weights, digits, strict=True))
            digits.append(-total % 11)
        if max(digits) < 10:
            return "".join(map(str, digits))
    raise LookupError(birth)


@pytest.mark.parametrize("birth", ["018190", "418190", "015190", "016690", "415190"])
def test_an_identity_number_is_doubted_however_it_is_written(birth):
    number = identity_number(birth)
    spaced = f"{number[:6]} {number[6:]}"
    readings = [
        clean_text(f"Gjelder {spelling}.")
        for spelling in (number, spaced, f"{number[:6]}-{number[6:]}")
    ]
    assert [reading.outcome for reading in readings] == [WARN] * 3
    assert text_message(readings[0]) == (
        "Teksten ser ut til å inneholde et fødselsnummer. Fjern det – "
        "personopplysninger skal ikke stå her."
    )


def test_other_long_numbers_are_left_in_peace():
    number = identity_number("018190")
    wrong_digit = number[:-1] + str((int(number[-1]) + 1) % 10)
    others = (wrong_digit, f"1{number}", f"{number}0", "32019900000", "01209900000")
    assert [has_identity_number(other) for other in others] == [False] * 5


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("[x](java&#x73;cript:alert(1))", "x"),
        ("[x](JAVA\tSCRIPT:alert(1))", "x"),
        ('[x]( javascript:alert(1) "t")', "x"),
        ("[x](<javascript:alert(1)>)", "x"),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", "x"),
        ("[x](ftp://example.no/a)", "x"),
        ("![x](data:image/png;base64,AAAA)", "x"),
        ("[a [b](javascript:x)](https://kommune.no)", "[a b](https://kommune.no)"),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
        ("[x]: javascript:alert(1)", "[x]"),
        ("før [x](vbscript:y) etter", "før x etter"),
    ],
)
def test_a_link_to_anything_dangerous_keeps_only_its_text(typed, clean):
    assert without_bad_links(typed) == clean


@pytest.mark.parametrize(
    "text",
    [
        "[se her](https://kommune.no/(a))",
        "[skriv](mailto:post@kommune.no)",
        "[ring](tel:+4712345678)",
        "[side](/planer/1)",
        "[1](merknad: se vedlegg)",
        "[NB]: dette: er viktig",
        "<https://kommune.no>",
        "](](](",
        "[x](åpen",
        "[x](a\n\nb)",
    ],
)
def test_harmless_links_and_mere_brackets_stand(text):
    assert without_bad_links(text) == text


@pytest.mark.parametrize("target", ["HTTPS://a.no", "//a.no", "a.no/b:c", "#del", ""])
def test_a_target_of_an_allowed_scheme_or_none_is_harmless(target):
    assert is_harmless(target)


@given(st.text(max_size=200))
def test_any_text_has_an_answer_that_is_clean_the_second_time(text):
    for read in (clean_line, clean_text):
        once = read(text)
        again = read(once.value)
        assert once.outcome is REJECT or (
            again.value == once.value and again.outcome in (ACCEPT, WARN)
        )


@pytest.mark.parametrize(
    "piece", ["[", "[](", "](", "[x](", "(", "a\u0301", " \n", "<a:", "]:"]
)
def test_a_text_of_any_size_is_answered_at_once(piece):
    text = piece * (80_000 // len(piece))
    began = time.perf_counter()
    clean_text(text)
    clean_text(text * 13)
    assert time.perf_counter() - began < 1
