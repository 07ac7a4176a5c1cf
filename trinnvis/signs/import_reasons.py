"""Import reasons: what somebody should know of one row, with its cell and its print."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from trinnvis.rules.scorecard_facts import (
    Missing,
    Reason,
    Result,
    ScorecardRow,
)
from trinnvis.signs.numbers import figure_as_is


def reason_sentence(
    reason: Reason, row: ScorecardRow, rows: Iterable[ScorecardRow] = ()
) -> str:
    """Say one reason for one row; `rows` are all of the file's.

    The sentence names the cell where there is one, what stands in it, and what to do.
    """
    if reason is Reason.SAME_INDICATOR_TWICE:
        return _twice(row, rows)
    if reason is Reason.FRACTION_IN_PERCENT and (result := _fraction(row)):
        return _fraction_sentence(result)
    result = _told_by(reason, row)
    target = next((one for one in row.targets if one.value is None), None)
    words = {
        "cell": result.cell if result else (target.cell if target else ""),
        "text": result.printed if result else (target.printed if target else ""),
        "target": row.targets[0].printed if row.targets else "",
        "measure": row.measure or "",
    }
    return _sentences()[reason] % words


def _sentences() -> Mapping[Reason, str]:
    return _of_targets() | _of_figures() | _of_cells() | _of_rows()


def _of_targets() -> dict[Reason, str]:
    return {
        Reason.NO_TARGET: _("Raden har ikke noe måltall."),
        Reason.DIRECTION_NOT_PRINTED: _(
            "Det står ikke om høyere eller lavere er bedre enn «%(target)s»."
        ),
        Reason.OPERATOR_CONTRADICTS_INDICATOR: _(
            "Tegnet i «%(target)s» peker motsatt vei av det indikatoren pleier."
        ),
        Reason.OPERATORS_DISAGREE: _("Tegnene i raden peker hver sin vei."),
        Reason.OPERATOR_INSIDE_NAME: _(
            "Tegnet i navnet er lest som en del av navnet, ikke som et mål."
        ),
        Reason.OPERATOR_BEFORE_RANGE: _(
            "Det står et tegn foran et intervall. Er grensene riktige?"
        ),
        Reason.RESULT_EQUALS_STRICT_TARGET: _(
            "Resultatet er likt grensen. Vi regner grensen som nådd."
        ),
        Reason.TARGET_CANNOT_BE_REACHED: _(
            "Målet «%(target)s» kan ikke nås slik det står."
        ),
        Reason.TARGET_IN_SENTENCE: _(
            "Målet er en setning: «%(target)s». Skriv tallet i planen."
        ),
        Reason.TARGET_MISSING_BESIDE_BANDS: _(
            "Målet mangler ved siden av grensene for akseptabelt."
        ),
        Reason.BANDS_UNCLEAR: _("Grensene i «%(target)s» kan forstås på flere måter."),
        Reason.TWO_SIDED_BAND: _("Målet er et bånd med en øvre og en nedre grense."),
        Reason.LABELLED_BAND: _("Grensene er lest ut av ord i cellen."),
        Reason.PRINTED_BANDS_OVERLAP: _("Grensene overlapper hverandre."),
        Reason.VALUE_IN_GAP: _(
            "Resultatet ligger mellom to grenser. Vi regner det som nær målet."
        ),
        Reason.CHANGE_TARGET: _(
            "Målet «%(target)s» er en endring og ikke et nivå. Vi følger bare med."
        ),
        Reason.TARGET_YEAR_NOT_PRINTED: _("Det står ikke hvilket år målet gjelder."),
    }


def _of_figures() -> dict[Reason, str]:
    return {
        Reason.SIGN_CONVENTION_UNCLEAR: _(
            "Er pluss eller minus bra her? Fortegnet kan bety begge deler."
        ),
        Reason.UNIT_SIGN_MISSING: _(
            "Resultatet mangler prosenttegn. Lest som prosent."
        ),
        Reason.UNITS_DIFFER: _("Målet og resultatet har ikke samme måleenhet."),
        Reason.UNIT_LABEL_DOUBTFUL: _("Stemmer måleenheten «%(measure)s»?"),
        Reason.FRACTION_IN_PERCENT: _("Tallet er under 1 i en rad med prosent."),
        Reason.SUSPICIOUS_JUMP: _("Tallet er svært ulikt resten av raden."),
        Reason.SCALE_CHANGED: _("Tallene i raden ser ut til å ha ulik skala."),
        Reason.COMPOSITE_SPLITS: _("Cellen har to tall, delt på to rader her."),
        Reason.PARTS_DO_NOT_SUM: _("Delene blir ikke det samme som summen."),
        Reason.YEAR_NOT_PRINTED: _(
            "Det står ikke hvilket år resultatet er fra. Det kan bli utgangspunkt."
        ),
    }


def _of_cells() -> dict[Reason, str]:
    return {
        Reason.SECOND_NUMBER: _(
            "Celle %(cell)s har et tall i parentes som ikke er forklart: «%(text)s»."
        ),
        Reason.TWO_VALUES: _("Celle %(cell)s har to tall: «%(text)s»."),
        Reason.COMPOSITE_RATIO: _(
            "Celle %(cell)s har et sammensatt tall: «%(text)s». Skriv ett tall."
        ),
        Reason.TEXT_NOT_NUMBER: _("Celle %(cell)s har tekst og ikke tall: «%(text)s»."),
        Reason.NUMBER_AMBIGUOUS: _(
            "Celle %(cell)s: «%(text)s» kan være to ulike tall."
        ),
        Reason.NUMBER_TOO_LARGE: _("Celle %(cell)s: «%(text)s» er for stort."),
        Reason.APPROXIMATE: _("Celle %(cell)s: «%(text)s» er et omtrentlig tall."),
        Reason.LIMIT_NOT_FIGURE: _(
            "Celle %(cell)s: «%(text)s» er en grense og ikke et tall."
        ),
        Reason.BROKEN_CELL: _(
            "Celle %(cell)s: Excel viser feilen %(text)s. "
            "Rett formelen eller la cellen stå tom."
        ),
        Reason.DATE_INSTEAD_OF_NUMBER: _(
            "Celle %(cell)s: Excel har gjort tallet om til en dato. "
            "Skriv tallet på nytt."
        ),
    }


def _of_rows() -> dict[Reason, str]:
    return {
        Reason.CONFLICT: _("Et annet ark har et annet tall for det samme."),
        Reason.UNIT_NOT_PRINTED: _("Det står ikke hvilken enhet raden gjelder."),
        Reason.TRANSPOSED_TABLE: _("Tabellen ligger på tvers. Er den lest riktig?"),
        Reason.HIDDEN: _("Raden er skjult i filen. Skal den tas med?"),
    }


_BY_MISSING = {
    Reason.BROKEN_CELL: Missing.BROKEN,
    Reason.TWO_VALUES: Missing.TWO_VALUES,
    Reason.COMPOSITE_RATIO: Missing.COMPOSITE,
    Reason.NUMBER_AMBIGUOUS: Missing.AMBIGUOUS,
    Reason.TEXT_NOT_NUMBER: Missing.TEXT,
    Reason.DATE_INSTEAD_OF_NUMBER: Missing.TEXT,
    Reason.NUMBER_TOO_LARGE: Missing.TEXT,
    Reason.LIMIT_NOT_FIGURE: Missing.TEXT,
}


def _told_by(reason: Reason, row: ScorecardRow) -> Result | None:
    """Return the result that the reason is about, where one cell is."""
    if reason is Reason.SECOND_NUMBER:
        return next((one for one in row.results if "(" in one.printed), None)
    if reason is Reason.APPROXIMATE:
        return next((one for one in row.results if one.value is not None), None)
    missing = _BY_MISSING.get(reason)
    if missing is None:
        return None
    return next((one for one in row.results if one.missing is missing), None)


def _fraction(row: ScorecardRow) -> Result | None:
    for result in row.results:
        if result.value is not None and 0 < abs(result.value) <= 1:
            return result
    return None


def _fraction_sentence(result: Result) -> str:
    value = result.value or Decimal(0)
    return _("Celle %(cell)s: %(value)s prosent. Mener du %(meant)s?") % {
        "cell": result.cell,
        "value": figure_as_is(value),
        "meant": figure_as_is((value * 100).normalize() + 0),
    }


def _twice(row: ScorecardRow, rows: Iterable[ScorecardRow]) -> str:
    lines = [
        str(other.row)
        for other in rows
        if (other.sheet, other.unit, other.indicator)
        == (row.sheet, row.unit, row.indicator)
    ]
    return _(
        "Indikatoren «%(name)s» har to ulike tall: rad %(first)s og rad %(last)s."
    ) % {
        "name": row.indicator,
        "first": lines[0] if lines else row.row,
        "last": lines[-1] if lines else row.row,
    }
