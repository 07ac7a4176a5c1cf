"""Goal told: what the unit delivered last about a goal, and what has happened to it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from trinnvis.records.load.goal_history import Happening, HappeningKind
from trinnvis.records.load.told_answers import ToldQuarter
from trinnvis.rules.terms import Level
from trinnvis.signs import history_words
from trinnvis.signs.dates import day_short, day_text, quarter_name
from trinnvis.signs.quarter_sentences import state_word
from trinnvis.signs.quarter_words import involvement_word
from trinnvis.signs.words import condition_kind_word, confidence_word


@dataclass(frozen=True, slots=True)
class Factor:
    text: str
    sure: str


@dataclass(frozen=True, slots=True)
class ToldPart:
    """The analysis of the last delivered quarter."""

    heading: str
    told: str
    """By whom and when."""
    achieved: str
    not_achieved: str
    factors: tuple[Factor, ...]
    factor_unknown: bool
    conditions: tuple[str, ...]
    no_conditions: bool
    others: tuple[str, ...]
    no_others: bool
    assessed: str
    """The unit's own assessment, beside the computed one."""
    assessed_reason: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    iso: str
    day: str
    text: str
    detail: str


def told_part(told: tuple[ToldQuarter, ...]) -> ToldPart | None:
    """Return what was told last; None before the first delivery."""
    if not told:
        return None
    last = told[-1]
    said = last.answers
    level = said.assessed_level
    return ToldPart(
        heading=_("Analyse, %(quarter)s")
        % {"quarter": quarter_name(last.quarter.number)},
        told=_("Levert %(day)s av %(name)s.")
        % {"day": day_text(last.at.date()), "name": last.by},
        achieved=said.achieved,
        not_achieved=said.not_achieved,
        factors=tuple(
            Factor(each.text, confidence_word(each.confidence)) for each in said.factors
        ),
        factor_unknown=said.factor_unknown,
        conditions=tuple(
            f"{each.title} ({condition_kind_word(each.kind)})"
            for each in said.conditions
        ),
        no_conditions=said.no_conditions,
        others=tuple(
            f"{each.to}: {involvement_word(each.status)}" for each in said.involvements
        ),
        no_others=said.no_involvement,
        assessed=_("Enheten mener: %(word)s.") % {"word": state_word(level).lower()}
        if isinstance(level, Level)
        else "",
        assessed_reason=said.assessed_reason,
    )


def history_lines(happenings: tuple[Happening, ...]) -> tuple[HistoryLine, ...]:
    """Return what happened, a line for each, the newest first."""
    several = len({_name(each) for each in happenings if each.series}) > 1
    return tuple(_line(each, several=several) for each in happenings)


def _line(happening: Happening, *, several: bool) -> HistoryLine:
    text, detail = _words(happening, several=several)
    return HistoryLine(
        happening.on.isoformat(),
        f"{day_short(happening.on)} {happening.on.year}",
        text,
        detail,
    )


def _words(each: Happening, *, several: bool) -> tuple[str, str]:
    name = _name(each) if several else ""
    if each.kind is HappeningKind.RECORDED and each.series and each.after is not None:
        indicator = each.series.indicator
        quarter = each.quarter
        told = history_words.recorded(indicator, each.after, quarter) if quarter else ""
        return told, name
    if each.kind is HappeningKind.CORRECTED and each.series:
        indicator = each.series.indicator
        told = history_words.corrected(indicator, each.before, each.after)
        return told, each.text or name
    if each.kind is HappeningKind.DELIVERED and each.quarter:
        return history_words.delivered(each.quarter), ""
    if each.kind is HappeningKind.DECIDED:
        return history_words.decided(each.word), each.text
    if each.kind is HappeningKind.ADOPTED:
        return history_words.adopted(bool(each.text)), each.text
    if each.kind is HappeningKind.INVOLVED:
        return history_words.involved(each.text), ""
    if each.kind is HappeningKind.CHANGED:
        return history_words.deed_word(each.word), each.text
    return history_words.made(), each.text


def _name(each: Happening) -> str:
    return each.series.indicator.name if each.series else ""
