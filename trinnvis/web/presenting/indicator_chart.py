"""Indicator chart: one indicator's year as picture, sentence and table."""

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trinnvis.rules.assess import Finding
from trinnvis.rules.facts import IndicatorFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.path import NoPath, PathPoint, path_at
from trinnvis.rules.quarters import quarters_of
from trinnvis.rules.terms import Direction
from trinnvis.signs.charts.frame import axis_start
from trinnvis.signs.charts.path import path_chart
from trinnvis.signs.charts.series import ChartSeries
from trinnvis.signs.charts.year import year_chart
from trinnvis.signs.dates import quarter_name
from trinnvis.signs.numbers import figure, figure_as_is
from trinnvis.signs.sentences import sentence_of, title_of, value_text

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})
_DASH = "–"


@dataclass(frozen=True, slots=True)
class Column:
    text: str
    number: bool


@dataclass(frozen=True, slots=True)
class IndicatorChart:
    """Everything components/chart.html asks for; empty pictures where none is drawn."""

    title: str
    sentence: str
    note: str
    full: SafeString
    wide: SafeString
    narrow: SafeString
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def indicator_chart(
    found: Finding,
    series: SeriesFacts,
    state: str,
) -> IndicatorChart:
    """Return the year's picture, with the figures of the year in a table."""
    drawn = _with_levels(
        year_chart(series, found.quarter, state, sentence_of(found)), found.indicator
    )
    rows = _rows(found, series)
    has_points = found.indicator.direction not in _DONE_OR_NOT and any(
        point.value is not None and not point.baseline for point in drawn.points
    )
    return IndicatorChart(
        title=title_of(found),
        sentence=sentence_of(found),
        note=_note(found, drawn) if has_points else "",
        full=_svg(drawn, "full", has_points),
        wide=_svg(drawn, "wide", has_points),
        narrow=_svg(drawn, "narrow", has_points),
        columns=(
            Column(_("Periode"), False),
            Column(_("Resultat"), True),
            Column(_("Banen"), True),
            Column(pgettext("column", "Svar"), True),
        ),
        rows=rows if has_points else (),
    )


def _with_levels(drawn: ChartSeries, indicator: IndicatorFacts) -> ChartSeries:
    """Return the series with its value axis, and the acceptable level named."""
    named = replace(drawn, figure=figure_as_is)
    acceptable = indicator.acceptable
    if acceptable is None or acceptable == indicator.target:
        return named
    text = _("Akseptabelt %(value)s") % {
        "value": figure(acceptable, indicator.decimals)
    }
    return replace(named, acceptable=acceptable, acceptable_text=text)


def _svg(drawn: ChartSeries, size: str, has_points: bool) -> SafeString:
    # The drawing escapes the words it is given.
    return mark_safe(path_chart(drawn, size) if has_points else "")  # noqa: S308


def _rows(found: Finding, series: SeriesFacts) -> tuple[tuple[str, ...], ...]:
    indicator = found.indicator
    rows: list[tuple[str, ...]] = []
    if indicator.baseline is not None:
        label = indicator.baseline_label or _("Utgangspunkt")
        rows.append((label, value_text(indicator, indicator.baseline), _DASH, _DASH))
    for quarter in quarters_of(found.quarter.year):
        point = path_at(indicator, quarter)
        observation = series.at(quarter) if quarter <= found.quarter else None
        rows.append(
            (
                quarter_name(quarter.number),
                _result(indicator, observation),
                value_text(indicator, point.target)
                if isinstance(point, PathPoint)
                else _DASH,
                _answers(observation),
            )
        )
    return tuple(rows)


def _result(indicator: IndicatorFacts, observation: ObservationFacts | None) -> str:
    if observation is None:
        return _DASH
    if observation.hidden:
        return _("skjult")
    if observation.value is None:
        return _("mangler")
    text = value_text(indicator, observation.value)
    return (
        _("%(value)s (foreløpig)") % {"value": text}
        if observation.preliminary
        else text
    )


def _answers(observation: ObservationFacts | None) -> str:
    if observation is None or observation.n is None:
        return _DASH
    return str(observation.n)


def _note(found: Finding, drawn: ChartSeries) -> str:
    parts = [_path_note(found)]
    if axis_start(drawn) is not None:
        parts.append(_("Skalaen starter ikke på null."))
    if found.preliminary:
        parts.append(_("Siste tall er foreløpig."))
    return " ".join(part for part in parts if part)


def _path_note(found: Finding) -> str:
    path = path_at(found.indicator, found.quarter)
    if path is NoPath.SEASONAL:
        return _("Tallet svinger med årstida, så det har ingen bane gjennom året.")
    if not isinstance(path, PathPoint):
        return ""
    if path.acceptable is None:
        return _("Den stiplede linja er banen.")
    return _("Den stiplede linja er banen, feltet ved den er akseptabelt nivå.")
