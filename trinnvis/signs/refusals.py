"""Refusals: why something cannot be done, in one sentence that says what to do."""

from enum import StrEnum

from django.utils.translation import gettext as _

from trinnvis.rules.access import Refusal
from trinnvis.rules.import_refusals import BuiltOn, ImportRefusal
from trinnvis.rules.plan_access import PlanGap, PlanRefusal
from trinnvis.signs import import_words
from trinnvis.signs.plan_words import gap_sentence, refusal_sentence
from trinnvis.signs.quarter_words import review_refusal_sentence


def refusal_text(reason: StrEnum) -> str:
    """Return the sentence of any refusal that a change can raise."""
    if isinstance(reason, PlanRefusal):
        return refusal_sentence(reason)
    if isinstance(reason, Refusal):
        return _access_sentence(reason)
    if isinstance(reason, ImportRefusal):
        return import_words.refusal_sentence(reason)
    return review_refusal_sentence(reason)


def missing_text(item: object) -> str:
    """Return what stands in the way, for those refusals that list it."""
    if isinstance(item, BuiltOn):
        return import_words.built_on_sentence(item)
    return gap_sentence(item) if isinstance(item, PlanGap) else str(item)


def _access_sentence(reason: Refusal) -> str:
    return {
        Refusal.NOT_ACTIVE: _("Tilgangen din er avsluttet."),
        Refusal.OTHER_MUNICIPALITY: _("Dette hører til en annen kommune."),
        Refusal.NOT_LEADER: _("Det er enhetens leder som gjør dette."),
        Refusal.NOT_APPROVER: _("Det er lederen over enheten som gjør dette."),
        Refusal.NOT_MUNICIPAL_STAFF: _(
            "Det er de som styrer arbeidet for hele kommunen, som gjør dette."
        ),
        Refusal.ABOVE_OWN_ROLE: _("Du kan ikke gi en rolle som er over din egen."),
        Refusal.OWN_ROLE: _("Ingen gir seg selv en rolle. Be en annen om det."),
    }[reason]
