"""Comments: what people say of a draft plan, the answers, and statements."""

from datetime import datetime

from django.db import transaction

from trinnvis.records.changes.logging import log
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Goal, Person, Plan, PlanComment
from trinnvis.records.refusals import Refused
from trinnvis.rules.plan_access import PlanRefusal, leads, why_not_state


@transaction.atomic
def comment_on_plan(
    plan: Plan, text: str, goal: Goal | None = None, *, by: Person, at: datetime
) -> PlanComment:
    """Say something of the plan or one of its goals. One row, one log entry."""
    if not by.sight.sees_drafts_of(plan.unit.path):
        raise Refused(PlanRefusal.NOT_READER)
    return _add(plan, PlanComment.Kind.COMMENT, text, goal, by=by, at=at)


@transaction.atomic
def state_about_plan(plan: Plan, text: str, *, by: Person, at: datetime) -> PlanComment:
    """Make the staff representative's own statement; nobody else may edit it."""
    if refusal := why_not_state(by.facts, plan.unit.path):
        raise Refused(refusal)
    return _add(plan, PlanComment.Kind.STATEMENT, text, None, by=by, at=at)


@transaction.atomic
def reword_comment(
    comment: PlanComment, text: str, *, version: int, by: Person, at: datetime
) -> bool:
    """Change one's own words, never another's. One log entry."""
    if comment.by_id != by.pk:
        raise Refused(PlanRefusal.OTHERS_WORDS)
    if not text:
        raise Refused(PlanRefusal.ANSWER_MISSING)
    return change_row(
        "reword_comment",
        comment,
        {"text": text},
        version=version,
        by=by,
        at=at,
        unit_id=comment.plan.unit_id,
    )


@transaction.atomic
def answer_comment(
    comment: PlanComment, text: str, *, version: int, by: Person, at: datetime
) -> bool:
    """Answer as the unit's leader. One log entry."""
    if not leads(by.facts, comment.plan.unit.path):
        raise Refused(PlanRefusal.NOT_LEADER)
    if not text:
        raise Refused(PlanRefusal.ANSWER_MISSING)
    return change_row(
        "answer_comment",
        comment,
        {"answer": text, "answered_by": by, "answered_at": at},
        version=version,
        by=by,
        at=at,
        unit_id=comment.plan.unit_id,
    )


def _add(
    plan: Plan,
    kind: str,
    text: str,
    goal: Goal | None,
    *,
    by: Person,
    at: datetime,
) -> PlanComment:
    if not text:
        raise Refused(PlanRefusal.ANSWER_MISSING)
    comment = PlanComment.objects.create(
        municipality_id=plan.municipality_id,
        plan=plan,
        goal=goal,
        kind=kind,
        text=text,
        by=by,
        at=at,
    )
    log(
        "comment_on_plan" if kind == PlanComment.Kind.COMMENT else "state_about_plan",
        comment,
        by=by,
        at=at,
        municipality_id=plan.municipality_id,
        unit_id=plan.unit_id,
        after={"text": text, "goal": goal.pk if goal else None, "version": 1},
    )
    return comment
