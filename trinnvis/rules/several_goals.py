"""Several goals: are two goals joined in one sentence?

Source: docs/method/goal-check.md, «Tekstreglene».
"""

import re

from trinnvis.rules import goal_words as words
from trinnvis.rules.goal_quantity import has_number, without_names_of_time
from trinnvis.rules.goal_words import pattern

_JOINTS = re.compile(
    r",\s+(?:og|samt)\s+|\s+(?:og|samt|i tillegg til|samtidig som|samstundes som)\s+|"
    r"[,;]\s+",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\([^)]*\)")
_RANGE = re.compile(r"\bmellom\s+\S+\s+og\s+\S+", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"^\W*(?:(?:vi|skal|kommunen|enheten|eininga|samtidig|samstundes|også|dessuten|"
    r"både|å|ha|innen \S+|dermed|slik)\s+)*",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    pattern(f"{words.CHANGE_VERBS}|{words.COMPARATIVES}|{words.VAGUE_LEADS}"),
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^\W*(?:fra|frå|mot|uten|utan|inkludert|hvorav|kvarav|sammenlignet|samanlikna|"
    r"målt|som|der|når|høsten|hausten|våren|i|innen|innan|ved|for|på|etter|slik|så|"
    r"unntatt|unnateke|men|likevel|eller)\b",
    re.IGNORECASE,
)
_AMOUNT_FIRST = re.compile(
    r"^\W*(?:(?:minst|høyst|høgst|maks\w*|under|over|ca\.?|om lag)\s+)?(?:\d|null\b)",
    re.IGNORECASE,
)
_CLAUSE_WITH_LIMIT = re.compile(
    r"^\W*\w{3,}.*\b(?:er|skal|blir|går|ligger|ligg|øker|aukar|reduseres|minst|høyst|"
    r"høgst|under|over|til)\b.*\d",
    re.IGNORECASE,
)


def holds_several_goals(text: str) -> bool:
    """Tell whether two changes, or two amounts, are asked for at once."""
    plain = _RANGE.sub(" ", _BESIDE.sub(" ", without_names_of_time(text)))
    parts = [part for part in _JOINTS.split(plain) if part.strip(" .!?")]
    changes = sum(_asks_for_change(part) for part in parts)
    amounts = sum(_asks_for_amount(part) for part in parts)
    return changes >= 2 or amounts >= 2


def _asks_for_change(part: str) -> bool:
    """A change-word first, and something that is to change after it."""
    head = _LEAD_IN.sub("", part)
    found = _CHANGE.match(head)
    return bool(found and re.search(r"\w", head[found.end() :]))


def _asks_for_amount(part: str) -> bool:
    if _ASIDE.match(part) or not has_number(part):
        return False
    head = _LEAD_IN.sub("", part)
    return bool(
        _AMOUNT_FIRST.match(head)
        or _CLAUSE_WITH_LIMIT.match(head)
        or _CHANGE.match(head)
    )
