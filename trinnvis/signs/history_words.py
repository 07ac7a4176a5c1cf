"""History words: what has happened to a goal, a line for each."""

from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.facts import IndicatorFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Outcome
from trinnvis.signs.dates import quarter_name
from trinnvis.signs.numbers import figure_beside, unit_mark
from trinnvis.signs.sentences import value_text


def recorded(indicator: IndicatorFacts, value: Decimal, quarter: Quarter) -> str:
    return _("%(value)s for %(quarter)s") % {
        "value": value_text(indicator, value),
        "quarter": quarter_name(quarter.number),
    }


def corrected(
    indicator: IndicatorFacts, before: Decimal | None, after: Decimal | None
) -> str:
    """Return «rettet etter rapporten: 8,9 → 9,3»."""
    if before is None or after is None:
        return _("Rettet etter rapporten")
    mark = unit_mark(indicator.unit)
    return _("Rettet etter rapporten: %(before)s → %(after)s") % {
        "before": figure_beside(before, after, indicator.decimals),
        "after": figure_beside(after, before, indicator.decimals, mark),
    }


def delivered(quarter: Quarter) -> str:
    return _("%(quarter)s ble levert") % {"quarter": quarter_name(quarter.number)}


def decided(outcome: str) -> str:
    return {
        Outcome.ADJUST: _("Tiltak justert"),
        Outcome.REPLACE: _("Tiltak erstattet"),
        Outcome.STOP: _("Tiltak avsluttet"),
    }[Outcome(outcome)]


def adopted(again: bool) -> str:
    return _("Planen ble vedtatt på nytt") if again else _("Målet ble vedtatt i planen")


def made() -> str:
    return _("Målet ble laget i målverksted")


def involved(name: str) -> str:
    return _("%(name)s er med") % {"name": name}


def deed_word(deed: str) -> str:
    """Return what a logged deed did to the goal."""
    return {
        "change_goal": _("Målet ble endret"),
        "accept_task": _("Ansvarspersonen sa ja"),
        "decline_task": _("Ansvarspersonen sa nei"),
        "drop_goal": _("Målet ble tatt ut av planen"),
        "change_action": _("Et tiltak ble endret"),
    }[deed]
