"""Quarter figures: a figure's line as the quarter's page shows it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.records.models import Observation
from trinnvis.rules.assess import Finding
from trinnvis.rules.facts import ObservationFacts, SeriesFacts
from trinnvis.rules.quarter_review import (
    Line,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction, MissingReason, Provenance
from trinnvis.signs import quarter_sentences, quarter_words
from trinnvis.signs.charts.path import path_chart
from trinnvis.signs.charts.year import year_chart
from trinnvis.signs.dates import day_in_digits, day_text
from trinnvis.signs.numbers import figure_as_is, figure_to_edit, unit_mark, unit_word
from trinnvis.web.presenting.quarter_line import LineShown, line_shown

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


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


def _missing(row: Observation | None) -> str:
    if row is None or not row.missing_reason:
        return ""
    word = quarter_words.missing_word(MissingReason(row.missing_reason))
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


def _digits(day: object) -> str:
    return "" if day is None else day_in_digits(day)  # type: ignore[arg-type]
