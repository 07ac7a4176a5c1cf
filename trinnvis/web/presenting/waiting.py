"""Waiting: what waits for a person, with the address of the very field."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from trinnvis.rules.waiting import MOST, WaitingFacts, WaitKind, in_order
from trinnvis.signs.waiting_words import minutes_text, wait_text, wait_title, wait_when


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing to do; every word is finished."""

    number: int
    title: str
    url: str
    text: str
    when: str
    effort: str
    unit: str


@dataclass(frozen=True, slots=True)
class Waits:
    shown: tuple[Wait, ...]
    more: int
    """How many wait beyond those shown."""


def waits_shown(waiting: tuple[WaitingFacts, ...], today: date) -> Waits:
    """Return the most pressing, at most five, in order. No queries.

    What cannot be done in Trinnvis yet is left out: a task without a way is a dead
    end.
    """
    ordered = in_order(tuple(each for each in waiting if address_of(each)))
    return Waits(
        tuple(_wait(n, each, today) for n, each in enumerate(ordered[:MOST], start=1)),
        max(0, len(ordered) - MOST),
    )


def _wait(number: int, waiting: WaitingFacts, today: date) -> Wait:
    return Wait(
        number=number,
        title=wait_title(waiting),
        url=address_of(waiting),
        text=wait_text(waiting),
        when=wait_when(waiting, today),
        effort=minutes_text(waiting.minutes),
        unit=waiting.unit_name,
    )


def address_of(waiting: WaitingFacts) -> str:
    """Return where the thing is done; nothing where it cannot be done here yet."""
    for name, args, anchor in _places(waiting):
        try:
            return reverse(name, args=args) + anchor
        except NoReverseMatch:
            continue
    return ""


def _places(waiting: WaitingFacts) -> list[tuple[str, list[object], str]]:
    """Return addresses to try, the nearest to the field first."""
    unit: tuple[str, list[object], str] = ("unit", [waiting.unit_id], "")
    kind = waiting.kind
    if kind in (WaitKind.RECORD_FIGURE, WaitKind.NEW_DATE):
        return [("observation", [waiting.indicator_id, waiting.quarter], "#id_value")]
    if kind is WaitKind.DELIVER_QUARTER:
        return [("review", [waiting.unit_id, waiting.quarter], ""), unit]
    if kind is WaitKind.ACCEPT_TASK:
        return [("goal-task", [waiting.goal_id], "")]
    if kind is WaitKind.CHOOSE_DEPUTY:
        return [("goal-details", [waiting.goal_id], "#id_deputy")]
    if kind in (WaitKind.APPROVE_PLAN, WaitKind.SUBMIT_PLAN):
        return [("plan-show", [waiting.plan_id], "")]
    if kind is WaitKind.ANSWER_COMMENT:
        return [("plan-answer", [waiting.row_id], "")]
    if kind is WaitKind.ANSWER_INVOLVEMENT:
        return [("involvement", [waiting.row_id], "")]
    if kind is WaitKind.TAKE_STEP and waiting.step:
        step = waiting.step.value
        return [("unit-step", [waiting.unit_id, waiting.year, step], "")]
    return []
