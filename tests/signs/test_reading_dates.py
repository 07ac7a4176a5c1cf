"""Reading dates: typed days, years, quarters, weeks and moments."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.dates import day_in_digits, day_text
from trinnvis.signs.reading.dates import read_date
from trinnvis.signs.reading.deadlines import (
    check_action_deadline,
    check_goal_deadline,
    check_period,
    check_result_quarter,
)
from trinnvis.signs.reading.moments import read_moment
from trinnvis.signs.reading.problems import DateProblem as P
from trinnvis.signs.reading.problems import ReadingOutcome
from trinnvis.signs.reading.quarters import read_quarter, read_week, read_year
from trinnvis.signs.reading.time_messages import time_message
from trinnvis.signs.reading.times import Week

ACCEPT, NORMALISE = ReadingOutcome.ACCEPT, ReadingOutcome.NORMALISE
ASK, WARN, REJECT = ReadingOutcome.ASK, ReadingOutcome.WARN, ReadingOutcome.REJECT
OSLO = ZoneInfo("Europe/Oslo")
LAST_DAY = date(2026, 12, 31)


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


@pytest.mark.parametrize("text", ["31.12.2026", "1.5.2026", "01.05.2026", "29.02.2028"])
def test_day_month_year_with_stops_is_accepted(text):
    assert read_date(text).outcome is ACCEPT


@pytest.mark.parametrize(
    "text",
    [
        "31.12.26",
        " 31.12.2026 ",
        "31. 12. 2026",
        "31 12 2026",
        "31.12.2026.",
        "2026-12-31",
        "2026-12-31T00:00:00",
        "2026/12/31",
        "31/12/2026",
        "31/12-26",
        "31-12-2026",
        "31. desember 2026",
        "31 desember 2026",
        "31. Desember 2026",
        "31.des.2026",
        "31. des 26",
        "torsdag 31. desember 2026",
        "Torsdag den 31. desember 2026",
        "December 31, 2026",
        "31 December 2026",
        "３１.１２.２０２６",
        "31.\u00a0desember\u00a02026",
    ],
)
def test_other_clear_spellings_of_a_day_are_understood(text):
    reading = read_date(text)
    assert (reading.outcome, reading.value) == (NORMALISE, LAST_DAY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2026", "31. februar finnes ikke."),
        ("31.04.2026", "31. april finnes ikke."),
        ("00.01.2026", "0. januar finnes ikke."),
        ("29.02.2026", "2026 er ikke skuddår. 29. februar finnes ikke."),
        ("29.02.2100", "2100 er ikke skuddår. 29. februar finnes ikke."),
        ("31.13.2026", "Måneden må være fra 1 til 12."),
        ("12.31.2026", "Skriv datoen som dag.måned.år, for eksempel 31.12.2026."),
        ("12/31/2026", "Skriv datoen som dag.måned.år, for eksempel 31.12.2026."),
        ("03/04/2026", "Skriv datoen som dag.måned.år, for eksempel 03.04.2026."),
        ("03-04-26", "Skriv datoen som dag.måned.år, for eksempel 03.04.2026."),
        ("31122026", "Skriv datoen som dag.måned.år, for eksempel 31.12.2026."),
        ("20261231", "Skriv datoen som dag.måned.år, for eksempel 31.12.2026."),
        ("311226", "Skriv datoen som dag.måned.år, for eksempel 31.12.2026."),
        ("46387", "Skriv datoen som dag.måned.år."),
        ("snart", "Skriv datoen som dag.måned.år."),
        ("31. desembr 2026", "Skriv datoen som dag.måned.år."),
        ("i dag", "Skriv datoen som dag.måned.år."),
        ("٣١.١٢.٢٠٢٦", "Skriv datoen som dag.måned.år."),
        ("1" * 1000, "Skriv datoen som dag.måned.år."),
        ("mandag 31. desember 2026",
         "31. desember 2026 er en torsdag. Kontroller datoen."),
        ("01.01.0001", "Året må være mellom 2000 og 2100."),
        ("01.01.1999", "Året må være mellom 2000 og 2100."),
        ("01.01.2101", "Året må være mellom 2000 og 2100."),
        ("01.01.10000", "Året må være mellom 2000 og 2100."),
        ("01.01.226", "Året må ha fire siffer."),
        ("01.01.99", "Året må ha fire siffer."),
        ("01.10", "Skriv årstallet også."),
        ("1. oktober", "Skriv årstallet også."),
        ("", "Skriv en dato."),
        ("\u200b", "Skriv en dato."),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused_with_its_reason(text, sentence):
    reading = read_date(text)
    assert (reading.outcome, reading.value, time_message(reading)) == (
        REJECT,
        None,
        sentence,
    )


def test_a_known_day_and_year_fill_in_what_is_left_out():
    today = date(2026, 12, 30)
    read = [
        read_date(text, today, 2026).value
        for text in ("i dag", "i morgen", "i går", "31.12", "31.12.", "31. desember")
    ]
    assert read == [
        today,
        LAST_DAY,
        date(2026, 12, 29),
        LAST_DAY,
        LAST_DAY,
        LAST_DAY,
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_what_we_write_as_a_day_is_read_back(day):
    read = [read_date(text).value for text in (day_in_digits(day), day_text(day))]
    assert read == [day, day]


@pytest.mark.parametrize(
    ("text", "outcome", "value", "sentence"),
    [
        ("2026", ACCEPT, 2026, ""),
        (" 2026", NORMALISE, 2026, ""),
        ("２０２６", NORMALISE, 2026, ""),
        ("år 2026", NORMALISE, 2026, ""),
        ("26", ASK, None, "Mener du 2026?"),
        ("'27", ASK, None, "Mener du 2027?"),
        ("1899", REJECT, None, "Året må være mellom 2000 og 2100."),
        ("0000", REJECT, None, "Året må være mellom 2000 og 2100."),
        ("2101", REJECT, None, "Året må være mellom 2000 og 2100."),
        ("20266", REJECT, None, "Året må ha fire siffer."),
        ("6", REJECT, None, "Året må ha fire siffer."),
        ("2026/27", REJECT, None, "Skriv året med fire siffer."),
        ("i år", REJECT, None, "Skriv året med fire siffer."),
    ],
)
def test_a_plan_year_has_four_digits(text, outcome, value, sentence):
    reading = read_year(text)
    assert (reading.outcome, reading.value, time_message(reading)) == (
        outcome,
        value,
        sentence,
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. kvartal 2026",
        "1 kvartal 2026",
        "1. kv. 2026",
        "1.kv 2026",
        "1. kvartal, 2026",
        "første kvartal 2026",
        "fyrste kvartal 2026",
        "kvartal 1 2026",
        "kv. 1, 2026",
        "Q1 2026",
        "q1-2026",
        "Q1/2026",
        "Q1-26",
        "2026Q1",
        "2026-Q1",
        "2026 Q1",
        "2026K1",
        "K1 2026",
        "2026 I",
        "I 2026",
        "1/2026",
    ],
)
def test_every_spelling_of_a_quarter_is_the_same_quarter(text):
    assert read_quarter(text).value == Quarter(2026, 1)


@pytest.mark.parametrize("text", ["1", "Q1", "K1", "1. kv.", "1. kvartal", "I", "kv1"])
def test_a_quarter_without_a_year_takes_the_year_meant(text):
    assert read_quarter(text, 2026).value == Quarter(2026, 1)


def test_only_our_own_spelling_of_a_quarter_is_plain():
    texts = ("3. kvartal 2026", "3. kvartal", "3", "Q3", "2026K3")
    assert [read_quarter(text, 2026).outcome for text in texts] == [
        ACCEPT,
        ACCEPT,
        ACCEPT,
        NORMALISE,
        NORMALISE,
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("0", P.QUARTER_RANGE),
        ("5", P.QUARTER_RANGE),
        ("Q5 2026", P.QUARTER_RANGE),
        ("2026K0", P.QUARTER_RANGE),
        ("V", P.QUARTER_RANGE),
        ("T1 2026", P.QUARTER_FORMAT),
        ("1. tertial 2026", P.QUARTER_FORMAT),
        ("2026-01", P.QUARTER_FORMAT),
        ("2026M03", P.QUARTER_FORMAT),
        ("mars 2026", P.QUARTER_FORMAT),
        ("20266K1", P.QUARTER_FORMAT),
        ("2025 Q1 2026", P.QUARTER_FORMAT),
        ("Q1-Q2", P.QUARTER_FORMAT),
        ("2026", P.QUARTER_FORMAT),
        ("Q1", P.YEAR_MISSING),
        ("Q1 1899", P.YEAR_RANGE),
        ("", P.EMPTY),
    ],
)
def test_what_is_no_quarter_is_refused(text, problem):
    reading = read_quarter(text)
    assert (reading.outcome, reading.problem) == (REJECT, problem)


@pytest.mark.parametrize(
    ("text", "outcome", "value", "sentence"),
    [
        ("Uke 53, 2026", ACCEPT, Week(2026, 53), ""),
        ("uke 7 2026", ACCEPT, Week(2026, 7), ""),
        ("uke 7", ACCEPT, Week(2025, 7), ""),
        ("veke 7 2026", NORMALISE, Week(2026, 7), ""),
        ("2026-W07", NORMALISE, Week(2026, 7), ""),
        ("u7/2026", NORMALISE, Week(2026, 7), ""),
        ("uke 53 2027", REJECT, None, "2027 har ikke uke 53."),
        ("uke 0 2026", REJECT, None, "Uka må være fra 1 til 53."),
        ("uke 54 2026", REJECT, None, "Uka må være fra 1 til 53."),
        ("uke 7 1999", REJECT, None, "Året må være mellom 2000 og 2100."),
        ("", REJECT, None, "Skriv en dato."),
        ("vinterferien", REJECT, None, "Skriv uka som for eksempel uke 7, 2026."),
    ],
)
def test_a_week_exists_in_its_year(text, outcome, value, sentence):
    reading = read_week(text, 2025)
    assert (reading.outcome, reading.value, time_message(reading)) == (
        outcome,
        value,
        sentence,
    )


def test_a_week_knows_its_monday():
    assert Week(2026, 53).first_day == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("text", "outcome", "value"),
    [
        ("31.12.2026 kl. 14.30", ACCEPT, datetime(2026, 12, 31, 14, 30, tzinfo=OSLO)),
        ("31.12.2026 14:30", NORMALISE, datetime(2026, 12, 31, 14, 30, tzinfo=OSLO)),
        ("31.12.2026, kl 9", NORMALISE, datetime(2026, 12, 31, 9, tzinfo=OSLO)),
        ("2026-12-31T14:30", NORMALISE, datetime(2026, 12, 31, 14, 30, tzinfo=OSLO)),
        (
            "2026-12-31T23:30:00Z",
            NORMALISE,
            datetime(2027, 1, 1, 0, 30, tzinfo=OSLO),
        ),
    ],
)
def test_a_moment_is_in_norways_time(text, outcome, value):
    reading = read_moment(text)
    assert (reading.outcome, reading.value) == (outcome, value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("29.03.2026 kl. 02.30",
         "Klokkeslettet finnes ikke: klokka stilles fram denne natta."),
        ("31.12.2026 kl. 24.00",
         "Skriv dag og klokkeslett, for eksempel 31.12.2026 kl. 14.30."),
        ("31.12.2026", "Skriv dag og klokkeslett, for eksempel 31.12.2026 kl. 14.30."),
        ("31.02.2026 kl. 12.00", "31. februar finnes ikke."),
        ("kl. 12.00", "Skriv datoen som dag.måned.år."),
    ],
)  # fmt: skip
def test_a_moment_that_does_not_exist_is_refused(text, sentence):
    reading = read_moment(text)
    assert (reading.outcome, time_message(reading)) == (REJECT, sentence)


def test_an_hour_that_comes_twice_is_asked_about():
    reading = read_moment("25.10.2026 kl. 02.30")
    offsets = [moment.isoformat() for moment in reading.alternatives]
    assert (reading.outcome, offsets) == (
        ASK,
        ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"],
    )


@pytest.mark.parametrize(
    ("quarter", "today", "outcome", "sentence"),
    [
        (Quarter(2026, 3), date(2026, 10, 1), ACCEPT, ""),
        (Quarter(2026, 4), date(2026, 11, 15), WARN,
         "4. kvartal er ikke over. Tallet lagres som foreløpig."),
        (Quarter(2026, 4), date(2026, 12, 31), WARN,
         "4. kvartal er ikke over. Tallet lagres som foreløpig."),
        (Quarter(2027, 2), date(2026, 11, 23), REJECT,
         "2. kvartal 2027 har ikke begynt."),
    ],
)  # fmt: skip
def test_a_result_waits_for_its_quarter(quarter, today, outcome, sentence):
    reading = check_result_quarter(quarter, today)
    assert (reading.outcome, time_message(reading)) == (outcome, sentence)


@pytest.mark.parametrize(
    ("check", "deadline", "outcome", "sentence"),
    [
        (check_action_deadline, LAST_DAY, ACCEPT, ""),
        (check_action_deadline, date(2027, 1, 15), WARN,
         "Fristen er etter planåret. Skal tiltaket videreføres til 2027?"),
        (check_action_deadline, date(2025, 12, 31), REJECT,
         "Fristen må være i planåret 2026."),
        (check_goal_deadline, LAST_DAY, ACCEPT, ""),
        (check_goal_deadline, date(2027, 1, 15), REJECT,
         "Fristen må være i planåret 2026."),
    ],
)  # fmt: skip
def test_a_deadline_belongs_to_its_plan_year(check, deadline, outcome, sentence):
    reading = check(deadline, 2026)
    assert (reading.outcome, time_message(reading)) == (outcome, sentence)


def test_a_deadline_may_be_the_day_of_the_start_and_not_before():
    start, earlier = date(2026, 10, 1), date(2026, 3, 1)
    said = [time_message(check_period(start, day)) for day in (start, earlier)]
    assert said == ["", "Fristen er før startdatoen."]


READERS = st.sampled_from([read_date, read_year, read_quarter, read_week, read_moment])
ODD_TEXTS = st.text("0123456789./-:, kvartalQuIWT\u00a0١æ²", max_size=70)


@given(READERS, st.one_of(st.text(max_size=70), ODD_TEXTS))
def test_any_text_has_an_answer_and_a_sentence_unless_taken(reader, text):
    reading = reader(text)
    taken = reading.outcome in (ACCEPT, NORMALISE)
    assert (bool(time_message(reading)), reading.value is not None) == (
        not taken,
        taken,
    )
