"""Figures: a plan's figures as a table, one row per figure and period."""

from django.utils.translation import gettext as _

from trinnvis.reports.tables import Cell, Table
from trinnvis.rules.facts import GoalFacts, ObservationFacts, PlanFacts, SeriesFacts
from trinnvis.signs.dates import quarter_name


def figures_of(plan: PlanFacts) -> Table:
    """Return what the reader of `plan` may see, oldest first within an indicator.

    Hidden figures are told as hidden, and never as a blank or a nought.
    """
    return Table(
        title=f"{plan.unit.name} {plan.year}",
        columns=(
            _("Mål"),
            _("Indikator"),
            _("Måles i"),
            _("Utgangspunkt"),
            _("Måltall"),
            _("Akseptabelt nivå"),
            _("År"),
            _("Periode"),
            _("Verdi"),
            _("Teller"),
            _("Nevner"),
            _("Foreløpig"),
            _("Merknad"),
        ),
        rows=tuple(
            _row(goal, series, figure)
            for goal in plan.goals
            for series in goal.series
            for figure in series.observations
        ),
    )


def _row(
    goal: GoalFacts, series: SeriesFacts, figure: ObservationFacts
) -> tuple[Cell, ...]:
    indicator = series.indicator
    shown = not figure.hidden
    period = quarter_name(figure.quarter.number) if figure.quarter else _("hele året")
    return (
        goal.title,
        indicator.name,
        indicator.unit,
        indicator.baseline,
        indicator.target,
        indicator.acceptable,
        figure.year,
        period,
        figure.value if shown else None,
        figure.numerator if shown else None,
        figure.denominator if shown else None,
        _("ja") if figure.preliminary else "",
        figure.comment if shown else _("skjult, færre enn fem svar"),
    )
