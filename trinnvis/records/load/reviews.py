"""Reviews: a unit's quarter and the one before it, as facts."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from trinnvis.records.models import (
    ActionOutcome,
    Condition,
    ConditionUse,
    Delivery,
    Goal,
    GoalReview,
    Indicator,
    InvolvementRequest,
    Person,
    QuarterReview,
    Reopening,
    SuccessFactor,
    Unit,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import Hands, ReviewPlace
from trinnvis.rules.review_facts import (
    ConditionFacts,
    DeliveryFacts,
    FactorFacts,
    GoalAnswers,
    InvolvementFacts,
    OutcomeFacts,
    ReopeningFacts,
    ReviewFacts,
)
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    Confidence,
    InvolvementStatus,
    Level,
    Outcome,
)


def review_facts(
    unit_id: int, quarters: Iterable[Quarter]
) -> dict[Quarter, ReviewFacts]:
    """Return what a unit has answered in each of the quarters. 8 queries.

    Everything is there, whoever asks: show it only to those who write the quarter,
    and tell others what was delivered.
    """
    wanted = tuple(quarters)
    within = Q(pk__in=())
    for quarter in wanted:
        within |= Q(year=quarter.year, quarter=quarter.number)
    rows = list(QuarterReview.objects.filter(within, unit_id=unit_id))
    answers = _answers(rows)
    outcomes = _outcomes(rows)
    deliveries, reopenings = _tellings(rows)
    found = {quarter: ReviewFacts(quarter) for quarter in wanted}
    for row in rows:
        quarter = Quarter(row.year, row.quarter)
        found[quarter] = ReviewFacts(
            quarter=quarter,
            id=row.pk,
            version=row.version,
            meeting_on=row.meeting_on,
            meeting_note=row.meeting_note,
            no_meeting_reason=row.no_meeting_reason,
            recognition=row.recognition,
            help_wanted=row.help_wanted,
            goals=tuple(answers[row.pk]),
            outcomes=tuple(outcomes[row.pk]),
            deliveries=tuple(deliveries[row.pk]),
            reopenings=tuple(reopenings[row.pk]),
        )
    return found


def review_place(unit: Unit, quarter: Quarter) -> ReviewPlace:
    """Return how a quarter stands, for those who ask to write in it. 2 queries."""
    within = {
        "review__unit": unit,
        "review__year": quarter.year,
        "review__quarter": quarter.number,
    }
    delivered = Delivery.objects.filter(**within).count()
    reopened = Reopening.objects.filter(**within).count()
    return ReviewPlace(quarter, unit.started_on, delivered > reopened)


def hands_of(
    person: Person,
    unit: Unit,
    goal: Goal | None = None,
    indicator: Indicator | None = None,
) -> Hands:
    """Return what the person is to the unit, the goal and the figure. No queries."""
    leads = person.sight is not None and person.sight.leads_unit(unit.path)
    collects = goal is not None and person.pk in (goal.collector_id, goal.deputy_id)
    fetches = indicator is not None and indicator.fetched_by_id == person.pk
    return Hands(leads, collects, fetches)


def conditions_in(municipality_id: int, quarter: Quarter) -> tuple[ConditionFacts, ...]:
    """Return the register's conditions that touch the quarter, newest last. 1 query."""
    rows = Condition.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=quarter.first_day),
        municipality_id=municipality_id,
        first_day__lte=quarter.last_day,
    ).select_related("reported_by")
    return tuple(condition_facts(row) for row in rows)


def condition_facts(row: Condition) -> ConditionFacts:
    """Return one condition; `reported_by` must be loaded."""
    return ConditionFacts(
        id=row.pk,
        kind=ConditionKind(row.kind),
        title=row.title,
        text=row.text,
        first_day=row.first_day,
        last_day=row.last_day,
        reported_by=row.reported_by.name if row.reported_by else "",
    )


def is_mine(goal: Goal, person: Person) -> bool:
    """Tell whether the goal is on the person's own page.

    A deputy is asked when the collector has left; else the collector.
    """
    if goal.collector_id == person.pk:
        return True
    gone = goal.collector is None or not goal.collector.is_active
    return gone and goal.deputy_id == person.pk


def _answers(reviews: list[QuarterReview]) -> dict[int, list[GoalAnswers]]:
    rows = list(GoalReview.objects.filter(review__in=reviews).order_by("pk"))
    ids = [row.pk for row in rows]
    factors: dict[int, list[FactorFacts]] = defaultdict(list)
    for factor in SuccessFactor.objects.filter(goal_review_id__in=ids):
        factors[factor.goal_review_id].append(
            FactorFacts(factor.text, Confidence(factor.confidence), factor.version)
        )
    uses: dict[int, list[ConditionFacts]] = defaultdict(list)
    used = ConditionUse.objects.filter(goal_review_id__in=ids)
    for use in used.select_related("condition__reported_by"):
        uses[use.goal_review_id].append(condition_facts(use.condition))
    asked: dict[int, list[InvolvementFacts]] = defaultdict(list)
    requests = InvolvementRequest.objects.filter(goal_review_id__in=ids)
    for request in requests.select_related("to_unit", "to_body", "responsible"):
        asked[request.goal_review_id or 0].append(_involvement(request))
    found: dict[int, list[GoalAnswers]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(
            GoalAnswers(
                goal_id=row.goal_id,
                achieved=row.achieved,
                achieved_is_suggested=row.achieved_is_suggested,
                not_achieved=row.not_achieved,
                factors=tuple(factors[row.pk]),
                factor_unknown=row.factor_unknown,
                conditions=tuple(uses[row.pk]),
                no_conditions=row.no_conditions,
                involvements=tuple(asked[row.pk]),
                no_involvement=row.no_involvement,
                assessed_level=Level(row.assessed_level)
                if row.assessed_level
                else None,
                assessed_reason=row.assessed_reason,
                forecast=row.forecast,
                internal_note=row.internal_note,
                version=row.version,
            )
        )
    return found


def _involvement(row: InvolvementRequest) -> InvolvementFacts:
    to = row.to_unit or row.to_body
    return InvolvementFacts(
        id=row.pk,
        to=to.name if to else row.to_name,
        reason=row.reason,
        status=InvolvementStatus(row.status),
        asked_on=row.asked_on,
        due=row.due,
        responsible=row.responsible.name if row.responsible else "",
    )


def _outcomes(reviews: list[QuarterReview]) -> dict[int, list[OutcomeFacts]]:
    found: dict[int, list[OutcomeFacts]] = defaultdict(list)
    rows = ActionOutcome.objects.filter(review__in=reviews)
    for row in rows.select_related("successor").order_by("action__order", "pk"):
        made = row.successor.title if row.successor else ""
        found[row.review_id].append(
            OutcomeFacts(
                action_id=row.action_id,
                outcome=Outcome(row.outcome),
                status=ActionStatus(row.status),
                to_plan=row.to_plan,
                dose=row.dose,
                reason=row.reason,
                successor_title=row.successor_title or made,
                carried=row.carried,
                version=row.version,
            )
        )
    return found


def _tellings(
    reviews: list[QuarterReview],
) -> tuple[dict[int, list[DeliveryFacts]], dict[int, list[ReopeningFacts]]]:
    deliveries: dict[int, list[DeliveryFacts]] = defaultdict(list)
    for row in (
        Delivery.objects.filter(review__in=reviews)
        .select_related("by")
        .defer("content")
    ):
        deliveries[row.review_id].append(
            DeliveryFacts(row.number, row.by.name, row.at, row.late)
        )
    reopenings: dict[int, list[ReopeningFacts]] = defaultdict(list)
    for opened in Reopening.objects.filter(review__in=reviews).select_related("by"):
        reopenings[opened.review_id].append(
            ReopeningFacts(opened.by.name, opened.at, opened.reason)
        )
    return deliveries, reopenings
