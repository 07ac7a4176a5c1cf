"""Plans: a plan as the strings that its page shows. No judging, no queries."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.rules.facts import (
    ActionFacts,
    ChapterFacts,
    GoalFacts,
    IndicatorFacts,
    PlanFacts,
)
from trinnvis.rules.goal_check import precondition_marks
from trinnvis.rules.goal_fields import field_hints, plan_hints
from trinnvis.rules.goal_text import text_hints
from trinnvis.rules.path import PathPoint, path_at
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Chapter, Direction, PlanState
from trinnvis.signs import goal_advice, plan_words
from trinnvis.signs.dates import day_short, quarter_name
from trinnvis.signs.goal_sentence import how_often
from trinnvis.signs.numbers import figure, unit_mark

_DASH = "–"


@dataclass(frozen=True, slots=True)
class Thread:
    """One link of the red thread, from the municipality's plan to the goal."""

    small: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkShown:
    key: str
    word: str
    detail: str


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """One row of a goal's table; figures as finished text."""

    id: int
    name: str
    cells: tuple[str, ...]
    """Baseline, the path in Q1–Q3, target, acceptable level."""
    note: str
    watched: bool


@dataclass(frozen=True, slots=True)
class ActionShown:
    id: int
    title: str
    responsible: str
    due: str
    cost: str


@dataclass(frozen=True, slots=True)
class GoalShown:
    """One goal of the plan, as read and printed."""

    id: int
    number: int
    title: str
    why: str
    thread: tuple[Thread, ...]
    indicators: tuple[IndicatorShown, ...]
    actions: tuple[ActionShown, ...]
    collector: str
    deputy: str
    accepted: bool
    marks: tuple[MarkShown, ...]
    question: str
    """One question about the goal, or nothing."""
    dropped: bool


@dataclass(frozen=True, slots=True)
class ChapterShown:
    key: Chapter
    title: str
    help: str
    text: str
    not_relevant: bool


@dataclass(frozen=True, slots=True)
class PlanShown:
    """The whole page's strings."""

    state_word: str
    state_mark: str
    state_sentence: str
    size: str
    columns: tuple[str, ...]
    goals: tuple[GoalShown, ...]
    dropped: tuple[GoalShown, ...]
    watched: tuple[IndicatorShown, ...]
    before: tuple[ChapterShown, ...]
    """The chapters that stand before the goals."""
    after: tuple[ChapterShown, ...]
    question: str

    @property
    def asks(self) -> tuple[GoalShown, ...]:
        """The goals that a question still stands at; advice, never a barrier."""
        return tuple(goal for goal in self.goals if goal.question)


_BEFORE = (Chapter.ABOUT, Chapter.LEARNED, Chapter.CHALLENGES)


def plan_shown(plan: PlanFacts) -> PlanShown:
    """Return the plan's strings in the active language."""
    goals = tuple(_goal(goal, plan) for goal in plan.goals)
    living = tuple(goal for goal in goals if not goal.dropped)
    chapters = tuple(_chapter(chapter) for chapter in plan.chapters)
    hints = plan_hints(plan.goals)
    return PlanShown(
        state_word=plan_words.state_word(plan.state),
        state_mark=plan_words.state_mark(plan.state),
        state_sentence=plan_words.state_sentence(plan.state),
        size=_size(living),
        columns=_columns(plan),
        goals=living,
        dropped=tuple(goal for goal in goals if goal.dropped),
        watched=tuple(row for goal in living for row in goal.indicators if row.watched),
        before=tuple(one for one in chapters if one.key in _BEFORE),
        after=tuple(one for one in chapters if one.key not in _BEFORE),
        question=goal_advice.field_question(hints[0]) if hints else "",
    )


def _size(goals: tuple[GoalShown, ...]) -> str:
    indicators = sum(len(goal.indicators) for goal in goals)
    actions = sum(len(goal.actions) for goal in goals)
    pages = max(1, round((600 + 900 * len(goals) + 90 * actions) / 1800))
    parts = (
        ngettext("%(n)s mål", "%(n)s mål", len(goals)) % {"n": len(goals)},
        ngettext("%(n)s indikator", "%(n)s indikatorer", indicators)
        % {"n": indicators},
        ngettext("%(n)s tiltak", "%(n)s tiltak", actions) % {"n": actions},
    )
    about = ngettext("Omtrent %(n)s side.", "Omtrent %(n)s sider.", pages)
    return f"{', '.join(parts)}. {about % {'n': pages}}"


def _columns(plan: PlanFacts) -> tuple[str, ...]:
    quarters = tuple(quarter_name(number) for number in (1, 2, 3))
    target = _("Mål %(year)s") % {"year": plan.year}
    return (_("Utgangspunkt"), *quarters, target, _("Akseptabelt"))


def _goal(goal: GoalFacts, plan: PlanFacts) -> GoalShown:
    return GoalShown(
        id=goal.id,
        number=goal.number,
        title=goal.title,
        why=goal.why,
        thread=_thread(goal),
        indicators=tuple(
            _indicator(series.indicator, plan.year) for series in goal.series
        ),
        actions=tuple(_action(action) for action in goal.actions),
        collector=goal.collector,
        deputy=goal.deputy,
        accepted=goal.collector_accepted,
        marks=tuple(
            MarkShown(
                goal_advice.MARKS[mark.state],
                goal_advice.mark_word(mark.precondition),
                goal_advice.mark_detail(mark),
            )
            for mark in precondition_marks(goal, plan.year)
        ),
        question=goal_question(goal, plan),
        dropped=goal.dropped,
    )


def goal_question(goal: GoalFacts, plan: PlanFacts) -> str:
    """Return the one question about the goal; none once it is adopted."""
    if plan.state in (PlanState.ADOPTED, PlanState.CLOSED) or goal.dropped:
        return ""
    units = {series.indicator.id: series.indicator.unit for series in goal.series}
    has_target = any(_has_target(series.indicator) for series in goal.series)
    texts = text_hints(goal.title, plan.language, has_target=has_target)
    if texts:
        return goal_advice.text_question(texts[0])
    fields = field_hints(goal, plan.year)
    if fields:
        unit = units.get(fields[0].indicator_id or 0, "")
        return goal_advice.field_question(fields[0], unit)
    return ""


def _has_target(indicator: IndicatorFacts) -> bool:
    return indicator.target is not None or indicator.low is not None


def _thread(goal: GoalFacts) -> tuple[Thread, ...]:
    """Return the links that exist; the goal itself is always the last."""
    links: list[Thread] = []
    if goal.strategy:
        links.append(Thread(_("Satsingsområde"), goal.strategy))
    if goal.sdgs:
        numbers = ", ".join(str(number) for number in goal.sdgs)
        links.append(Thread(_("Bærekraftsmål"), numbers))
    links.append(
        Thread(_("Mål %(number)s") % {"number": goal.number}, goal.perspective or _DASH)
    )
    return tuple(links)


def _indicator(indicator: IndicatorFacts, year: int) -> IndicatorShown:
    path = tuple(path_at(indicator, Quarter(year, number)) for number in (1, 2, 3))
    goes = tuple(
        _rounded(point.target, indicator) if isinstance(point, PathPoint) else _DASH
        for point in path
    )
    return IndicatorShown(
        id=indicator.id,
        name=indicator.name,
        cells=(
            _figure(indicator.baseline, indicator),
            *goes,
            target_text(indicator),
            _figure(indicator.acceptable, indicator),
        ),
        note=_note(indicator),
        watched=indicator.watched,
    )


def target_text(indicator: IndicatorFacts) -> str:
    """Return the year's target as a table shows it."""
    if indicator.watched:
        return _("følger med")
    if indicator.direction is Direction.BAND:
        return (
            f"{_figure(indicator.low, indicator)}–{_figure(indicator.high, indicator)}"
        )
    if indicator.direction is Direction.MAINTAIN:
        return _("holde %(value)s") % {"value": _figure(indicator.baseline, indicator)}
    if indicator.direction in (Direction.MILESTONE, Direction.YES_NO):
        return day_short(indicator.due) if indicator.due else _DASH
    return _figure(indicator.target, indicator)


def _figure(value: Decimal | None, indicator: IndicatorFacts) -> str:
    """Write a decided figure with every decimal it was decided with."""
    if value is None:
        return _DASH
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return figure(value, max(places, indicator.decimals), _mark(indicator))


def _rounded(value: Decimal, indicator: IndicatorFacts) -> str:
    """Write a point of the path with the decimals the figure itself has."""
    return figure(value, indicator.decimals, _mark(indicator))


def _mark(indicator: IndicatorFacts) -> str:
    return "%" if unit_mark(indicator.unit) == "%" else ""


def _note(indicator: IndicatorFacts) -> str:
    better = {
        Direction.HIGHER: _("Høyere er bedre."),
        Direction.LOWER: _("Lavere er bedre."),
    }.get(indicator.direction, "")
    source = (
        _("Kilde: %(source)s.") % {"source": indicator.source.rstrip(".")}
        if indicator.source
        else ""
    )
    often = _("Måles %(often)s.") % {"often": how_often(indicator.frequency)}
    seasonal = (
        _("Tallet svinger med årstidene og har ingen bane.")
        if indicator.seasonal
        else ""
    )
    return " ".join(part for part in (source, often, better, seasonal) if part)


def _action(action: ActionFacts) -> ActionShown:
    return ActionShown(
        id=action.id,
        title=action.title,
        responsible=action.responsible or _DASH,
        due=day_short(action.due) if action.due else _DASH,
        cost=figure(action.cost, 0) if action.cost is not None else _DASH,
    )


def _chapter(chapter: ChapterFacts) -> ChapterShown:
    return ChapterShown(
        key=chapter.chapter,
        title=plan_words.chapter_title(chapter.chapter),
        help=plan_words.chapter_help(chapter.chapter),
        text=chapter.text,
        not_relevant=chapter.not_relevant,
    )
