"""Quarter review: which questions a quarter asks, and which still wait for a person.

Text is asked for only where something moved or is off. Texts and outcomes carry
forward from last quarter; a number never does. Other conditions and others to
involve start empty each quarter, so that «ingen» is a person's answer.
Source: docs/method/quarter.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trinnvis.rules.assess import Finding, GoalFinding, PlanFinding
from trinnvis.rules.facts import ActionFacts, SeriesFacts
from trinnvis.rules.review_facts import GoalAnswers, OutcomeFacts, ReviewFacts
from trinnvis.rules.terms import (
    ActionStatus,
    Direction,
    Level,
    Missing,
    Outcome,
    Track,
)


class Question(StrEnum):
    """What a line of the quarter asks, in the order of the guide's sixth step."""

    FIGURE = "figure"
    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
    ACTION = "action"
    FACTOR = "factor"
    CONDITIONS = "conditions"
    INVOLVEMENT = "involvement"
    MEETING = "meeting"
    RECOGNITION = "recognition"


class Readiness(StrEnum):
    """How far a line has come."""

    WAITING = "waiting"
    """Only a person can answer it."""
    ANSWERED = "answered"
    CARRIED = "carried"
    """As last quarter; stands unless someone changes it."""
    SUGGESTED = "suggested"
    """A sentence made of the numbers; stands unless someone changes it."""
    OPTIONAL = "optional"
    LATER = "later"
    """Measured later, not yet due, or begun after the quarter."""
    SETTLED = "settled"
    """Finished earlier; there is nothing more to decide."""


class Lack(StrEnum):
    """What an answer that was begun still lacks."""

    REASON = "reason"
    SUCCESSOR = "successor"


class Course(StrEnum):
    """How a goal goes, whichever of the two questions it was that answered."""

    WELL = "well"
    BEHIND = "behind"
    OFF = "off"
    UNJUDGED = "unjudged"
    """Measured, but nothing is expected of it yet."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is asked, of one goal, figure or action, or of the unit."""

    question: Question
    readiness: Readiness
    goal_id: int | None = None
    subject_id: int | None = None
    """The indicator of a FIGURE, the action of an ACTION."""
    lacks: Lack | None = None

    @property
    def waits(self) -> bool:
        return self.readiness is Readiness.WAITING

    @property
    def counts(self) -> bool:
        """Whether the line is one of «19 svar»."""
        return self.readiness in _COUNTED


@dataclass(frozen=True, slots=True)
class Counted:
    """«15 av 19 svar er klare»."""

    ready: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.ready


_COUNTED = frozenset(
    {
        Readiness.WAITING,
        Readiness.ANSWERED,
        Readiness.CARRIED,
        Readiness.SUGGESTED,
    }
)
_COURSES = {
    Level.ACHIEVED: Course.WELL,
    Track.ON_TRACK: Course.WELL,
    Level.NEAR: Course.BEHIND,
    Track.SLIGHTLY_BEHIND: Course.BEHIND,
    Level.NOT_ACHIEVED: Course.OFF,
    Track.OFF_TRACK: Course.OFF,
    Track.UNDERWAY: Course.UNJUDGED,
    Level.NO_TARGET: Course.UNJUDGED,
}
_FINISHED = frozenset(
    {
        ActionStatus.COMPLETED,
        ActionStatus.COMPLETED_WITH_CHANGE,
        ActionStatus.STOPPED,
        ActionStatus.REPLACED,
    }
)
_NEEDS_REASON = frozenset({Outcome.ADJUST, Outcome.REPLACE, Outcome.STOP})
_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


def quarter_lines(
    now: PlanFinding,
    before: PlanFinding,
    answers: ReviewFacts,
    last: ReviewFacts | None,
    today: date,
) -> tuple[Line, ...]:
    """Return every line of the unit's quarter: goal by goal, then the unit's own.

    `before` is the same plan at the quarter before; `last` the answers given then.
    """
    earlier = {goal.goal.id: goal for goal in before.goals}
    lines: list[Line] = []
    for goal in now.goals:
        lines += goal_lines(goal, earlier.get(goal.goal.id), answers, last, today)
    return (*lines, _meeting(answers), _recognition(answers))


def goal_lines(
    now: GoalFinding,
    before: GoalFinding | None,
    answers: ReviewFacts,
    last: ReviewFacts | None,
    today: date,
) -> tuple[Line, ...]:
    """Return one goal's lines, in the order they are asked."""
    goal = now.goal
    said = answers.about(goal.id)
    said_last = None if last is None else last.about(goal.id)
    texts = (
        Line(Question.ACHIEVED, _achieved(said, now), goal.id),
        Line(Question.NOT_ACHIEVED, _not_achieved(said, now), goal.id),
        Line(Question.FACTOR, _factor(said, said_last, now, before), goal.id),
    )
    return (
        *(
            Line(Question.FIGURE, _figure(series, found), goal.id, series.indicator.id)
            for series, found in zip(goal.series, now.findings, strict=True)
        ),
        *texts,
        *(_action(action, answers, last, today, goal.id) for action in goal.actions),
        Line(Question.CONDITIONS, _answered(has_conditions(said)), goal.id),
        Line(Question.INVOLVEMENT, _answered(has_involvement(said)), goal.id),
    )


def counted(lines: tuple[Line, ...]) -> Counted:
    """Count the lines that are ready; those nobody has to answer are not counted."""
    asked = [line for line in lines if line.counts]
    return Counted(sum(not line.waits for line in asked), len(asked))


def remaining(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return what only a person can answer, in the order of the page."""
    return tuple(line for line in lines if line.waits)


def course_of(finding: GoalFinding | None) -> Course:
    """Say how a goal goes; the same for the track in the year and the level after."""
    if finding is None:
        return Course.UNKNOWN
    return _COURSES.get(finding.state, Course.UNKNOWN)


def moved(now: GoalFinding, before: GoalFinding | None) -> bool:
    """Tell whether the goal goes another way than at the quarter before.

    A figure that was not there before is a move; one that is not here now is not.
    """
    course = course_of(now)
    return course is not Course.UNKNOWN and course is not course_of(before)


def usual_to_plan(status: ActionStatus, due: date | None, today: date) -> bool:
    """Suggest whether an action went to plan: not when delayed or past its date."""
    late = due is not None and due < today and status not in _FINISHED
    return status is not ActionStatus.DELAYED and not late


def lack_of(outcome: OutcomeFacts) -> Lack | None:
    """Return what a decision lacks: a change has a reason, a replacement a name."""
    if outcome.outcome is Outcome.REPLACE and not outcome.successor_title:
        return Lack.SUCCESSOR
    if outcome.outcome in _NEEDS_REASON and not outcome.reason:
        return Lack.REASON
    return None


def carried_outcome(
    action: ActionFacts, last: ReviewFacts | None, today: date
) -> OutcomeFacts | None:
    """Return last quarter's «videreføre» where nothing calls for a new decision.

    A delayed action, one past its date and one that was changed are asked about.
    """
    earlier = None if last is None else last.outcome_of(action.id)
    if earlier is None or earlier.outcome is not Outcome.CONTINUE:
        return None
    if not usual_to_plan(action.status, action.due, today):
        return None
    return earlier


def carried_factor(
    said: GoalAnswers,
    said_last: GoalAnswers | None,
    now: GoalFinding,
    before: GoalFinding | None,
) -> GoalAnswers | None:
    """Return last quarter's answers where what was decisive still stands."""
    if said_last is None or has_factor(said) or not has_factor(said_last):
        return None
    if course_of(now) is not Course.WELL or moved(now, before):
        return None
    return said_last


def has_factor(said: GoalAnswers) -> bool:
    return any(factor.text for factor in said.factors) or said.factor_unknown


def has_conditions(said: GoalAnswers) -> bool:
    return bool(said.conditions) or said.no_conditions


def has_involvement(said: GoalAnswers) -> bool:
    return bool(said.involvements) or said.no_involvement


def _answered(given: bool) -> Readiness:
    return Readiness.ANSWERED if given else Readiness.WAITING


def _figure(series: SeriesFacts, found: Finding) -> Readiness:
    if found.missing is Missing.NOT_APPLICABLE:
        return Readiness.LATER
    if series.at(found.quarter) is not None:
        return Readiness.ANSWERED
    if found.indicator.direction in _DONE_OR_NOT:
        return _done_or_not(found)
    return Readiness.WAITING if found.missing is Missing.MISSING else Readiness.LATER


def _done_or_not(found: Finding) -> Readiness:
    """A milestone is asked about when its day has come and until it is done."""
    if found.level.level in (Level.ACHIEVED, Level.NEAR):
        return Readiness.SETTLED
    due = found.indicator.due
    comes = due is not None and due <= found.quarter.last_day
    return Readiness.WAITING if comes else Readiness.LATER


def _achieved(said: GoalAnswers, now: GoalFinding) -> Readiness:
    if said.achieved:
        return Readiness.ANSWERED
    measured = any(found.measured for found in now.findings)
    return Readiness.SUGGESTED if measured else Readiness.OPTIONAL


def _not_achieved(said: GoalAnswers, now: GoalFinding) -> Readiness:
    if said.not_achieved:
        return Readiness.ANSWERED
    off = course_of(now) is Course.OFF
    return Readiness.WAITING if off else Readiness.OPTIONAL


def _factor(
    said: GoalAnswers,
    said_last: GoalAnswers | None,
    now: GoalFinding,
    before: GoalFinding | None,
) -> Readiness:
    if has_factor(said):
        return Readiness.ANSWERED
    if course_of(now) is not Course.WELL:
        return Readiness.OPTIONAL
    if carried_factor(said, said_last, now, before) is not None:
        return Readiness.CARRIED
    return Readiness.WAITING


def _action(
    action: ActionFacts,
    answers: ReviewFacts,
    last: ReviewFacts | None,
    today: date,
    goal_id: int,
) -> Line:
    outcome = answers.outcome_of(action.id)
    if outcome is not None:
        lack = lack_of(outcome)
        readiness = Readiness.ANSWERED if lack is None else Readiness.WAITING
        return Line(Question.ACTION, readiness, goal_id, action.id, lack)
    if action.status in _FINISHED:
        return Line(Question.ACTION, Readiness.SETTLED, goal_id, action.id)
    if action.start is not None and action.start > answers.quarter.last_day:
        return Line(Question.ACTION, Readiness.LATER, goal_id, action.id)
    carried = carried_outcome(action, last, today)
    readiness = Readiness.WAITING if carried is None else Readiness.CARRIED
    return Line(Question.ACTION, readiness, goal_id, action.id)


def _meeting(answers: ReviewFacts) -> Line:
    met = answers.meeting_on is not None or bool(answers.no_meeting_reason)
    return Line(Question.MEETING, _answered(met))


def _recognition(answers: ReviewFacts) -> Line:
    given = bool(answers.recognition)
    return Line(
        Question.RECOGNITION, Readiness.ANSWERED if given else Readiness.OPTIONAL
    )
