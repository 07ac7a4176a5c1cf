"""Every kind of the glossary has its word."""

from enum import StrEnum
from typing import Any

import pytest
from django.utils import translation

from trinnvis.rules.terms import (
    ConditionKind,
    Confidence,
    Frequency,
    Outcome,
    Provenance,
    Role,
)
from trinnvis.signs import history_words, words


@pytest.fixture(autouse=True)
def bokmaal() -> Any:
    with translation.override("nb"):
        yield


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        (Role, words.role_word),
        (Confidence, words.confidence_word),
        (ConditionKind, words.condition_kind_word),
        (Frequency, words.frequency_word),
        (Provenance, words.provenance_word),
    ],
)
def test_every_kind_has_a_word_of_its_own(kinds: type[StrEnum], word: Any) -> None:
    said = [word(kind) for kind in kinds]
    assert all(said)
    assert len(set(said)) == len(said)


def test_a_cause_is_never_more_than_well_founded() -> None:
    assert words.confidence_word(Confidence.WELL_FOUNDED) == "Godt underbygd"


def test_a_changed_action_is_told_by_what_was_decided() -> None:
    changes = [each for each in Outcome if each is not Outcome.CONTINUE]
    assert [history_words.decided(each) for each in changes] == [
        "Tiltak justert",
        "Tiltak erstattet",
        "Tiltak avsluttet",
    ]
