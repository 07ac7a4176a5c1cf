"""Readability: words, sentences and LIX. The number itself is never shown.

Source: C. H. Björnsson, Läsbarhet, 1968; docs/method/goal-check.md.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

LONG_WORD = 7
"""Letters from which a word counts as long."""

_WORD = re.compile(r"\w+(?:[-–'’.,:/]\w+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
_ABBREVIATIONS = re.compile(
    r"\b(?:bl\.\s?a|ca|dvs|evt|f\.\s?eks|inkl|jf|kl|m\.\s?m|m\.\s?fl|maks|mill|mrd|"
    r"nr|osv|o\.\s?l|pga|pkt|pr|t\.\s?d|t\.\s?o\.\s?m|tlf)\.(?=\s+\S)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)\.(?=\s+[a-zæøå–])")
"""«1. mars», «9. trinn»: a point after a number that ends no sentence."""

HEAVY_LIX = 65
"""Nine above the hardest of the well-made development goals."""
_FEWEST_WORDS = 10
"""LIX says nothing of a title of three words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What LIX is made of."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> Decimal:
        """Words per sentence and the percentage of long words, added; 0 without any."""
        if not self.words:
            return Decimal(0)
        return Decimal(self.words) / self.sentences + Decimal(
            100 * self.long_words
        ) / Decimal(self.words)


def reading(text: str) -> Reading:
    """Count words, sentences and long words. Numbers are words but never long."""
    words = _WORD.findall(text)
    plain = _ORDINAL.sub("", _ABBREVIATIONS.sub("", text))
    parts = [part for part in _SENTENCE_END.split(plain) if _WORD.search(part)]
    long_words = [word for word in words if _letters(word) >= LONG_WORD]
    return Reading(len(words), max(1, len(parts)), len(long_words))


def word_count(text: str) -> int:
    return reading(text).words


def lix(text: str) -> Decimal:
    """Return LIX, unrounded: below 30 very easy, above 60 very hard."""
    return reading(text).lix


def is_heavy(text: str) -> bool:
    """Tell a text that is hard to read from one that is only short or technical."""
    found = reading(text)
    return found.words >= _FEWEST_WORDS and found.lix >= HEAVY_LIX


def _letters(word: str) -> int:
    return sum(char.isalpha() for char in word)
