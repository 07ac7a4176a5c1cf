"""Goal sentence: the fields read as one sentence, in three languages."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from trinnvis.rules.terms import Direction, Frequency
from trinnvis.signs.goal_sentence import Slots, fetching_words, goal_title, how_often

NBSP = "\u00a0"
YEAR_END = date(2026, 12, 31)


def title(**slots: object) -> str:
    return goal_title(Slots(deadline=YEAR_END, **slots), "nb")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("slots", "sentence"),
    [
        (
            {"measured": "Andelen", "baseline": Decimal(84), "target": Decimal(95)},
            f"Andelen skal øke fra 84 til minst 95{NBSP}prosent innen 31. desember 2026.",
        ),
        (
            {"measured": "Andelen", "target": Decimal("95.50")},
            f"Andelen skal være minst 95,5{NBSP}prosent innen 31. desember 2026.",
        ),
        (
            {
                "measured": "Fraværet",
                "direction": Direction.LOWER,
                "baseline": Decimal("10.4"),
                "target": Decimal(8),
            },
            "Fraværet skal gå ned fra 10,4 til høyst "
            f"8{NBSP}prosent innen 31. desember 2026.",
        ),
        (
            {
                "measured": "Avviket",
                "direction": Direction.BAND,
                "low": Decimal(-1),
                "high": Decimal(1),
            },
            "Avviket skal ligge mellom \u22121 og "
            f"1{NBSP}prosent innen 31. desember 2026.",
        ),
        (
            {
                "measured": "Trivselen",
                "direction": Direction.MAINTAIN,
                "baseline": Decimal(90),
            },
            f"Trivselen skal holde seg på 90{NBSP}prosent innen 31. desember 2026.",
        ),
        (
            {"measured": "Uteområdet", "direction": Direction.MILESTONE},
            "Uteområdet skal være ferdig innen 31. desember 2026.",
        ),
        (
            {"measured": "Planen", "direction": Direction.YES_NO},
            "Planen skal være gjort innen 31. desember 2026.",
        ),
    ],
)
def test_each_direction_has_its_words(slots: dict[str, object], sentence: str) -> None:
    assert title(unit="prosent", **slots) == sentence


def test_what_is_not_known_yet_stays_open() -> None:
    assert goal_title(Slots(unit="dager"), "nb") == "… skal være minst … dager innen …."


def test_the_sentence_follows_the_units_language_and_not_the_readers() -> None:
    with translation.override("en"):
        sentence = goal_title(Slots("Andelen", deadline=YEAR_END), "nb")
    assert sentence == "Andelen skal være minst … innen 31. desember 2026."


def test_the_second_sentence_says_how_and_by_whom() -> None:
    slots = Slots(source="lekekart", collector="Vibeke Holm")
    with translation.override("nb"):
        assert fetching_words(slots) == (
            "Målt med lekekart. Vibeke Holm henter tallet hvert kvartal."
        )


def test_every_frequency_has_words() -> None:
    with translation.override("nb"):
        assert len({how_often(frequency) for frequency in Frequency}) == len(Frequency)
