"""Deliveries: the demo's quarters as delivered, frozen as they stood that day."""

from dataclasses import replace

from trinnvis.records.changes.demo import wording
from trinnvis.records.changes.demo.made import Deed, Made, moment, weekday_from
from trinnvis.records.changes.demo.reviews import late_units
from trinnvis.records.load.plans import plans_to_freeze
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import Delivery, GoalReview, Person, QuarterReview
from trinnvis.records.versions import freeze
from trinnvis.rules.assess import GoalFinding, assess_plan
from trinnvis.rules.facts import PlanFacts
from trinnvis.rules.quarter_review import Course, course_of
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import DeliveredQuarter
from trinnvis.rules.terms import Level


def deliver(made: Made, number: int) -> None:
    """Deliver the quarter for every unit with a review, the day after it met."""
    quarter = Quarter(made.year, number)
    reviews = [row for (_unit, at), row in made.reviews.items() if at == number]
    facts = plans_to_freeze((row.plan for row in reviews), delivering=quarter)
    for review in reviews:
        _answer_the_rest(made, review, facts[review.plan_id])
    goal_reviews = [
        row for (_goal, at), row in made.goal_reviews.items() if at == number
    ]
    GoalReview.objects.bulk_update(
        goal_reviews,
        ("achieved", "achieved_is_suggested", "not_achieved", "factor_unknown"),
    )
    late = late_units(made, number)
    rows = Delivery.objects.bulk_create(
        _delivery(made, row, facts[row.plan_id], late=row.unit.key in late)
        for row in reviews
    )
    made.deeds += [_deed(row) for row in rows]


def _answer_the_rest(made: Made, review: QuarterReview, plan: PlanFacts) -> None:
    """Answer what only a person can where the file says no more than «delivered».

    Nothing is made up: the figure, the path, and «vet ikke ennå».
    """
    quarter = Quarter(review.year, review.quarter)
    day = quarter.next.first_day
    for finding in assess_plan(plan, quarter, day).goals:
        row = _row_of(made, finding, quarter)
        leading = finding.leading
        if leading is not None and leading.level.level is Level.HIDDEN:
            row.not_achieved = wording.too_few(review.unit.language)
        if leading is None or leading.value is None:
            continue
        if not row.achieved:
            row.achieved = wording.suggested(leading.value, leading.indicator)
            row.achieved_is_suggested = True
        course = course_of(finding)
        if course is Course.OFF and leading.path and not row.not_achieved:
            expected = leading.path.target
            row.not_achieved = wording.off_the_path(expected, leading.indicator)
        row.factor_unknown = course is Course.WELL and not row.factors.exists()


def _row_of(made: Made, finding: GoalFinding, quarter: Quarter) -> GoalReview:
    return next(
        row
        for (_goal, number), row in made.goal_reviews.items()
        if number == quarter.number and row.goal_id == finding.goal.id
    )


def _delivery(
    made: Made, review: QuarterReview, plan: PlanFacts, *, late: bool
) -> Delivery:
    quarter = Quarter(review.year, review.quarter)
    met = review.meeting_on or quarter.next.first_day
    at = moment(weekday_from(met, 1), 13)
    answers = review_facts(review.unit_id, (quarter,))[quarter]
    told = replace(
        answers,
        goals=tuple(replace(said, internal_note="") for said in answers.goals),
    )
    content, checksum = freeze(DeliveredQuarter(at.date(), plan, told))
    return Delivery(
        municipality=made.municipality,
        review=review,
        number=1,
        by=_author(made, review),
        at=at,
        late=late,
        content=content,
        checksum=checksum,
    )


def _author(made: Made, review: QuarterReview) -> Person:
    """Return who wrote the quarter; the unit's leader where the file says nothing."""
    for goal in made.file.sections("goals"):
        said = goal.section("reviews").section(f"Q{review.quarter}")
        if goal.text("unit") == review.unit.key and "author" in said:
            return made.people[said.text("author")]
    return made.leader_of(review.unit)


def _deed(row: Delivery) -> Deed:
    return Deed(
        row.at,
        "deliver_quarter",
        row.review,
        row.by,
        row.review.unit_id,
        after={"number": row.number, "late": row.late, "checksum": row.checksum},
    )
