"""Figures: the number grammar of cells, the same rules as the product's own fields.

A figure that can mean two things is never chosen between: it is handed back as having
two meanings, and somebody is asked.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

LARGEST = Decimal(10) ** 12

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_FULL_WIDTH = {ord("０") + digit: ord("0") + digit for digit in range(10)}

NUMBER = r"(?:\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?:[.,](?!\d))?"
"""One unsigned number, as it stands in tidied text."""
SIGNED = rf"(?:[-−–+] ?)?{NUMBER}"


class NotAFigure(ValueError):
    """Raised when digits do not make one number, such as «1,2,3»."""


class TwoMeanings(NotAFigure):
    """Raised when digits make two numbers, such as «1.234»."""


class TooLarge(NotAFigure):
    """Raised at a million millions and above."""


@dataclass(frozen=True, slots=True)
class Digits:
    """A number and how many decimals it was printed with."""

    value: Decimal
    decimals: int


def tidied(text: str) -> str:
    """Text with every space plain and single, and full-width digits narrow."""
    visible = _INVISIBLE.sub("", text).translate(_FULL_WIDTH)
    return _SPACES.sub(" ", visible).strip()


def digits_of(text: str, *, percent: bool = False) -> Digits:
    """The number in tidied text that matches SIGNED.

    In percent «1,125» is settled as decimals; a thousand per cent is not printed so.
    Raises NotAFigure, TwoMeanings or TooLarge.
    """
    text = text.strip()
    if text.startswith("– "):
        raise TwoMeanings(text)  # a minus sign, or a dash before the figure
    negative = text[:1] in "-−–" and text != ""
    body = text.lstrip("-−–+ ").rstrip(".,")
    mark = _decimal_mark(body, percent)
    whole, _, decimals = body.rpartition(mark) if mark else (body, "", "")
    plain = re.sub(r"[ .,]", "", whole)
    if not re.fullmatch(r"[0-9]+", plain + decimals):
        raise NotAFigure(text)
    value = Decimal(f"{plain}.{decimals or '0'}")
    if value >= LARGEST:
        raise TooLarge(text)
    value = value if decimals else value.to_integral_value()
    return Digits(-value if negative and value else value, len(decimals))


def _decimal_mark(body: str, percent: bool) -> str:
    """The character before the decimals, or nothing for a whole number."""
    marks = [character for character in body if character in ".,"]
    if not marks:
        _require_groups(body)
        return ""
    if len(set(marks)) == 2 or " " in body:
        whole, _, _ = body.rpartition(marks[-1])
        if marks.count(marks[-1]) > 1:
            raise NotAFigure(body)
        _require_groups(whole)
        return marks[-1]
    if len(marks) > 1:
        _require_groups(body)
        return ""
    whole, _, rest = body.partition(marks[0])
    grouped = len(rest) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if grouped and not percent:
        raise TwoMeanings(body)
    return marks[0]


def _require_groups(body: str) -> None:
    """Digits alone, or groups of exactly three behind the first."""
    separators = set(re.sub(r"[0-9]", "", body))
    if not separators:
        return
    first, *groups = re.split(r"[ .,]", body)
    regular = 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)
    if len(separators) > 1 or not regular:
        raise NotAFigure(body)
