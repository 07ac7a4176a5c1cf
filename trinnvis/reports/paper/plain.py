"""Plain: people's text made fit for a cell, whichever file it goes into."""

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_LEADING = re.compile(r"^[\t\r\n ]+")
LONGEST = 32_767
"""Characters a spreadsheet keeps in a cell; more would be cut in silence."""


def plain_text(text: str) -> str:
    """Return the text without control characters and leading blanks.

    Raises ValueError when it is longer than a cell holds; nothing is ever cut.
    """
    cleaned = _LEADING.sub("", _CONTROLS.sub(" ", text))
    if len(cleaned) > LONGEST:
        raise ValueError(f"{len(cleaned)} characters do not fit in a cell")
    return cleaned


def pieces(text: str) -> tuple[str, ...]:
    """Return the text in pieces that each fit in a cell; mostly one."""
    cleaned = _LEADING.sub("", _CONTROLS.sub(" ", text))
    if not cleaned:
        return ("",)
    return tuple(
        cleaned[start : start + LONGEST] for start in range(0, len(cleaned), LONGEST)
    )
