"""Numbers: figures written for people, rounded once, half up.

The active language decides the spelling: bokmål and nynorsk write «−1 234,5 %»
with no-break spaces, English writes "−1,234.5%".
Source: docs/method/typing.md, «Slik skrives tall tilbake».
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"

_WIDE = Context(prec=100)
"""Rounding must not fail on a long share, so it has its own precision."""
_GROUPED_FROM = 10_000
_WORDS = frozenset(
    {
        gettext_noop("prosent"),
        gettext_noop("prosentpoeng"),
        gettext_noop("poeng"),
        gettext_noop("kroner"),
        gettext_noop("dager"),
        gettext_noop("timer"),
        gettext_noop("uker"),
        gettext_noop("måneder"),
        gettext_noop("år"),
    }
)
"""Unit words of our own that have translations; other units stand as typed."""
_MARKS = {"prosent": "%", "percent": "%", "kroner": "kr"}
_SCALE = re.compile(r"\s+\d+\s*[-–]\s*\d+$")
_COUNT = re.compile(r"^(?:antall|antal|stk\.?)(?:\s+|$)", re.IGNORECASE)
_PERCENT = re.compile(r"^\s*(?:%|(?:prosent|percent|pst)\b)", re.IGNORECASE)


def figure(value: Decimal | int, decimals: int, unit: str = "") -> str:
    """Write a value with so many decimals, and its unit after a no-break space."""
    return _with_unit(_digits(rounded(value, decimals)), unit_word(unit))


def figure_as_is(value: Decimal | int, unit: str = "") -> str:
    """Write every decimal the value has; nothing is rounded."""
    return figure(value, _places(value), unit)


def figure_beside(
    value: Decimal | int, other: Decimal | int, decimals: int, unit: str = ""
) -> str:
    """Write a value so that it cannot be mistaken for the other beside it.

    Takes one more decimal at a time while rounding hides that they differ:
    89,96 % beside 90 %, never 90,0 %.
    """
    return figure(value, _places_apart(value, other, decimals), unit)


def figure_to_edit(value: Decimal | int) -> str:
    """Write a value as a person would type it in a field: «-1234,5».

    No grouping and a comma in every language, so that our own fields read it
    back without asking.
    """
    return f"{_no_negative_zero(Decimal(value)):f}".replace(".", ",")


def change(
    before: Decimal | int,
    after: Decimal | int,
    unit: str = "",
    decimals: int | None = None,
) -> str:
    """Say a change: shares in percentage points, all else from–to.

    Without `decimals` the figures' own spelling decides (8.0 has one).
    """
    mark = unit_mark(unit)
    if decimals is None:
        decimals = max(_places(before), _places(after))
    if before == after:
        return _("uendret (%(value)s)") % {"value": figure(after, decimals, mark)}
    decimals = _places_apart(before, after, decimals)
    if not is_percent(unit):
        return _("fra %(before)s til %(after)s") % {
            "before": figure(before, decimals),
            "after": figure(after, decimals, mark),
        }
    sentence = (
        _("opp %(difference)s (fra %(before)s til %(after)s)")
        if after > before
        else _("ned %(difference)s (fra %(before)s til %(after)s)")
    )
    return sentence % {
        "difference": figure(
            abs(Decimal(after) - Decimal(before)), decimals, "prosentpoeng"
        ),
        "before": figure(before, decimals, mark),
        "after": figure(after, decimals, mark),
    }


def share(numerator: Decimal | int, denominator: Decimal | int) -> str:
    """Write «12 av 14 (86 %)»; of nothing there is no percentage: «0 av 0».

    The percentage is never rounded to 0 or 100 when it is neither.
    """
    counts = {
        "numerator": figure_as_is(numerator),
        "denominator": figure_as_is(denominator),
    }
    if denominator == 0:
        return _("%(numerator)s av %(denominator)s") % counts
    percent = 100 * Decimal(numerator) / Decimal(denominator)
    places = max(_places_apart(percent, end, 0) for end in (0, 100))
    text = figure(percent, places, "%")
    return _("%(numerator)s av %(denominator)s (%(percent)s)") % {
        **counts,
        "percent": text,
    }


def is_percent(unit: str) -> bool:
    """Tell whether figures in this unit are per hundred («prosent av budsjettet»)."""
    return bool(_PERCENT.match(unit))


def unit_word(unit: str) -> str:
    """Return the unit as it stands after a figure in prose; a bare count has none.

    «antall per 1000 døgn» is written «per 1000 døgn», «poeng 1–6» «poeng».
    """
    word = _SCALE.sub("", _COUNT.sub("", unit.strip()))
    return _(word) if word in _WORDS else word


def unit_mark(unit: str) -> str:
    """Return the unit as it stands in tables and pictures: «%», «kr»."""
    if is_percent(unit):
        return "%"
    return _MARKS.get(unit.strip().casefold(), unit_word(unit))


def rounded(value: Decimal | int, decimals: int) -> Decimal:
    """Round half up, away from zero. Raises ValueError for NaN and infinity."""
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{exact} is not a figure")
    step = Decimal(1).scaleb(-decimals)
    return _no_negative_zero(exact.quantize(step, ROUND_HALF_UP, _WIDE))


def _digits(exact: Decimal) -> str:
    grouped = abs(exact) >= _GROUPED_FROM
    text = f"{abs(exact):,f}" if grouped else f"{abs(exact):f}"
    if not _in_english():
        text = text.translate({ord(","): NO_BREAK_SPACE, ord("."): ","})
    return MINUS + text if exact < 0 else text


def _with_unit(text: str, word: str) -> str:
    if not word:
        return text
    if word == "%" and _in_english():
        return f"{text}%"
    return f"{text}{NO_BREAK_SPACE}{word}"


def _in_english() -> bool:
    return (get_language() or "nb").startswith("en")


def _no_negative_zero(exact: Decimal) -> Decimal:
    return exact.copy_abs() if exact.is_zero() else exact


def _places(value: Decimal | int) -> int:
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _places_apart(value: Decimal | int, other: Decimal | int, decimals: int) -> int:
    most = max(_places(value), _places(other))
    while (
        decimals < most
        and value != other
        and rounded(value, decimals) == rounded(other, decimals)
    ):
        decimals += 1
    return decimals
