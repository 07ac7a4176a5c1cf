"""Step words: the eight steps, what they ask for and what shows that it is done."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, pgettext

from trinnvis.rules.steps import Item, Need, StepFinding
from trinnvis.rules.terms import StepKey, StepState
from trinnvis.signs.dates import day_text

STATE_MARKS = {
    StepState.DONE: "done",
    StepState.ONGOING: "now",
    StepState.NOT_STARTED: "not_started",
}


def step_name(step: StepKey, year: int) -> str:
    """Return the step's name in a plan year; the last begins the year after."""
    return {
        StepKey.ANCHOR_MUNICIPALITY: _("Forankre i kommunen"),
        StepKey.ANCHOR_UNIT: _("Forankre i enheten"),
        StepKey.PRESENT_TO_STAFF: _("Presentere for ansatte"),
        StepKey.MAKE_GOALS: _("Lage mål sammen"),
        StepKey.PLAN: _("Virksomhets\u00adplan"),
        StepKey.FOLLOW_UP: _("Følge opp hvert kvartal"),
        StepKey.REPORT: _("Presentere og rapportere"),
        StepKey.NEXT_PLAN: _("Ny plan for %(year)s") % {"year": year + 1},
    }[step]


def step_short(step: StepKey) -> str:
    """Return the step in a word or two, for the head of a column."""
    return {
        StepKey.ANCHOR_MUNICIPALITY: _("Kommunen"),
        StepKey.ANCHOR_UNIT: _("Enheten"),
        StepKey.PRESENT_TO_STAFF: _("Presentere"),
        StepKey.MAKE_GOALS: _("Lage mål"),
        StepKey.PLAN: _("Plan"),
        StepKey.FOLLOW_UP: _("Kvartal"),
        StepKey.REPORT: _("Rapport"),
        StepKey.NEXT_PLAN: _("Neste plan"),
    }[step]


def step_purpose(step: StepKey) -> str:
    """Return why the step is there, in a sentence of our own."""
    return {
        StepKey.ANCHOR_MUNICIPALITY: _(
            "De folkevalgte og ledelsen bestemmer seg for å styre etter mål, "
            "sammen med de ansattes representanter."
        ),
        StepKey.ANCHOR_UNIT: _(
            "Enheten bestemmer seg for å begynne, og sier hvem som leder arbeidet."
        ),
        StepKey.PRESENT_TO_STAFF: _(
            "De ansatte får vite hvorfor, hvordan verktøyet virker og hva som skjer når."
        ),
        StepKey.MAKE_GOALS: _(
            "De ansatte får tid til å lage mål de forstår, tror på og kan måle."
        ),
        StepKey.PLAN: _("Målene blir en plan for ett kalenderår, og planen vedtas."),
        StepKey.FOLLOW_UP: _(
            "Hvert kvartal: tallene, hvorfor det gikk som det gikk, og hva dere gjør nå."
        ),
        StepKey.REPORT: _(
            "Årets resultater presenteres for de ansatte og for ledelsen."
        ),
        StepKey.NEXT_PLAN: _(
            "Hvert mål får en avgjørelse, og lærdommen tas med til neste år."
        ),
    }[step]


def step_state_word(state: StepState) -> str:
    return {
        StepState.DONE: pgettext("step", "Ferdig"),
        StepState.ONGOING: pgettext("step", "Pågår"),
        StepState.NOT_STARTED: pgettext("step", "Ikke startet"),
    }[state]


def item_text(item: Item) -> str:
    """Return what a need says: done with its ground, or what is still to do."""
    return _met(item) if item.met else _missing(item)


def step_line(finding: StepFinding, due: date) -> str:
    """Return the one line under the step: its ground, what is next, or its date."""
    if finding.state is StepState.NOT_STARTED:
        return _("Frist %(day)s") % {"day": day_text(due)}
    if finding.state is StepState.ONGOING and finding.missing:
        return item_text(finding.missing[0])
    told = _PROOF[finding.step]
    items = {item.need: item for item in finding.items}
    return " ".join(_met(items[need]) for need in told if need in items)


_PROOF = {
    StepKey.ANCHOR_MUNICIPALITY: (Need.POLITICAL_DECISION,),
    StepKey.ANCHOR_UNIT: (Need.UNIT_DECISION,),
    StepKey.PRESENT_TO_STAFF: (Need.STAFF_TOLD, Need.MEETING_HELD),
    StepKey.MAKE_GOALS: (Need.PRECONDITIONS_ANSWERED, Need.TIME_SET_ASIDE),
    StepKey.PLAN: (Need.PLAN_ADOPTED,),
    StepKey.FOLLOW_UP: (Need.QUARTERS_DELIVERED,),
    StepKey.REPORT: (Need.TOLD_STAFF, Need.TOLD_LEADERSHIP),
    StepKey.NEXT_PLAN: (Need.GOALS_DECIDED, Need.LESSON_WRITTEN),
}
"""Which needs tell best that the step is done, in the order they are told."""


def _met(item: Item) -> str:
    sentence = _met_words(item)
    if item.on is None:
        return sentence
    return _("%(sentence)s %(day)s.") % {
        "sentence": sentence.rstrip("."),
        "day": day_text(item.on),
    }


def _met_words(item: Item) -> str:
    counts = {"done": item.done or 0, "of": item.of or 0}
    if item.need in _COUNTED:
        return _(_COUNTED[item.need]) % counts
    if item.need in _COUNTED_BY_ONE:
        return _COUNTED_BY_ONE[item.need](counts["done"]) % counts
    return _(_MET[item.need])


def _missing(item: Item) -> str:
    counts = {"done": item.done or 0, "of": item.of or 0}
    return _(_MISSING[item.need]) % counts


_COUNTED = {
    Need.STAFF_TOLD: gettext_noop("%(done)s av %(of)s har fått vite det."),
    Need.QUARTERS_DELIVERED: gettext_noop("%(done)s av %(of)s kvartal er levert."),
    Need.GOALS_DECIDED: gettext_noop("%(done)s av %(of)s mål er avgjort."),
}
_COUNTED_BY_ONE: dict[Need, Callable[[int], str]] = {
    Need.PRECONDITIONS_ANSWERED: lambda count: ngettext(
        "%(done)s mål med de sju merkene besvart.",
        "%(done)s mål, alle med de sju merkene besvart.",
        count,
    ),
    Need.GOAL_WITH_INDICATOR: lambda count: ngettext(
        "%(done)s mål har en måleindikator.",
        "%(done)s mål har måleindikator.",
        count,
    ),
    Need.RECOGNITION: lambda count: ngettext(
        "Ledelsen har fortalt %(done)s gang hva som går bra.",
        "Ledelsen har fortalt %(done)s ganger hva som går bra.",
        count,
    ),
    Need.LESSON_WRITTEN: lambda count: ngettext(
        "%(done)s lærdom er skrevet.", "%(done)s lærdommer er skrevet.", count
    ),
}
_MET = {
    Need.POLITICAL_DECISION: gettext_noop("Vedtatt av de folkevalgte"),
    Need.ADMINISTRATIVE_DECISION: gettext_noop("Besluttet i ledelsen"),
    Need.CO_DETERMINATION: gettext_noop("Drøftet med de ansattes representanter"),
    Need.UNIT_DECISION: gettext_noop("Enheten bestemte seg"),
    Need.WORK_LEAD: gettext_noop("Det er sagt hvem som leder arbeidet."),
    Need.UNIT_DISCUSSION: gettext_noop("Drøftet med tillitsvalgt og verneombud"),
    Need.MEETING_HELD: gettext_noop("Siste møte"),
    Need.PURPOSE_TOLD: gettext_noop("Hensikten er fortalt."),
    Need.TOOL_TOLD: gettext_noop("Verktøyet er vist."),
    Need.PLAN_TOLD: gettext_noop("Planen for gjennomføring er fortalt."),
    Need.TIME_SET_ASIDE: gettext_noop("Målverksted"),
    Need.CHAPTERS_WRITTEN: gettext_noop(
        "Alle kapitlene er skrevet eller merket ikke aktuelt."
    ),
    Need.PLAN_DISCUSSED: gettext_noop("Planen er drøftet."),
    Need.PLAN_ADOPTED: gettext_noop("Planen ble vedtatt"),
    Need.TOLD_STAFF: gettext_noop("Presentert for de ansatte"),
    Need.TOLD_LEADERSHIP: gettext_noop("Presentert for ledelsen"),
}
_MISSING = {
    Need.POLITICAL_DECISION: gettext_noop(
        "Vedtaket i kommunestyret eller formannskapet mangler."
    ),
    Need.ADMINISTRATIVE_DECISION: gettext_noop("Beslutningen i ledelsen mangler."),
    Need.CO_DETERMINATION: gettext_noop(
        "Drøftingen med de ansattes representanter mangler."
    ),
    Need.UNIT_DECISION: gettext_noop("Enheten har ikke skrevet at den begynner."),
    Need.WORK_LEAD: gettext_noop("Hvem leder arbeidet?"),
    Need.UNIT_DISCUSSION: gettext_noop(
        "Når ble det drøftet med tillitsvalgt og verneombud?"
    ),
    Need.MEETING_HELD: gettext_noop("Møtet med de ansatte er ikke holdt."),
    Need.PURPOSE_TOLD: gettext_noop("Hensikten er ikke fortalt."),
    Need.TOOL_TOLD: gettext_noop("Verktøyet er ikke vist."),
    Need.PLAN_TOLD: gettext_noop("Planen for gjennomføring er ikke fortalt."),
    Need.STAFF_TOLD: gettext_noop(
        "%(done)s av %(of)s har fått vite det. Fire av fem trengs."
    ),
    Need.TIME_SET_ASIDE: gettext_noop("Det er ikke satt av tid til et målverksted."),
    Need.GOAL_WITH_INDICATOR: gettext_noop("Ingen mål har måleindikator ennå."),
    Need.PRECONDITIONS_ANSWERED: gettext_noop(
        "%(done)s av %(of)s mål har de sju merkene besvart."
    ),
    Need.CHAPTERS_WRITTEN: gettext_noop("Noen kapitler i planen er ikke skrevet."),
    Need.PLAN_DISCUSSED: gettext_noop("Planen er ikke drøftet ennå."),
    Need.PLAN_ADOPTED: gettext_noop("Planen er ikke vedtatt."),
    Need.QUARTERS_DELIVERED: gettext_noop("%(done)s av %(of)s kvartal er levert."),
    Need.RECOGNITION: gettext_noop("Et råd: si hva som går bra, en gang i kvartalet."),
    Need.TOLD_STAFF: gettext_noop("Året er ikke presentert for de ansatte."),
    Need.TOLD_LEADERSHIP: gettext_noop("Året er ikke presentert for ledelsen."),
    Need.GOALS_DECIDED: gettext_noop("%(done)s av %(of)s mål har fått en avgjørelse."),
    Need.LESSON_WRITTEN: gettext_noop("Årets lærdom er ikke skrevet."),
}
