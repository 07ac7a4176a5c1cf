"""Search: found and sorted the Norwegian way, and nothing one may not see."""

import pytest

from tests.cast import Cast
from trinnvis.records.load.search import find
from trinnvis.records.models import Goal, Plan, Unit
from trinnvis.records.norwegian import by_name, fold, sort_key


@pytest.mark.parametrize(
    "word", ["apen", "åpen", "ÅPEN", "Apen barne", "barnehage åpen"]
)
def test_any_spelling_finds_apen_barnehage(cast: Cast, word: str) -> None:
    unit = Unit.objects.create(
        municipality=cast.municipality,
        parent=cast.root,
        path=f"{cast.root.path}000099/",
        key="åpen",
        name="Åpen barnehage",
    )
    assert find(word, reader=cast.kari).units == (unit,)


def test_a_draft_of_another_unit_is_not_found(cast: Cast) -> None:
    draft = Plan.objects.create(
        municipality=cast.municipality, unit=cast.fjellvik, year=2027
    )
    goal = Goal.objects.create(
        municipality=cast.municipality, plan=draft, title="Hemmelig leseløft"
    )
    assert find("leseloft", reader=cast.ali).goals == (goal,)
    assert find("leseloft", reader=cast.kari).goals == ()
    assert find("leseloft", reader=cast.siri).goals == ()


def test_another_municipality_finds_nothing_of_ours(cast: Cast) -> None:
    assert find("lekevenn", reader=cast.kari).goals == (cast.goal,)
    assert find("lekevenn", reader=cast.nils).count == 0
    assert find("solvik", reader=cast.nils).count == 0


def test_a_single_letter_finds_nothing(cast: Cast) -> None:
    assert find("s", reader=cast.kari).count == 0


def test_percent_and_underscore_are_letters_like_others(cast: Cast) -> None:
    assert find("%%", reader=cast.kari).count == 0
    assert find("__", reader=cast.kari).count == 0


def test_names_are_sorted_the_norwegian_way(cast: Cast) -> None:
    for number, name in enumerate(
        ("Ås", "Ødegård", "Zeppelin", "Æres", "Aasen", "Ask")
    ):
        Unit.objects.create(
            municipality=cast.other_municipality,
            path=f"9{number}/",
            key=name,
            name=name,
        )
    names = Unit.objects.filter(path__startswith="9").order_by(by_name())
    assert [unit.name for unit in names] == [
        "Ask",
        "Zeppelin",
        "Æres",
        "Ødegård",
        "Ås",
        "Aasen",
    ]


def test_folding_and_sorting_agree_on_letters() -> None:
    assert fold("Blåbærsyltetøy ÆØÅ") == "blabarsyltetoy aoa"
    assert sorted(("øl", "ål", "ære", "zoo"), key=sort_key) == [
        "zoo",
        "ære",
        "øl",
        "ål",
    ]
