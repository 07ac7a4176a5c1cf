"""Quarter lines: one goal's lines as the strings that the quarter's page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.records.load.quarters import QuarterOnHand
from trinnvis.records.models import Observation
from trinnvis.rules.assess import Finding, GoalFinding
from trinnvis.rules.facts import ActionFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.quarter_review import (
    Line,
    Question,
    Readiness,
    carried_outcome,
    usual_to_plan,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import ConditionFacts, GoalAnswers, InvolvementFacts
from trinnvis.rules.terms import Direction, Outcome, Provenance
from trinnvis.signs import quarter_sentences, quarter_words
from trinnvis.signs.charts.path import path_chart
from trinnvis.signs.charts.year import year_chart
from trinnvis.signs.dates import day_in_digits, day_short, day_text
from trinnvis.signs.numbers import figure_as_is, figure_to_edit, unit_mark, unit_word

_MARKS = {
    Readiness.WAITING: "now",
    Readiness.OPTIONAL: "",
    Readiness.LATER: "not_due",
}
_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


@dataclass(frozen=True, slots=True)
class LineShown:
    """What every line begins with."""

    id: str
    title: str
    readiness: str
    mark: str
    word: str

    @property
    def todo(self) -> bool:
        return self.readiness == Readiness.WAITING

    @property
    def optional(self) -> bool:
        return self.readiness == Readiness.OPTIONAL


@dataclass(frozen=True, slots=True)
class FigureShown:
    line: LineShown
    id: int
    unit: str
    value: str
    seen: int | None
    """The figure the writer sees here, so that two do not overwrite each other."""
    last: str
    same: str
    """What «målt på nytt, samme tall» would record; empty when there is none."""
    missing: str
    origin: str
    done_or_not: bool
    done: str
    done_on: str
    measured_on: str
    source: str
    n: int | None
    counts_people: bool
    preliminary: bool
    comment: str
    told: quarter_sentences.Told
    chart: SafeString


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


def line_id(line: Line) -> str:
    """Return the line's place on the page: «line-17-achieved»."""
    if line.question in (Question.FIGURE, Question.ACTION):
        return f"line-{line.question}-{line.subject_id}"
    if line.goal_id is None:
        return f"line-{line.question}"
    return f"line-{line.goal_id}-{line.question}"


def line_shown(line: Line, title: str = "") -> LineShown:
    return LineShown(
        id=line_id(line),
        title=title or quarter_words.question_text(line.question),
        readiness=line.readiness,
        mark=_MARKS.get(line.readiness, "done"),
        word=quarter_words.readiness_word(line.readiness),
    )


def figure_shown(
    line: Line, series: SeriesFacts, found: Finding, row: Observation | None
) -> FigureShown:
    """Return one figure's line; `row` is the quarter's figure in force."""
    indicator = series.indicator
    last = last_before(series, found.quarter)
    mark = unit_mark(indicator.unit)
    told = quarter_sentences.told(found)
    value = row.value if row else None
    same = ""
    if last is not None and last.value is not None:
        same = figure_as_is(exact(last.value), mark)
    return FigureShown(
        line=line_shown(line, indicator.name),
        id=indicator.id,
        unit=unit_word(indicator.unit),
        value="" if value is None else figure_to_edit(exact(value)),
        seen=row.pk if row else None,
        last=same,
        same="" if indicator.direction in _DONE_OR_NOT else same,
        missing=_missing(row),
        origin=_origin(row),
        done_or_not=indicator.direction in _DONE_OR_NOT,
        done="" if value is None else f"{value:.0f}",
        done_on=_digits(row.done_on if row else None),
        measured_on=_digits(row.measured_on if row else None),
        source=row.source if row and row.source else indicator.source,
        n=row.n if row else None,
        counts_people=indicator.has_denominator,
        preliminary=row.preliminary if row else False,
        comment=row.comment if row else "",
        told=told,
        chart=_chart(series, found, told),
    )


def last_before(series: SeriesFacts, quarter: Quarter) -> ObservationFacts | None:
    """Return the last quarter's figure there was before this one."""
    earlier = [
        observation
        for observation in series.observations
        if observation.quarter is not None
        and observation.quarter < quarter
        and observation.value is not None
    ]
    return earlier[-1] if earlier else None


def exact(value: Decimal) -> Decimal:
    """Return the figure without the zeros that the database adds."""
    whole = value == value.to_integral_value()
    return value.quantize(Decimal(1)) if whole else value.normalize()


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


def _missing(row: Observation | None) -> str:
    if row is None or not row.missing_reason:
        return ""
    word = quarter_words.missing_word(row.missing_reason)
    parts = [f"{word}.", row.missing_note]
    if row.expected_on is not None:
        parts.append(_("Kommer %(day)s.") % {"day": day_text(row.expected_on)})
    return " ".join(part for part in parts if part)


def _origin(row: Observation | None) -> str:
    """Say who brought the figure, when, and from where."""
    if row is None:
        return ""
    words = {
        "person": row.by.name,
        "day": day_text(row.measured_on or row.known_from.date()),
    }
    brought = {
        Provenance.CONFIRMED_SAME: _("Målt på nytt av %(person)s %(day)s, samme tall."),
        Provenance.IMPORTED: _("Hentet fra et annet system %(day)s."),
        Provenance.ESTIMATED: _("Anslått av %(person)s %(day)s."),
        Provenance.DEMO: _("Fylt inn av demoen %(day)s."),
    }.get(Provenance(row.provenance), _("Skrevet av %(person)s %(day)s."))
    told = brought % words
    if not row.source:
        return told
    return _("%(told)s Kilde: %(source)s.") % {"told": told, "source": row.source}


def _chart(
    series: SeriesFacts, found: Finding, told: quarter_sentences.Told
) -> SafeString:
    """Draw the year; nothing for what is done or not, or never measured."""
    measured = any(row.value is not None for row in series.observations)
    if series.indicator.direction in _DONE_OR_NOT or not measured:
        return SafeString("")
    said = f"{series.indicator.name}. {told.truth} {told.rest}".strip()
    chart = year_chart(series, found.quarter, found.state, said)
    # Our own drawing, with every word in it escaped by signs/charts.
    return mark_safe(path_chart(chart, "small"))  # noqa: S308


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


def _digits(day: object) -> str:
    return "" if day is None else day_in_digits(day)  # type: ignore[arg-type]
