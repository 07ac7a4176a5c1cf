"""Goal times: actions and conditions on one time axis."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.records.load.told_answers import ToldQuarter
from trinnvis.rules.facts import ActionFacts, GoalFacts
from trinnvis.rules.quarters import quarters_of
from trinnvis.rules.review_facts import ConditionFacts
from trinnvis.rules.terms import ActionStatus
from trinnvis.signs.charts.series import Period, Span
from trinnvis.signs.charts.time_axis import time_axis
from trinnvis.signs.dates import day_short, quarter_name
from trinnvis.signs.quarter_words import action_status_word
from trinnvis.signs.words import condition_kind_word
from trinnvis.web.presenting.indicator_chart import Column

_ENDED = frozenset({ActionStatus.STOPPED, ActionStatus.REPLACED})
_DASH = "–"


@dataclass(frozen=True, slots=True)
class Times:
    """The picture, and the same as a table."""

    full: SafeString
    wide: SafeString
    narrow: SafeString
    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def times_of(
    goal: GoalFacts, year: int, told: tuple[ToldQuarter, ...], day: date
) -> Times | None:
    """Return the goal's actions beside what else happened; None where nothing is."""
    conditions = _conditions(told)
    if not goal.actions and not conditions:
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    actions = [_action(action, first, last) for action in goal.actions]
    others = [_condition(each, first, day) for each in conditions]
    periods = _periods(year)
    title = _("Tiltak og forhold gjennom %(year)s.") % {"year": year}

    def drawn(size: str) -> SafeString:
        svg = time_axis(actions, others, periods, today=day, title=title, size=size)
        # The drawing escapes the words it is given.
        return mark_safe(svg)  # noqa: S308

    return Times(
        full=drawn("full"),
        wide=drawn("wide"),
        narrow=drawn("narrow"),
        sentence=title,
        columns=tuple(
            Column(text, False)
            for text in (_("Tiltak eller forhold"), _("Fra"), _("Til"), _("Status"))
        ),
        rows=tuple(_row(span) for span in (*actions, *others)),
    )


def _periods(year: int) -> list[Period]:
    return [
        Period(
            quarter_name(each.number),
            each.first_day,
            each.last_day,
            _("%(number)s. kv.") % {"number": each.number},
        )
        for each in quarters_of(year)
    ]


def _condition(condition: ConditionFacts, first: date, day: date) -> Span:
    """Return a condition's span; one that has not ended lasts until today."""
    start = condition.first_day or first
    end = condition.last_day or max(day, start)
    return Span(condition.title, start, end, condition_kind_word(condition.kind))


def _action(action: ActionFacts, first: date, last: date) -> Span:
    start = action.start or first
    return Span(
        action.title,
        start,
        max(start, action.due or last),
        action_status_word(action.status).lower(),
        stopped=action.status in _ENDED,
    )


def _conditions(told: tuple[ToldQuarter, ...]) -> tuple[ConditionFacts, ...]:
    """Return each condition once, as it was last told of."""
    found = {
        condition.id: condition
        for each in told
        for condition in each.answers.conditions
    }
    return tuple(sorted(found.values(), key=lambda each: each.first_day or date.min))


def _row(span: Span) -> tuple[str, ...]:
    return (span.text, day_short(span.start), day_short(span.end), span.detail or _DASH)
