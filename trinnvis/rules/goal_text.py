"""Goal text: the few questions a sentence may raise, one shown at a time.

Advice, never a barrier; the words are known in bokmål and nynorsk.
Source: docs/method/goal-check.md, «Tekstreglene».
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from trinnvis.rules import goal_words as words
from trinnvis.rules.goal_activity import is_activity
from trinnvis.rules.goal_quantity import has_quantity, promises_feelings_to_all
from trinnvis.rules.goal_words import any_of, pattern
from trinnvis.rules.readability import is_heavy, word_count
from trinnvis.rules.several_goals import holds_several_goals

LANGUAGES = ("nb", "nn")


class TextKind(StrEnum):
    """What the sentence is meant to be."""

    GOAL = "goal"
    INDICATOR = "indicator"
    ACTION = "action"
    MILESTONE = "milestone"


class TextCode(StrEnum):
    """What a sentence raises. The last four only change a question's wording."""

    ACTIVITY_NOT_RESULT = "activity_not_result"
    MULTIPLE_GOALS = "multiple_goals"
    PERCENT_AMBIGUITY = "percent_ambiguity"
    GAMING_RISK = "gaming_risk"
    NOT_MEASURABLE = "not_measurable"
    HEAVY_LANGUAGE = "heavy_language"
    INDICATOR_UNDEFINED = "indicator_undefined"
    VAGUE_ACTION = "vague_action"
    VAGUE_VERB = "vague_verb"
    SLOGAN = "slogan"
    ABSOLUTE = "absolute"
    MISSING_COMPARISON = "missing_comparison"


@dataclass(frozen=True, slots=True)
class TextHint:
    """One question to the writers, and what in the wording gave rise to it."""

    code: TextCode
    because: tuple[TextCode, ...] = ()


_UP_OR_DOWN = re.compile(
    r"\b(?:reduser\w*|øk\w*|auk\w*|senk\w*|hev\w*|kutt\w*|minsk\w*|styrk\w*|stig\w*|"
    r"synk\w*|ned|opp|lavere|lågare|høyere|høgare|bedr\w*|betr\w*|forbedr\w*)\b",
    re.IGNORECASE,
)
_BY_PERCENT = re.compile(
    rf"\b(?:med|ned|opp)\s+(?:minst\s+|ca\.?\s+|om lag\s+)?"
    rf"(?:\d+(?:,\d+)?|{pattern(words.NUMBER_WORDS)})\s*(?:%|prosent\b)"
    rf"|\d+(?:,\d+)?\s*(?:%|prosent)\s+(?:lavere|lågare|høyere|høgare|mindre)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?:fra|frå)\s+(?!(?:19|20)\d\d\b)\d[^.]*?\btil\s+(?!(?:19|20)\d\d\b)\d",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:antall\w*|tallet på|talet på)\b", re.IGNORECASE)
_SHARE = any_of(words.SHARES)

_REPORT = (
    r"(?:[\w-]+(?:te|ede|ete|lde|ige|ege|dde|a|nye|ske)\s+){0,2}?"
    rf"{pattern(words.REPORTS)}"
)
_COUNT_OF = r"(?:(?:antall\w*|tall?et på|mengd\w+(?: av)?)\s+)"
_DOWN = (
    r"(?:er|skal være|skal vere|skal|går|blir|holdes|ligger)?\s*"
    r"(?:på\s+)?(?:lavere|lågare|under|høyst|høgst|maks\w*|færre|mindre|ned|null|"
    r"reduser\w+|halver\w+|senk\w+|minsk\w+|synk\w*|kutt\w+)"
)
_FALLS = r"(?:går ned|skal ned|reduser\w*|halver\w*|synk\w*|minsk\w*|kutt\w*)"
_FEWER_REPORTS = re.compile(
    rf"\b(?:reduser\w*|reduksjon\w*|senk\w*|kutt\w*|halver\w*|minsk\w*|få ned|"
    rf"begrens\w*|avgrens\w*|kort\w* ned)\s+(?:i\s+)?{_COUNT_OF}?{_REPORT}"
    rf"|{_COUNT_OF}{_REPORT}[^,;:%]{{0,40}}?\s{_DOWN}\b"
    rf"|^\W*(?:færre|null|ingen)\s+(?:enn\s+\w+\s+|tilfeller av\s+|tilfelle av\s+)?"
    rf"{_REPORT}"
    rf"|^\W*(?:maks\w*|høyst|høgst|færre enn)\s+\w+\s+{_REPORT}"
    rf"|^\W*{_REPORT}[^,;:%]{{0,40}}?\s{_FALLS}\b",
    re.IGNORECASE,
)
_FAIR_TO_REDUCE = re.compile(
    r"\bomgj\w+|\bmedhold\b|\bmedhald\b|\w*frist\w*|\bandel\w*|^\W*delen\b|"
    r"\w*skade\w*|\blukket\b|\blukka\b|\bubesvart\w*|\bgamle\b",
    re.IGNORECASE,
)

_NO_SLOGAN = re.compile(r"\bbarn\w*s? beste\b|\bbeste praksis\b", re.IGNORECASE)
_MEASURED = any_of(words.MEASURE_WORDS)
_SAYS_WHEN_OR_WHO = any_of(words.WHEN_OR_WHO)
_EXPLANATIONS = (
    (TextCode.VAGUE_VERB, any_of(words.VAGUE_VERBS)),
    (TextCode.SLOGAN, any_of(words.SLOGANS)),
    (TextCode.ABSOLUTE, any_of(words.ABSOLUTES)),
    (
        TextCode.MISSING_COMPARISON,
        any_of(f"{words.COMPARATIVES}|{words.CHANGE_VERBS}|mer"),
    ),
)


def text_hints(
    text: str,
    language: str,
    kind: TextKind = TextKind.GOAL,
    *,
    has_target: bool = False,
) -> tuple[TextHint, ...]:
    """Return what the sentence raises, the most helpful question first.

    Shape: at most one hint per code; a page shows the first that is not dismissed.
    Nothing for an empty text or a language the rules do not know. With a target in
    its own field the text may be warm and short: it need hold no figure.
    """
    text = " ".join(text.split())
    if not text or language not in LANGUAGES:
        return ()
    if kind is TextKind.MILESTONE:
        return ()
    if kind is TextKind.INDICATOR:
        return _hint_if(_lacks_definition(text), TextCode.INDICATOR_UNDEFINED)
    if kind is TextKind.ACTION:
        vague = not _SAYS_WHEN_OR_WHO.search(text)
        return _hint_if(vague, TextCode.VAGUE_ACTION)
    return _goal_hints(text, has_target=has_target)


def _goal_hints(text: str, *, has_target: bool) -> tuple[TextHint, ...]:
    unseen = not has_target and not has_quantity(text)
    activity = not has_target and is_activity(text)
    because = _explanations(text) if unseen else ()
    return (
        *_hint_if(activity, TextCode.ACTIVITY_NOT_RESULT),
        *_hint_if(holds_several_goals(text), TextCode.MULTIPLE_GOALS),
        *_hint_if(_is_ambiguous_percent(text), TextCode.PERCENT_AMBIGUITY),
        *_hint_if(_rewards_silence(text), TextCode.GAMING_RISK),
        *(
            (TextHint(TextCode.NOT_MEASURABLE, because),)
            if unseen and not activity
            else ()
        ),
        *_hint_if(is_heavy(text), TextCode.HEAVY_LANGUAGE),
    )


def _hint_if(fires: bool, code: TextCode) -> tuple[TextHint, ...]:
    return (TextHint(code),) if fires else ()


def _is_ambiguous_percent(text: str) -> bool:
    """«2 % lower» of a share may mean percent or percentage points."""
    return bool(
        _UP_OR_DOWN.search(text)
        and _BY_PERCENT.search(text)
        and _SHARE.search(text)
        and not _COUNTED.search(text)
        and not _FROM_TO.search(text)
    )


def _rewards_silence(text: str) -> bool:
    """The figure falls when people stop reporting, and nothing has become better."""
    return bool(_FEWER_REPORTS.search(text) and not _FAIR_TO_REDUCE.search(text))


def _lacks_definition(text: str) -> bool:
    """A short name says neither of whom nor how it is counted."""
    return word_count(text) <= 5 and not _MEASURED.search(text) and "«" not in text


def _explanations(text: str) -> tuple[TextCode, ...]:
    plain = _NO_SLOGAN.sub(" ", text)
    found = [code for code, words in _EXPLANATIONS if words.search(plain)]
    if TextCode.ABSOLUTE not in found and promises_feelings_to_all(text):
        found.append(TextCode.ABSOLUTE)
    return tuple(found)
