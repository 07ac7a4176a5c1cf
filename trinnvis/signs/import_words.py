"""Import words: what a file is told, what became of its rows, and what to answer."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trinnvis.rules.import_answers import Answer
from trinnvis.rules.import_plan import Fate, Why
from trinnvis.rules.import_refusals import BuiltOn, ImportRefusal
from trinnvis.rules.scorecard_facts import Direction, Notice, NoticeKind
from trinnvis.rules.scorecard_faults import FileFault
from trinnvis.signs.numbers import NO_BREAK_SPACE


def fault_sentence(
    fault: FileFault, *, sheet: str = "", row: int = 0, text: str = ""
) -> str:
    """Say why a file was not read, and what to do. Where it is, as far as known."""
    if fault is FileFault.RAGGED_ROW:
        found, _slash, allowed = text.partition("/")
        words = {"row": row, "found": found, "allowed": allowed}
        return (
            _(
                "Rad %(row)s har %(found)s kolonner, men overskriften har %(allowed)s. "
                "Bruk semikolon som skille."
            )
            % words
        )
    if fault is FileFault.UNREADABLE_CHARACTER and not row:
        return _("Filen har et tegn som ikke kan leses. Velg et annet tegnsett.")
    if fault is FileFault.TOO_MANY_ROWS and not row:
        row = int(text) if text.isdecimal() else 0
    words = {"row": spaced(row), "sheet": sheet, "text": text}
    return _faults()[fault] % words


def _faults() -> Mapping[FileFault, str]:
    return _of_format() | _of_size() | _of_content()


def _of_format() -> dict[FileFault, str]:
    return {
        FileFault.EMPTY: _("Filen er tom."),
        FileFault.UNKNOWN_FORMAT: _(
            "Filen er ikke et regneark. Lagre den som .xlsx eller CSV og prøv igjen."
        ),
        FileFault.OLD_EXCEL: _("Gammelt Excel-format. Åpne filen og lagre som .xlsx."),
        FileFault.BINARY_WORKBOOK: _("Formatet .xlsb støttes ikke. Lagre som .xlsx."),
        FileFault.PASSWORD_PROTECTED: _(
            "Filen er passordbeskyttet. Fjern passordet og prøv igjen."
        ),
        FileFault.DAMAGED: _(
            "Filen er skadet eller ikke ferdig lastet opp. Prøv igjen."
        ),
    }


def _of_size() -> dict[FileFault, str]:
    return {
        FileFault.TOO_LARGE: _(
            "Filen er større enn 10 MB. Del den i flere, eller fjern bilder og prøv igjen."
        ),
        FileFault.TOO_LARGE_UNPACKED: _("Filen er for stor når den pakkes ut."),
        FileFault.TOO_MANY_ROWS: _(
            "Regnearket går til rad %(row)s. "
            "Slett tomme rader under dataene og prøv igjen."
        ),
        FileFault.TOO_MANY_COLUMNS: _(
            "Regnearket har %(text)s kolonner. "
            "Slett tomme kolonner ved siden av dataene og prøv igjen."
        ),
        FileFault.TOO_MANY_CELLS: _(
            "Regnearket har for mange celler. Del det i flere filer og prøv igjen."
        ),
        FileFault.LINE_TOO_LONG: _("Rad %(row)s er for lang."),
        FileFault.TOO_SLOW: _(
            "Filen tok for lang tid å lese. Del den i flere filer og prøv igjen."
        ),
        FileFault.TOO_HEAVY: _(
            "Filen er for tung å lese. Del den i flere filer og prøv igjen."
        ),
    }


def _of_content() -> dict[FileFault, str]:
    return {
        FileFault.FORBIDDEN_CONTENT: _(
            "Filen inneholder ulovlig innhold og kan ikke leses."
        ),
        FileFault.IDENTITY_NUMBERS: _(
            "Filen har en kolonne med fødselsnummer. Fjern kolonnen og prøv igjen."
        ),
        FileFault.NO_INDICATOR_COLUMN: _("Kolonnen «Indikator» mangler."),
        FileFault.UNREADABLE_CHARACTER: _(
            "Rad %(row)s har et tegn som ikke kan leses. Velg et annet tegnsett."
        ),
        FileFault.UNBALANCED_QUOTE: _(
            "Rad %(row)s: anførselstegnet er ikke avsluttet."
        ),
    }


def notice_sentence(notice: Notice) -> str:
    """Say what was seen in the file that no row carries."""
    if notice.kind is NoticeKind.UNKNOWN_COLUMN and not notice.suggestion:
        return _("Ukjent kolonne «%(text)s». Den er ikke tatt med.") % {
            "text": notice.text
        }
    count = int(notice.text) if notice.text.isdecimal() else 0
    if notice.kind is NoticeKind.HIDDEN_ROWS:
        return ngettext(
            "Filen har %(count)s skjult rad. Skal den tas med?",
            "Filen har %(count)s skjulte rader. Skal de tas med?",
            count,
        ) % {"count": count}
    if notice.kind is NoticeKind.HIDDEN_COLUMNS:
        return ngettext(
            "Filen har %(count)s skjult kolonne.",
            "Filen har %(count)s skjulte kolonner.",
            count,
        ) % {"count": count}
    if notice.kind is NoticeKind.FORMULA_CELLS:
        return ngettext(
            "%(count)s tall er regnet ut i Excel. Vi bruker det som sto der sist.",
            "%(count)s tall er regnet ut i Excel. Vi bruker det som sto der sist.",
            count,
        ) % {"count": count}
    return _notices()[notice.kind] % {
        "text": notice.text,
        "suggestion": notice.suggestion,
        "cell": notice.cell,
        "row": "".join(sign for sign in notice.cell if sign.isdecimal()),
    }


def _notices() -> Mapping[NoticeKind, str]:
    return {
        NoticeKind.SHEET_WITHOUT_TABLE: _("Arket har ingen tabell med indikatorer."),
        NoticeKind.HIDDEN_SHEET: _("Arket er skjult i filen."),
        NoticeKind.TOTAL_ROW: _(
            "Rad %(row)s ser ut som en sumrad og er ikke tatt med."
        ),
        NoticeKind.UNKNOWN_COLUMN: _(
            "Ukjent kolonne «%(text)s». Mener du «%(suggestion)s»?"
        ),
        NoticeKind.COMPARATOR_COLUMN: _(
            "Kolonnen «%(text)s» gjelder andre enn kommunen og er ikke tatt med."
        ),
        NoticeKind.COLUMN_NOT_IMPORTED: _("Kolonnen «%(text)s» er ikke tatt med."),
        NoticeKind.ROW_WITHOUT_FIGURES: _("«%(text)s» har ingen tall."),
        NoticeKind.ROW_WITHOUT_INDICATOR: _(
            "Raden har tall, men ingen indikator: «%(text)s»."
        ),
        NoticeKind.NO_COMMON_INDICATOR: _("Raden sier at det ikke er noen indikator."),
        NoticeKind.FOOTNOTE: _("Fotnote: «%(text)s»"),
        NoticeKind.MOJIBAKE: _(
            "Teksten ser ut til å ha feil tegnsett: «%(text)s». "
            "Velg tegnsett og se på nytt."
        ),
        NoticeKind.ENCODING_GUESSED: _("Er æ, ø og å riktige i forhåndsvisningen?"),
    }


def answer_word(answer: Answer) -> str:
    return {
        Answer.HIGHER: _("Høyere er bedre"),
        Answer.LOWER: _("Lavere er bedre"),
        Answer.CONFIRM: _("Det stemmer"),
        Answer.WATCH: _("Bare følg med"),
        Answer.LEAVE: _("Ikke ta med"),
    }[answer]


def direction_word(direction: Direction) -> str:
    """Say which way is better, in the middle of a sentence."""
    return {
        Direction.HIGHER: _("høyere er bedre"),
        Direction.LOWER: _("lavere er bedre"),
        Direction.BAND: _("innenfor båndet er best"),
    }[direction]


def fate_word(fate: Fate) -> str:
    return {
        Fate.JUDGED: _("tas inn med mål"),
        Fate.WATCHED: _("følger med"),
        Fate.LEFT_OUT: _("tas ikke inn"),
    }[fate]


def why_sentence(why: Why, year: int) -> str:
    """Say why a row is only followed along, or is left out."""
    return {
        Why.NO_TARGET: _("Filen har ikke noe måltall."),
        Why.OTHER_YEAR: _("Målet i filen gjelder et annet år enn %(year)s."),
        Why.CHANGE_TARGET: _("Målet er en endring og ikke et nivå."),
        Why.UNEVEN_BAND: _("Båndet er ulikt over og under. Det kan vi ikke vurdere."),
        Why.TARGETS_DIFFER: _("To rader har ulike mål for %(year)s."),
        Why.UNANSWERED: _("Må bekreftes før vi sier om målet er nådd."),
        Why.AWAITS_OTHER: _("En annen rad for det samme må bekreftes først."),
        Why.CHOSEN: _("Du har valgt det."),
        Why.REJECTED: _("Kunne ikke leses som tall."),
        Why.LEFT: _("Du har valgt det."),
        Why.NOT_TAKEN_IN: _("Må bekreftes før raden tas inn."),
        Why.NO_UNIT: _("Enheten er ikke valgt."),
        Why.UNIT_LEFT: _("Enheten er ikke tatt med."),
        Why.NOT_ALLOWED: _("Enheten er ikke din."),
        Why.PLAN_FROZEN: _(
            "Planen for %(year)s er vedtatt eller til godkjenning, og endres ikke."
        ),
        Why.ALREADY_THERE: _("Står i planen fra før, og endres ikke."),
    }[why] % {"year": year}


def refusal_sentence(reason: ImportRefusal) -> str:
    return {
        ImportRefusal.NOT_ALLOWED: _(
            "Det er controlleren, kommunedirektøren og enhetens leder som henter inn "
            "filer. Spør en av dem."
        ),
        ImportRefusal.ALREADY_APPLIED: _(
            "Denne filen er tatt inn før. Ingenting er endret."
        ),
        ImportRefusal.NOTHING_TO_IMPORT: _(
            "Det er ingenting å ta inn. Velg enhet for minst ett av navnene i filen."
        ),
        ImportRefusal.NOT_PREVIEWED: _(
            "Filen er tatt inn eller angret allerede. Ingenting er endret."
        ),
        ImportRefusal.NOT_APPLIED: _(
            "Filen er ikke tatt inn, så det er ingenting å angre."
        ),
        ImportRefusal.BUILT_ON: _(
            "Noen har arbeidet videre med det som ble tatt inn. "
            "Da kan det ikke angres samlet. Ta bort mål fra planen i stedet."
        ),
    }[reason]


def built_on_sentence(built: BuiltOn) -> str:
    """Say one thing people have done with what the file made."""
    sentences = {
        "changed": _("%(unit)s: «%(name)s» er endret."),
        "plan_moved": _("%(unit)s: planen for %(name)s er sendt videre."),
        "unit": _("%(unit)s har fått enheter under seg."),
        "roleassignment": _("%(unit)s har fått folk."),
        "goal": _("%(unit)s: planen for %(name)s har fått flere mål."),
        "indicator": _("%(unit)s: «%(name)s» har fått flere indikatorer."),
        "observation": _("%(unit)s: «%(name)s» har fått nye tall."),
        "action": _("%(unit)s: «%(name)s» har fått tiltak."),
        "plancomment": _("%(unit)s: noen har kommentert «%(name)s»."),
        "planchapter": _("%(unit)s: planen for %(name)s har fått tekst."),
        "quarterreview": _("%(unit)s: et kvartal er påbegynt for %(name)s."),
        "goalreview": _("%(unit)s: et kvartal er påbegynt for «%(name)s»."),
    }
    otherwise = _("%(unit)s: noen har arbeidet videre med «%(name)s».")
    sentence = sentences.get(built.kind, otherwise)
    return sentence % {"unit": built.unit, "name": built.name}


def spaced(number: int) -> str:
    """Write a row's number with its thousands apart: «1 048 576»."""
    return f"{number:,}".replace(",", NO_BREAK_SPACE)
