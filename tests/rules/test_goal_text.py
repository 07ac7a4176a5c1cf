"""Test goal text: which questions a sentence raises, and which it does not."""

import pytest

from trinnvis.rules.goal_text import TextCode, TextHint, TextKind, text_hints


def codes(text: str, **options) -> list[TextCode]:
    return [hint.code for hint in text_hints(text, "nb", **options)]


def test_an_activity_is_asked_what_it_is_for_and_not_how_it_is_measured():
    assert codes("Innføre nytt leseprogram på 1.–4. trinn.") == [
        TextCode.ACTIVITY_NOT_RESULT
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Øke heltidsandelen med 5 % i 2026.",
        "Lekkasjeandelen skal ned 5 % i løpet av 2026.",
        "Auke heiltidsdelen med 4 % i 2026.",
        "Redusere sykefraværet med to prosent.",
        "Sykefraværet skal være 2 % lavere enn i fjor.",
    ],
)
def test_percent_of_a_share_is_ambiguous(text):
    assert codes(text) == [TextCode.PERCENT_AMBIGUITY]


@pytest.mark.parametrize(
    "text",
    [
        "Sykefraværet er høyst 5 %.",
        "Sykefraværet ble målt med 5 % usikkerhet.",
        "Øke antall med lavt fravær med 5 %.",
        "Kutte energibruken med 12 % fra 2024 til 2027.",
        "Redusere sykefraværet med 2 prosentpoeng.",
        "Redusere fraværet med 20 %, fra 10 % til 8 %.",
    ],
)
def test_percent_is_clear_of_counts_and_with_from_and_to(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Redusere antall meldte avvik fra 120 til 60.",
        "Antall varslinger er under 3 i 2026.",
        "Korte ned ventelista frå 30 til 10.",
        "Bekymringsmeldinger til barnevernet reduseres med 20 %.",
        "Høyst 10 avvik i internrevisjonen.",
        "Null tilfeller av vold mot ansatte.",
        "Færre enn 20 klager på vedtak.",
    ],
)
def test_fewer_reports_may_be_silence(text):
    assert codes(text) == [TextCode.GAMING_RISK]


@pytest.mark.parametrize(
    "text",
    [
        "Antall meldte avvik øker fra 30 til 60.",
        "Andelen klager som blir omgjort, er under 10 %.",
        "Saksbehandlingstiden på klager går ned fra 40 til 25 dager.",
        "Klager blir besvart innen 10 dager.",
        "Fall med skade går ned fra 9 til 6.",
    ],
)
def test_more_reports_and_faster_answers_are_no_silence(text):
    assert codes(text) == []


def test_an_unmeasurable_goal_tells_what_in_its_wording_made_it_so():
    assert text_hints("Bidra til bedre livskvalitet.", "nb") == (
        TextHint(
            TextCode.NOT_MEASURABLE,
            (TextCode.VAGUE_VERB, TextCode.MISSING_COMPARISON),
        ),
    )
    assert text_hints("Ein barnehage der alle stråler.", "nn") == (
        TextHint(TextCode.NOT_MEASURABLE, (TextCode.SLOGAN, TextCode.ABSOLUTE)),
    )
    assert text_hints("Elevar skal aldri gruve seg.", "nn") == (
        TextHint(TextCode.NOT_MEASURABLE, (TextCode.ABSOLUTE,)),
    )
    assert text_hints("Ivareta barnas beste.", "nb") == (
        TextHint(TextCode.NOT_MEASURABLE, (TextCode.VAGUE_VERB,)),
    )


def test_with_a_target_in_its_field_the_text_may_be_warm_and_short():
    assert codes("Flere venner i friminuttet.", has_target=True) == []
    assert codes("Innføre leseprogram.", has_target=True) == []


def test_two_goals_are_asked_about_even_with_a_target():
    assert codes("Færre fall og bedre mat.", has_target=True) == [
        TextCode.MULTIPLE_GOALS
    ]


def test_the_most_helpful_question_comes_first():
    assert codes("Styrke samarbeidet og bedre kvaliteten i tjenestene.") == [
        TextCode.MULTIPLE_GOALS,
        TextCode.NOT_MEASURABLE,
    ]


def test_heavy_language_is_asked_about_last():
    text = (
        "Gevinstrealisering gjennom standardisering, konsolidering og automatisering "
        "av administrative støtteprosesser i virksomheten."
    )
    assert codes(text) == [TextCode.NOT_MEASURABLE, TextCode.HEAVY_LANGUAGE]


def test_a_short_indicator_that_says_neither_whom_nor_how_is_asked_about():
    indicator = {"kind": TextKind.INDICATOR}
    assert codes("Kvalitet i tjenesten", **indicator) == [TextCode.INDICATOR_UNDEFINED]
    assert codes("Fravær per kvartal", **indicator) == []
    assert codes("Svar på «Trives du?»", **indicator) == []
    assert codes("Antall ulike ansatte hos en bruker", **indicator) == []


def test_an_action_without_who_and_when_is_asked_about():
    action = {"kind": TextKind.ACTION}
    assert codes("Økt fokus på ernæring.", **action) == [TextCode.VAGUE_ACTION]
    assert codes("Rektor ringer hjem samme dag.", **action) == []


def test_a_milestone_is_not_asked_about():
    assert codes("Bedre barnehage.", kind=TextKind.MILESTONE) == []


def test_nothing_is_asked_of_an_empty_text_or_an_unknown_language():
    assert text_hints("  \n", "nb") == ()
    assert text_hints("Better services.", "en") == ()


def test_line_breaks_in_a_text_change_nothing():
    assert codes("Redusere\n sykefraværet med 2 %.") == [TextCode.PERCENT_AMBIGUITY]
