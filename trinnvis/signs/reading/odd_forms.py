"""Odd forms: texts that are not one figure, but that we know what mean.

Each is answered with what to write instead. All take tidied text of a limited
length, so the patterns need no guard of their own.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from trinnvis.rules.terms import MissingReason
from trinnvis.signs.numbers import rounded
from trinnvis.signs.reading.figures import LARGEST
from trinnvis.signs.reading.problems import NumberProblem
from trinnvis.signs.reading.spelling import meanings

_MARKS = {
    "-": None, "--": None, "–": None, "—": None, "−": None, "*": None, "x": None,
    "?": None, "na": None, "n.a.": None, "n/a": None, "#n/a": None, "#i/t": None,
    "null": None, "none": None, "nil": None, "mangler": None, "manglar": None,
    "tallet mangler": None, "ukjent": None, "ikke kjent": None, "vet ikke": None,
    "ingen": None, "ikke aktuelt": None, "i.a.": None, "ikkje aktuelt": None,
    ".": None,
    "..": MissingReason.NOT_AVAILABLE,
    "ikke tilgjengelig": MissingReason.NOT_AVAILABLE,
    "...": MissingReason.LATER, "…": MissingReason.LATER,
    "ikke målt ennå": MissingReason.LATER, "måles senere": MissingReason.LATER,
    "ikke målt": MissingReason.NOT_MEASURED,
    "ikkje målt": MissingReason.NOT_MEASURED,
    ":": MissingReason.SHIELDED, "skjermet": MissingReason.SHIELDED,
    "skjerma": MissingReason.SHIELDED,
}  # fmt: skip
"""Signs and words for no figure; SSB's «..», «...», «:» tell why."""

_NUMBER = r"[0-9][0-9.,' ]*"
_UNIT = r"[^0-9]*"
_COMPARISON = re.compile(
    r"(?:[<>≤≥]=?|=[<>]|under|over|minst|høyst|maks\.?|maksimum|minimum|inntil|opp\s?til"
    r"|(?:mindre|mer|meir|færre|flere|fleire|lavere|høyere) enn)\s*"
    rf"[-−–]?{_NUMBER}{_UNIT}|{_NUMBER}(?:\+|eller (?:mer|mindre|flere|færre)).*",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"(?:[~≈∼±]|(?:ca\b\.?|cirka|circa|omtrent|omkring|rundt|nesten|snaut|knapt)\s)"
    rf"\s*[-−–]?{_NUMBER}{_UNIT}|ca\.?{_NUMBER}{_UNIT}|{_NUMBER}ca\.?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?:mellom\s+|fra\s+)?[-−–]?{_NUMBER}(?:[-–—−]|\.\.+|…|til\b|to\b|og\b)\s*"
    rf"[-−–]?{_NUMBER}{_UNIT}",
    re.IGNORECASE,
)
_EXPONENT = re.compile(r"([-−–+]?)([0-9]+(?:[.,][0-9]+)?)[eE]([-−+]?)([0-9]+)")
_NEGATIVE = re.compile(
    r"\((?P<round>[0-9][^()]*)\)|(?P<after>[0-9](?:.*[0-9])?)\s*[-−–—]|[-−–]\s+(?P<apart>[0-9].*)"
    r"|—(?P<dash>[0-9].*)"
)
_SIMPLE_FRACTION = re.compile(r"(?:([0-9]{1,6}) )?([0-9]{1,2})\s*[/⁄∕]\s*([1-9][0-9]?)")
_QUOTES = str.maketrans("", "", "=_\"'«»“”„‘’`*")


@dataclass(frozen=True, slots=True)
class OddForm:
    """What was recognised, and the figure to write instead where there is one."""

    problem: NumberProblem
    suggestion: Decimal | None = None
    missing_reason: MissingReason | None = None


def missing_mark(typed: str) -> OddForm | None:
    """Recognise a sign or word that says there is no figure."""
    word = typed.casefold()
    if word not in _MARKS:
        return None
    return OddForm(NumberProblem.MISSING_MARK, missing_reason=_MARKS[word])


def odd_form(typed: str, decimals: int | None) -> OddForm | None:
    """Recognise what is written instead of one figure; None for plain nonsense."""
    if found := _exponent(typed):
        return found
    if _COMPARISON.fullmatch(typed):
        return OddForm(NumberProblem.COMPARISON)
    if _APPROXIMATE.fullmatch(typed):
        return OddForm(NumberProblem.APPROXIMATE)
    if found := _fraction(typed, decimals):
        return found
    if found := _negative_form(typed):
        return found
    if _RANGE.fullmatch(typed):
        return OddForm(NumberProblem.RANGE)
    return None


def repaired(typed: str) -> Decimal | None:
    """Return the figure that shows when odd signs are taken away: «1_000» is 1000.

    For a suggestion only; a repaired figure is never taken.
    """
    digits = "".join(_ascii_digit(sign) for sign in typed.translate(_QUOTES))
    found = meanings(digits)
    return found[0] if len(found) == 1 and abs(found[0]) < LARGEST else None


def _exponent(typed: str) -> OddForm | None:
    match = _EXPONENT.fullmatch(typed)
    if not match:
        return None
    sign = "-" if match[1] and match[1] != "+" else ""
    value = Decimal(sign + match[2].replace(",", "."))
    power = int(match[4]) * (-1 if match[3] in ("-", "−") else 1)
    if power + value.adjusted() >= LARGEST.adjusted() and value:
        too_far = NumberProblem.TOO_LOW if value < 0 else NumberProblem.TOO_LARGE
        return OddForm(too_far)
    if power < -LARGEST.adjusted() or not value:
        return OddForm(NumberProblem.NOT_A_NUMBER)
    return OddForm(NumberProblem.NOT_A_NUMBER, Decimal(f"{value.scaleb(power):f}"))


def _fraction(typed: str, decimals: int | None) -> OddForm | None:
    number = typed[:-1].strip()
    if typed and _is_fraction_sign(typed[-1]) and (not number or number.isdecimal()):
        part = Fraction(unicodedata.numeric(typed[-1])).limit_denominator(10)
        exact = part + int(number or 0)
    elif match := _SIMPLE_FRACTION.fullmatch(typed):
        exact = Fraction(int(match[2]), int(match[3])) + int(match[1] or 0)
        if 1000 % exact.denominator:
            return None
    else:
        return None
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    if 1000 % exact.denominator:
        value = rounded(value, max(decimals or 2, 1))
    return OddForm(NumberProblem.FRACTION_SIGN, value)


def _negative_form(typed: str) -> OddForm | None:
    match = _NEGATIVE.fullmatch(typed)
    found = meanings(match[match.lastgroup or 0].strip()) if match else ()
    if len(found) != 1:
        return None
    return OddForm(NumberProblem.NEGATIVE_FORM, -found[0])


def _is_fraction_sign(sign: str) -> bool:
    return "⁄" in unicodedata.normalize("NFKC", sign) and sign != "⅟"


def _ascii_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign, sign))
