"""Sentences: findings to the one sentence that is title, alt text and report line.

Each clause comes from one fact; nothing here is called a trend, better or worse.
Source: docs/method/sentences.md, «Rekkefølgen».
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.assess import Finding
from trinnvis.rules.facts import IndicatorFacts
from trinnvis.rules.terms import Direction, Level, Missing
from trinnvis.signs.dates import day_text, quarter_name, quarter_text
from trinnvis.signs.numbers import figure, figure_beside, unit_mark
from trinnvis.signs.quarter_sentences import state_word

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


def title_of(found: Finding) -> str:
    """Return the finding as a title of at most twelve words."""
    word = state_word(found.state, found.level)
    if found.value is None and found.missing is Missing.NOT_DUE:
        return _("Måles senere")
    if found.value is None or found.indicator.direction in _DONE_OR_NOT:
        return word
    value = _told(found.indicator, found.value)
    target = found.indicator.target
    if target is None:
        return _("%(value)s: %(state)s") % {"value": value, "state": word.lower()}
    return _("%(value)s, målet er %(target)s: %(state)s") % {
        "value": value,
        "target": value_text(found.indicator, target),
        "state": word.lower(),
    }


def sentence_of(found: Finding) -> str:
    """Return the whole truth in one or two sentences: what, where, compared."""
    indicator = found.indicator
    if found.value is None or indicator.direction in _DONE_OR_NOT:
        return together(_named(indicator), without_figure(found))
    words = {
        "name": indicator.name,
        "value": _told(indicator, found.value),
        "quarter": _measured_in(found),
    }
    return together(
        _("%(name)s var %(value)s i %(quarter)s.") % words,
        _from_baseline(found),
        _target_clause(found),
    )


def row_line(found: Finding) -> str:
    """Return the one short line under a goal in a list."""
    if found.value is None or found.indicator.direction in _DONE_OR_NOT:
        return without_figure(found)
    value = _told(found.indicator, found.value)
    words = {"value": value, "quarter": _measured_in(found)}
    told = _("%(value)s i %(quarter)s.") % words
    return together(told, _target_clause(found))


def value_text(indicator: IndicatorFacts, value: Decimal) -> str:
    """Write a figure of the indicator with its unit."""
    return figure(value, indicator.decimals, unit_mark(indicator.unit))


def together(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _measured_in(found: Finding) -> str:
    quarter = found.carried_from or found.quarter
    return quarter_text(quarter)


def _from_baseline(found: Finding) -> str:
    indicator = found.indicator
    if indicator.baseline is None or not indicator.baseline_label:
        return ""
    return _("Utgangspunktet var %(value)s (%(label)s).") % {
        "value": value_text(indicator, indicator.baseline),
        "label": indicator.baseline_label,
    }


def _target_clause(found: Finding) -> str:
    indicator = found.indicator
    if indicator.direction is Direction.BAND:
        if indicator.low is None or indicator.high is None:
            return ""
        return _("Målet er mellom %(low)s og %(high)s.") % {
            "low": figure(indicator.low, indicator.decimals),
            "high": value_text(indicator, indicator.high),
        }
    if indicator.target is None:
        return ""
    target = value_text(indicator, indicator.target)
    if indicator.direction is Direction.HIGHER:
        return _("Målet er minst %(target)s.") % {"target": target}
    if indicator.direction is Direction.LOWER:
        return _("Målet er høyst %(target)s.") % {"target": target}
    return _("Målet er %(target)s.") % {"target": target}


def _told(indicator: IndicatorFacts, value: Decimal) -> str:
    """Write the figure so that rounding never hides that the target is not met."""
    target = value if indicator.target is None else indicator.target
    mark = unit_mark(indicator.unit)
    return figure_beside(value, target, indicator.decimals, mark)


def _named(indicator: IndicatorFacts) -> str:
    return _("%(name)s.") % {"name": indicator.name.rstrip(".")}


def without_figure(found: Finding) -> str:
    """Say what stands where no figure does: done, hidden, missing or later."""
    if found.indicator.direction in _DONE_OR_NOT:
        return _done_answer(found)
    if found.level.level is Level.HIDDEN:
        return _("Tallet er skjult, fordi det bygger på få personer.")
    return _absent(found)


def _absent(found: Finding) -> str:
    if found.missing is Missing.NOT_APPLICABLE:
        return _("Enheten var ikke med i ordningen dette kvartalet.")
    if found.missing is Missing.NOT_DUE:
        planned = found.indicator.next_measurement
        if planned is None:
            return _("Måles senere.")
        return _("Måles %(day)s.") % {"day": day_text(planned)}
    return _("Ikke målt. %(quarter)s mangler.") % {
        "quarter": quarter_name(found.quarter.number)
    }


def _done_answer(found: Finding) -> str:
    level = found.level
    due = found.indicator.due
    if level.level is Level.ACHIEVED:
        return _("Ja. Det er gjort.")
    if level.late:
        return _("Ja. Det er gjort, etter fristen.")
    if level.level is Level.NOT_DUE and due is not None:
        return _("Ikke ennå. Fristen er %(day)s.") % {"day": day_text(due)}
    if level.level is Level.NOT_ACHIEVED and due is not None:
        return _("Nei. Fristen var %(day)s.") % {"day": day_text(due)}
    return _("Ikke svart ennå.")
