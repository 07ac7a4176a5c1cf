"""Area page: many units on one page, in the organisation's order, never ranked."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.records.load.maps import UnitLine, UnitMap
from trinnvis.rules.rollup import Counts, State
from trinnvis.rules.terms import Level, Track
from trinnvis.signs.dates import quarter_name, quarter_text
from trinnvis.signs.marks import svg_mark
from trinnvis.signs.quarter_sentences import state_word
from trinnvis.web.presenting.stairs import QuarterBar, quarter_bar

_TALK = Track.OFF_TRACK
_UNIT = "enhet"


@dataclass(frozen=True, slots=True)
class Tally:
    """One row of counted shapes: one for each goal."""

    word: str
    count: int
    marks: SafeString


@dataclass(frozen=True, slots=True)
class StateCell:
    """How many of a unit's goals are in one state."""

    text: str
    mark: SafeString
    talk: bool
    """Something to talk about."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit; an area is a heading over those below it."""

    name: str
    url: str
    is_area: bool
    included: bool
    quarter: str
    """The quarter's state in words."""
    quarters: tuple[QuarterBar, ...]
    states: tuple[StateCell, ...]


@dataclass(frozen=True, slots=True)
class AreaPage:
    name: str
    lead: str
    quarter: str
    tally: tuple[Tally, ...]
    rows: tuple[UnitRow, ...]
    counted: str


def area_page(found: UnitMap, name: str) -> AreaPage:
    """Return the map as finished words and shapes. No queries."""
    return AreaPage(
        name=name,
        lead=_lead(found),
        quarter=quarter_text(found.quarter),
        tally=tuple(
            Tally(_word(each.state), each.count, _marks(each.state, each.count))
            for each in found.goals.states
        ),
        rows=unit_rows(found),
        counted=ngettext(
            "%(count)s mål er med i tellingen.",
            "%(count)s mål er med i tellingen.",
            found.goals.total,
        )
        % {"count": found.goals.total},
    )


def unit_rows(found: UnitMap) -> tuple[UnitRow, ...]:
    """Return one row per unit; what directly holds units is a heading over them.

    A unit that is not in yet is shown; a body that never will be is not.
    """
    units = [line for line in found.lines if line.included or line.kind == _UNIT]
    headings = {parent_of(line.path) for line in units}
    shown = {line.path for line in units}
    return tuple(
        _row(line, found, is_area=line.path not in shown)
        for line in found.lines
        if line.path in shown or line.path in headings
    )


def parent_of(path: str) -> str:
    """Return the path of the unit right above: «0001/0004/» gives «0001/»."""
    return path[: path.rstrip("/").rfind("/") + 1]


def _row(line: UnitLine, found: UnitMap, *, is_area: bool) -> UnitRow:
    bars = quarter_bar(line.quarters)
    return UnitRow(
        name=line.name,
        url=reverse("unit", args=[line.id]),
        is_area=is_area,
        included=line.included,
        quarter=bars[found.quarter.number - 1].word,
        quarters=bars if line.included else (),
        states=_cells(line.goals),
    )


def _cells(counts: Counts) -> tuple[StateCell, ...]:
    return tuple(
        StateCell(
            _("%(count)s %(state)s")
            % {"count": each.count, "state": _word(each.state).lower()},
            _mark(each.state),
            talk=each.state is _TALK,
        )
        for each in counts.states
    )


def _lead(found: UnitMap) -> str:
    included = len(found.included)
    words = {
        "delivered": found.delivered,
        "all": included,
        "quarter": quarter_name(found.quarter.number),
    }
    if not included:
        return _("Ingen enheter er med ennå.")
    told = _("%(delivered)s av %(all)s enheter har levert %(quarter)s.") % words
    off = found.goals.of(_TALK)
    if not found.delivered:
        return told
    if not off:
        return told + " " + _("Ingen mål er ute av rute.")
    return (
        told
        + " "
        + ngettext("%(off)s mål er ute av rute.", "%(off)s mål er ute av rute.", off)
        % {"off": off}
    )


def _word(state: State) -> str:
    """Return the state's word; what has no figure yet is measured later."""
    return _("Måles senere") if state is Level.NOT_DUE else state_word(state)


def _marks(state: State, count: int) -> SafeString:
    # Our own drawing, once for each; the count and the word stand beside it.
    return mark_safe(svg_mark(state) * min(count, 60))  # noqa: S308


def _mark(state: State) -> SafeString:
    return mark_safe(svg_mark(state))  # noqa: S308
