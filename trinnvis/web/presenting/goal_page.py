"""Goal page: the honest picture of one goal: answers, picture, actions and history."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.records.load.told_answers import ToldQuarter
from trinnvis.records.models import Goal, Lesson
from trinnvis.rules.assess import Finding, GoalFinding, assess_goal
from trinnvis.rules.facts import GoalFacts, UnitFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction
from trinnvis.signs.answers import Answers, answers
from trinnvis.signs.dates import quarter_text
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.numbers import figure, unit_word
from trinnvis.signs.quarter_sentences import mark_of, state_of, state_word
from trinnvis.signs.sentences import without_figure
from trinnvis.web.presenting.goal_rows import series_of
from trinnvis.web.presenting.goal_times import Times, times_of
from trinnvis.web.presenting.indicator_chart import IndicatorChart, indicator_chart

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """One indicator of the goal: its own state, three answers and picture."""

    id: int
    name: str
    state: str
    mark: SafeString
    answers: Answers
    chart: IndicatorChart
    source: str
    record_url: str
    """Where the quarter's figure is recorded, for those who may."""


@dataclass(frozen=True, slots=True)
class GoalPage:
    id: int
    title: str
    why: str
    unit: str
    unit_url: str
    plan: str
    plan_url: str
    big: str
    """The figure, or nothing where there is none."""
    big_unit: str
    state: str
    mark: SafeString
    people: str
    parts: tuple[IndicatorPart, ...]
    times: Times | None
    dropped: str


def goal_page(
    goal: Goal,
    facts: GoalFacts,
    unit: UnitFacts,
    quarter: Quarter,
    told: tuple[ToldQuarter, ...],
    *,
    day: date,
    records: bool,
) -> GoalPage:
    """Return the page's upper half. No queries. `records`: the reader may record."""
    found = assess_goal(facts, quarter, day, unit.started)
    belief = told[-1].answers.forecast if told else ""
    parts = tuple(
        _part(found, each, belief, records=records) for each in found.findings
    )
    leading = found.leading
    return GoalPage(
        id=facts.id,
        title=facts.title,
        why=facts.why,
        unit=unit.name,
        unit_url=reverse("unit", args=[unit.id]) + f"?year={goal.plan.year}",
        plan=_("Plan %(year)s") % {"year": goal.plan.year},
        plan_url=reverse("plan-show", args=[goal.plan_id]),
        big=_big(leading),
        big_unit=_big_unit(leading, quarter),
        state=state_of(found),
        mark=_mark(mark_of(found)),
        people=_people(facts),
        parts=parts,
        times=times_of(facts, goal.plan.year, told, day),
        dropped=goal.dropped_reason if facts.dropped else "",
    )


def lesson_lines(lessons: list[Lesson]) -> tuple[tuple[str, str], ...]:
    """Return what was learnt the year before: the lesson, and how it went."""
    return tuple((lesson.text, lesson.result) for lesson in lessons)


def _part(
    found: GoalFinding,
    each: Finding,
    belief: str,
    *,
    records: bool,
) -> IndicatorPart:
    series = series_of(found, each)
    key = each.missing if each.missing is not None else each.state
    only = GoalFinding(found.goal, found.quarter, (each,), each)
    return IndicatorPart(
        id=each.indicator.id,
        name=each.indicator.name,
        state=state_of(only),
        mark=_mark(key),
        answers=answers(each, series, belief),
        chart=indicator_chart(each, series, key),
        source=each.indicator.source,
        record_url=reverse("observation", args=[each.indicator.id, found.quarter])
        if records
        else "",
    )


def _big(leading: Finding | None) -> str:
    if leading is None or leading.value is None:
        return ""
    if leading.indicator.direction in _DONE_OR_NOT:
        return ""
    return figure(leading.value, leading.indicator.decimals)


def _big_unit(leading: Finding | None, quarter: Quarter) -> str:
    if leading is None:
        return ""
    if not _big(leading):
        word = state_word(leading.state, leading.level)
        told = without_figure(leading)
        return "" if told.startswith(word) else told
    measured = quarter_text(leading.carried_from or quarter)
    unit = unit_word(leading.indicator.unit)
    return f"{unit}, {measured}" if unit else measured


def _people(facts: GoalFacts) -> str:
    if not facts.collector:
        return _("Ingen er ansvarsperson ennå.")
    if not facts.deputy:
        return _("Ansvarsperson: %(collector)s.") % {"collector": facts.collector}
    return _("Ansvarsperson: %(collector)s. Stedfortreder: %(deputy)s.") % {
        "collector": facts.collector,
        "deputy": facts.deputy,
    }


def _mark(key: str) -> SafeString:
    # Our own drawing, looked up by a key of ours.
    return mark_safe(svg_mark(key))  # noqa: S308
