"""Numbers: a typed figure becomes a Decimal, a question, or a reason why not.

Source: docs/method/typing.md, «Tall»: where a figure can mean two
things, ask; missing is never nought.
"""

import re
from dataclasses import replace
from decimal import Decimal

from trinnvis.signs.numbers import rounded
from trinnvis.signs.reading.figures import LARGEST, NumberContext, NumberReading
from trinnvis.signs.reading.likely import (
    far_from_previous,
    is_fraction_of_percent,
    slip_of,
    why_impossible,
)
from trinnvis.signs.reading.odd_forms import OddForm, missing_mark, odd_form, repaired
from trinnvis.signs.reading.problems import NumberProblem, ReadingOutcome
from trinnvis.signs.reading.spelling import (
    LONGEST,
    MINUS_SIGNS,
    meanings,
    shown,
    tidied,
)
from trinnvis.signs.reading.units import magnitude_of, same_unit, share_scale

__all__ = ["NumberContext", "NumberReading", "read_number"]

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:,[0-9]+)?")
_CURRENCY = re.compile(r"((?:kr\.?|nok|[$€£])\s*)(.*)", re.IGNORECASE)
_FIGURE_AND_REST = re.compile(
    rf"([{MINUS_SIGNS}+]?[0-9.,'’ ]*[0-9][.,]?)\s*([^0-9.,'’\s].*)"
)
_PRICE = re.compile(r"(.*[0-9])([,.][-–−—])")
_SHARE = re.compile(
    r"([0-9][0-9., ]*?)\s*(?:[/∕⁄]|(?:ut\s+)?av\b|(?:out\s+)?of\b)\s*([0-9][0-9., ]*?)"
    r"(?:\s*\(([0-9., ]+)\s*%\))?(?:\s*[^\W\d][^0-9]*)?",
    re.IGNORECASE,
)
_UNIT_TEXT = re.compile(r"[^\d\0]*(?:[^\W\d_]|[%‰$€£°]|,-)[^\d\0]*")
_HUGE = re.compile(rf"([{MINUS_SIGNS}+]?)[1-9][0-9]{{{LONGEST - 2}}}")


def read_number(text: str, context: NumberContext) -> NumberReading:
    """Read a typed figure. Takes any text, raises nothing."""
    reading = _read(text.strip(), context)
    if reading.outcome is ReadingOutcome.NORMALISE and _is_plain(text, reading):
        return replace(reading, outcome=ReadingOutcome.ACCEPT)
    return reading


def _read(text: str, context: NumberContext) -> NumberReading:
    if len(text) > LONGEST:
        return _refused(text, OddForm(_problem_of_long(text)))
    typed = tidied(text)
    if not typed:
        return _refused(text, OddForm(NumberProblem.EMPTY))
    if mark := missing_mark(typed):
        return _refused(text, mark)
    if found := _SHARE.fullmatch(typed):
        return _share(text, found, context)
    figure, unit = _figure_and_unit(typed)
    values = meanings(figure)
    if not values or (unit and not same_unit(unit, context.unit)):
        return _not_this_figure(text, typed, context)
    return _settled(text, values, figure, context)


def _problem_of_long(text: str) -> NumberProblem:
    """A long row of digits is too large; any other long text is just too long."""
    found = _HUGE.match(text)
    if not found:
        return NumberProblem.TOO_LONG
    negative = found[1] and found[1] in MINUS_SIGNS
    return NumberProblem.TOO_LOW if negative else NumberProblem.TOO_LARGE


def _figure_and_unit(typed: str) -> tuple[str, str]:
    if found := _CURRENCY.fullmatch(typed):
        price = _PRICE.fullmatch(found[2])
        return price[1] if price else found[2], found[1].strip()
    if found := _PRICE.fullmatch(typed):
        return found[1], ",-"
    if found := _FIGURE_AND_REST.fullmatch(typed):
        return found[1], found[2]
    return typed, ""


def _not_this_figure(text: str, typed: str, context: NumberContext) -> NumberReading:
    """Say what the text is instead of one figure in this unit."""
    if odd := odd_form(typed, context.decimals):
        return _refused(text, odd)
    figure, unit = _figure_and_unit(typed)
    values = meanings(figure)
    power = magnitude_of(unit)
    if power and len(values) == 1:
        whole = Decimal(f"{values[0].scaleb(power):f}")
        fits = abs(whole) < LARGEST
        odd = OddForm(NumberProblem.MAGNITUDE_WORD, whole if fits else None)
        return _refused(text, odd)
    if values and _UNIT_TEXT.fullmatch(unit):
        refused = _refused(text, OddForm(NumberProblem.WRONG_UNIT))
        return replace(refused, part=shown(unit))
    return _refused(text, OddForm(NumberProblem.NOT_A_NUMBER, repaired(typed)))


def _share(text: str, found: re.Match[str], context: NumberContext) -> NumberReading:
    """Read «12 av 14»; three digits after a mark are thousands, as counts are whole."""
    numerators, denominators = meanings(found[1]), meanings(found[2])
    if not context.takes_shares or not numerators or not denominators:
        odd = odd_form(found[0], context.decimals)
        return _refused(text, odd or OddForm(NumberProblem.TWO_NUMBERS))
    numerator, denominator = max(numerators), max(denominators)
    if denominator == 0:
        return _refused(text, OddForm(NumberProblem.ZERO_DENOMINATOR))
    value = share_scale(context.unit) * numerator / denominator
    if found[3] and not _says_the_same(found[3], value):
        return _refused(text, OddForm(NumberProblem.TWO_NUMBERS))
    reading = _judged(text, value, replace(context, decimals=None))
    if reading.outcome is ReadingOutcome.REJECT:
        return reading
    return replace(
        reading, numerator=numerator, denominator=denominator, alternatives=()
    )


def _says_the_same(percent: str, value: Decimal) -> bool:
    for stated in meanings(percent.strip()):
        exponent = stated.as_tuple().exponent
        if isinstance(exponent, int) and rounded(value, -exponent) == stated:
            return True
    return False


def _settled(
    text: str, values: tuple[Decimal, ...], figure: str, context: NumberContext
) -> NumberReading:
    """Choose among the meanings only where the others are impossible."""
    possible = tuple(value for value in values if context.allows(value))
    if len(possible) == 2 and not _comma_fits(figure, context):
        return NumberReading(
            ReadingOutcome.ASK,
            shown(text),
            alternatives=values,
            problem=NumberProblem.TWO_MEANINGS,
        )
    value = (possible or values)[0]
    reading = _judged(text, value, context)
    if reading.value is not None and is_fraction_of_percent(value, context):
        return replace(
            reading,
            outcome=ReadingOutcome.WARN,
            problem=NumberProblem.FRACTION_OF_PERCENT,
            alternatives=_offered(value.scaleb(2), context),
        )
    return reading


def _comma_fits(figure: str, context: NumberContext) -> bool:
    """Tell whether «1,234» is plainly a decimal figure here.

    The indicator must have three decimals, and the previous figure must not be
    of the size that thousands would give.
    """
    if "," not in figure or context.decimals is None or context.decimals < 3:
        return False
    value = abs(meanings(figure)[0])
    return context.previous is None or abs(context.previous) <= 100 * value


def _judged(text: str, value: Decimal, context: NumberContext) -> NumberReading:
    """Hold one figure up against what is possible and what is likely."""
    if problem := why_impossible(value, context):
        return replace(_refused(text, OddForm(problem)), typed=value)
    kept = context.fitted(value)
    reading = NumberReading(ReadingOutcome.NORMALISE, shown(text), kept, typed=value)
    warned = replace(reading, outcome=ReadingOutcome.WARN)
    if problem := far_from_previous(value, context):
        ratio = value / (context.previous or 1)
        slip = slip_of(ratio)
        return replace(
            warned,
            problem=problem,
            ratio=ratio,
            alternatives=_offered(value / slip, context) if slip else (),
        )
    if kept != value:
        return replace(warned, problem=NumberProblem.TOO_MANY_DECIMALS)
    return reading


def _offered(value: Decimal, context: NumberContext) -> tuple[Decimal, ...]:
    """Return the figure as it may be offered on a button, if it is possible."""
    kept = context.fitted(Decimal(f"{value:f}"))
    return (kept,) if context.allows(kept) else ()


def _refused(text: str, odd: OddForm) -> NumberReading:
    return NumberReading(
        ReadingOutcome.REJECT,
        shown(text),
        problem=odd.problem,
        suggestion=odd.suggestion,
        missing_reason=odd.missing_reason,
    )


def _is_plain(text: str, reading: NumberReading) -> bool:
    """Tell whether the text is already what we would have written."""
    return (
        reading.numerator is None
        and bool(_PLAIN.fullmatch(text))
        and f"{reading.value:f}".replace(".", ",") == text
    )
