"""Year: one indicator's four quarters as what a path chart is drawn from."""

from django.utils.translation import gettext as _

from trinnvis.rules.facts import IndicatorFacts, SeriesFacts
from trinnvis.rules.path import PathPoint, PathShape, path_at
from trinnvis.rules.quarters import Quarter, quarters_of
from trinnvis.signs.charts.series import ChartPoint, ChartSeries
from trinnvis.signs.dates import quarter_name
from trinnvis.signs.numbers import figure


def year_chart(
    series: SeriesFacts, quarter: Quarter, state: str, sentence: str
) -> ChartSeries:
    """Return the year up to and with the quarter, with the path to its end.

    `state` is the last figure's mark, `sentence` what the picture says.
    """
    indicator = series.indicator
    points = tuple(
        _point(series, each, quarter, state) for each in quarters_of(quarter.year)
    )
    start = _baseline(indicator)
    target = indicator.target
    return ChartSeries(
        (start, *points) if start else points,
        sentence,
        target=target,
        target_text=""
        if target is None
        else _("Mål %(value)s") % {"value": figure(target, indicator.decimals)},
        band=None
        if indicator.low is None or indicator.high is None
        else (indicator.low, indicator.high),
        floor=indicator.minimum,
        ceiling=indicator.maximum,
    )


def _baseline(indicator: IndicatorFacts) -> ChartPoint | None:
    if indicator.baseline is None:
        return None
    label = indicator.baseline_label or _("Før")
    path = path_at(indicator, Quarter(2000, 1))
    starts_here = isinstance(path, PathPoint) and path.shape is PathShape.STRAIGHT
    return ChartPoint(
        label,
        value=indicator.baseline,
        text=figure(indicator.baseline, indicator.decimals),
        baseline=True,
        path=indicator.baseline if starts_here else None,
        acceptable_path=indicator.baseline
        if starts_here and indicator.acceptable is not None
        else None,
    )


def _point(
    series: SeriesFacts, each: Quarter, until: Quarter, state: str
) -> ChartPoint:
    indicator = series.indicator
    path = path_at(indicator, each)
    known = path if isinstance(path, PathPoint) else None
    observation = series.at(each) if each <= until else None
    value = None if observation is None or observation.hidden else observation.value
    return ChartPoint(
        quarter_name(each.number),
        _("%(number)s. kv.") % {"number": each.number},
        value=value,
        text="" if value is None else figure(value, indicator.decimals),
        state=state if each == until else "",
        preliminary=observation is not None and observation.preliminary,
        path=known.target if known else None,
        acceptable_path=known.acceptable if known else None,
    )
