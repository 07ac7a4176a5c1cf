"""Cells: the grammar of what stands in a målekart's cell, as text to readings."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from trinnvis.sources.scorecards.absences import absence_in
from trinnvis.sources.scorecards.facts import Missing, Reason
from trinnvis.sources.scorecards.figures import (
    NUMBER,
    SIGNED,
    NotAFigure,
    TooLarge,
    TwoMeanings,
    digits_of,
    tidied,
)
from trinnvis.sources.scorecards.grid import Cell, CellKind
from trinnvis.sources.scorecards.measures import PERCENT, leading_measure

LONGEST_FIGURE = 200
"""Longer text is a sentence, whatever stands in it."""


class Remark(StrEnum):
    """What a figure's own words add to it."""

    APPROXIMATE = "approximate"
    CHANGE = "change"
    SIGNED_BY_WORDS = "signed_by_words"
    SECOND_NUMBER = "second_number"
    LABELLED = "labelled"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: `value` in percent points where `unit` is %."""

    value: Decimal
    decimals: int = 0
    operator: str | None = None
    unit: str | None = None
    remarks: frozenset[Remark] = frozenset()


@dataclass(frozen=True, slots=True)
class Interval:
    """Two numbers with everything between them; `low` is never above `high`."""

    low: Decimal
    high: Decimal
    unit: str | None = None
    operator: str | None = None
    remarks: frozenset[Remark] = frozenset()


@dataclass(frozen=True, slots=True)
class Several:
    """More than one reading in one cell, in printed order. `stacked` is by lines."""

    parts: tuple[Figure | Interval, ...]
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """No figure, and how the cell says so."""

    missing: Missing


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that is kept as text, and why. `has_digits` tells a sentence."""

    reason: Reason
    has_digits: bool = False


Reading = Figure | Interval | Several | Absent | Unread

_BEFORE: tuple[tuple[str, str], ...] = (
    (">=", r">=|=>|≥|⩾"),
    ("<=", r"<=|=<|≤|⩽"),
    (">", r">|＞"),
    ("<", r"<|＜"),
    ("=", r"="),
    (">=", r"minst|minimum|min\.?|ikk?j?e (?:under|lavere enn|lågare enn|mindre enn)"),
    (
        "<=",
        r"maks(?:imum|imalt|\.)?|max\.?|høyst|høgst|inntil|opptil|opp til|ikk?j?e "
        r"(?:over|høyere enn|høgare enn|m[ee]i?r enn|flere enn|fleire enn)",
    ),
    (">", r"over|mei?r enn|høyere enn|høgare enn|større enn|flere enn|fleire enn"),
    (">", r"bedre enn|betre enn"),
    ("<", r"under|mindre enn|lavere enn|lågare enn|færre enn"),
)
_AFTER: tuple[tuple[str, str], ...] = (
    (">=", r"eller (?:mer|meir|høyere|høgare|bedre|betre|flere|fleire|over)"),
    ("<=", r"eller (?:mindre|lavere|lågare|færre|under)"),
)
_APPROXIMATELY = re.compile(r"(?:ca\.?|cirka|om lag|omtrent|rundt|≈)\s*", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:reduksjon|økning|auke|bedre|betre|forbedring|forbetring|betring|nedgang|vekst"
    r"|økt|auka|redusert|høyere|høgare|lavere|lågare)(?: .{0,40})?",
    re.IGNORECASE,
)
_SIGNED_BY_WORDS = re.compile(r"(?:negativt|positivt) avvik", re.IGNORECASE)
_PER = re.compile(
    r"(?:pr\.?|per|i) ?(?:år(?:et)?|mnd\.?|måned|månad|uke|veke|dag|kvartal|tertial"
    r"|innbygger|elev|barn|bruker|ansatt|årsverk)|årlig|årleg",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?:(?:mellom|fra|frå) )?(?P<low>{SIGNED})\s*(?P<unit>%|[^\W\d]{{1,8}}\.?)?\s*"
    rf"(?:[-–—−]|til|og)\s*(?P<high>{NUMBER})(?P<rest>.*)",
    re.IGNORECASE,
)
_FIGURE = re.compile(rf"(?P<number>{SIGNED})(?P<rest>.*)", re.DOTALL)
_FOOTNOTE = re.compile(r"\s*(?:\*+|[⁰¹²³⁴-⁹]+|(?<=[\s%])\d\))+$")
_IN_PARENTHESES = re.compile(r"\s*\(([^()]*)\)\s*$")
_EXCEL_ERROR = re.compile(
    r"#(?:DIV/0!|N/A|REF!|NAME\?|NUM!|NULL!|VALUE!|VERDI!|NAVN\?|I/T|SPILL!|CALC!|#+)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[^\d(<>=]{2,40})\((?P<inner>[^()]*\d[^()]*)\)")


def read_cell(cell: Cell | None, footnotes: frozenset[str] = frozenset()) -> Reading:
    """What a cell says. `footnotes` are the numbers that the sheet explains below."""
    if cell is None:
        return Absent(Missing.BLANK)
    if cell.kind is CellKind.ERROR:
        return Unread(Reason.BROKEN_CELL)
    if cell.kind is CellKind.DATE:
        return Unread(Reason.DATE_INSTEAD_OF_NUMBER)
    if cell.number is None:
        return read_text(cell.text, footnotes)
    if abs(cell.number) >= Decimal(10) ** 12:
        return Unread(Reason.NUMBER_TOO_LARGE)
    decimals = len(cell.text.rstrip(" %").partition(",")[2])
    unit = PERCENT if cell.percent else None
    return Figure(cell.number, decimals, unit=unit)


def read_text(text: str, footnotes: frozenset[str] = frozenset()) -> Reading:
    """What printed text says. Never raises; what is not understood is Unread."""
    if len(text) > LONGEST_FIGURE:
        return Unread(Reason.TEXT_NOT_NUMBER, bool(re.search(r"\d", text)))
    return _read_text(text, footnotes)


@lru_cache(maxsize=4096)
def _read_text(text: str, footnotes: frozenset[str]) -> Reading:
    lines = [tidied(line) for line in text.splitlines()]
    lines = [line for line in lines if line]
    whole = _without_apostrophe(" ".join(lines))
    if _EXCEL_ERROR.fullmatch(whole):
        return Unread(Reason.BROKEN_CELL)
    if missing := absence_in(whole):
        return Absent(missing)
    if len(lines) > 1:
        stacked = [_read_one(line, footnotes) for line in lines]
        parts = tuple(part for part in stacked if isinstance(part, Figure | Interval))
        if len(parts) == len(stacked):
            return Several(parts, stacked=True)
    if "/" in whole and (several := _read_slashes(whole, footnotes)):
        return several
    return _read_one(whole, footnotes)


def _without_apostrophe(text: str) -> str:
    """Excel's and our own export's mark for «this is text» is not part of it."""
    return re.sub(r"^'(?=[=+\-@0-9<>−–＝＋－＠])", "", text)


def _read_slashes(text: str, footnotes: frozenset[str]) -> Reading | None:
    pieces = [piece.strip() for piece in text.split("/")]
    readings = [_read_one(piece, footnotes) for piece in pieces]
    parts = tuple(part for part in readings if isinstance(part, Figure | Interval))
    if len(parts) < len(pieces):
        unsure = Reason.NUMBER_AMBIGUOUS
        if all(isinstance(part, Figure | Interval | Unread) for part in readings):
            return Unread(unsure) if Unread(unsure, True) in readings else None
        return None
    if len(parts) == 2 and all(isinstance(part, Figure) for part in parts):
        plain = re.fullmatch(r"\d{1,3}\s*/\s*\d{1,3}[*⁰¹²³⁴-⁹]*", text)
        total = sum((part.value for part in parts if isinstance(part, Figure)), 0)
        if plain and total == 100:
            return Unread(Reason.COMPOSITE_RATIO, True)
    return Several(parts)


def _read_one(text: str, footnotes: frozenset[str]) -> Reading:
    labelled = _LABELLED.fullmatch(text)
    if labelled and not _operator_at_start(text)[0]:
        inner = _read_bare(labelled["inner"].strip())
        if isinstance(inner, Interval | Figure):
            remarks = inner.remarks | {Remark.LABELLED}
            return replace(inner, remarks=remarks)
    bare, remarks = _without_marks(text, footnotes)
    reading = _read_bare(bare)
    if isinstance(reading, Figure | Interval) and remarks:
        return replace(reading, remarks=reading.remarks | remarks)
    return reading


def _without_marks(
    text: str, footnotes: frozenset[str]
) -> tuple[str, frozenset[Remark]]:
    """Text without footnote marks and remarks in parentheses at its end."""
    remarks: set[Remark] = set()
    while True:
        text = _FOOTNOTE.sub("", text)
        found = _IN_PARENTHESES.search(text)
        if not found or not text[: found.start()].strip():
            return text.strip(), frozenset(remarks)
        inner = found[1].strip()
        if re.search(r"\d", inner) and inner not in footnotes:
            remarks.add(Remark.SECOND_NUMBER)
        text = text[: found.start()]


def _read_bare(text: str) -> Reading:
    operator, rest = _operator_at_start(text)
    approximately = _APPROXIMATELY.match(rest)
    if approximately:
        rest = rest[approximately.end() :]
    rest = re.sub(r"^(?:kr\.?|nok) (?=[\d−–-])", "", rest, flags=re.IGNORECASE)
    try:
        if interval := _interval(rest, operator):
            reading: Figure | Interval = interval
        elif figure := _figure(rest, operator):
            reading = figure
        else:
            return Unread(Reason.TEXT_NOT_NUMBER, bool(re.search(r"\d", text)))
    except TwoMeanings:
        return Unread(Reason.NUMBER_AMBIGUOUS, True)
    except TooLarge:
        return Unread(Reason.NUMBER_TOO_LARGE, True)
    except NotAFigure:
        return Unread(Reason.TEXT_NOT_NUMBER, True)
    if approximately:
        return replace(reading, remarks=reading.remarks | {Remark.APPROXIMATE})
    return reading


def _operator_at_start(text: str) -> tuple[str | None, str]:
    for operator, pattern in _BEFORE:
        found = re.match(rf"(?:{pattern})(?=[\s\d−–-])\s*", text, re.IGNORECASE)
        if found:
            return (None if operator == "=" else operator), text[found.end() :]
    return None, text


def _interval(text: str, operator: str | None) -> Interval | None:
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    tail = _tail(found["rest"].strip())
    if tail is None or tail.operator:
        return None
    percent = tail.unit == PERCENT or found["unit"] == "%"
    low = digits_of(found["low"], percent=percent).value
    high = digits_of(found["high"], percent=percent).value
    unit = tail.unit
    if unit is None and found["unit"]:
        unit, left = leading_measure(found["unit"])
        if left:
            return None
    remarks = tail.remarks
    return Interval(min(low, high), max(low, high), unit, operator, remarks)


def _figure(text: str, operator: str | None) -> Figure | None:
    found = _FIGURE.fullmatch(text)
    if not found:
        return None
    tail = _tail(found["rest"].strip())
    if tail is None or (tail.operator and operator):
        return None
    digits = digits_of(found["number"], percent=tail.unit == PERCENT)
    return Figure(
        digits.value,
        digits.decimals,
        operator or tail.operator,
        tail.unit,
        tail.remarks,
    )


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a number: unit of measure, then words that are understood."""

    unit: str | None = None
    operator: str | None = None
    remarks: frozenset[Remark] = frozenset()


def _tail(text: str) -> _Tail | None:
    """The words behind a number, or None where they are not understood."""
    unit, rest = leading_measure(text) if text else (None, "")
    for operator, pattern in _AFTER:
        found = re.match(pattern, rest, re.IGNORECASE)
        if found:
            later, rest = leading_measure(rest[found.end() :].strip())
            return None if rest else _Tail(unit or later, operator)
    if not rest:
        return _Tail(unit)
    if _SIGNED_BY_WORDS.fullmatch(rest):
        return _Tail(unit, remarks=frozenset({Remark.SIGNED_BY_WORDS}))
    if _CHANGE.fullmatch(rest):
        return _Tail(unit, remarks=frozenset({Remark.CHANGE}))
    if _PER.fullmatch(rest):
        return _Tail(unit)
    one_word = re.fullmatch(r"[^\W\d_]{2,20}\.?", rest)
    return _Tail(rest.rstrip(".")) if one_word and unit is None else None
