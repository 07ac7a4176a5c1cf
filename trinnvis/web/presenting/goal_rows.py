"""Goal rows: each goal on one line, with a small picture and its state in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.rules.assess import Finding, GoalFinding, assess_goal
from trinnvis.rules.facts import GoalFacts, SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.signs.charts.series import ChartSeries
from trinnvis.signs.charts.sparkline import sparkline
from trinnvis.signs.charts.year import year_chart
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.quarter_sentences import mark_of, state_of
from trinnvis.signs.sentences import row_line, sentence_of


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal in a list; every word and drawing is finished."""

    url: str
    title: str
    line: str
    state: str
    mark: SafeString
    spark: SafeString


def goal_rows(
    goals: Iterable[GoalFacts], quarter: Quarter, today: date, started: date | None
) -> tuple[GoalRow, ...]:
    """Return the goals in plan order, each judged at the quarter. No queries."""
    return tuple(
        goal_row(assess_goal(goal, quarter, today, started))
        for goal in goals
        if not goal.dropped
    )


def goal_row(found: GoalFinding) -> GoalRow:
    """Return one judged goal as a row; the leading indicator is the one drawn."""
    leading = found.leading
    return GoalRow(
        url=reverse("goal", args=[found.goal.id]),
        title=found.goal.title,
        line=row_line(leading) if leading else _("Målet har ingen indikator ennå."),
        state=state_of(found),
        # Drawn here from our own marks and figures; people's text is escaped there.
        mark=mark_safe(svg_mark(mark_of(found))),  # noqa: S308
        spark=spark_of(found, leading) if leading else mark_safe(""),
    )


def spark_of(found: GoalFinding, leading: Finding, size: str = "spark") -> SafeString:
    """Return the small picture of the goal's leading indicator."""
    series = series_of(found, leading)
    drawn: ChartSeries = year_chart(
        series, found.quarter, mark_of(found), sentence_of(leading)
    )
    if not any(point.value is not None for point in drawn.points):
        return mark_safe("")
    # The drawing escapes the words it is given.
    return mark_safe(sparkline(drawn, size))  # noqa: S308


def series_of(found: GoalFinding, leading: Finding) -> SeriesFacts:
    """Return the figures that a finding was made from."""
    return next(
        series
        for series in found.goal.series
        if series.indicator.id == leading.indicator.id
    )
