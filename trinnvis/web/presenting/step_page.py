"""Step page: one step: why it is there, what is done, what is missing, what next."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from trinnvis.records.models import Unit
from trinnvis.rules.sight import Sight
from trinnvis.rules.steps import Item, StepFinding
from trinnvis.rules.terms import StepKey
from trinnvis.rules.year_wheel import CalendarFacts, step_dates
from trinnvis.signs.dates import day_text
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.step_words import item_text, step_purpose
from trinnvis.web.presenting.stairs import Stair, Stairs


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a step asks for, met or not."""

    text: str
    mark: SafeString


@dataclass(frozen=True, slots=True)
class StepLink:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class StepPage:
    stair: Stair
    done: tuple[Need, ...]
    missing: tuple[Need, ...]
    advice: tuple[Need, ...]
    """Good to do; the step is done without it."""
    year: int
    purpose: str
    window: str
    """When the step is worked with."""
    action: StepLink | None
    """Where the next thing is done, for those who do it."""
    before: StepLink | None
    after: StepLink | None
    back: str


def step_page(
    unit: Unit,
    stairs: Stairs,
    found: StepFinding,
    calendar: CalendarFacts,
    reader: Sight,
) -> StepPage:
    """Return one step of the stairs as a page. No queries."""
    key, number = found.step, int(found.step)
    dates = {each.step: each for each in step_dates(stairs.year, calendar)}[key]
    return StepPage(
        stair=stairs.steps[number - 1],
        done=tuple(_need(item) for item in found.evidence),
        missing=tuple(_need(item) for item in found.missing if not item.advice),
        advice=tuple(_need(item) for item in found.missing if item.advice),
        year=stairs.year,
        purpose=step_purpose(key),
        window=_("Fra %(start)s til %(end)s.")
        % {"start": day_text(dates.opens_on), "end": day_text(dates.due)},
        action=_action(unit, key, stairs.year, reader),
        before=_beside(stairs, number - 1),
        after=_beside(stairs, number + 1),
        back=f"{reverse('unit', args=[unit.pk])}?year={stairs.year}",
    )


def _need(item: Item) -> Need:
    # Our own drawing, looked up by a key of ours.
    mark = mark_safe(svg_mark("done" if item.met else "not_started"))  # noqa: S308
    return Need(item_text(item), mark)


_PLACES: dict[StepKey, tuple[str, ...]] = {
    StepKey.ANCHOR_MUNICIPALITY: ("anchoring-municipality", "anchoring"),
    StepKey.ANCHOR_UNIT: ("anchoring-unit",),
    StepKey.PRESENT_TO_STAFF: ("briefing-new", "briefings"),
    StepKey.MAKE_GOALS: ("workshop-new", "workshops", "plan-of-year"),
    StepKey.PLAN: ("plan-of-year",),
    StepKey.FOLLOW_UP: ("quarter",),
    StepKey.REPORT: ("presentations", "reports"),
    StepKey.NEXT_PLAN: ("next-year",),
}
"""Where a step is taken, the nearest first."""


def _action(unit: Unit, key: StepKey, year: int, reader: Sight) -> StepLink | None:
    """Return the way to where the step is taken; for others than the leader, none."""
    if not reader.leads_unit(unit.path):
        return None
    for name in _PLACES[key]:
        for args in ([unit.pk, year], [unit.pk], [year], []):
            try:
                return StepLink(_("Gå til trinnet"), reverse(name, args=args))
            except NoReverseMatch:
                continue
    return None


def _beside(stairs: Stairs, number: int) -> StepLink | None:
    if not 1 <= number <= len(stairs.steps):
        return None
    stair = stairs.steps[number - 1]
    words = {"number": stair.number, "name": stair.name}
    return StepLink(_("Trinn %(number)s: %(name)s") % words, stair.url)
