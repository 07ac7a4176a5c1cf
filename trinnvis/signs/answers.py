"""Answers: findings to the three answers: er vi der, er det reelt, når vi det?

Each clause comes from one fact. Which words may be used is the ladder's to say: below
eight measurements nothing is called a trend, better or worse by more than «høyere enn
sist». Source: docs/method/sentences.md, «De tre svarene».
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.assess import Finding
from trinnvis.rules.facts import IndicatorFacts, SeriesFacts
from trinnvis.rules.ladder import FULL_FROM, Rung, comparable, overlaps
from trinnvis.rules.progress import RateKind, RequiredRate
from trinnvis.rules.terms import Direction, Level
from trinnvis.signs.dates import day_text
from trinnvis.signs.numbers import figure, figure_beside, is_percent, unit_mark
from trinnvis.signs.sentences import together, without_figure

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})
_FORECASTS = frozenset({"will_be_met", "uncertain", "will_not_be_met", "met"})


@dataclass(frozen=True, slots=True)
class Answers:
    """Er vi der? Er endringen reell? Når vi det?"""

    there: str
    real: str
    outlook: str


def answers(found: Finding, series: SeriesFacts, belief: str = "") -> Answers:
    """Return the three answers. `belief` is what the unit told in its last report."""
    return Answers(
        there_answer(found), real_answer(found, series), outlook_answer(found, belief)
    )


def there_answer(found: Finding) -> str:
    """Er vi der? Arithmetic against the target of the year."""
    if found.value is None or found.indicator.direction in _DONE_OR_NOT:
        return without_figure(found)
    if found.level.level is Level.NO_TARGET:
        return _("Vi følger med på tallet. Det har ikke noe mål.")
    year_is_over = found.quarter.number == 4
    if found.level.level is Level.ACHIEVED:
        return _reached(found, year_is_over)
    left = {"gap": _gap(found)}
    if found.level.level is Level.NEAR:
        return (
            _("Nær målet. %(gap)s gjenstår.") % left
            if year_is_over
            else _("Ikke ennå, men nær. %(gap)s gjenstår til målet.") % left
        )
    if year_is_over:
        return _("Målet ble ikke nådd. %(gap)s gjensto.") % left
    return _("Ikke ennå. %(gap)s gjenstår til målet.") % left


def real_answer(found: Finding, series: SeriesFacts) -> str:
    """Er endringen reell? What so many comparable measurements can bear."""
    if found.indicator.direction in _DONE_OR_NOT:
        return _("Dette er gjort eller ikke gjort. Det er ingenting som svinger.")
    if found.rung is Rung.NONE:
        return _("Vi har ingen målinger å sammenligne ennå.")
    if found.rung is Rung.ONE:
        return _("Én måling. Vi kan ikke si noe om utvikling ennå.")
    than_last = _than_last(found)
    if overlaps(found.indicator):
        return together(
            than_last,
            _(
                "Tallene deler måneder med hverandre, så de kan ikke skille en endring "
                "fra tilfeldig variasjon."
            ),
        )
    if found.rung is Rung.FEW:
        return together(
            than_last,
            _(
                "%(count)s målinger er for lite til å skille endring fra tilfeldig "
                "variasjon."
            )
            % {"count": _counted(found.count)},
        )
    return together(than_last, _range(found, series))


def outlook_answer(found: Finding, belief: str = "") -> str:
    """Når vi det? What the unit believes, then what the rest of the year must give."""
    if found.indicator.direction in _DONE_OR_NOT:
        return _when_due(found)
    if found.quarter.number == 4:
        return _("Året er over.")
    told = _believed(belief)
    if found.required is not None:
        return together(told, _required(found.indicator, found.required))
    if found.value is None or found.level.level is Level.NO_TARGET:
        return told or _("Det kan vi ikke si ennå.")
    if found.level.level is Level.ACHIEVED and not found.level.against_period:
        return together(told, _("Nå gjelder det å holde det ut året."))
    return told or _("Det kan vi ikke si ennå.")


def _reached(found: Finding, year_is_over: bool) -> str:
    if found.level.against_period:
        return _("Delmålet for kvartalet er nådd.")
    if year_is_over:
        return _("Ja. Målet er nådd.")
    return _("Tallet er der målet er. Året er ikke over.")


def _when_due(found: Finding) -> str:
    due = found.indicator.due
    if found.level.level in (Level.ACHIEVED, Level.NEAR):
        return _("Det er gjort.")
    if found.level.level is Level.NOT_DUE and due is not None:
        return _("Fristen er %(day)s.") % {"day": day_text(due)}
    return _("Det kan vi ikke si ennå.")


def _gap(found: Finding) -> str:
    gap = found.level.gap or Decimal(0)
    indicator = found.indicator
    unit = "prosentpoeng" if is_percent(indicator.unit) else indicator.unit
    return figure_beside(abs(gap), Decimal(0), indicator.decimals, unit)


def _than_last(found: Finding) -> str:
    since = found.since_last or found.since_last_year
    if since is None:
        return ""
    last = found.since_last is not None
    if since.difference == 0:
        return (
            _("Tallet er som sist.")
            if last
            else _("Tallet er som samme kvartal i fjor.")
        )
    if since.difference > 0:
        return (
            _("Tallet er høyere enn sist.")
            if last
            else _("Tallet er høyere enn samme kvartal i fjor.")
        )
    return (
        _("Tallet er lavere enn sist.")
        if last
        else _("Tallet er lavere enn samme kvartal i fjor.")
    )


def _range(found: Finding, series: SeriesFacts) -> str:
    """Return how far the figures have ranged; no verdict on what it means."""
    values = [
        figure.value
        for figure in comparable(series, found.quarter)
        if figure.value is not None
    ]
    if not values:
        return ""
    decimals = found.indicator.decimals
    told = _("Tallene har ligget mellom %(low)s og %(high)s.") % {
        "low": figure(min(values), decimals),
        "high": figure(max(values), decimals),
    }
    if found.count < Rung.TRIAL:
        return together(
            told, _("Grenser for vanlig variasjon vises når vi har åtte målinger.")
        )
    return told


def _believed(belief: str) -> str:
    if belief not in _FORECASTS:
        return ""
    return {
        "will_be_met": _("Enheten mener at målet nås."),
        "uncertain": _("Enheten mener det er usikkert."),
        "will_not_be_met": _("Enheten mener at målet ikke nås i år."),
        "met": _("Enheten mener at målet er nådd."),
    }[belief]


def _required(indicator: IndicatorFacts, required: RequiredRate) -> str:
    """Return what the quarters left must give, beside the best that has been."""
    higher = indicator.direction is Direction.HIGHER
    decimals = (
        max(indicator.decimals, 1) if required.approximate else indicator.decimals
    )
    words = {
        "rate": figure(required.rate, decimals, unit_mark(indicator.unit)),
        "count": _counted(required.quarters_left).lower(),
    }
    if required.rate <= 0 and not higher:
        return _("Årets ramme er alt brukt opp.")
    if required.rate <= 0:
        return _("Det som trengs for året, er alt kommet.")
    sentence = _rate_sentence(required, higher) % words
    if required.better_than_seen:
        sentence = together(sentence, _("Det er bedre enn noe kvartal hittil."))
    return sentence


def _rate_sentence(required: RequiredRate, higher: bool) -> str:
    one = required.quarters_left == 1
    if required.kind is RateKind.PER_QUARTER:
        if one:
            return (
                _("For å nå målet må siste kvartal gi minst %(rate)s.")
                if higher
                else _("For å nå målet kan siste kvartal gi høyst %(rate)s.")
            )
        return (
            _(
                "For å nå målet må hvert av de %(count)s neste kvartalene gi minst "
                "%(rate)s."
            )
            if higher
            else _(
                "For å nå målet kan hvert av de %(count)s neste kvartalene gi høyst "
                "%(rate)s."
            )
        )
    if one:
        return (
            _("For å nå målet må siste kvartal alene bli minst %(rate)s.")
            if higher
            else _("For å nå målet må siste kvartal alene bli høyst %(rate)s.")
        )
    return (
        _(
            "For å nå målet må snittet av de %(count)s neste kvartalene bli minst "
            "%(rate)s."
        )
        if higher
        else _(
            "For å nå målet må snittet av de %(count)s neste kvartalene bli høyst "
            "%(rate)s."
        )
    )


def _counted(count: int) -> str:
    """Write small counts as words, as people do."""
    words = (
        _("Null"),
        _("Én"),
        _("To"),
        _("Tre"),
        _("Fire"),
        _("Fem"),
        _("Seks"),
        _("Sju"),
        _("Åtte"),
        _("Ni"),
        _("Ti"),
        _("Elleve"),
        _("Tolv"),
    )
    return words[count] if count <= FULL_FROM else str(count)
