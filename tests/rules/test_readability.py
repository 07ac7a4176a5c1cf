"""Test readability: words, sentences and LIX."""

from decimal import Decimal

import pytest

from trinnvis.rules.readability import Reading, is_heavy, lix, reading, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kaffen er varm.", Reading(3, 1, 0)),
        ("Kommunen skal ha gode tjenester for alle.", Reading(7, 1, 2)),
        ("Fraværet er høyst 8,0 % i 2026. Det var 10,4 % i 2025.", Reading(11, 2, 1)),
        ("Innen 1. mars har elever på 9. trinn svart.", Reading(9, 1, 0)),
        ("Vi tilbyr bl.a. kurs, f.eks. i mat.", Reading(7, 1, 0)),
        ("Minst 4,5. Uten avvik!", Reading(4, 2, 0)),
        ("Mat- og vareleverandører i plan- og byggesaker", Reading(7, 1, 2)),
        ("1000000 kroner", Reading(2, 1, 0)),
        ("Uten punktum", Reading(2, 1, 1)),
        ("…", Reading(0, 1, 0)),
    ],
)
def test_reading_counts_words_sentences_and_long_words(text, expected):
    assert reading(text) == expected


def test_lix_is_words_per_sentence_and_the_percentage_of_long_words():
    text = "Kommunen skal ha gode tjenester for alle."
    assert round(lix(text), 4) == Decimal("35.5714")


def test_nothing_is_easy_to_read():
    assert (lix(""), word_count("")) == (Decimal(0), 0)


def test_heavy_text_is_both_long_and_hard():
    heavy = (
        "Det skal tilrettelegges for en helhetlig, koordinert og brukerorientert "
        "tjenesteutvikling gjennom implementering av samhandlingsarenaer."
    )
    assert is_heavy(heavy) is True
    assert is_heavy("Universell utforming") is False
    assert is_heavy("Vi skal ha det bra på jobb og i fritida hver dag.") is False
