"""Text: people's own words, kept as typed but for what cannot be stored or shown.

Formulas, markup, code and emoji are words like others: they are made safe where
they are written out, never here. Source: tests/data/bad-inputs.jsonl, «fritekst».
"""

import re
import unicodedata
from dataclasses import dataclass

from trinnvis.signs.reading.identity import has_identity_number
from trinnvis.signs.reading.links import without_bad_links
from trinnvis.signs.reading.problems import ReadingOutcome, TextProblem

LINE_LIMIT = 300
TEXT_LIMIT = 10_000

_MARKS_ALLOWED = 3
_CLEANED_AT_MOST = 8
"""How many times the limit a text may be before it is only counted."""
_BREAKS = dict.fromkeys(
    (*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), 0x85, 0x2028, 0x2029),
    "\n",
)
_REMOVED = dict.fromkeys(
    (*range(0x7F, 0x85), *range(0x86, 0xA0), *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF)
)  # fmt: skip
_CLEANED = _BREAKS | _REMOVED
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
_INVISIBLE_KINDS = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc", "Mn"})
_EDGES = " \n\r\u00a0"


@dataclass(frozen=True, slots=True)
class TextReading:
    """How a typed text came out; `value` is the clean text, also when it is warned of.

    `length` is in characters, line breaks counted as one.
    """

    outcome: ReadingOutcome
    value: str = ""
    problem: TextProblem | None = None
    length: int = 0
    limit: int = 0


def clean_line(text: str, limit: int = LINE_LIMIT) -> TextReading:
    """Read text for one line; line breaks become a space. Raises nothing."""
    if refused := _refusal(text, limit):
        return refused
    lines = (line.strip(_EDGES) for line in _cleaned(text).split("\n"))
    joined = " ".join(line for line in lines if line)
    return _judged(text, without_bad_links(joined), limit)


def clean_text(text: str, limit: int = TEXT_LIMIT) -> TextReading:
    """Read text of many lines; line breaks become «\\n». Raises nothing."""
    typed = text.replace("\r\n", "\n")
    if refused := _refusal(typed, limit):
        return refused
    return _judged(typed, without_bad_links(_cleaned(typed)), limit)


def _refusal(text: str, limit: int) -> TextReading | None:
    """Refuse what cannot be cleaned, the cheapest question first."""
    if "\0" in text:
        return _refused(TextProblem.NUL, len(text), limit)
    if len(text) > _CLEANED_AT_MOST * limit:
        return _refused(TextProblem.TOO_LONG, len(text), limit)
    if _SURROGATE.search(text):
        return _refused(TextProblem.BROKEN, len(text), limit)
    if _is_empty(text):
        return _refused(TextProblem.EMPTY, 0, limit)
    return None


def _judged(typed: str, clean: str, limit: int) -> TextReading:
    clean = clean.rstrip().lstrip(_EDGES)
    if not clean:
        return _refused(TextProblem.EMPTY, 0, limit)
    if len(clean) > limit:
        return _refused(TextProblem.TOO_LONG, len(clean), limit)
    if has_identity_number(clean):
        problem = TextProblem.IDENTITY_NUMBER
        return TextReading(ReadingOutcome.WARN, clean, problem, len(clean), limit)
    same = clean == typed
    outcome = ReadingOutcome.ACCEPT if same else ReadingOutcome.NORMALISE
    return TextReading(outcome, clean, length=len(clean), limit=limit)


def _cleaned(text: str) -> str:
    """Return the text composed (NFC), without controls and storms.

    A tab before a formula stands: the writers of cells take care of it.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEANED)
    if not plain.isascii():
        plain = _without_storms(unicodedata.normalize("NFC", plain))
    return plain


def _without_storms(text: str) -> str:
    """Return the text with at most three combining marks after a character."""
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if marks <= _MARKS_ALLOWED:
            kept.append(sign)
    return "".join(kept)


def _is_empty(text: str) -> bool:
    """Tell whether nothing in the text can be seen."""
    return all(
        sign in _BLANK_LETTERS or unicodedata.category(sign) in _INVISIBLE_KINDS
        for sign in text
    )


def _refused(problem: TextProblem, length: int, limit: int) -> TextReading:
    return TextReading(
        ReadingOutcome.REJECT, problem=problem, length=length, limit=limit
    )
