"""Waiting words: what waits, as a thing to do, and why."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.rules.waiting import WaitingFacts, WaitKind
from trinnvis.signs.dates import day_short, quarter_name, weekday
from trinnvis.signs.step_words import step_name, step_purpose

_SOON = 7
"""Days ahead that are told by their weekday."""


def wait_title(waiting: WaitingFacts) -> str:
    """Return what to do, as the link says it."""
    quarter = quarter_name(waiting.quarter.number) if waiting.quarter else ""
    sentence = {
        WaitKind.RECORD_FIGURE: _("Før inn tallet for %(quarter)s"),
        WaitKind.NEW_DATE: _("%(quarter)s mangler. Ny dato?"),
        WaitKind.ACCEPT_TASK: _("Svar på om du tar oppgaven"),
        WaitKind.DELIVER_QUARTER: _("Lever %(quarter)s"),
        WaitKind.APPROVE_PLAN: _("Les og vedta planen for %(unit)s"),
        WaitKind.ANSWER_INVOLVEMENT: _("Svar %(unit)s"),
        WaitKind.ANSWER_COMMENT: _("Svar på en kommentar til planen"),
        WaitKind.ANSWER_QUESTION: _("Svar på et spørsmål fra de ansatte"),
        WaitKind.SUBMIT_PLAN: _("Send planen for %(year)s til godkjenning"),
        WaitKind.TAKE_STEP: _("Trinn %(step)s for %(year)s: %(name)s"),
        WaitKind.CHOOSE_DEPUTY: _("Velg en stedfortreder"),
        WaitKind.ACTION_POINT: _("Følg opp det dere ble enige om"),
    }[waiting.kind]
    step = waiting.step
    return sentence % {
        "quarter": quarter,
        "unit": waiting.unit_name,
        "year": waiting.year or "",
        "step": step or "",
        "name": step_name(step, waiting.year or 0) if step else "",
    }


def wait_text(waiting: WaitingFacts) -> str:
    """Return why, or what it is about, in one line."""
    if waiting.kind is WaitKind.DELIVER_QUARTER:
        return _("Se over svarene for %(unit)s, og lever.") % {
            "unit": waiting.unit_name
        }
    if waiting.kind is WaitKind.TAKE_STEP and waiting.step:
        return step_purpose(waiting.step)
    if waiting.kind is WaitKind.CHOOSE_DEPUTY:
        return _("%(goal)s Ingen er satt opp hvis ansvarspersonen er borte.") % {
            "goal": waiting.subject
        }
    if waiting.kind in (WaitKind.APPROVE_PLAN, WaitKind.SUBMIT_PLAN):
        return _("Planen for %(year)s.") % {"year": waiting.year or ""}
    return waiting.subject


def wait_when(waiting: WaitingFacts, today: date) -> str:
    """Return the date as people say it: «onsdag 25. nov.», «før 15. jan.»."""
    if waiting.due is None:
        return _("når du kan")
    day = day_short(waiting.due)
    if waiting.due < today:
        return _("fristen var %(day)s") % {"day": day}
    if (waiting.due - today).days <= _SOON:
        return f"{weekday(waiting.due)} {day}"
    return _("innen %(day)s") % {"day": day}


def minutes_text(minutes: int) -> str:
    """Return how long such a thing usually takes."""
    return ngettext("%(minutes)s min", "%(minutes)s min", minutes) % {
        "minutes": minutes
    }
