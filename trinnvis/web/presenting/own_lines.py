"""Own lines: the figures one person fetches in the unit, and where each stands."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from trinnvis.records.load.unit_years import UnitYear
from trinnvis.rules.assess import GoalFinding, assess_series
from trinnvis.rules.shown_quarter import shown_quarter
from trinnvis.rules.year_wheel import quarter_to_follow_up
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.quarter_sentences import state_of
from trinnvis.signs.sentences import row_line


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One figure that the person fetches; every word is finished."""

    name: str
    url: str
    line: str
    mark: SafeString
    state: str


def own_lines(found: UnitYear, person_id: int, day: date) -> tuple[OwnLine, ...]:
    """Return the person's own figures of the year, in plan order. No queries."""
    quarter = shown_quarter(found.year, found.goals, found.told, day)
    last = quarter_to_follow_up(day)
    open_now = last if last.year == found.year else quarter
    lines: list[OwnLine] = []
    for goal in found.goals:
        for series in goal.series:
            if person_id != (series.indicator.fetched_by_id or goal.collector_id):
                continue
            judged = assess_series(series, open_now, day, found.unit.started)
            key = judged.missing if judged.missing is not None else judged.state
            lines.append(
                OwnLine(
                    name=series.indicator.name,
                    url=reverse("observation", args=[series.indicator.id, open_now]),
                    line=row_line(judged),
                    # Our own drawing, looked up by a key of ours.
                    mark=mark_safe(svg_mark(key)),  # noqa: S308
                    state=state_of(GoalFinding(goal, open_now, (judged,), judged)),
                )
            )
    return tuple(lines)
