"""Messages: what a reading says to the person, in one or two sentences.

What is wrong, with the typed text in «», and what to do. Empty when nothing is
to be said. Source: tests/data/bad-inputs.jsonl, `message_nb`.
"""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.signs.numbers import NO_BREAK_SPACE, figure_as_is, is_percent
from trinnvis.signs.reading.figures import NumberContext, NumberReading
from trinnvis.signs.reading.likely import slip_of
from trinnvis.signs.reading.problems import NumberProblem


def number_message(reading: NumberReading, context: NumberContext) -> str:
    """Say what a typed figure lacks; "" when it was understood."""
    match reading.problem:
        case None:
            return ""
        case NumberProblem.NOT_A_NUMBER:
            return _not_a_number(reading)
        case NumberProblem.TWO_MEANINGS:
            return _two_meanings(reading)
        case NumberProblem.TOO_MANY_DECIMALS:
            return _too_many_decimals(reading, context)
        case NumberProblem.WRONG_UNIT:
            return _wrong_unit(reading, context)
        case NumberProblem.MAGNITUDE_WORD if reading.suggestion is not None:
            return _("Skriv tallet helt ut: %(figure)s.") % {
                "figure": plain(reading.suggestion)
            }
        case NumberProblem.ABOVE_MAXIMUM:
            return _above_maximum(context)
        case NumberProblem.BELOW_MINIMUM:
            return _below_minimum(context)
        case NumberProblem.FRACTION_OF_PERCENT:
            return _fraction_of_percent(reading)
        case NumberProblem.FAR_ABOVE_PREVIOUS | NumberProblem.FAR_BELOW_PREVIOUS:
            return _far_from_previous(reading)
        case NumberProblem.NEGATIVE_FORM:
            return _(
                "«%(text)s» er ikke et tall. Skriv %(figure)s hvis tallet er negativt."
            ) % {"text": reading.text, "figure": plain(reading.suggestion)}
        case NumberProblem.FRACTION_SIGN:
            return _("Skriv %(figure)s i stedet for %(text)s.") % {
                "figure": plain(reading.suggestion),
                "text": reading.text,
            }
        case NumberProblem.TWO_NUMBERS:
            return _("Skriv ett tall i stedet for «%(text)s».") % {"text": reading.text}
    return _standing(reading.problem)


def plain(value: Decimal | None) -> str:
    """Write a figure as a person may type it after: ordinary blanks between groups."""
    if value is None:
        return ""
    return figure_as_is(value).replace(NO_BREAK_SPACE, " ")


def _standing(problem: NumberProblem) -> str:
    """Return the sentences that are the same whatever was typed."""
    missing = _("Skriv et tall, eller velg «Tallet mangler» og forklar hvorfor.")
    return {
        NumberProblem.EMPTY: _(
            "Skriv resultatet for kvartalet, eller velg «Tallet mangler»."
        ),
        NumberProblem.MISSING_MARK: missing,
        NumberProblem.TOO_LONG: _(
            "Dette er for langt til å være et tall. Skriv bare tallet."
        ),
        NumberProblem.TOO_LARGE: _(
            "Tallet er for stort. Høyeste tillatte verdi er 999 999 999 999."
        ),
        NumberProblem.TOO_LOW: _(
            "Tallet er for lavt. Laveste tillatte verdi er −999 999 999 999."
        ),
        NumberProblem.RANGE: _(
            "Skriv ett tall. Har du et intervall, kan du forklare det i kommentaren."
        ),
        NumberProblem.COMPARISON: _(
            "Skriv ett tall. Er tallet skjermet av personvernhensyn, "
            "velg «Tallet mangler»."
        ),
        NumberProblem.APPROXIMATE: _(
            "Skriv ett tall. Er det usikkert, kan du forklare det i kommentaren."
        ),
        NumberProblem.MAGNITUDE_WORD: _("Skriv tallet helt ut, med alle sifrene."),
        NumberProblem.ZERO_DENOMINATOR: _(
            "Det siste tallet kan ikke være 0. Var det ingen å måle, "
            "velg «Tallet mangler»."
        ),
    }[problem]


def _not_a_number(reading: NumberReading) -> str:
    if reading.suggestion is None:
        return _("«%(text)s» er ikke et tall.") % {"text": reading.text}
    return _("«%(text)s» er ikke et tall. Skriv %(figure)s.") % {
        "text": reading.text,
        "figure": plain(reading.suggestion),
    }


def _two_meanings(reading: NumberReading) -> str:
    first, second = (plain(value) for value in reading.alternatives)
    return _(
        "«%(text)s» kan bety %(first)s eller %(second)s. Velg hvilket tall du mener."
    ) % {"text": reading.text, "first": first, "second": second}


def _too_many_decimals(reading: NumberReading, context: NumberContext) -> str:
    figure = {"figure": plain(reading.value)}
    if not context.decimals:
        return _(
            "Indikatoren har ingen desimaler. Skal tallet lagres som %(figure)s?"
        ) % (figure)
    return ngettext(
        "Indikatoren har %(count)s desimal. Skal tallet lagres som %(figure)s?",
        "Indikatoren har %(count)s desimaler. Skal tallet lagres som %(figure)s?",
        context.decimals,
    ) % {**figure, "count": context.decimals}


def _wrong_unit(reading: NumberReading, context: NumberContext) -> str:
    if not context.unit:
        return _("Skriv bare tallet, uten «%(part)s».") % {"part": reading.part}
    return _("Indikatoren måles i %(unit)s. Skriv bare tallet, uten «%(part)s».") % {
        "unit": context.unit,
        "part": reading.part,
    }


def _above_maximum(context: NumberContext) -> str:
    maximum = {"maximum": _limit(context.maximum)}
    if is_percent(context.unit):
        return _(
            "Andelen kan ikke være over %(maximum)s prosent. Kontroller tallet."
        ) % (maximum)
    return _("Tallet kan ikke være over %(maximum)s. Kontroller tallet.") % maximum


def _below_minimum(context: NumberContext) -> str:
    if not context.minimum:
        return _("Indikatoren kan ikke være negativ.")
    return _("Tallet kan ikke være under %(minimum)s. Kontroller tallet.") % {
        "minimum": _limit(context.minimum)
    }


def _limit(value: Decimal | None) -> str:
    """Write a limit as it was set: 100, not the database's 100,0000."""
    return "" if value is None else plain(Decimal(f"{value.normalize():f}"))


def _fraction_of_percent(reading: NumberReading) -> str:
    typed = plain(reading.typed)
    if not reading.alternatives:
        return _("Du skrev %(typed)s prosent. Stemmer det?") % {"typed": typed}
    return _("Du skrev %(typed)s prosent. Mener du %(likely)s prosent?") % {
        "typed": typed,
        "likely": plain(reading.alternatives[0]),
    }


def _far_from_previous(reading: NumberReading) -> str:
    ratio = reading.ratio or Decimal(1)
    times = ratio if ratio >= 1 else 1 / ratio
    slip = slip_of(times)
    count = slip or (Decimal(100) if times > 100 else Decimal(10))
    words = {"count": plain(count)}
    if ratio >= 1:
        if count == times:
            sentence = _("Tallet er %(count)s ganger høyere enn i forrige kvartal.")
        elif slip:
            sentence = _(
                "Tallet er omtrent %(count)s ganger høyere enn i forrige kvartal."
            )
        else:
            sentence = _(
                "Tallet er mer enn %(count)s ganger høyere enn i forrige kvartal."
            )
    elif count == times:
        sentence = _("Tallet er %(count)s ganger lavere enn i forrige kvartal.")
    elif slip:
        sentence = _("Tallet er omtrent %(count)s ganger lavere enn i forrige kvartal.")
    else:
        sentence = _("Tallet er mer enn %(count)s ganger lavere enn i forrige kvartal.")
    return f"{sentence % words} {_('Stemmer det?')}"
