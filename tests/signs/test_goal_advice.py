"""Goal advice: a mark tells the answer, and a hint is one question."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from trinnvis.rules.facts import GoalFacts, PulseFacts
from trinnvis.rules.goal_check import Lack, Mark, MarkState, precondition_marks
from trinnvis.rules.goal_fields import FieldCode, FieldHint
from trinnvis.rules.goal_text import TextCode, TextHint
from trinnvis.rules.terms import Precondition
from trinnvis.signs import goal_advice, marks


@pytest.fixture(autouse=True)
def bokmal() -> object:
    with translation.override("nb"):
        yield


def details(**changes: object) -> dict[Precondition, str]:
    whole = {
        "id": 1,
        "title": "Færre fall",
        "why": "",
        "deadline": date(2026, 12, 31),
        "collector": "Kari",
        "collector_active": True,
        "collector_accepted": True,
        "deputy": "Leif",
        "deputy_active": True,
    }
    goal = GoalFacts(**(whole | changes))  # type: ignore[arg-type]
    return {
        mark.precondition: goal_advice.mark_detail(mark)
        for mark in precondition_marks(goal, 2026)
    }


def test_the_marks_tell_the_answers() -> None:
    found = details(
        understood=PulseFacts((0, 0, 3, 5, 6)), realistic=PulseFacts((0, 0, 1, 1, 1))
    )
    assert found[Precondition.SIMPLE] == "2 ord"
    assert found[Precondition.DATED] == "31. desember 2026"
    assert found[Precondition.COLLECTOR] == "sagt ja"
    assert found[Precondition.UNDERSTOOD] == "usikre: 11 av 14 sier ja"
    assert found[Precondition.MEANINGFUL] == "ikke spurt"
    assert found[Precondition.REALISTIC] == "skjult, færre enn fem svar"


def test_a_named_person_who_has_not_answered_is_no_yes() -> None:
    assert details(collector_accepted=False)[Precondition.COLLECTOR] == (
        "ikke svart ennå"
    )


def test_a_small_group_that_agrees_is_told_without_its_count() -> None:
    found = details(meaningful=PulseFacts((0, 0, 0, 0, 6)))
    assert found[Precondition.MEANINGFUL] == "nesten alle er enige"


@pytest.mark.parametrize(
    ("made_in", "told"),
    [
        ("2025-11-19", "målverksted 19. november 2025"),
        ("avdeling Bjørka", "avdeling Bjørka"),
    ],
)
def test_a_measurable_goal_tells_who_made_it(made_in: str, told: str) -> None:
    mark = Mark(Precondition.MEASURABLE, MarkState.ANSWERED, made_in=made_in)
    assert goal_advice.mark_detail(mark) == told


@pytest.mark.parametrize("lack", list(Lack))
def test_every_lack_can_be_said(lack: Lack) -> None:
    mark = Mark(Precondition.MEASURABLE, MarkState.PARTLY, lacks=(lack,))
    assert goal_advice.mark_detail(mark)


def test_every_state_and_precondition_has_a_mark_and_a_word() -> None:
    assert {goal_advice.MARKS[state] for state in MarkState} <= set(marks.MARKS)
    assert len({goal_advice.mark_word(one) for one in Precondition}) == 7


@pytest.mark.parametrize("code", list(TextCode))
def test_every_hint_about_wording_is_a_question_or_advice(code: TextCode) -> None:
    assert goal_advice.text_question(TextHint(code)).endswith(("?", "."))


@pytest.mark.parametrize("code", list(FieldCode))
def test_every_hint_about_fields_is_filled_in(code: FieldCode) -> None:
    hint = FieldHint(code, change=Decimal("0.3"), limit=Decimal("0.70"), n=14)
    assert "%(" not in goal_advice.field_question(hint, "poeng 1–6")


def test_the_noise_floor_is_said_with_its_figures() -> None:
    hint = FieldHint(
        FieldCode.CHANGE_SMALLER_THAN_NOISE,
        change=Decimal("0.3"),
        limit=Decimal("0.7"),
        n=14,
    )
    assert goal_advice.field_question(hint) == (
        "Med rundt 14 svar må endringen være minst 0,7 for å kunne skilles fra "
        "tilfeldigheter. Målet er 0,3."
    )
