"""Import cells: what one printed cell of a målekart was understood as."""

from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.import_figures import is_kept, unit_of
from trinnvis.rules.scorecard_facts import (
    LAST_MEASURED,
    YEAR_UNKNOWN,
    Direction,
    Missing,
    Result,
    ScorecardRow,
    Target,
)
from trinnvis.signs.numbers import figure_as_is, unit_mark


def target_understood(row: ScorecardRow, target: Target) -> str:
    """Say a target as it was read: «mål 2026: minst 4,5, akseptabelt 4»."""
    year = _year(target.year)
    if target.low is not None and target.high is not None:
        return _band(row, target, year)
    if target.value is None:
        return _("mål %(year)s: står som tekst") % {"year": year}
    words = {"year": year, "value": _figure(target.value, row)}
    if target.is_change:
        return _("mål %(year)s: en endring på %(value)s") % words
    if row.direction is Direction.HIGHER:
        said = _("mål %(year)s: minst %(value)s") % words
    elif row.direction is Direction.LOWER:
        said = _("mål %(year)s: høyst %(value)s") % words
    else:
        said = _("mål %(year)s: %(value)s") % words
    if target.acceptable is None:
        return said
    accepted = _figure(target.acceptable, row)
    return _("%(target)s, akseptabelt %(value)s") % {"target": said, "value": accepted}


def result_understood(row: ScorecardRow, result: Result, *, in_conflict: bool) -> str:
    """Say a result as it was read, and what becomes of it where it is not kept."""
    period = _year(result.period)
    if result.value is None:
        said = _missing_word(result.missing)
        return _("%(period)s: %(said)s") % {"period": period, "said": said}
    words = {"period": period, "value": _figure(result.value, row)}
    if result.period == LAST_MEASURED:
        return _("%(period)s: %(value)s, kan bli utgangspunkt") % words
    if not is_kept(result):
        return (
            _("%(period)s: %(value)s, lagres ikke, for det er ikke et helt år") % words
        )
    if in_conflict:
        return _(
            "%(period)s: %(value)s, lagres ikke før ett av arkene er bekreftet"
        ) % (words)
    return _("%(period)s: %(value)s") % words


def target_printed(target: Target) -> str:
    """Return what stands in the target's cells, several told apart by a bar."""
    printed = (
        target.printed,
        target.printed_acceptable or "",
        target.printed_not_approved or "",
    )
    return " | ".join(text for text in printed if text)


def _band(row: ScorecardRow, target: Target, year: str) -> str:
    words = {
        "year": year,
        "low": _figure(target.low, row, bare=True),
        "high": _figure(target.high, row),
    }
    said = _("mål %(year)s: %(low)s–%(high)s") % words
    if target.acceptable_low is None or target.acceptable_high is None:
        return said
    near = {
        "band": said,
        "low": _figure(target.acceptable_low, row, bare=True),
        "high": _figure(target.acceptable_high, row),
    }
    return _("%(band)s, akseptabelt %(low)s–%(high)s") % near


def _missing_word(missing: Missing | None) -> str:
    return {
        Missing.BLANK: _("ingen tall"),
        Missing.DASH: _("ingen tall"),
        Missing.NOT_MEASURED: _("ikke målt"),
        Missing.NEW_INDICATOR: _("ny, ikke målt"),
        Missing.LATER: _("kommer senere"),
        Missing.REPLACED: _("erstattet"),
        Missing.NOT_SHOWN: _("vises ikke"),
    }.get(missing or Missing.TEXT, _("ikke lest som tall"))


def _year(period: str) -> str:
    if period == LAST_MEASURED:
        return _("siste måling")
    return _("uten årstall") if period == YEAR_UNKNOWN else period


def _figure(value: Decimal | None, row: ScorecardRow, *, bare: bool = False) -> str:
    mark = "" if bare else unit_mark(unit_of(row.measure))
    return "" if value is None else figure_as_is(value, mark)
