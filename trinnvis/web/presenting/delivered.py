"""Delivered: a quarter as it was told, from what was frozen then. No queries."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.rules.assess import Finding, GoalFinding, assess_plan
from trinnvis.rules.facts import ActionFacts, ObservationFacts, PlanFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import (
    DeliveredQuarter,
    GoalAnswers,
    OutcomeFacts,
    ReopeningFacts,
)
from trinnvis.rules.terms import Direction, MissingReason
from trinnvis.signs import quarter_sentences, quarter_words
from trinnvis.signs.charts.path import path_chart
from trinnvis.signs.charts.year import year_chart
from trinnvis.signs.dates import day_text, quarter_name, quarter_text
from trinnvis.signs.numbers import figure_as_is, unit_mark
from trinnvis.web.presenting.quarter_figures import exact

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


@dataclass(frozen=True, slots=True)
class FigureTold:
    name: str
    value: str
    told: quarter_sentences.Told
    corrected: str
    """«8,9 → 9,3», when the figure was mended after the delivery."""
    chart: SafeString


@dataclass(frozen=True, slots=True)
class ActionTold:
    title: str
    decision: str
    detail: str


@dataclass(frozen=True, slots=True)
class GoalTold:
    id: int
    number: int
    of: int
    title: str
    mark: str
    word: str
    figures: tuple[FigureTold, ...]
    achieved: str
    suggested: bool
    not_achieved: str
    factors: tuple[str, ...]
    factor_unknown: bool
    actions: tuple[ActionTold, ...]
    conditions: tuple[str, ...]
    no_conditions: bool
    involved: tuple[str, ...]
    no_involvement: bool
    assessed: str
    assessed_reason: str


@dataclass(frozen=True, slots=True)
class QuarterTold:
    unit: str
    language: str
    quarter: str
    name: str
    by: str
    on: str
    late: bool
    number: int
    checksum: str
    goals: tuple[GoalTold, ...]
    meeting: str
    recognition: str
    help_wanted: str
    reopenings: tuple[str, ...]
    """Each with who, when and why."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who delivered, when, and the checksum of what was frozen."""

    by: str
    on: str
    late: bool
    number: int
    checksum: str


def quarter_told(
    told: DeliveredQuarter,
    stamp: Stamp,
    current: PlanFacts,
    reopenings: tuple[ReopeningFacts, ...],
) -> QuarterTold:
    """Return the delivered quarter, with what has been corrected since.

    `current` is the plan as the reader knows it today.
    """
    quarter = told.answers.quarter
    finding = assess_plan(told.plan, quarter, told.day)
    now = {s.indicator.id: s for goal in current.goals for s in goal.series}
    goals = tuple(
        _goal(goal, number, len(finding.goals), told, now)
        for number, goal in enumerate(finding.goals, start=1)
    )
    return QuarterTold(
        unit=told.plan.unit.name,
        language=told.plan.unit.language,
        quarter=quarter_text(quarter),
        name=quarter_name(quarter.number),
        by=stamp.by,
        on=stamp.on,
        late=stamp.late,
        number=stamp.number,
        checksum=stamp.checksum,
        goals=goals,
        meeting=_meeting(told),
        recognition=told.answers.recognition,
        help_wanted=told.answers.help_wanted,
        reopenings=tuple(_reopened(each) for each in reopenings),
    )


def _goal(
    goal: GoalFinding,
    number: int,
    of: int,
    told: DeliveredQuarter,
    now: dict[int, SeriesFacts],
) -> GoalTold:
    said = told.answers.about(goal.goal.id)
    return GoalTold(
        id=goal.goal.id,
        number=number,
        of=of,
        title=goal.goal.title,
        mark=quarter_sentences.mark_of(goal),
        word=quarter_sentences.state_of(goal),
        figures=tuple(
            _figure(series, found, now.get(series.indicator.id))
            for series, found in zip(goal.goal.series, goal.findings, strict=True)
        ),
        achieved=said.achieved,
        suggested=said.achieved_is_suggested,
        not_achieved=said.not_achieved,
        factors=tuple(factor.text for factor in said.factors if factor.text),
        factor_unknown=said.factor_unknown,
        actions=_actions(goal.goal.actions, told),
        conditions=tuple(each.title for each in said.conditions),
        no_conditions=said.no_conditions,
        involved=_involved(said),
        no_involvement=said.no_involvement,
        assessed=quarter_sentences.state_word(said.assessed_level)
        if said.assessed_level
        else "",
        assessed_reason=said.assessed_reason,
    )


def _figure(series: SeriesFacts, found: Finding, now: SeriesFacts | None) -> FigureTold:
    own = series.at(found.quarter)
    told = quarter_sentences.told(found)
    return FigureTold(
        name=series.indicator.name,
        value=_value(found, own),
        told=told,
        corrected=_corrected(series, own, now, found.quarter),
        chart=_chart(series, found, told),
    )


def _value(found: Finding, own: ObservationFacts | None) -> str:
    if own is not None and own.missing_reason is not None:
        return quarter_words.missing_word(MissingReason(own.missing_reason))
    if found.value is None or found.indicator.direction in _DONE_OR_NOT:
        return ""
    return quarter_sentences.value_text(found, found.value)


def _corrected(
    series: SeriesFacts,
    own: ObservationFacts | None,
    now: SeriesFacts | None,
    quarter: Quarter,
) -> str:
    """Say «8,9 → 9,3» where the figure is another than when it was told."""
    today = now.at(quarter) if now else None
    if own is None or own.hidden or today is None or today.hidden:
        return ""
    if today.value is None or today.value == own.value:
        return ""
    mark = unit_mark(series.indicator.unit)
    before = _("mangler") if own.value is None else figure_as_is(exact(own.value))
    after = figure_as_is(exact(today.value), mark)
    return _("%(before)s → %(after)s") % {"before": before, "after": after}


def _chart(
    series: SeriesFacts, found: Finding, told: quarter_sentences.Told
) -> SafeString:
    measured = any(row.value is not None for row in series.observations)
    if series.indicator.direction in _DONE_OR_NOT or not measured:
        return SafeString("")
    said = f"{series.indicator.name}. {told.truth} {told.rest}".strip()
    chart = year_chart(series, found.quarter, found.state, said)
    # Our own drawing, with every word in it escaped by signs/charts.
    return mark_safe(path_chart(chart, "small"))  # noqa: S308


def _actions(
    actions: tuple[ActionFacts, ...], told: DeliveredQuarter
) -> tuple[ActionTold, ...]:
    """Return the actions that were decided about, and those finished earlier."""
    shown = []
    for action in actions:
        outcome = told.answers.outcome_of(action.id)
        if outcome is None:
            word = quarter_words.action_status_word(action.status)
            shown.append(ActionTold(action.title, word, ""))
            continue
        word = quarter_words.outcome_told(outcome.outcome)
        shown.append(ActionTold(action.title, word, _decided(outcome)))
    return tuple(shown)


def _decided(outcome: OutcomeFacts) -> str:
    parts = []
    if outcome.to_plan is not None:
        parts.append(quarter_words.to_plan_word(outcome.to_plan) + ".")
    if outcome.dose:
        parts.append(f"{outcome.dose}.")
    if outcome.successor_title:
        parts.append(_("Ny: %(title)s.") % {"title": outcome.successor_title})
    if outcome.reason:
        parts.append(outcome.reason)
    return " ".join(parts)


def _involved(said: GoalAnswers) -> tuple[str, ...]:
    return tuple(f"{each.to}: {each.reason}" for each in said.involvements)


def _meeting(told: DeliveredQuarter) -> str:
    answers = told.answers
    if answers.meeting_on is not None:
        day = {"day": day_text(answers.meeting_on)}
        return _("Gjennomgått med de ansatte %(day)s.") % day
    reason = {"reason": answers.no_meeting_reason}
    return _("Ikke gjennomgått med de ansatte ennå: %(reason)s") % reason


def _reopened(reopening: ReopeningFacts) -> str:
    return _("Åpnet igjen %(day)s av %(person)s: %(reason)s") % {
        "day": day_text(reopening.at.date()),
        "person": reopening.by,
        "reason": reopening.reason,
    }
