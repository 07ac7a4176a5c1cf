"""Quarters: reviews with their answers, delivered and frozen except the last."""

from collections.abc import Iterable

from bench.filling.places import MEASURED, Place, Team
from bench.filling.size import Calendar, Size, told_on
from trinnvis.records.load.plans import plans_to_freeze
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import (
    Action,
    ActionOutcome,
    Delivery,
    Goal,
    GoalReview,
    Plan,
    QuarterReview,
    SuccessFactor,
)
from trinnvis.records.versions import freeze
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import DeliveredQuarter, ReviewFacts
from trinnvis.rules.terms import ActionStatus, Outcome

Answers = dict[int, dict[Quarter, ReviewFacts]]
"""What each unit answered, by unit and quarter."""

_BATCH = 50


def make_quarters(
    place: Place, plans: dict[int, dict[int, Plan]], goals: list[Goal], size: Size
) -> None:
    """Make a review per unit and ended quarter; deliver all but the last one's.

    The last quarter is delivered by every second unit, and never by the measured one.
    """
    calendar = Calendar(size.day)
    reviews = QuarterReview.objects.bulk_create(
        QuarterReview(
            municipality=place.municipality,
            unit=team.unit,
            plan=plans[team.unit.pk][quarter.year],
            year=quarter.year,
            quarter=quarter.number,
            meeting_on=told_on(quarter).date(),
            recognition="Takk for innsatsen.",
        )
        for team in place.teams
        for quarter in calendar.quarters
        if _is_told(team, place, quarter, calendar)
    )
    _answer([r for r in reviews if r.year == calendar.year], goals)
    answers = {
        team.unit.pk: review_facts(team.unit.pk, calendar.quarters)
        for team in place.teams
    }
    for quarter in calendar.quarters:
        of_quarter = [r for r in reviews if _quarter(r) == quarter]
        _deliver(place, quarter, of_quarter, answers)


def _quarter(review: QuarterReview) -> Quarter:
    return Quarter(review.year, review.quarter)


def _is_told(team: Team, place: Place, quarter: Quarter, calendar: Calendar) -> bool:
    if quarter != calendar.last:
        return True
    return team.unit.key != MEASURED and place.teams.index(team) % 2 == 0


def _answer(reviews: list[QuarterReview], goals: list[Goal]) -> None:
    of_plan: dict[int, list[Goal]] = {}
    for goal in goals:
        of_plan.setdefault(goal.plan_id, []).append(goal)
    answered = GoalReview.objects.bulk_create(
        GoalReview(
            municipality_id=review.municipality_id,
            review=review,
            goal=goal,
            achieved="Andelen steg fra i fjor. Faste møter ser ut til å virke.",
            not_achieved="Den ene målingen kom for sent.",
            no_conditions=True,
            no_involvement=True,
        )
        for review in reviews
        for goal in of_plan.get(review.plan_id, ())
    )
    SuccessFactor.objects.bulk_create(
        SuccessFactor(
            municipality_id=row.municipality_id,
            goal_review=row,
            text="Samme person følger opp hele året.",
        )
        for row in answered
    )
    _decide(answered, goals)


def _decide(answered: list[GoalReview], goals: list[Goal]) -> None:
    actions: dict[int, list[Action]] = {}
    mine = Action.objects.filter(goal__municipality=goals[0].municipality_id)
    for action in mine.iterator():
        actions.setdefault(action.goal_id, []).append(action)
    ActionOutcome.objects.bulk_create(
        ActionOutcome(
            municipality_id=row.municipality_id,
            review_id=row.review_id,
            action=action,
            outcome=Outcome.CONTINUE,
            status=ActionStatus.ONGOING,
            to_plan=True,
        )
        for row in answered
        for action in actions[row.goal_id]
    )


def _deliver(
    place: Place, quarter: Quarter, reviews: list[QuarterReview], answers: Answers
) -> None:
    managers = {team.unit.pk: team.manager for team in place.teams}
    for first in range(0, len(reviews), _BATCH):
        batch = reviews[first : first + _BATCH]
        frozen = _frozen(quarter, batch, answers)
        Delivery.objects.bulk_create(
            Delivery(
                municipality=place.municipality,
                review=review,
                by=managers[review.unit_id],
                at=told_on(quarter),
                content=content,
                checksum=checksum,
            )
            for review, (content, checksum) in zip(batch, frozen, strict=True)
        )


def _frozen(
    quarter: Quarter, reviews: Iterable[QuarterReview], answers: Answers
) -> Iterable[tuple[dict[str, object], str]]:
    """Freeze each quarter as the product does at delivery."""
    plans = plans_to_freeze([r.plan for r in reviews], delivering=quarter)
    day = told_on(quarter).date()
    for review in reviews:
        said = answers[review.unit_id][quarter]
        yield freeze(DeliveredQuarter(day, plans[review.plan_id], said))
