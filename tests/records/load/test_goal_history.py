"""What happened to a goal, for those who may know it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import Cast
from tests.records.figures import Q1, Q2, day, deliver, observe, reopen
from trinnvis.records.load.goal_history import HappeningKind, goal_history
from trinnvis.records.load.goals import BESIDE, read_goal
from trinnvis.records.load.told_answers import ToldQuarter, told_about
from trinnvis.records.models import (
    Delivery,
    Goal,
    InvolvementRequest,
    Person,
    Workshop,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import FactorFacts, GoalAnswers, OutcomeFacts
from trinnvis.rules.terms import ActionStatus, Confidence, Outcome

Line = tuple[date, HappeningKind, Decimal | None, str]


def goal_of(cast: Cast) -> Goal:
    rows = Goal.objects.select_related("plan__unit", *BESIDE)
    return rows.get(pk=cast.goal.pk)


def told(cast: Cast) -> tuple[ToldQuarter, ...]:
    return told_about(cast.goal, frozenset({cast.action.pk}))


def history(cast: Cast, reader: Person) -> list[Line]:
    goal = goal_of(cast)
    facts = read_goal(goal, reader=reader.sight)
    found = goal_history(goal, facts, told(cast), reader)
    return [(each.on, each.kind, each.after, each.text or each.word) for each in found]


def freeze_answers(cast: Cast, quarter: Quarter) -> None:
    """Put answers in the quarter's last delivery, as freezing would."""
    row = Delivery.objects.filter(review__quarter=quarter.number).last()
    assert row is not None
    row.content = {
        "facts": {
            "answers": {
                "goals": [
                    {
                        "goal_id": cast.goal.pk,
                        "achieved": "Flere har en lekevenn.",
                        "factors": [{"text": "Samme voksen", "confidence": "likely"}],
                        "forecast": "will_be_met",
                    },
                    {"goal_id": 0, "achieved": "Et annet mål"},
                ],
                "outcomes": [
                    {
                        "action_id": cast.action.pk,
                        "outcome": "adjust",
                        "status": "ongoing",
                    },
                    {"action_id": 0, "outcome": "stop", "status": "stopped"},
                ],
            }
        }
    }
    row.save()


@pytest.fixture
def delivered(cast: Cast) -> Cast:
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    deliver(cast, Q1, day(4, 14))
    freeze_answers(cast, Q1)
    return cast


def test_what_was_delivered_is_read_for_this_goal_and_its_actions(
    delivered: Cast,
) -> None:
    (quarter,) = told(delivered)
    assert (quarter.quarter, quarter.at, quarter.by) == (Q1, day(4, 14), "Leif Berg")
    assert quarter.answers == GoalAnswers(
        delivered.goal.pk,
        achieved="Flere har en lekevenn.",
        factors=(FactorFacts("Samme voksen", Confidence.LIKELY),),
        forecast="will_be_met",
    )
    assert quarter.outcomes == (
        OutcomeFacts(delivered.action.pk, Outcome.ADJUST, ActionStatus.ONGOING),
    )


def test_of_a_quarter_delivered_twice_the_last_counts(delivered: Cast) -> None:
    deliver(delivered, Q1, day(4, 20))
    assert [each.at for each in told(delivered)] == [day(4, 20)]


def test_a_goal_s_year_is_told_from_its_beginning(delivered: Cast) -> None:
    workshop = Workshop.objects.create(
        municipality=delivered.municipality,
        unit=delivered.solvik,
        year=2026,
        on=date(2025, 11, 10),
    )
    Goal.objects.filter(pk=delivered.goal.pk).update(workshop=workshop)
    InvolvementRequest.objects.create(
        municipality=delivered.municipality,
        from_unit=delivered.solvik,
        to_name="PP-tjenesten",
        goal=delivered.goal,
        reason="Veiledning",
        asked_on=date(2026, 2, 1),
        answered_on=date(2026, 2, 9),
        status="agreed",
    )
    assert history(delivered, delivered.siri) == [
        (date(2026, 4, 14), HappeningKind.DELIVERED, None, ""),
        (
            date(2026, 4, 14),
            HappeningKind.DECIDED,
            None,
            "Lekegrupper med voksen til stede",
        ),
        (date(2026, 4, 8), HappeningKind.RECORDED, Decimal(85), ""),
        (date(2026, 2, 9), HappeningKind.INVOLVED, None, "PP-tjenesten"),
        (date(2025, 12, 12), HappeningKind.ADOPTED, None, ""),
        (date(2025, 11, 10), HappeningKind.MADE, None, ""),
    ]


def kinds(cast: Cast, reader: Person) -> list[HappeningKind]:
    return [line[1] for line in history(cast, reader)]


def test_a_correction_after_the_report_is_told_to_all(delivered: Cast) -> None:
    observe(delivered.indicator, Q1, 86, delivered.kari, day(5, 4))
    for reader in (delivered.siri, delivered.kari):
        assert HappeningKind.CORRECTED in kinds(delivered, reader)


def test_a_correction_before_the_report_is_none(cast: Cast) -> None:
    observe(cast.indicator, Q1, 84, cast.kari, day(4, 7))
    observe(cast.indicator, Q1, 85, cast.kari, day(4, 8))
    deliver(cast, Q1, day(4, 14))
    assert HappeningKind.CORRECTED not in kinds(cast, cast.siri)


def test_a_figure_not_yet_told_has_not_happened_for_others(delivered: Cast) -> None:
    observe(delivered.indicator, Q2, 89, delivered.kari, day(7, 3))
    assert kinds(delivered, delivered.siri).count(HappeningKind.RECORDED) == 1
    assert kinds(delivered, delivered.kari).count(HappeningKind.RECORDED) == 2


def test_what_changes_while_a_quarter_is_open_again_is_not_told(
    delivered: Cast,
) -> None:
    reopen(deliver(delivered, Q1, day(4, 20)), delivered.leif, day(5, 2))
    observe(delivered.indicator, Q1, 86, delivered.kari, day(5, 4))
    assert HappeningKind.CORRECTED not in kinds(delivered, delivered.siri)
    assert HappeningKind.CORRECTED in kinds(delivered, delivered.kari)
