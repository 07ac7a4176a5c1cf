"""Reading numbers: typed figures, understood or answered."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.rules.terms import MissingReason
from trinnvis.signs.reading.messages import number_message
from trinnvis.signs.reading.numbers import NumberContext, read_number
from trinnvis.signs.reading.problems import NumberProblem as P
from trinnvis.signs.reading.problems import ReadingOutcome

D = Decimal
CASES = Path(__file__).parents[1] / "data" / "bad-inputs.jsonl"

COUNT = NumberContext("antall", 2)
WHOLE = NumberContext("antall", 0)
PERCENT = NumberContext("prosent", 1, D(0), D(100), D("84.2"))
KRONER = NumberContext("kr", 0)


def number_cases():
    lines = CASES.read_text(encoding="utf-8").split("\n")
    found = [json.loads(line) for line in lines if line]
    return [
        pytest.param(case, id=case["id"])
        for case in found
        if case["id"].startswith("TALL")
    ]


def context_of(known):
    limits = (known["min"], known["max"], known["previous"])
    return NumberContext(
        known["unit"],
        known["decimals"],
        *(None if limit is None else D(limit) for limit in limits),
    )


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


@pytest.mark.parametrize("case", number_cases())
def test_case_comes_out_with_its_own_sentence(case):
    context = context_of(case["context"])
    reading = read_number(case["literal"], context)
    answer = (reading.outcome, number_message(reading, context))
    assert answer == (case["outcome"], case["message_nb"] or "")


def test_plain_spelling_is_accepted():
    plain = ("0", "12", "-3", "12,5", "1234", "0,85", "999999999999")
    outcomes = [read_number(text, COUNT).outcome for text in plain]
    assert outcomes == [ReadingOutcome.ACCEPT] * len(plain)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", "12.5"),
        (" 12 ", "12"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1'234,5", "1234.5"),
        ("1.234,", "1234"),
        ("12.", "12"),
        (",5", "0.5"),
        ("0.850", "0.85"),
        ("1234.567", "1234.57"),
        ("007", "7"),
        ("+5", "5"),
        ("\u2011" + "5", "-5"),
        ("－１２，５", "-12.5"),
        ("12\u200b34", "1234"),
        ("-0,0", "0"),
        ("12 stk", "12"),
        ("12,500", None),
    ],
)
def test_other_spellings_are_understood_or_asked_about(text, value):
    reading = read_number(text, COUNT)
    expected = D(value) if value else None
    assert (reading.value, str(reading.outcome)) == (
        expected,
        {"1234.567": "warn", "12,500": "ask"}.get(text, "normalise"),
    )


@pytest.mark.parametrize(
    ("text", "context", "alternatives"),
    [
        ("1.234", NumberContext(decimals=3), (D(1234), D("1.234"))),
        ("1.234", WHOLE, (D(1234), D("1.234"))),
        ("1.234", COUNT, (D(1234), D("1.234"))),
        ("1,234", WHOLE, (D("1.234"), D(1234))),
        ("1,234", COUNT, (D("1.234"), D(1234))),
        ("−1.234", COUNT, (D(-1234), D("-1.234"))),
        ("1,234", NumberContext(decimals=3, previous=D(1200)), (D("1.234"), D(1234))),
        ("1.234 kr", KRONER, (D(1234), D("1.234"))),
    ],
)
def test_one_mark_before_three_digits_is_asked_about(text, context, alternatives):
    reading = read_number(text, context)
    assert (reading.outcome, reading.alternatives, reading.value) == (
        ReadingOutcome.ASK,
        alternatives,
        None,
    )


@pytest.mark.parametrize(
    ("text", "context", "value"),
    [
        ("1,234", NumberContext(decimals=3), "1.234"),
        ("1,234", NumberContext(decimals=3, previous=D("1.1")), "1.234"),
        ("0.123", NumberContext(decimals=3), "0.123"),
        ("1 234.567", NumberContext(decimals=3), "1234.567"),
        ("12.345", NumberContext("prosent", 3, D(0), D(100)), "12.345"),
    ],
)
def test_three_digits_are_not_asked_about_where_only_one_meaning_is_possible(
    text, context, value
):
    reading = read_number(text, context)
    assert (reading.value, reading.alternatives) == (D(value), ())


@pytest.mark.parametrize(
    ("text", "problem", "suggestion"),
    [
        ("", P.EMPTY, None),
        ("\ufeff\u200b ", P.EMPTY, None),
        ("–", P.MISSING_MARK, None),
        ("...", P.MISSING_MARK, None),
        ("#N/A", P.MISSING_MARK, None),
        ("ikke målt", P.MISSING_MARK, None),
        ("tolv", P.NOT_A_NUMBER, None),
        ("12 5", P.NOT_A_NUMBER, None),
        ("1 2 3", P.NOT_A_NUMBER, None),
        ("12 34", P.NOT_A_NUMBER, None),
        ("1 234 56", P.NOT_A_NUMBER, None),
        ("12\t34", P.NOT_A_NUMBER, None),
        ("1.234 567", P.NOT_A_NUMBER, None),
        ("--5", P.NOT_A_NUMBER, None),
        ("=1+1", P.NOT_A_NUMBER, None),
        ("0x10", P.NOT_A_NUMBER, None),
        ("31.12.2026", P.NOT_A_NUMBER, None),
        ("12\x00", P.NOT_A_NUMBER, None),
        ("∞", P.NOT_A_NUMBER, None),
        (",", P.NOT_A_NUMBER, None),
        ("1e3", P.NOT_A_NUMBER, "1000"),
        ("1,5E+06", P.NOT_A_NUMBER, "1500000"),
        ("1e-3", P.NOT_A_NUMBER, "0.001"),
        ("1e-999999", P.NOT_A_NUMBER, None),
        ("-1e999999", P.TOO_LOW, None),
        ("0e999999", P.NOT_A_NUMBER, None),
        ("١٢", P.NOT_A_NUMBER, "12"),
        ("«12»", P.NOT_A_NUMBER, "12"),
        ("=12", P.NOT_A_NUMBER, "12"),
        ("<=5", P.COMPARISON, None),
        ("(5)", P.NEGATIVE_FORM, "-5"),
        ("- 5", P.NEGATIVE_FORM, "-5"),
        ("—5", P.NEGATIVE_FORM, "-5"),
        ("1000000000000", P.TOO_LARGE, None),
        ("999999999999,999", P.TOO_LARGE, None),
        ("-1000000000000", P.TOO_LOW, None),
        ("12–15", P.RANGE, None),
        ("12 til 15", P.RANGE, None),
        ("mellom 3 og 5", P.RANGE, None),
        ("12-15 %", P.RANGE, None),
        ("≥ 5", P.COMPARISON, None),
        ("færre enn 5", P.COMPARISON, None),
        ("5+", P.COMPARISON, None),
        ("ca. 12", P.APPROXIMATE, None),
        ("~12", P.APPROXIMATE, None),
        ("1½", P.FRACTION_SIGN, "1.5"),
        ("⅓", P.FRACTION_SIGN, "0.33"),
        ("1/2", P.FRACTION_SIGN, "0.5"),
        ("1 1/2", P.FRACTION_SIGN, "1.5"),
        ("12/14", P.TWO_NUMBERS, None),
        ("12 av 14", P.TWO_NUMBERS, None),
        ("1,5 mill.", P.MAGNITUDE_WORD, "1500000"),
        ("5 000 000 mrd", P.MAGNITUDE_WORD, None),
        ("85 %", P.WRONG_UNIT, None),
        ("kr 1000", P.WRONG_UNIT, None),
        ("1 000,-", P.WRONG_UNIT, None),
        ("12 dager", P.WRONG_UNIT, None),
    ],
)
def test_what_is_not_one_figure_is_refused_with_its_reason(text, problem, suggestion):
    reading = read_number(text, COUNT)
    expected = None if suggestion is None else D(suggestion)
    assert (reading.outcome, reading.problem, reading.suggestion) == (
        ReadingOutcome.REJECT,
        problem,
        expected,
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("85 %", "prosent"),
        ("85%", "%"),
        ("85 prosent", "prosent av netto budsjett"),
        ("85 pst.", "prosent"),
        ("85 kroner", "kr"),
        ("kr. 85", "kr"),
        ("85,-", "kr"),
        ("NOK 85", "kroner"),
        ("85 dag", "dager"),
        ("85 poeng", "poeng 1–6"),
        ("85 per 1000 døgn", "antall per 1000 døgn"),
        ("85 mill. kr", "mill. kr"),
        ("85 kWh per m²", "kWh per m²"),
    ],
)
def test_the_indicators_own_unit_may_stand_beside_the_figure(text, unit):
    reading = read_number(text, NumberContext(unit, 1))
    assert (reading.outcome, reading.value) == (ReadingOutcome.NORMALISE, D(85))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("85 %", "dager"),
        ("85 prosentpoeng", "prosent"),
        ("85 kr", "prosent"),
        ("$85", "kr"),
        ("85 e", ""),
    ],
)
def test_another_unit_is_refused(text, unit):
    assert read_number(text, NumberContext(unit, 1)).problem is P.WRONG_UNIT


@pytest.mark.parametrize(
    ("text", "context", "value", "numerator", "denominator"),
    [
        ("12 av 14", PERCENT, 100 * D(12) / D(14), 12, 14),
        ("12/14", PERCENT, 100 * D(12) / D(14), 12, 14),
        ("12 av 14 elever", PERCENT, 100 * D(12) / D(14), 12, 14),
        ("12 av 14 (86 %)", PERCENT, 100 * D(12) / D(14), 12, 14),
        ("1.200 av 2.000", PERCENT, D(60), 1200, 2000),
        ("3/4", NumberContext("andel", 2, has_denominator=True), D("0.75"), 3, 4),
        ("3 av 500", NumberContext("promille", 1, has_denominator=True), D(6), 3, 500),
        (
            "3 av 500",
            NumberContext("antall per 1000 døgn", 1, has_denominator=True),
            D(6),
            3,
            500,
        ),
    ],
)
def test_a_count_of_a_count_is_a_share(text, context, value, numerator, denominator):
    reading = read_number(text, context)
    assert (
        reading.outcome,
        reading.value,
        reading.numerator,
        reading.denominator,
    ) == (ReadingOutcome.NORMALISE, value, numerator, denominator)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3 av 0", P.ZERO_DENOMINATOR),
        ("15 av 14", P.ABOVE_MAXIMUM),
        ("12 av 14 (80 %)", P.TWO_NUMBERS),
        ("1 2 av 14", P.TWO_NUMBERS),
    ],
)
def test_a_share_that_cannot_be_is_refused(text, problem):
    reading = read_number(text, PERCENT)
    assert (reading.outcome, reading.problem) == (ReadingOutcome.REJECT, problem)


@pytest.mark.parametrize(
    ("text", "context", "problem", "value", "alternatives"),
    [
        ("0,85", PERCENT, P.FRACTION_OF_PERCENT, "0.9", ("85",)),
        (
            "0,85",
            NumberContext("prosent", 2, typical=D(90)),
            P.FRACTION_OF_PERCENT,
            "0.85",
            ("85",),
        ),
        ("8,5", PERCENT, P.FAR_BELOW_PREVIOUS, "8.5", ("85.0",)),
        ("1,0", PERCENT, P.FAR_BELOW_PREVIOUS, "1.0", ("100",)),
        (
            "87",
            NumberContext("prosent", 1, previous=D("8.5")),
            P.FAR_ABOVE_PREVIOUS,
            "87",
            ("8.7",),
        ),
        (
            "900",
            NumberContext(decimals=1, previous=D(3)),
            P.FAR_ABOVE_PREVIOUS,
            "900",
            (),
        ),
        ("2,345678", COUNT, P.TOO_MANY_DECIMALS, "2.35", ()),
        ("2,5", WHOLE, P.TOO_MANY_DECIMALS, "3", ()),
        ("-2,5", WHOLE, P.TOO_MANY_DECIMALS, "-3", ()),
    ],
)
def test_an_unlikely_figure_is_doubted_and_a_likely_one_offered(
    text, context, problem, value, alternatives
):
    reading = read_number(text, context)
    assert (reading.outcome, reading.problem, reading.value, reading.alternatives) == (
        ReadingOutcome.WARN,
        problem,
        D(value),
        tuple(map(D, alternatives)),
    )


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("9", NumberContext("prosent", 1, previous=D("8.5"))),
        ("0,85", NumberContext("prosent", 2, previous=D("0.9"))),
        ("10", NumberContext("antall", 0, previous=D(1))),
        ("10", NumberContext("antall", 0, previous=D(0))),
        ("-5", NumberContext("antall", 0, previous=D(500))),
        ("12,5", NumberContext("antall", 1, previous=None)),
    ],
)
def test_a_likely_figure_is_left_in_peace(text, context):
    assert read_number(text, context).outcome is ReadingOutcome.ACCEPT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (":", MissingReason.SHIELDED),
        ("..", MissingReason.NOT_AVAILABLE),
        ("...", MissingReason.LATER),
        ("ikke målt", MissingReason.NOT_MEASURED),
        ("-", None),
        ("N/A", None),
    ],
)
def test_a_missing_mark_says_why_where_it_does(text, reason):
    assert read_number(text, COUNT).missing_reason is reason


@pytest.mark.parametrize(
    ("text", "context", "sentence"),
    [
        ("87", NumberContext("prosent", 1, previous=D("8.5")),
         "Tallet er omtrent 10 ganger høyere enn i forrige kvartal. Stemmer det?"),
        ("900", NumberContext(decimals=1, previous=D(3)),
         "Tallet er mer enn 100 ganger høyere enn i forrige kvartal. Stemmer det?"),
        ("8,42", NumberContext("prosent", 2, previous=D("84.2")),
         "Tallet er 10 ganger lavere enn i forrige kvartal. Stemmer det?"),
        ("8", NumberContext("prosent", 2, previous=D("84.2")),
         "Tallet er omtrent 10 ganger lavere enn i forrige kvartal. Stemmer det?"),
        ("2", NumberContext("prosent", 2, previous=D("84.2")),
         "Tallet er mer enn 10 ganger lavere enn i forrige kvartal. Stemmer det?"),
        ("2,5", WHOLE, "Indikatoren har ingen desimaler. Skal tallet lagres som 3?"),
        ("2,555", NumberContext(decimals=2, maximum=D(10)),
         "Indikatoren har 2 desimaler. Skal tallet lagres som 2,56?"),
        ("85 %", COUNT, "Indikatoren måles i antall. Skriv bare tallet, uten «%»."),
        ("85 %", NumberContext(), "Skriv bare tallet, uten «%»."),
        ("1,5 mill.", COUNT, "Skriv tallet helt ut: 1 500 000."),
        ("12.345", COUNT,
         "«12.345» kan bety 12 345 eller 12,345. Velg hvilket tall du mener."),
        ("12 av 14", COUNT, "Skriv ett tall i stedet for «12 av 14»."),
        ("20", NumberContext(maximum=D(10)),
         "Tallet kan ikke være over 10. Kontroller tallet."),
        ("720", NumberContext("prosent", 1, maximum=D("100.00000000")),
         "Andelen kan ikke være over 100 prosent. Kontroller tallet."),
        ("0", NumberContext(minimum=D(1)),
         "Tallet kan ikke være under 1. Kontroller tallet."),
        ("8 999 000 mrd.", COUNT, "Skriv tallet helt ut, med alle sifrene."),
        ("0,85", NumberContext("prosent", 2, maximum=D(50), typical=D(40)),
         "Du skrev 0,85 prosent. Stemmer det?"),
        ("12,5", COUNT, ""),
    ],
)  # fmt: skip
def test_the_sentence_says_what_is_wrong_and_what_to_do(text, context, sentence):
    assert number_message(read_number(text, context), context) == sentence


def test_every_problem_of_a_figure_has_a_sentence():
    texts = ("", "-", "tolv", "5-", "a" * 101, "1e13", "-1e13", "1.234", "1,234567")
    texts += ("1 %", "1 mill.", "9999999 mrd", "1-2", "<5", "ca. 1", "½", "1 av 2")
    told = {
        (reading.problem, bool(number_message(reading, COUNT)))
        for reading in (read_number(text, COUNT) for text in texts)
    }
    assert {said for _, said in told} == {True}


CONTEXTS = st.builds(
    NumberContext,
    unit=st.sampled_from(["", "prosent", "kr", "antall", "dager", "per 1000"]),
    decimals=st.sampled_from([None, 0, 1, 3]),
    previous=st.sampled_from([None, D(0), D("8.5"), D(-3)]),
    maximum=st.sampled_from([None, D(100)]),
    has_denominator=st.booleans(),
)
ODD_SIGNS = st.text("0123456789.,'’ -−–—%/()<>+eEkravl½⅓١２\u00a0\u200b\n", max_size=30)


@given(st.one_of(st.text(max_size=60), ODD_SIGNS), CONTEXTS)
def test_any_text_has_an_answer_and_every_answer_a_sentence(text, context):
    reading = read_number(text, context)
    sentence = number_message(reading, context)
    taken = reading.outcome in (ReadingOutcome.ACCEPT, ReadingOutcome.NORMALISE)
    assert (bool(sentence), reading.value is None) == (
        not taken,
        reading.outcome in (ReadingOutcome.REJECT, ReadingOutcome.ASK),
    )


@given(ODD_SIGNS, CONTEXTS)
def test_a_figure_taken_is_within_its_limits(text, context):
    value = read_number(text, context).value
    assert value is None or (abs(value) < 10**12 and context.allows(value))


@pytest.mark.parametrize("sign", ["9", " ", "½", "1.", "(", "\u200b", "e", "12 av "])
def test_a_million_characters_are_answered_at_once(sign):
    text = sign * (1_000_000 // len(sign))
    began = time.perf_counter()
    outcome = read_number(text, PERCENT).outcome
    assert (outcome, time.perf_counter() - began < 0.1) == (ReadingOutcome.REJECT, True)
