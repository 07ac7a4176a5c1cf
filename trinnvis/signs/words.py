"""Words: what the glossary's kinds are called, as people read them.

Plans, quarters, steps and what waits have their own shelves: plan_words,
quarter_words, step_words and waiting_words. A status is written by state_word in
quarter_sentences.
"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trinnvis.rules.terms import (
    ConditionKind,
    Confidence,
    Frequency,
    Provenance,
    Role,
)


def role_word(role: Role) -> str:
    return {
        Role.CHIEF_EXECUTIVE: _("kommunedirektør"),
        Role.AREA_DIRECTOR: _("kommunalsjef"),
        Role.CFO: _("økonomisjef"),
        Role.CONTROLLER: _("controller"),
        Role.UNIT_MANAGER: _("enhetsleder"),
        Role.DEPUTY_MANAGER: _("stedfortreder for enhetsleder"),
        Role.EMPLOYEE: _("ansatt"),
        Role.UNION_REP: _("tillitsvalgt"),
        Role.SAFETY_REP: _("verneombud"),
        Role.COUNCILLOR: _("folkevalgt"),
        Role.MAYOR: _("ordfører"),
        Role.AUDITOR: _("revisor"),
        Role.ARCHIVIST: _("arkivar"),
        Role.ADMIN: _("systemadministrator"),
    }[role]


def confidence_word(confidence: Confidence) -> str:
    """Return how well a cause is founded; never more than the rules said."""
    return {
        Confidence.ASSUMED: _("Antatt"),
        Confidence.LIKELY: _("Sannsynlig"),
        Confidence.WELL_FOUNDED: _("Godt underbygd"),
    }[confidence]


def condition_kind_word(kind: ConditionKind) -> str:
    return {
        ConditionKind.INTERNAL: _("forhold i kommunen"),
        ConditionKind.EXTERNAL: _("forhold utenfor kommunen"),
    }[kind]


def frequency_word(frequency: Frequency) -> str:
    return {
        Frequency.MONTHLY: _("hver måned"),
        Frequency.QUARTERLY: _("hvert kvartal"),
        Frequency.TERTIALLY: _("hvert tertial"),
        Frequency.HALF_YEARLY: _("hvert halvår"),
        Frequency.YEARLY: _("hvert år"),
        Frequency.EVERY_SECOND_YEAR: _("hvert andre år"),
        Frequency.EVERY_THIRD_YEAR: _("hvert tredje år"),
    }[frequency]


def provenance_word(provenance: Provenance) -> str:
    """Return how the figure came in; small, beside it."""
    return {
        Provenance.ENTERED: pgettext("figure", "skrevet inn"),
        Provenance.CONFIRMED_SAME: _("målt på nytt, samme tall"),
        Provenance.IMPORTED: pgettext("figure", "hentet fra fil"),
        Provenance.ESTIMATED: pgettext("figure", "anslag"),
        Provenance.DEMO: _("fylt inn av demoen"),
    }[provenance]
