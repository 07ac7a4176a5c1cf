"""Plan words: states, moves, chapters and refusals of a plan, as people read them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trinnvis.rules.plan_access import Gap, PlanGap, PlanRefusal
from trinnvis.rules.terms import Chapter, PlanState


def state_word(state: PlanState) -> str:
    """Return the state in a word or two."""
    return {
        PlanState.DRAFT: pgettext("plan", "Utkast"),
        PlanState.UNDER_DISCUSSION: pgettext("plan", "Til drøfting"),
        PlanState.FOR_APPROVAL: pgettext("plan", "Til godkjenning"),
        PlanState.ADOPTED: pgettext("plan", "Vedtatt"),
        PlanState.REVISED: pgettext("plan", "Under endring"),
        PlanState.CLOSED: pgettext("plan", "Avsluttet"),
    }[state]


def state_mark(state: PlanState) -> str:
    """Return the state's shape in signs/marks."""
    if state in (PlanState.ADOPTED, PlanState.CLOSED):
        return "achieved"
    return "not_started" if state is PlanState.DRAFT else "answered"


def state_sentence(state: PlanState) -> str:
    """Return what the state means for the one who reads, and what comes next."""
    return {
        PlanState.DRAFT: _(
            "Planen er et utkast. Bare enheten og de som følger den, ser den."
        ),
        PlanState.UNDER_DISCUSSION: _(
            "Planen er til drøfting. Skriv gjerne hva du mener."
        ),
        PlanState.FOR_APPROVAL: _(
            "Planen venter på godkjenning, og kan ikke endres nå."
        ),
        PlanState.ADOPTED: _(
            "Planen er vedtatt. En endring lager en ny versjon med begrunnelse."
        ),
        PlanState.REVISED: _(
            "Planen endres. Forrige versjon gjelder til den nye er vedtatt."
        ),
        PlanState.CLOSED: _("Planåret er avsluttet."),
    }[state]


def move_word(start: PlanState, end: PlanState) -> str:
    """Return what the button says that makes the move."""
    return {
        (PlanState.DRAFT, PlanState.UNDER_DISCUSSION): _("Send til drøfting"),
        (PlanState.DRAFT, PlanState.FOR_APPROVAL): _("Send rett til godkjenning"),
        (PlanState.UNDER_DISCUSSION, PlanState.DRAFT): _("Ta tilbake til utkast"),
        (PlanState.UNDER_DISCUSSION, PlanState.FOR_APPROVAL): _("Send til godkjenning"),
        (PlanState.FOR_APPROVAL, PlanState.DRAFT): _("Ta tilbake til utkast"),
        (PlanState.FOR_APPROVAL, PlanState.REVISED): _("Ta tilbake for å endre"),
        (PlanState.FOR_APPROVAL, PlanState.ADOPTED): _("Vedta planen"),
        (PlanState.ADOPTED, PlanState.REVISED): _("Endre planen"),
        (PlanState.REVISED, PlanState.FOR_APPROVAL): _("Send til godkjenning"),
        (PlanState.REVISED, PlanState.ADOPTED): _("Vedta endringen"),
        (PlanState.ADOPTED, PlanState.CLOSED): _("Avslutt planåret"),
        (PlanState.CLOSED, PlanState.ADOPTED): _("Åpne planåret igjen"),
    }[(start, end)]


def move_meaning(start: PlanState, end: PlanState) -> str:
    """Return what changes for whom, read before the button is pressed."""
    if end is PlanState.FOR_APPROVAL:
        return _(
            "Planen går til lederen over enheten. Den kan ikke endres mens den "
            "er der, men du kan ta den tilbake."
        )
    if end is PlanState.ADOPTED:
        return _("Planåret åpnes igjen.") if start is PlanState.CLOSED else ""
    return {
        PlanState.DRAFT: _("Planen blir et utkast igjen. Ingenting går tapt."),
        PlanState.UNDER_DISCUSSION: _(
            "De ansatte, tillitsvalgte og verneombud kan lese planen og si hva de "
            "mener. Du kan fortsatt skrive i den."
        ),
        PlanState.REVISED: _(
            "Du kan skrive i planen. Den forrige versjonen gjelder til endringen "
            "er vedtatt."
        ),
        PlanState.CLOSED: _(
            "Planen kan leses, men ikke endres. Den kan åpnes igjen med en begrunnelse."
        ),
    }[end]


def done_sentence(end: PlanState) -> str:
    """Return what is said when the move is made."""
    return {
        PlanState.DRAFT: _("Planen er et utkast igjen."),
        PlanState.UNDER_DISCUSSION: _(
            "Planen er til drøfting. Nå kan de ansatte kommentere."
        ),
        PlanState.FOR_APPROVAL: _("Planen er sendt til godkjenning."),
        PlanState.ADOPTED: _(
            "Planen er vedtatt. Versjonen er frosset og kan leses av alle."
        ),
        PlanState.REVISED: _(
            "Planen kan endres. Forrige versjon gjelder til den nye er vedtatt."
        ),
        PlanState.CLOSED: _("Planåret er avsluttet."),
    }[end]


def chapter_title(key: Chapter) -> str:
    return {
        Chapter.ABOUT: _("Om enheten"),
        Chapter.LEARNED: _("Hva vi lærte i fjor"),
        Chapter.CHALLENGES: _("Utfordringer i år"),
        Chapter.UNMEASURED: _("Det vi fortsatt gjør godt, som ikke måles"),
        Chapter.RISKS: _("Risiko og forhold"),
        Chapter.PARTICIPATION: _("Medvirkning"),
        Chapter.LEGAL_DUTIES: _("Oppgaver loven gir oss"),
    }[key]


def chapter_help(key: Chapter) -> str:
    """Return what the chapter is for, and how long it may be."""
    return {
        Chapter.ABOUT: _(
            "Hvem er dere til for, og hvor mange er dere? Høyst hundre ord."
        ),
        Chapter.LEARNED: _("Hva virket, og hva gjør dere annerledes i år?"),
        Chapter.CHALLENGES: _("Høyst tre. Hva kan gjøre det vanskelig å nå målene?"),
        Chapter.UNMEASURED: _("Én setning holder."),
        Chapter.RISKS: _("Høyst tre forhold som dere følger med på."),
        Chapter.PARTICIPATION: _("Hvem var med, og hvordan?"),
        Chapter.LEGAL_DUTIES: _(
            "Oppgaver som ikke er mål, men som dere har ansvar for."
        ),
    }[key]


def gap_sentence(gap: PlanGap) -> str:
    """Return what stands in the way, with the goal it is in."""
    sentence = {
        Gap.NO_GOALS: _("Planen kan ikke vedtas ennå: den har ingen mål."),
        Gap.NO_COLLECTOR: _("Målet «%(goal)s» mangler ansvarsperson."),
        Gap.COLLECTOR_INACTIVE: _(
            "Ansvarspersonen for «%(goal)s» er ikke lenger aktiv. Velg en ny."
        ),
        Gap.NO_DEPUTY: _("Målet «%(goal)s» mangler stedfortreder."),
        Gap.DEPUTY_INACTIVE: _(
            "Stedfortrederen for «%(goal)s» er ikke lenger aktiv. Velg en ny."
        ),
    }[gap.gap]
    return sentence % {"goal": gap.goal_title}


def refusal_sentence(refusal: PlanRefusal) -> str:
    """Return why it cannot be done, and what to do instead."""
    return {
        PlanRefusal.NOT_LEADER: _("Det er enhetens leder som gjør dette."),
        PlanRefusal.NOT_APPROVER: _("Det er lederen over enheten som vedtar planen."),
        PlanRefusal.NOT_ASKED: _("Bare den som er spurt, kan svare for oppgaven."),
        PlanRefusal.NOT_REPRESENTATIVE: _(
            "Uttalelsen er for tillitsvalgte og verneombud. Skriv gjerne en kommentar."
        ),
        PlanRefusal.NOT_READER: _("Du har ikke tilgang til dette utkastet."),
        PlanRefusal.ADOPTED: _(
            "Planen er vedtatt. Lag en endring, så blir den sporbar."
        ),
        PlanRefusal.FOR_APPROVAL: _(
            "Planen er til godkjenning. Ta den tilbake hvis noe må endres."
        ),
        PlanRefusal.CLOSED: _("Planåret er avsluttet. Be enhetens leder åpne det."),
        PlanRefusal.WRONG_MOVE: _(
            "Planen er ikke der lenger. Åpne siden på nytt og se hva som kan gjøres."
        ),
        PlanRefusal.NOT_READY: _("Planen kan ikke vedtas ennå."),
        PlanRefusal.REASON_MISSING: _("Skriv hvorfor. Én setning holder."),
        PlanRefusal.EXISTS: _("Det finnes allerede en plan for dette året."),
        PlanRefusal.ANSWER_MISSING: _("Skriv noe først."),
        PlanRefusal.OTHERS_WORDS: _("Bare den som skrev teksten, kan endre den."),
        PlanRefusal.PERSON_INACTIVE: _("Personen er ikke lenger aktiv. Velg en annen."),
        PlanRefusal.COLLECTOR_IS_DEPUTY: _(
            "Ansvarsperson og stedfortreder må være to forskjellige."
        ),
        PlanRefusal.DATES_CROSSED: _("Fristen er før startdatoen."),
        PlanRefusal.NOT_STARTED: _("Enheten er ikke med ennå."),
    }[refusal]
