"""Figure page: what one needs to know while recording one figure."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from trinnvis.records.models import Indicator
from trinnvis.rules.facts import SeriesFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Direction
from trinnvis.signs.dates import day_text, quarter_text
from trinnvis.signs.numbers import unit_word
from trinnvis.signs.sentences import value_text
from trinnvis.web.presenting.quarter_figures import last_before

_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


@dataclass(frozen=True, slots=True)
class FigurePage:
    goal: str
    goal_url: str
    name: str
    quarter: str
    unit: str
    last: str
    """The last figure before this one, to compare with; never filled in."""
    same: str
    """What the button says that records the same figure, measured anew."""
    stands: str
    """What stands now, for one who corrects."""
    recipe: str
    source: str
    done_or_not: bool


def figure_page(
    indicator: Indicator, series: SeriesFacts, quarter: Quarter, today: date
) -> FigurePage:
    """Return the page around the form. No queries (goal.plan.unit loaded)."""
    facts = series.indicator
    before = last_before(series, quarter)
    own = series.at(quarter) if quarter.first_day <= today else None
    last, same, stands = "", "", ""
    done_or_not = facts.direction in _DONE_OR_NOT
    if before is not None and before.value is not None and not done_or_not:
        value = value_text(facts, before.value)
        where = quarter_text(before.quarter) if before.quarter else str(before.year)
        last = _("Sist: %(value)s i %(quarter)s.") % {"value": value, "quarter": where}
        same = _("Målt på nytt, samme tall: %(value)s") % {"value": value}
    if own is not None and own.value is not None and not done_or_not:
        known = own.known_from
        stands = _("Nå står det %(value)s, ført inn %(day)s.") % {
            "value": value_text(facts, own.value),
            "day": day_text(known.date()) if known else "",
        }
        same = ""
    return FigurePage(
        goal=indicator.goal.title,
        goal_url=reverse("goal", args=[indicator.goal_id]),
        name=facts.name,
        quarter=quarter_text(quarter),
        unit=unit_word(facts.unit),
        last=last,
        same=same,
        stands=stands,
        recipe=facts.recipe,
        source=facts.source,
        done_or_not=done_or_not,
    )
