"""Spelling: the grammar of a typed figure, from text to the values it can mean.

Source: docs/method/typing.md, «Tall». Groups are of exactly three and of one kind; where
both «.» and «,» occur the last is the decimal mark; a single mark before exactly
three digits can be either.
"""

import re
from decimal import Decimal

LONGEST = 100
"""Characters a figure may take, blanks around it not counted."""
SHOWN = 40
"""Characters of the typed text that a message repeats."""

MINUS_SIGNS = "-\u2212\u2013\u2010\u2011"

_SPACES = "\t\n\r\u00a0\u1680\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_BLANKS = dict.fromkeys(map(ord, _SPACES[3:]), " ")
_INVISIBLE = dict.fromkeys(
    (0x061C, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2066, 0x206A))
)  # fmt: skip
_FULL_WIDTH = {
    0xFF00 + ord(sign) - 0x20: sign for sign in "0123456789.,+-%/:"
}  # the full-width block mirrors ASCII
_TIDY = _BLANKS | _INVISIBLE | _FULL_WIDTH
_SHOWABLE = _INVISIBLE | dict.fromkeys(map(ord, _SPACES), " ")

_SIGNED = re.compile(rf"([{MINUS_SIGNS}+]?)([0-9.,].*)", re.DOTALL)
_PLAIN_GROUPS = re.compile(r"[0-9]+")
_GROUPS = {
    mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:[{mark}][0-9]{{3}})+")
    for mark in (" ", ".", ",", "'’")
}


def tidied(text: str) -> str:
    """Return the text with full-width signs, odd blanks and BOM made plain.

    Only digits, marks and signs are changed; letters and Arabic digits stand.
    """
    return text.translate(_TIDY).strip()


def shown(text: str) -> str:
    """Return the start of the text as a message may repeat it."""
    start = text[: 4 * SHOWN].translate(_SHOWABLE).strip()
    safe = "".join(sign if sign.isprintable() else "\ufffd" for sign in start)
    return safe if len(safe) <= SHOWN else safe[: SHOWN - 1] + "…"


def meanings(typed: str) -> tuple[Decimal, ...]:
    """Return what a tidied figure can mean: none, one or two values.

    Two come with the reading that the mark itself suggests first: «1.234» is
    1234 or 1,234; «1,234» is 1,234 or 1234.
    """
    match = _SIGNED.fullmatch(typed)
    if not match or len(typed) > LONGEST:
        return ()
    sign = "-" if match[1] and match[1] in MINUS_SIGNS else ""
    return tuple(Decimal(sign + digits) for digits in _digits(match[2]))


def _digits(body: str) -> tuple[str, ...]:
    """Spell the unsigned figure in plain digits, in each way it can be read."""
    if "." in body and "," in body:
        mark = max(".,", key=body.rfind)
        grouping = "," if mark == "." else "."
        whole, _, rest = body.rpartition(mark)
        return _joined(_whole(whole, (grouping,)), rest)
    marks = [sign for sign in body if sign in ".,"]
    if len(marks) > 1:
        return _whole(body, (marks[0],))
    if not marks:
        return _whole(body, (" ", "'’"))
    whole, mark, rest = body.partition(marks[0])
    decimal = _joined(_whole(whole, (" ", "'’")) if whole else ("0",), rest)
    if not _GROUPS[mark].fullmatch(body):
        return decimal if whole or rest else ()
    grouped = (whole + rest,)
    return grouped + decimal if mark == "." else decimal + grouped


def _whole(text: str, groupings: tuple[str, ...]) -> tuple[str, ...]:
    if _PLAIN_GROUPS.fullmatch(text):
        return (text,)
    for grouping in groupings:
        if _GROUPS[grouping].fullmatch(text):
            return (re.sub(r"[^0-9]", "", text),)
    return ()


def _joined(whole: tuple[str, ...], rest: str) -> tuple[str, ...]:
    """Put decimals after a whole part; a trailing mark has none."""
    if not whole or (rest and not _PLAIN_GROUPS.fullmatch(rest)):
        return ()
    return (f"{whole[0]}.{rest}" if rest else whole[0],)
