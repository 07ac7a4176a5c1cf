"""Goal advice: the seven marks and the one question, in words. Never a barrier."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.rules.goal_check import Lack, Mark, MarkState
from trinnvis.rules.goal_fields import FieldCode, FieldHint
from trinnvis.rules.goal_text import TextCode, TextHint
from trinnvis.rules.pulse import Unanimity
from trinnvis.rules.terms import Agreement, Precondition
from trinnvis.signs.dates import day_text
from trinnvis.signs.numbers import figure_as_is

MARKS = {
    MarkState.ANSWERED: "done",
    MarkState.PARTLY: "answered",
    MarkState.DOUBT: "answered",
    MarkState.MISSING: "missing",
    MarkState.NOT_ASKED: "missing",
    MarkState.HIDDEN: "hidden",
}


def mark_word(precondition: Precondition) -> str:
    return {
        Precondition.MEASURABLE: _("Målbart"),
        Precondition.SIMPLE: _("Enkelt"),
        Precondition.DATED: _("Tidfestet"),
        Precondition.COLLECTOR: _("Ansvarsperson"),
        Precondition.UNDERSTOOD: _("Forstått"),
        Precondition.MEANINGFUL: _("Meningsfylt"),
        Precondition.REALISTIC: _("Realistisk"),
    }[precondition]


def mark_detail(mark: Mark) -> str:
    """Return what the mark says: the answer, or what is not told yet."""
    if mark.precondition in _ASKED:
        return _asked_detail(mark)
    if mark.lacks:
        return _lack(mark.lacks[0])
    if mark.precondition is Precondition.MEASURABLE:
        return _made_in(mark.made_in)
    if mark.precondition is Precondition.SIMPLE:
        words = mark.words or 0
        return ngettext("%(words)s ord", "%(words)s ord", words) % {"words": words}
    if mark.precondition is Precondition.DATED:
        return day_text(mark.deadline) if mark.deadline else ""
    return _("sagt ja")


def _made_in(made_in: str) -> str:
    """Return who made the goal: the day of the workshop, or the staff in words."""
    try:
        day = date.fromisoformat(made_in)
    except ValueError:
        return made_in
    return _("målverksted %(day)s") % {"day": day_text(day)}


_ASKED = frozenset(
    {Precondition.UNDERSTOOD, Precondition.MEANINGFUL, Precondition.REALISTIC}
)


def _asked_detail(mark: Mark) -> str:
    if mark.agreement is Agreement.NOT_ASKED or mark.agreement is None:
        return _("ikke spurt")
    if mark.agreement is Agreement.HIDDEN:
        return _("skjult, færre enn fem svar")
    word = {
        Agreement.AGREED: _("enige"),
        Agreement.DIVIDED: _("delte"),
        Agreement.UNSURE: _("usikre"),
    }[mark.agreement]
    if mark.pulse and mark.pulse.unanimity is Unanimity.NEARLY_ALL:
        return _("nesten alle er enige")
    if mark.pulse and mark.pulse.unanimity is Unanimity.NEARLY_NONE:
        return _("nesten ingen er enige")
    if mark.counts is None:
        return word
    return _("%(class)s: %(agree)s av %(all)s sier ja") % {
        "class": word,
        "agree": mark.counts.agree,
        "all": mark.counts.answers,
    }


def _lack(lack: Lack) -> str:
    return {
        Lack.INDICATOR: _("ingen måleindikator ennå"),
        Lack.UNIT: _("hva måles det i?"),
        Lack.TARGET: _("hvilket måltall?"),
        Lack.BASELINE: _("hvor er vi i dag?"),
        Lack.SOURCE: _("hvor kommer tallet fra?"),
        Lack.MADE_IN: _("hvilket møte laget det?"),
        Lack.TITLE: _("målet har ingen tekst"),
        Lack.FEWER_WORDS: _("over tjue ord"),
        Lack.PLAINER_WORDS: _("tunge ord"),
        Lack.FEWER_INDICATORS: _("over tre indikatorer"),
        Lack.DEADLINE: _("ingen dato ennå"),
        Lack.DEADLINE_IN_YEAR: _("datoen er utenfor planåret"),
        Lack.COLLECTOR: _("ingen er spurt ennå"),
        Lack.ACTIVE_COLLECTOR: _("personen er ikke lenger aktiv"),
        Lack.ACCEPTANCE: _("ikke svart ennå"),
        Lack.DEPUTY: _("mangler stedfortreder"),
        Lack.ACTIVE_DEPUTY: _("stedfortrederen er ikke lenger aktiv"),
    }[lack]


def text_question(hint: TextHint) -> str:
    """Return one question about the wording, in the reader's language."""
    return {
        TextCode.ACTIVITY_NOT_RESULT: _("Dette er et tiltak. Hva skal det føre til?"),
        TextCode.MULTIPLE_GOALS: _("To mål i ett? Del gjerne."),
        TextCode.PERCENT_AMBIGUITY: _("Prosent eller prosentpoeng? Skriv fra–til."),
        TextCode.GAMING_RISK: _(
            "Kan tallet gå ned uten at det blir bedre? Velg et tall som følger med."
        ),
        TextCode.NOT_MEASURABLE: _("Hvordan vet vi at vi er i mål?"),
        TextCode.HEAVY_LANGUAGE: _("Kan det sies kortere?"),
        TextCode.INDICATOR_UNDEFINED: _("Hva telles, og av hvor mange?"),
        TextCode.VAGUE_ACTION: _("Når, hvem og hvor ofte?"),
        TextCode.VAGUE_VERB: _("Hva skal noen merke når det er gjort?"),
        TextCode.SLOGAN: _("Hva skal noen merke når det er gjort?"),
        TextCode.ABSOLUTE: _("Gjelder det virkelig alle, alltid?"),
        TextCode.MISSING_COMPARISON: _("Bedre enn hva? Skriv fra–til."),
    }[hint.code]


def field_question(hint: FieldHint, unit: str = "") -> str:
    """Return one question about the fields, with the figures it needs."""
    figures = {
        "change": figure_as_is(hint.change.normalize(), unit) if hint.change else "",
        "limit": figure_as_is(hint.limit.normalize(), unit) if hint.limit else "",
        "n": hint.n or 0,
    }
    return {
        FieldCode.MISSING_INDICATOR: _("Hvordan vet dere at dere er i mål?"),
        FieldCode.MISSING_UNIT: _("Hva måles tallet i?"),
        FieldCode.MISSING_TARGET: _("Hvilket tall vil dere nå?"),
        FieldCode.MISSING_BASELINE: _("Hvor er dere i dag?"),
        FieldCode.MISSING_SOURCE: _("Hvor kommer tallet fra?"),
        FieldCode.TARGET_WORSE_THAN_BASELINE: _(
            "Målet er dårligere enn dagens nivå. Stemmer retningen?"
        ),
        FieldCode.TARGET_EQUALS_BASELINE: _(
            "Målet er det samme som i dag. Vil dere «holde seg der det er»?"
        ),
        FieldCode.UNREALISTIC_JUMP: _(
            "Målet krever en endring på %(change)s. Den største endringen så langt er %(limit)s."
        ),
        FieldCode.CHANGE_SMALLER_THAN_NOISE: _(
            "Med rundt %(n)s svar må endringen være minst %(limit)s for å kunne skilles "
            "fra tilfeldigheter. Målet er %(change)s."
        ),
        FieldCode.MEASURED_TOO_RARELY: _(
            "Kilden har tall oftere. Kan dere måle oftere?"
        ),
        FieldCode.FIRST_FIGURE_AFTER_REPORT: _(
            "Det første tallet kommer etter at året er rapportert."
        ),
        FieldCode.TOO_MANY_INDICATORS: _("Over tre indikatorer. Hvilken kan ut?"),
        FieldCode.MISSING_DEADLINE: _("Når skal målet være nådd?"),
        FieldCode.DEADLINE_OUTSIDE_YEAR: _("Datoen er utenfor planåret."),
        FieldCode.MISSING_COLLECTOR: _("Hvem henter tallet?"),
        FieldCode.MISSING_DEPUTY: _("Hvem henter tallet når ansvarspersonen er borte?"),
        FieldCode.TOO_MANY_GOALS: _(
            "Fem mål er det folk husker. Hvilket kan ut, eller bli noe dere følger med på?"
        ),
    }[hint.code] % figures
