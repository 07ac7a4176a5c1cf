"""Goal activity: does a sentence tell what will be done, and not what it is for?

Source: docs/method/goal-check.md, «Tekstreglene».
"""

import re

from trinnvis.rules import goal_words as words
from trinnvis.rules.goal_quantity import has_number
from trinnvis.rules.goal_words import pattern

_FRAME = (
    r"^\W*(?:(?:innen|innan|i løpet av|før|fra|frå|i|fram mot|hver|kvar)\b"
    r"[^,;:]{0,30}?\b(?=(?:skal|vil|må)\b))?"
    r"(?:(?!som\b|andel|antall|delen\b|talet\b|minst\b|flere\b|fleire\b|færre\b)"
    r"[^\d,;:%]{0,40}?"
    r"\b(?:skal|vil|må|bør|ønsker å|ønskjer å|planlegger å|har som mål å)\s+)?"
    r"(?:(?:skal|vil|må)\s+(?:vi|\w+en|\w+a|\w+et)\s+)?"
    r"(?:(?:vi|også|fortsatt|årlig|årleg|aktivt|å|jevnlig|jamleg)\s+)*"
)
_SUBJECT = (
    r"(?:^\W*(?:vi|kommunen|enheten|eininga|avdelingen|avdelinga|barnehagen|skolen|"
    r"skulen|biblioteket|tjenesten|tenesta|sykehjemmet|sjukeheimen)\s+)"
)


def _in_all_forms(infinitives: str) -> str:
    """Return a list with the present and the passive beside each infinitive."""
    forms = []
    for phrase in infinitives.split("|"):
        verb, _, rest = phrase.partition(" ")
        stem = verb.removesuffix("e").removesuffix("j") if verb.endswith("e") else verb
        tail = f" {rest}" if rest else ""
        present = (f"{verb}r", f"{stem}ar")
        passive = (f"{verb}s", f"{stem}ast", f"{verb}st")
        done = (f"ha {stem}et", f"ha {stem}t", f"ha {stem}a", f"ha {verb[:-2]}t")
        forms += [f"{form}{tail}" for form in (verb, *present, *passive, *done)]
    return "|".join(forms)


_ACTIVITY_FORMS = pattern(_in_all_forms(words.ACTIVITY_VERBS))
_HOLD_MEETING = (
    rf"(?:h[oa]lde\w*|ha|gå på)\s+(?:[\w.-]+\s+){{0,3}}?{pattern(words.MEETINGS)}"
    rf"|h[oa]lde\w*\s+(?:[\w.-]+\s+){{0,3}}?opplæring\w*"
)
_OPENS_WITH_ACTIVITY = re.compile(
    rf"{_FRAME}(?:{_ACTIVITY_FORMS}|{_HOLD_MEETING})"
    rf"|{_SUBJECT}(?:{_ACTIVITY_FORMS}|{_HOLD_MEETING})",
    re.IGNORECASE,
)
_OPENS_WITH_NOUN = re.compile(
    rf"^\W*(?:(?:felles|full|årlig|årleg|ny|systematisk|jevnlig|jamleg)\s+)?"
    rf"{pattern(words.ACTIVITY_NOUNS)}\s+(?:av|i|for)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:er|blir|har|tar|tek|skjer|starter|startar|går|ligger|ligg|øker|aukar)\b"
)
_RESULT_CLAUSE = re.compile(
    r"\b(?:slik at|sånn at|med mål om at|som gjør at|som gjer at|"
    r"så (?:at|andel\w*|delen|minst|alle|vi|fler\w*|fleire|færre|tallet|talet))\b",
    re.IGNORECASE,
)
_ACTIVITY_IN_FIGURES = re.compile(r"\d\s*(?:%|prosent)|\bfra\s+\d|\bfrå\s+\d")


def is_activity(text: str) -> bool:
    """Tell a sentence that opens with what will be done, and names no result."""
    if _RESULT_CLAUSE.search(text) or _ACTIVITY_IN_FIGURES.search(text):
        return False
    if _OPENS_WITH_ACTIVITY.search(text):
        return True
    measured = has_number(text) and _FINITE.search(text)
    return bool(_OPENS_WITH_NOUN.search(text) and not measured)
