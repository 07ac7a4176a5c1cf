"""Quarter lines: a goal's texts, actions and conditions as the page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trinnvis.records.load.quarters import QuarterOnHand
from trinnvis.rules.assess import GoalFinding
from trinnvis.rules.facts import ActionFacts
from trinnvis.rules.quarter_review import (
    Line,
    Question,
    Readiness,
    carried_outcome,
    usual_to_plan,
)
from trinnvis.rules.review_facts import ConditionFacts, GoalAnswers, InvolvementFacts
from trinnvis.rules.terms import Outcome
from trinnvis.signs import quarter_sentences, quarter_words
from trinnvis.signs.dates import day_short
from trinnvis.web.presenting.quarter_line import LineShown, line_shown


@dataclass(frozen=True, slots=True)
class TextShown:
    line: LineShown
    name: str
    value: str
    version: int
    last: str
    """What the unit wrote last quarter."""
    suggested: bool = False
    unknown: bool = False
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionShown:
    line: LineShown
    id: int
    title: str
    sub: str
    settled: bool
    outcome: str
    to_plan: str
    status: str
    reason: str
    successor_title: str
    dose: str
    version: int
    lack: str
    last: str
    may_carry: bool
    """Something was decided last quarter, and nothing is now."""


@dataclass(frozen=True, slots=True)
class TickShown:
    id: int
    title: str
    detail: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class ConditionsShown:
    line: LineShown
    none: bool
    ticks: tuple[TickShown, ...]


@dataclass(frozen=True, slots=True)
class AskedShown:
    id: int
    to: str
    detail: str


@dataclass(frozen=True, slots=True)
class InvolvementShown:
    line: LineShown
    none: bool
    asked: tuple[AskedShown, ...]


def texts_shown(
    lines: Mapping[Question, Line], goal: GoalFinding, page: QuarterOnHand
) -> tuple[TextShown, TextShown, TextShown]:
    """Return what is achieved, what is not, and what was decisive."""
    said, last = page.answers.about(goal.goal.id), page.last.about(goal.goal.id)
    return (
        TextShown(
            line_shown(lines[Question.ACHIEVED]),
            "achieved",
            said.achieved or quarter_sentences.suggestion(goal),
            said.version,
            last.achieved,
            suggested=lines[Question.ACHIEVED].readiness is Readiness.SUGGESTED,
        ),
        TextShown(
            line_shown(lines[Question.NOT_ACHIEVED]),
            "not_achieved",
            said.not_achieved,
            said.version,
            last.not_achieved,
        ),
        _factor(lines[Question.FACTOR], said, last),
    )


def _factor(line: Line, said: GoalAnswers, last: GoalAnswers) -> TextShown:
    carried = line.readiness is Readiness.CARRIED
    shown = last if carried else said
    texts = [factor.text for factor in shown.factors if factor.text]
    return TextShown(
        line_shown(line),
        "text",
        texts[0] if texts else "",
        said.factors[0].version if said.factors else 0,
        last.factors[0].text if last.factors and not carried else "",
        unknown=shown.factor_unknown and not texts,
        more=tuple(texts[1:]),
    )


def action_shown(line: Line, action: ActionFacts, page: QuarterOnHand) -> ActionShown:
    """Return one action's line, prefilled where last quarter's decision stands."""
    decided = page.answers.outcome_of(action.id)
    carried = carried_outcome(action, page.last, page.day)
    shown = decided or (carried if line.readiness is Readiness.CARRIED else None)
    to_plan = usual_to_plan(action.status, action.due, page.day)
    if shown is not None and shown.to_plan is not None:
        to_plan = shown.to_plan
    last = page.last.outcome_of(action.id)
    return ActionShown(
        line=line_shown(line, action.title),
        id=action.id,
        title=action.title,
        sub=_action_sub(action),
        settled=line.readiness in (Readiness.SETTLED, Readiness.LATER),
        outcome="" if shown is None else shown.outcome,
        to_plan="yes" if to_plan else "no",
        status=decided.status if decided else action.status,
        reason=decided.reason if decided else "",
        successor_title=decided.successor_title if decided else "",
        dose=decided.dose if decided else "",
        version=decided.version if decided else 0,
        lack="" if line.lacks is None else quarter_words.lack_text(line.lacks),
        last=""
        if last is None or last.outcome is Outcome.CONTINUE
        else _last_decision(last.outcome, last.reason),
        may_carry=last is not None and decided is None,
    )


def conditions_shown(
    line: Line, said: GoalAnswers, register: tuple[ConditionFacts, ...]
) -> ConditionsShown:
    """Return the goal's conditions: those used, and those it may pick."""
    used = {condition.id for condition in said.conditions}
    known = {condition.id for condition in register}
    old = tuple(each for each in said.conditions if each.id not in known)
    return ConditionsShown(
        line_shown(line),
        said.no_conditions,
        tuple(
            TickShown(
                each.id,
                each.title,
                _condition_detail(each),
                each.id in used,
            )
            for each in (*old, *register)
        ),
    )


def involvement_shown(line: Line, said: GoalAnswers) -> InvolvementShown:
    return InvolvementShown(
        line_shown(line),
        said.no_involvement,
        tuple(
            AskedShown(each.id, each.to, _asked_detail(each))
            for each in said.involvements
        ),
    )


def _action_sub(action: ActionFacts) -> str:
    parts = [quarter_words.action_status_word(action.status)]
    if action.responsible:
        parts.append(action.responsible)
    if action.due is not None:
        parts.append(_("frist %(day)s") % {"day": day_short(action.due)})
    return ", ".join(parts)


def _last_decision(outcome: Outcome, reason: str) -> str:
    word = quarter_words.outcome_told(outcome)
    return f"{word}: {reason}" if reason else word


def _condition_detail(condition: ConditionFacts) -> str:
    parts = [condition.text]
    if condition.reported_by:
        parts.append(_("Meldt av %(unit)s.") % {"unit": condition.reported_by})
    return " ".join(part for part in parts if part)


def _asked_detail(asked: InvolvementFacts) -> str:
    word = quarter_words.involvement_word(asked.status)
    parts = [f"{asked.reason} ({word})."]
    if asked.due is not None:
        parts.append(_("Svar innen %(day)s.") % {"day": day_short(asked.due)})
    return " ".join(parts)
