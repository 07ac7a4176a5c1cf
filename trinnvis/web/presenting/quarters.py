"""Quarters: a quarter being written, as its page shows it. No judging, no queries."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.records.load.quarters import QuarterOnHand
from trinnvis.records.models import Observation
from trinnvis.rules.assess import GoalFinding
from trinnvis.rules.quarter_review import (
    Counted,
    Line,
    Question,
    Readiness,
    counted,
    remaining,
)
from trinnvis.rules.review_facts import ConditionFacts
from trinnvis.rules.terms import QuarterState
from trinnvis.rules.year_wheel import QuarterDates
from trinnvis.signs import quarter_sentences, quarter_words
from trinnvis.signs.dates import (
    day_in_digits,
    quarter_name,
    quarter_text,
    weekday_and_day,
)
from trinnvis.web.presenting.quarter_figures import FigureShown, figure_shown
from trinnvis.web.presenting.quarter_line import LineShown, line_id, line_shown
from trinnvis.web.presenting.quarter_lines import (
    ActionShown,
    ConditionsShown,
    InvolvementShown,
    TextShown,
    action_shown,
    conditions_shown,
    involvement_shown,
    texts_shown,
)

_OF_COLLECTOR = frozenset(
    {Question.FIGURE, Question.ACHIEVED, Question.NOT_ACHIEVED, Question.FACTOR}
)


@dataclass(frozen=True, slots=True)
class GoalShown:
    id: int
    number: int
    of: int
    title: str
    mark: str
    word: str
    figures: tuple[FigureShown, ...] = ()
    texts: tuple[TextShown, ...] = ()
    """Achieved, not achieved, decisive; none for one who only fetches a figure."""
    actions: tuple[ActionShown, ...] = ()
    actions_line: LineShown | None = None
    conditions: ConditionsShown | None = None
    involvement: InvolvementShown | None = None
    drafts: dict[str, str] = field(default_factory=dict)
    """Half-written text by form and field: «condition_title»."""


@dataclass(frozen=True, slots=True)
class LeftShown:
    """One thing that waits, in the list that leads to it."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class UnitLines:
    """What is asked of the whole unit."""

    meeting: LineShown
    meeting_on: str
    no_meeting_reason: str
    recognition: LineShown
    recognition_text: str
    help_wanted: str
    version: int


@dataclass(frozen=True, slots=True)
class QuarterShown:
    unit_id: int
    unit: str
    quarter: str
    name: str
    eyebrow: str
    counted: Counted
    left: tuple[LeftShown, ...]
    goals: tuple[GoalShown, ...]
    whole: UnitLines | None
    delivered: bool
    none_left: dict[str, int]
    """How many goals one press of «ingen for alle» or «videreføre alle» answers."""


def quarter_shown(
    page: QuarterOnHand,
    figures: dict[int, Observation],
    register: tuple[ConditionFacts, ...],
    drafts: dict[str, str],
    eyebrow: str,
) -> QuarterShown:
    """Return the leader's page: every goal, and what holds for the unit."""
    lines = page.lines
    goals = tuple(
        _goal(goal, number, page, figures, register, drafts)
        for number, goal in enumerate(page.now.goals, start=1)
    )
    return QuarterShown(
        unit_id=page.plan.unit.id,
        unit=page.plan.unit.name,
        quarter=str(page.quarter),
        name=quarter_name(page.quarter.number),
        eyebrow=eyebrow,
        counted=counted(lines),
        left=_left(page, lines),
        goals=goals,
        whole=_whole(page),
        delivered=page.answers.delivered,
        none_left={
            question.value: sum(
                line.waits and line.question is question and line.lacks is None
                for line in lines
            )
            for question in (
                Question.CONDITIONS,
                Question.INVOLVEMENT,
                Question.ACTION,
            )
        },
    )


def collection_shown(
    page: QuarterOnHand,
    figures: dict[int, Observation],
    goal_ids: frozenset[int],
    indicator_ids: frozenset[int],
    eyebrow: str,
) -> QuarterShown:
    """Return one unit's part of a collector's page: only their own lines.

    `goal_ids` are those they collect for; of other goals only the figures they
    fetch, in `indicator_ids`.
    """
    lines = tuple(
        line for line in page.lines if _is_mine(line, goal_ids, indicator_ids)
    )
    goals = tuple(
        _collected(goal, number, page, figures, goal_ids, indicator_ids)
        for number, goal in enumerate(page.now.goals, start=1)
        if goal.goal.id in goal_ids
        or any(found.indicator.id in indicator_ids for found in goal.findings)
    )
    return QuarterShown(
        unit_id=page.plan.unit.id,
        unit=page.plan.unit.name,
        quarter=str(page.quarter),
        name=quarter_name(page.quarter.number),
        eyebrow=eyebrow,
        counted=counted(lines),
        left=_left(page, lines),
        goals=goals,
        whole=None,
        delivered=page.answers.delivered,
        none_left={},
    )


def eyebrow_of(dates: QuarterDates, state: QuarterState) -> str:
    """Say which quarter it is and when it is due; late is told without blame."""
    words = {
        "quarter": quarter_text(dates.quarter),
        "day": weekday_and_day(dates.unit_meeting_by),
    }
    if state is QuarterState.LATE:
        return _("%(quarter)s. Fristen var %(day)s. Lever når dere er klare.") % words
    if state is QuarterState.REOPENED:
        return _("%(quarter)s, åpnet igjen.") % words
    return _("%(quarter)s. Frist %(day)s.") % words


def lead_of(counts: Counted) -> str:
    """Say how much is ready, and what the rest takes."""
    if not counts.left:
        return _("Alle svar er klare. Les gjennom, rett det dere vil, og lever.")
    ready = _("%(ready)s av %(total)s svar er klare.") % {
        "ready": counts.ready,
        "total": counts.total,
    }
    needs = ngettext("Ett trenger deg.", "%(left)s trenger deg.", counts.left)
    if not counts.ready:
        return f"{ready} {needs % {'left': counts.left}}"
    rest = _("Resten er hentet eller likt forrige kvartal: les, rett og lever.")
    return f"{ready} {needs % {'left': counts.left}} {rest}"


def _goal(
    goal: GoalFinding,
    number: int,
    page: QuarterOnHand,
    figures: dict[int, Observation],
    register: tuple[ConditionFacts, ...],
    drafts: dict[str, str],
) -> GoalShown:
    lines = _lines_of(page, goal)
    by_question = {line.question: line for line in lines}
    actions = {action.id: action for action in goal.goal.actions}
    of_actions = [line for line in lines if line.question is Question.ACTION]
    said = page.answers.about(goal.goal.id)
    return replace(
        _head(goal, number, page),
        figures=_figures(goal, lines, figures),
        texts=texts_shown(by_question, goal, page),
        actions=tuple(
            action_shown(line, actions[line.subject_id], page)
            for line in of_actions
            if line.subject_id is not None
        ),
        actions_line=_actions_line(goal.goal.id, of_actions),
        conditions=conditions_shown(by_question[Question.CONDITIONS], said, register),
        involvement=involvement_shown(by_question[Question.INVOLVEMENT], said),
        drafts=_drafts(drafts, goal.goal.id),
    )


def _drafts(drafts: dict[str, str], goal_id: int) -> dict[str, str]:
    """Return the goal's drafts; a draft's field is «condition:2026-Q3:17:title»."""
    found = {}
    for name, text in drafts.items():
        form, _quarter, goal, part = name.split(":")
        if goal == str(goal_id):
            found[f"{form}_{part}"] = text
    return found


def _collected(
    goal: GoalFinding,
    number: int,
    page: QuarterOnHand,
    figures: dict[int, Observation],
    goal_ids: frozenset[int],
    indicator_ids: frozenset[int],
) -> GoalShown:
    mine = goal.goal.id in goal_ids
    lines = tuple(
        line
        for line in _lines_of(page, goal)
        if _is_mine(line, goal_ids, indicator_ids)
    )
    by_question = {line.question: line for line in lines}
    return replace(
        _head(goal, number, page),
        figures=_figures(goal, lines, figures),
        texts=texts_shown(by_question, goal, page) if mine else (),
    )


def _head(goal: GoalFinding, number: int, page: QuarterOnHand) -> GoalShown:
    """Return the goal before any of its lines."""
    return GoalShown(
        id=goal.goal.id,
        number=number,
        of=len(page.now.goals),
        title=goal.goal.title,
        mark=quarter_sentences.mark_of(goal),
        word=quarter_sentences.state_of(goal),
    )


def _lines_of(page: QuarterOnHand, goal: GoalFinding) -> tuple[Line, ...]:
    return tuple(line for line in page.lines if line.goal_id == goal.goal.id)


def _figures(
    goal: GoalFinding, lines: tuple[Line, ...], figures: dict[int, Observation]
) -> tuple[FigureShown, ...]:
    asked = {
        line.subject_id: line for line in lines if line.question is Question.FIGURE
    }
    return tuple(
        figure_shown(
            asked[found.indicator.id], series, found, figures.get(found.indicator.id)
        )
        for series, found in zip(goal.goal.series, goal.findings, strict=True)
        if found.indicator.id in asked
    )


def _is_mine(
    line: Line, goal_ids: frozenset[int], indicator_ids: frozenset[int]
) -> bool:
    if line.goal_id in goal_ids:
        return line.question in _OF_COLLECTOR
    return line.question is Question.FIGURE and line.subject_id in indicator_ids


def _actions_line(goal_id: int, lines: list[Line]) -> LineShown | None:
    """Return the heading over a goal's actions; it waits while one of them does."""
    if not lines:
        return None
    waits = any(line.waits for line in lines)
    readiness = Readiness.WAITING if waits else Readiness.ANSWERED
    title = _("Tiltaket") if len(lines) == 1 else _("Tiltakene")
    return line_shown(Line(Question.ACTION, readiness, goal_id, -goal_id), title)


def _left(page: QuarterOnHand, lines: tuple[Line, ...]) -> tuple[LeftShown, ...]:
    about = {goal.goal.id: _about(goal) for goal in page.now.goals}
    own = _own_names(page)
    return tuple(
        LeftShown(
            line_id(line),
            quarter_words.question_name(line.question),
            own.get((line.question, line.subject_id))
            or about.get(line.goal_id or 0, _("Hele enheten")),
        )
        for line in remaining(lines)
    )


def _own_names(page: QuarterOnHand) -> dict[tuple[Question, int | None], str]:
    """Return the figures and actions by name: a goal may have several of each."""
    names: dict[tuple[Question, int | None], str] = {}
    for found in page.now.goals:
        for series in found.goal.series:
            names[Question.FIGURE, series.indicator.id] = series.indicator.name
        for action in found.goal.actions:
            names[Question.ACTION, action.id] = action.title
    return names


def _about(goal: GoalFinding) -> str:
    """Return a short name for the goal: what it measures, else its first words."""
    if goal.goal.series:
        return goal.goal.series[0].indicator.name
    return goal.goal.title


def _whole(page: QuarterOnHand) -> UnitLines:
    by_question = {line.question: line for line in page.lines if line.goal_id is None}
    answers = page.answers
    met = answers.meeting_on
    return UnitLines(
        meeting=line_shown(by_question[Question.MEETING]),
        meeting_on="" if met is None else day_in_digits(met),
        no_meeting_reason=answers.no_meeting_reason,
        recognition=line_shown(by_question[Question.RECOGNITION]),
        recognition_text=answers.recognition,
        help_wanted=answers.help_wanted,
        version=answers.version,
    )
