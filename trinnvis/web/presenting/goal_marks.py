"""Goal marks: the seven preconditions of a good goal, as shapes and words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from trinnvis.rules.facts import GoalFacts
from trinnvis.rules.goal_check import precondition_marks
from trinnvis.rules.terms import Precondition
from trinnvis.signs.goal_advice import MARKS, mark_detail, mark_word
from trinnvis.signs.marks import svg_mark

_ASKED = frozenset(
    {Precondition.UNDERSTOOD, Precondition.MEANINGFUL, Precondition.REALISTIC}
)
"""What the staff answered; only for those who may see the answers."""


@dataclass(frozen=True, slots=True)
class GoalMark:
    mark: SafeString
    word: str
    detail: str


def goal_marks(
    goal: GoalFacts, plan_year: int, sees_answers: bool
) -> tuple[GoalMark, ...]:
    """Return the marks in the guide's order; the staff's answers where one may see."""
    return tuple(
        # Our own drawing, looked up by a key of ours.
        GoalMark(
            mark_safe(svg_mark(MARKS[mark.state])),  # noqa: S308
            mark_word(mark.precondition),
            mark_detail(mark),
        )
        for mark in precondition_marks(goal, plan_year)
        if sees_answers or mark.precondition not in _ASKED
    )
