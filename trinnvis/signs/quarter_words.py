"""Quarter words: what the quarter asks, answers and refuses, as people read it."""

from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trinnvis.rules.quarter_review import Lack, Question, Readiness
from trinnvis.rules.recording import RecordingRefusal
from trinnvis.rules.review_access import ReviewRefusal
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    InvolvementStatus,
    MissingReason,
    Outcome,
    QuarterState,
)


def question_text(question: Question) -> str:
    """Return the question as the line asks it."""
    return {
        Question.FIGURE: _("Hva er tallet?"),
        Question.ACHIEVED: _("Hva er oppnådd?"),
        Question.NOT_ACHIEVED: _("Hva er ikke oppnådd?"),
        Question.ACTION: _("Hva gjør dere med tiltaket?"),
        Question.FACTOR: _("Hva tror dere var avgjørende?"),
        Question.CONDITIONS: _("Kan andre forhold ha hatt betydning?"),
        Question.INVOLVEMENT: _("Bør andre involveres?"),
        Question.MEETING: _("Når gikk dere gjennom tallene med de ansatte?"),
        Question.RECOGNITION: _("Noe eller noen som fortjener ros?"),
    }[question]


def question_name(question: Question) -> str:
    """Return what the line is about, for the list of what is left."""
    return {
        Question.FIGURE: _("Tallet"),
        Question.ACHIEVED: _("Hva er oppnådd"),
        Question.NOT_ACHIEVED: _("Hva er ikke oppnådd"),
        Question.ACTION: _("Tiltaket"),
        Question.FACTOR: _("Avgjørende faktor"),
        Question.CONDITIONS: _("Andre forhold"),
        Question.INVOLVEMENT: _("Andre som bør med"),
        Question.MEETING: _("Dato for personalmøtet"),
        Question.RECOGNITION: _("Ros"),
    }[question]


def readiness_word(readiness: Readiness) -> str:
    """Return how far the line has come; read out before the question."""
    return {
        Readiness.WAITING: _("Venter på deg:"),
        Readiness.ANSWERED: _("Klar:"),
        Readiness.CARRIED: _("Klar, som forrige kvartal:"),
        Readiness.SUGGESTED: _("Klar, forslag laget av tallene:"),
        Readiness.OPTIONAL: _("Kan stå tomt:"),
        Readiness.LATER: _("Måles senere:"),
        Readiness.SETTLED: _("Ferdig:"),
    }[readiness]


def lack_text(lack: Lack) -> str:
    return {
        Lack.REASON: _("Skriv kort hvorfor."),
        Lack.SUCCESSOR: _("Skriv hva som kommer i stedet."),
    }[lack]


def outcome_word(outcome: Outcome) -> str:
    return {
        Outcome.CONTINUE: _("Videreføre"),
        Outcome.ADJUST: _("Justere"),
        Outcome.REPLACE: _("Erstatte"),
        Outcome.STOP: _("Avslutte"),
    }[outcome]


def outcome_told(outcome: Outcome) -> str:
    """Return the decision as it is told afterwards."""
    return {
        Outcome.CONTINUE: _("Videreføres"),
        Outcome.ADJUST: _("Justeres"),
        Outcome.REPLACE: _("Erstattes"),
        Outcome.STOP: _("Avsluttes"),
    }[outcome]


def action_status_word(status: ActionStatus) -> str:
    return {
        ActionStatus.NOT_STARTED: pgettext("action", "Ikke startet"),
        ActionStatus.ONGOING: pgettext("action", "Pågår"),
        ActionStatus.COMPLETED: pgettext("action", "Gjennomført"),
        ActionStatus.COMPLETED_WITH_CHANGE: pgettext(
            "action", "Gjennomført med endring"
        ),
        ActionStatus.DELAYED: pgettext("action", "Forsinket"),
        ActionStatus.STOPPED: pgettext("action", "Avsluttet"),
        ActionStatus.REPLACED: pgettext("action", "Erstattet"),
    }[status]


def to_plan_word(to_plan: bool) -> str:
    return _("Etter planen") if to_plan else _("Ikke etter planen")


def missing_word(reason: MissingReason) -> str:
    return {
        MissingReason.NOT_MEASURED: _("Ble ikke målt"),
        MissingReason.NOT_AVAILABLE: _("Fikk ikke tallet fra kilden"),
        MissingReason.SHIELDED: _("Kan ikke vises av hensyn til personvern"),
        MissingReason.LATER: _("Kommer senere"),
    }[reason]


def kind_word(kind: ConditionKind) -> str:
    return {
        ConditionKind.INTERNAL: _("I kommunen"),
        ConditionKind.EXTERNAL: _("Utenfor kommunen"),
    }[kind]


def involvement_word(status: InvolvementStatus) -> str:
    return {
        InvolvementStatus.REQUESTED: _("spurt, ikke svart"),
        InvolvementStatus.AGREED: _("avtalt"),
        InvolvementStatus.DECLINED: _("takket nei"),
        InvolvementStatus.ONGOING: _("i gang"),
        InvolvementStatus.ENDED: _("avsluttet"),
    }[status]


def quarter_state_word(state: QuarterState) -> str:
    return {
        QuarterState.NOT_STARTED: pgettext("quarter", "Ikke åpnet"),
        QuarterState.OPEN: pgettext("quarter", "Åpent"),
        QuarterState.LATE: pgettext("quarter", "Mangler"),
        QuarterState.SUBMITTED: pgettext("quarter", "Levert"),
        QuarterState.REOPENED: pgettext("quarter", "Åpnet igjen"),
        QuarterState.NOT_INCLUDED: pgettext("quarter", "Ikke med"),
    }[state]


def review_refusal_sentence(refusal: StrEnum) -> str:
    """Return why something in the quarter was not done, and what to do.

    Takes a ReviewRefusal or a RecordingRefusal.
    """
    return _refusals()[refusal]


def _refusals() -> dict[StrEnum, str]:
    return {
        ReviewRefusal.NOT_OPEN: _("Kvartalet åpner når det er over."),
        ReviewRefusal.NOT_INCLUDED: _(
            "Enheten var ikke med i ordningen dette kvartalet."
        ),
        ReviewRefusal.NO_PLAN: _(
            "Enheten har ingen plan for året. Lag planen først, så åpner kvartalet."
        ),
        ReviewRefusal.NOT_OF_UNIT: _("Dette hører til en annen enhet."),
        ReviewRefusal.DELIVERED: _(
            "Kvartalet er levert. Lederen kan åpne det igjen med en grunn."
        ),
        ReviewRefusal.NOT_DELIVERED: _("Kvartalet er ikke levert ennå."),
        ReviewRefusal.NOT_COLLECTOR: _(
            "Bare ansvarspersonen, stedfortrederen og lederen skriver her."
        ),
        ReviewRefusal.NOT_LEADER: _("Bare lederen i enheten svarer på dette."),
        ReviewRefusal.ANSWERS_MISSING: _("Noen svar mangler før du kan levere."),
        ReviewRefusal.REASON_MISSING: _("Skriv kort hvorfor kvartalet åpnes igjen."),
        ReviewRefusal.REQUEST_ANSWERED: _(
            "Forespørselen er besvart, og kan ikke tas tilbake."
        ),
        RecordingRefusal.NOTHING_SAID: _("Skriv tallet, eller si hvorfor det mangler."),
        RecordingRefusal.BOTH_SAID: _(
            "Du har både skrevet et tall og sagt at det mangler. Velg ett av dem."
        ),
        RecordingRefusal.NOT_THE_SAME: _(
            "Tallet er ikke det samme som sist. Skriv det som et nytt tall."
        ),
        RecordingRefusal.YES_OR_NO: _("Svar ja eller nei."),
        RecordingRefusal.FUTURE_DAY: _("Datoen har ikke vært ennå."),
        RecordingRefusal.NO_DENOMINATOR: _(
            "Antallet det regnes av, må være over null."
        ),
        RecordingRefusal.PLAN_CLOSED: _("Planåret er avsluttet."),
        RecordingRefusal.NEEDS_REASON: _(
            "Kvartalet er levert. Skriv hvorfor tallet rettes."
        ),
    }
