"""Quarter sentences: what the figures of a quarter say, made of facts and no more.

Each clause comes from one fact. Nothing is called a trend or an improvement here:
that takes more figures than a quarter has. Source: docs/method/sentences.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.assess import Finding, GoalFinding
from trinnvis.rules.facts import IndicatorFacts
from trinnvis.rules.path import PathPoint
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.rollup import State
from trinnvis.rules.status import LevelFinding
from trinnvis.rules.terms import Direction, Level, Missing, Track
from trinnvis.signs.dates import day_text, quarter_name, quarter_text
from trinnvis.signs.numbers import figure, figure_beside, is_percent, unit_mark


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: the truth first, then what it rests on."""

    truth: str
    rest: str = ""


_DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


def state_word(state: State, level: LevelFinding | None = None) -> str:
    """Return the state in words; `level` tells late and the quarter's own target."""
    if level is not None and state is level.level:
        if level.late:
            return _("Nådd etter fristen")
        if level.against_period and state is Level.ACHIEVED:
            return _("Nådd delmålet for kvartalet")
    return _words()[state]


def state_of(goal: GoalFinding) -> str:
    """Return the goal's state in words; why there is no figure where there is none."""
    if goal.leading is None:
        return state_word(goal.state)
    if goal.leading.missing is not None:
        return {
            Missing.MISSING: _("Mangler tall"),
            Missing.NOT_DUE: _("Måles senere"),
            Missing.NOT_APPLICABLE: _("Ikke med"),
        }[goal.leading.missing]
    return state_word(goal.state, goal.leading.level)


def mark_of(goal: GoalFinding) -> str:
    """Return the goal's shape in signs/marks."""
    if goal.leading is not None and goal.leading.missing is not None:
        return goal.leading.missing
    return goal.state


def suggestion(goal: GoalFinding) -> str:
    """Return a sentence about what is achieved, made of the goal's figures; or ""."""
    said = [_suggested(found) for found in goal.findings]
    return " ".join(sentence for sentence in said if sentence)


def value_text(found: Finding, value: Decimal) -> str:
    """Write a figure of the indicator with its unit."""
    indicator = found.indicator
    return figure(value, indicator.decimals, unit_mark(indicator.unit))


def told(found: Finding) -> Told:
    """Say what one figure of the quarter shows, for the one who just wrote it."""
    if found.indicator.direction in _DONE_OR_NOT:
        return _done_or_not(found)
    if found.level.level is Level.HIDDEN:
        return Told(_("Tallet er skjult, fordi det bygger på få personer."))
    if found.value is None:
        return _without_figure(found)
    rest = " ".join(part for part in _rest(found, found.value) if part)
    return Told(_truth(found, found.value), rest)


def _words() -> dict[State, str]:
    return {
        Track.ON_TRACK: _("I rute"),
        Track.SLIGHTLY_BEHIND: _("Litt bak"),
        Track.OFF_TRACK: _("Ute av rute"),
        Track.UNDERWAY: _("Underveis"),
        Track.NOT_MEASURED: _("Ikke målt"),
        Track.HIDDEN: _("Skjult, få svar"),
        Level.ACHIEVED: _("Nådd"),
        Level.NEAR: _("Nær målet"),
        Level.NOT_ACHIEVED: _("Ikke nådd"),
        Level.NOT_MEASURED: _("Ikke målt"),
        Level.NO_TARGET: _("Uten måltall"),
        Level.HIDDEN: _("Skjult, få svar"),
        Level.NOT_DUE: _("Ikke forfalt"),
    }


def _suggested(found: Finding) -> str:
    name = found.indicator.name
    if found.indicator.direction in _DONE_OR_NOT:
        return _suggested_done(found)
    own = found.carried_from is None
    if found.value is None or not own or found.level.level is Level.HIDDEN:
        return ""
    words = {"name": name, "value": value_text(found, found.value)}
    since = found.since_last
    if since is None:
        return _("%(name)s: %(value)s.") % words
    if since.difference == 0:
        return _("%(name)s: %(value)s, som forrige kvartal.") % words
    words["before"] = figure_beside(since.before, since.after, found.indicator.decimals)
    if since.difference > 0:
        return _("%(name)s: %(value)s, opp fra %(before)s.") % words
    return _("%(name)s: %(value)s, ned fra %(before)s.") % words


def _suggested_done(found: Finding) -> str:
    if found.level.level not in (Level.ACHIEVED, Level.NEAR):
        return ""
    day = found.observation.done_on if found.observation else None
    words = {"name": found.indicator.name}
    if day is None:
        return _("%(name)s: gjennomført.") % words
    return _("%(name)s: gjennomført %(day)s.") % {**words, "day": day_text(day)}


def _done_or_not(found: Finding) -> Told:
    word = state_word(found.level.level, found.level) + "."
    due = found.indicator.due
    if due is None:
        return Told(word)
    return Told(word, _("Fristen er %(day)s.") % {"day": day_text(due)})


def _without_figure(found: Finding) -> Told:
    if found.missing is Missing.NOT_APPLICABLE:
        return Told(_("Enheten var ikke med i ordningen dette kvartalet."))
    if found.missing is Missing.NOT_DUE:
        planned = found.indicator.next_measurement
        if planned is None:
            return Told(_("Måles senere."))
        return Told(_("Måles %(day)s.") % {"day": day_text(planned)})
    return Told(_("Tallet mangler."))


def _truth(found: Finding, value: Decimal) -> str:
    if found.track is not None and found.track.path is not None:
        return _beside_path(found, value, found.track.path)
    if found.track is not None:
        return _("Underveis: det er målet for hele året som teller.")
    level, gap = found.level.level, found.level.gap
    if level is Level.NO_TARGET or gap is None:
        return value_text(found, value) + "."
    if level is Level.ACHIEVED:
        return _("Målet er nådd.")
    return _("%(gap)s fra målet.") % {"gap": _difference(found.indicator, gap)}


def _beside_path(found: Finding, value: Decimal, path: PathPoint) -> str:
    """Say how far the figure is from where the path stands at the quarter's end."""
    track = found.track.track if found.track else None
    if found.indicator.direction is Direction.BAND:
        return state_word(track or Track.UNDERWAY) + "."
    apart = value - path.target
    if apart == 0:
        return _("Tallet er på banen.")
    words = {"gap": _difference(found.indicator, apart)}
    if track is Track.ON_TRACK:
        return _("%(gap)s bedre enn banen.") % words
    return _("%(gap)s bak banen.") % words


def _rest(found: Finding, value: Decimal) -> Sequence[str]:
    return (
        _carried(found.carried_from),
        _since_last(found, value),
        _path_of(found, value),
        _last_year(found),
        _target_of(found) if found.track is None or found.track.path is None else "",
    )


def _carried(quarter: Quarter | None) -> str:
    if quarter is None:
        return ""
    return _("Målt i %(quarter)s.") % {"quarter": quarter_name(quarter.number)}


def _since_last(found: Finding, value: Decimal) -> str:
    since = found.since_last
    if since is None:
        return ""
    decimals = found.indicator.decimals
    if since.difference == 0:
        return _("Samme tall som i forrige kvartal.")
    return _("Fra %(before)s til %(after)s.") % {
        "before": figure_beside(since.before, value, decimals),
        "after": figure_beside(value, since.before, decimals),
    }


def _path_of(found: Finding, value: Decimal) -> str:
    path = None if found.track is None else found.track.path
    if path is None:
        return ""
    return _("Banen for %(quarter)s er %(value)s.") % {
        "quarter": quarter_name(found.quarter.number),
        "value": figure_beside(path.target, value, found.indicator.decimals),
    }


def _last_year(found: Finding) -> str:
    since = found.since_last_year
    if since is None or not found.indicator.seasonal:
        return ""
    return _("I %(quarter)s var tallet %(value)s.") % {
        "quarter": quarter_text(since.since),
        "value": value_text(found, since.before),
    }


def _target_of(found: Finding) -> str:
    target = found.indicator.target
    if target is None:
        return ""
    return _("Målet for året er %(value)s.") % {"value": value_text(found, target)}


def _difference(indicator: IndicatorFacts, apart: Decimal) -> str:
    """Write a distance; for shares in percentage points, and never as nothing."""
    unit = "prosentpoeng" if is_percent(indicator.unit) else indicator.unit
    return figure_beside(abs(apart), Decimal(0), indicator.decimals, unit)
