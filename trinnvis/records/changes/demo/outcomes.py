"""Outcomes: what the demo's units decided for their actions each quarter."""

from trinnvis.records.changes.demo.actions import FINISHED, actions_told, status_at
from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import ActionOutcome, QuarterReview
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import ActionStatus, Outcome

_OUTCOMES = {
    "continue": Outcome.CONTINUE,
    "adjust": Outcome.ADJUST,
    "replace": Outcome.REPLACE,
    "stop": Outcome.STOP,
    # An action that came in the quarter: it is there now, and it goes on.
    "new": Outcome.CONTINUE,
}
_TO_PLAN = {ActionStatus.COMPLETED: True, ActionStatus.DELAYED: False}


def make_outcomes(made: Made, number: int) -> None:
    """Make an outcome for every action that was not finished before the quarter.

    The file states those that changed something; the others went on as before.
    """
    quarter = Quarter(made.year, number)
    rows: list[ActionOutcome] = []
    for goal, told in actions_told(made):
        review = made.reviews.get((goal.text("unit"), number))
        if review is None or told.text("id") not in made.actions:
            continue
        decided = _decision(goal, told, number)
        if decided is not None or not _finished_before(told, quarter):
            rows.append(_outcome(made, review, told, decided, quarter))
    ActionOutcome.objects.bulk_create(rows)


def _decision(goal: Section, told: Section, number: int) -> Section | None:
    """Return what the file says was decided for the action in the quarter."""
    own = told.section("decision")
    if own.text("period") == f"Q{number}":
        return own
    review = goal.section("reviews").section(f"Q{number}")
    for decision in review.sections("decisions"):
        if decision.text("action_ref") == told.text("id"):
            return decision
    return None


def _finished_before(told: Section, quarter: Quarter) -> bool:
    return quarter.number > 1 and status_at(told, quarter.previous) in FINISHED


def _outcome(
    made: Made,
    review: QuarterReview,
    told: Section,
    decided: Section | None,
    quarter: Quarter,
) -> ActionOutcome:
    status = status_at(told, quarter)
    outcome = _OUTCOMES[decided.text("outcome")] if decided else Outcome.CONTINUE
    replaced = outcome is Outcome.REPLACE
    unchanged = quarter.number > 1 and status_at(told, quarter.previous) is status
    return ActionOutcome(
        municipality=made.municipality,
        review=review,
        action=made.actions[told.text("id")],
        outcome=outcome,
        status=status,
        to_plan=_TO_PLAN.get(status),
        reason=decided.text("reason") if decided else "",
        successor=made.actions[told.text("replaced_by")] if replaced else None,
        carried=decided is None and unchanged,
    )
