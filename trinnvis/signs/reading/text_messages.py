"""Text messages: what a typed text lacks, said of the field it was typed in."""

from enum import StrEnum

from django.utils.translation import gettext as _

from trinnvis.signs.numbers import NO_BREAK_SPACE, figure
from trinnvis.signs.reading.problems import TextProblem
from trinnvis.signs.reading.text import TextReading


class Subject(StrEnum):
    """What the text is, so that the message can name it."""

    TEXT = "text"
    COMMENT = "comment"
    GOAL = "goal"
    ACTION = "action"
    ANALYSIS = "analysis"
    REASON = "reason"
    NAME = "name"


def text_message(reading: TextReading, subject: Subject = Subject.TEXT) -> str:
    """Say what a typed text lacks; "" when it was understood."""
    match reading.problem:
        case None:
            return ""
        case TextProblem.EMPTY:
            return _empty(subject)
        case TextProblem.TOO_LONG:
            return _too_long(subject) % {
                "length": _count(reading.length),
                "limit": _count(reading.limit),
            }
        case TextProblem.NUL:
            return _(
                "Teksten inneholder et ugyldig tegn (NUL). Fjern det og prøv igjen."
            )
        case TextProblem.BROKEN:
            return _("Teksten inneholder et ugyldig tegn. Fjern det og prøv igjen.")
        case TextProblem.IDENTITY_NUMBER:
            return _(
                "Teksten ser ut til å inneholde et fødselsnummer. Fjern det – "
                "personopplysninger skal ikke stå her."
            )


def people_advice() -> str:
    """Return the standing advice beside text about results and causes."""
    return _("Ikke skriv om enkeltpersoners helse eller forhold.")


def _empty(subject: Subject) -> str:
    return {
        Subject.TEXT: _("Skriv en tekst."),
        Subject.COMMENT: _("Skriv en kommentar."),
        Subject.GOAL: _("Skriv hva målet er."),
        Subject.ACTION: _("Skriv hva tiltaket er."),
        Subject.ANALYSIS: _("Skriv hva dere mener er årsaken."),
        Subject.REASON: _("Skriv hvorfor."),
        Subject.NAME: _("Skriv et navn."),
    }[subject]


def _too_long(subject: Subject) -> str:
    kept = _("Alt du har skrevet, er beholdt.")
    sentence = {
        Subject.COMMENT: _(
            "Kommentaren er %(length)s tegn. Den kan være høyst %(limit)s."
        ),
        Subject.GOAL: _("Målet er %(length)s tegn. Det kan være høyst %(limit)s."),
        Subject.ACTION: _("Tiltaket er %(length)s tegn. Det kan være høyst %(limit)s."),
        Subject.ANALYSIS: _(
            "Analysen er %(length)s tegn. Den kan være høyst %(limit)s."
        ),
        Subject.REASON: _(
            "Begrunnelsen er %(length)s tegn. Den kan være høyst %(limit)s."
        ),
        Subject.NAME: _("Navnet er %(length)s tegn. Det kan være høyst %(limit)s."),
    }.get(subject, _("Teksten er %(length)s tegn. Den kan være høyst %(limit)s."))
    return f"{sentence} {kept}"


def _count(number: int) -> str:
    return figure(number, 0).replace(NO_BREAK_SPACE, " ")
