"""Letters: how wide words are, so that labels can be placed without a browser.

Widths are those of Inter at 13 pixels, rounded up; other fonts in use are narrower.
"""

SIZE = 13
"""The size of all text in charts, in pixels. Smaller is not read."""
ROOM = 16
"""The height a line of text takes, in pixels."""
_BOLDER = 1.07
"""How much wider the heaviest weight we set is than the lightest."""

_WIDTHS = {
    **dict.fromkeys("ijlI", 3.6),
    **dict.fromkeys(" .,:;!|'’\u00a0\u2009\u202f", 4.1),
    **dict.fromkeys("frt()/«»1", 5.5),
    **dict.fromkeys("-–", 6.6),
    **dict.fromkeys("mMwæWÆ%…—", 13.0),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZØÅ", 9.9),
}
_OTHER = 8.8
_FOREIGN = 14.0
"""Letters our font does not have are drawn by another, of unknown width."""


def width_of(words: str, strong: bool = False) -> float:
    """Pixels the words take, at most."""
    plain = sum(map(_width, words))
    return plain * _BOLDER if strong else plain


def fit(words: str, room: float, strong: bool = False) -> str:
    """The words, cut with an ellipsis where they would pass the room."""
    if width_of(words, strong) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", strong) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept.strip() else ""


def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return _OTHER if letter < "\u0250" else _FOREIGN
