"""Scorecard facts: what a målekart file says, before anyone has confirmed it.

Read by sources/scorecards, judged by rules/import_plan, said by signs/import_words.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LAST_MEASURED = "siste"
"""The year of a result whose source only says «ved sist måling»."""
YEAR_UNKNOWN = "ukjent"
"""The year of a figure whose source prints no year at all."""


class Direction(StrEnum):
    """Where a better figure lies."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"


class DirectionSource(StrEnum):
    """What in print the direction was read from."""

    OPERATOR = "operator"
    BANDS = "bands"
    AMBITION = "ambition_against_acceptance"
    COLUMN = "column"


class Missing(StrEnum):
    """Why a result cell holds no figure."""

    BLANK = "blank"
    DASH = "dash"
    NOT_MEASURED = "not_measured"
    NEW_INDICATOR = "new_indicator"
    LATER = "later"
    REPLACED = "replaced"
    NOT_SHOWN = "not_shown"
    COMPOSITE = "composite"
    TEXT = "text"
    TWO_VALUES = "two_values"
    BROKEN = "broken"
    AMBIGUOUS = "ambiguous"


class Status(StrEnum):
    """What may be done with a row: import it, ask once, or keep it as text."""

    OK = "ok"
    ASK = "ask"
    REJECT = "reject"


class RowKind(StrEnum):
    """What sort of table a row was read from."""

    INDICATOR = "indicator"
    KEY_FIGURE = "key_figure"
    UNIT_FIGURE = "unit_figure"
    TRANSPOSED = "transposed"


class Reason(StrEnum):
    """Something a reader of the row should know. REASON_STATUS says how much."""

    NO_TARGET = "no_target"
    DIRECTION_NOT_PRINTED = "direction_not_printed"
    OPERATOR_CONTRADICTS_INDICATOR = "operator_contradicts_indicator"
    OPERATORS_DISAGREE = "operators_disagree"
    OPERATOR_INSIDE_NAME = "operator_inside_name_is_not_target"
    OPERATOR_BEFORE_RANGE = "operator_before_range"
    RESULT_EQUALS_STRICT_TARGET = "result_equals_strict_target"
    TARGET_CANNOT_BE_REACHED = "target_cannot_be_reached_as_printed"
    TARGET_IN_SENTENCE = "target_in_sentence"
    TARGET_MISSING_BESIDE_BANDS = "target_missing_beside_bands"
    BANDS_UNCLEAR = "bands_unclear"
    TWO_SIDED_BAND = "two_sided_band"
    LABELLED_BAND = "labelled_band"
    PRINTED_BANDS_OVERLAP = "printed_bands_overlap"
    VALUE_IN_GAP = "value_in_gap_between_printed_bands"
    CHANGE_TARGET = "change_target_not_level"
    SIGN_CONVENTION_UNCLEAR = "sign_convention_unclear"
    UNIT_SIGN_MISSING = "unit_sign_missing_on_result"
    UNITS_DIFFER = "target_and_result_units_differ"
    UNIT_LABEL_DOUBTFUL = "unit_label_doubtful"
    FRACTION_IN_PERCENT = "fraction_in_percent_row"
    SUSPICIOUS_JUMP = "suspicious_jump"
    SCALE_CHANGED = "scale_changed_inside_row"
    SECOND_NUMBER = "second_number_in_parentheses_unexplained"
    TWO_VALUES = "two_values_in_one_cell"
    COMPOSITE_RATIO = "composite_ratio"
    COMPOSITE_SPLITS = "composite_cell_splits_in_two"
    PARTS_DO_NOT_SUM = "parts_do_not_sum_to_total"
    TEXT_NOT_NUMBER = "text_not_number"
    NUMBER_AMBIGUOUS = "number_ambiguous"
    NUMBER_TOO_LARGE = "number_too_large"
    APPROXIMATE = "approximate_figure"
    LIMIT_NOT_FIGURE = "limit_not_figure"
    BROKEN_CELL = "broken_cell"
    DATE_INSTEAD_OF_NUMBER = "date_instead_of_number"
    CONFLICT = "conflicts_with_other_source"
    SAME_INDICATOR_TWICE = "same_indicator_twice"
    YEAR_NOT_PRINTED = "year_not_printed"
    TARGET_YEAR_NOT_PRINTED = "target_year_not_printed"
    UNIT_NOT_PRINTED = "unit_not_printed"
    TRANSPOSED_TABLE = "transposed_table"
    HIDDEN = "hidden_in_file"


REASON_STATUS: dict[Reason, Status] = {
    Reason.DIRECTION_NOT_PRINTED: Status.ASK,
    Reason.OPERATOR_CONTRADICTS_INDICATOR: Status.ASK,
    Reason.OPERATORS_DISAGREE: Status.ASK,
    Reason.OPERATOR_BEFORE_RANGE: Status.ASK,
    Reason.TARGET_CANNOT_BE_REACHED: Status.ASK,
    Reason.TARGET_IN_SENTENCE: Status.REJECT,
    Reason.TARGET_MISSING_BESIDE_BANDS: Status.ASK,
    Reason.BANDS_UNCLEAR: Status.ASK,
    Reason.TARGET_YEAR_NOT_PRINTED: Status.ASK,
    Reason.CHANGE_TARGET: Status.ASK,
    Reason.SIGN_CONVENTION_UNCLEAR: Status.ASK,
    Reason.UNITS_DIFFER: Status.ASK,
    Reason.UNIT_LABEL_DOUBTFUL: Status.ASK,
    Reason.FRACTION_IN_PERCENT: Status.ASK,
    Reason.SUSPICIOUS_JUMP: Status.ASK,
    Reason.SCALE_CHANGED: Status.ASK,
    Reason.SECOND_NUMBER: Status.ASK,
    Reason.TWO_VALUES: Status.ASK,
    Reason.COMPOSITE_RATIO: Status.REJECT,
    Reason.PARTS_DO_NOT_SUM: Status.ASK,
    Reason.TEXT_NOT_NUMBER: Status.REJECT,
    Reason.NUMBER_AMBIGUOUS: Status.ASK,
    Reason.NUMBER_TOO_LARGE: Status.REJECT,
    Reason.APPROXIMATE: Status.ASK,
    Reason.LIMIT_NOT_FIGURE: Status.REJECT,
    Reason.BROKEN_CELL: Status.REJECT,
    Reason.DATE_INSTEAD_OF_NUMBER: Status.REJECT,
    Reason.CONFLICT: Status.ASK,
    Reason.SAME_INDICATOR_TWICE: Status.REJECT,
    Reason.UNIT_NOT_PRINTED: Status.ASK,
    Reason.TRANSPOSED_TABLE: Status.ASK,
    Reason.HIDDEN: Status.ASK,
}
"""Reasons that are not here are told and change nothing: the row stays OK."""


class NoticeKind(StrEnum):
    """Something about the file, a sheet or a cell that no row carries."""

    SHEET_WITHOUT_TABLE = "sheet_without_table"
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    FORMULA_CELLS = "formula_cells"
    TOTAL_ROW = "total_row"
    UNKNOWN_COLUMN = "unknown_column"
    COMPARATOR_COLUMN = "comparator_column"
    COLUMN_NOT_IMPORTED = "column_not_imported"
    ROW_WITHOUT_FIGURES = "row_without_figures"
    ROW_WITHOUT_INDICATOR = "row_without_indicator"
    NO_COMMON_INDICATOR = "no_common_indicator"
    FOOTNOTE = "footnote"
    MOJIBAKE = "mojibake"
    ENCODING_GUESSED = "encoding_guessed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell. `cell` is an address such as C7, or empty; `text` is raw.

    `suggestion` is the known column name nearest to an unknown one, else empty.
    """

    kind: NoticeKind
    sheet: str
    cell: str = ""
    text: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One year's target as printed and as read, in the indicator's own unit.

    Percent is percent points. A band has `low` and `high` instead of `value`.
    Where `value` and `low` are both None the print is kept as text.
    """

    year: str
    printed: str
    cell: str
    value: Decimal | None = None
    operator: str | None = None
    acceptable: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    acceptable_low: Decimal | None = None
    acceptable_high: Decimal | None = None
    printed_acceptable: str | None = None
    printed_not_approved: str | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One period's result. Exactly one of `value` and `missing` is set.

    `period` is a year, LAST_MEASURED, YEAR_UNKNOWN, or a printed part of a year.
    """

    period: str
    printed: str
    cell: str
    value: Decimal | None = None
    missing: Missing | None = None
    from_formula: bool = False


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """One indicator of one unit, as one row of one table says it."""

    sheet: str
    row: int
    kind: RowKind
    municipality: str | None
    unit: str
    indicator: str
    year: str
    focus: str | None = None
    goal: str | None = None
    code: str | None = None
    measure: str | None = None
    source: str | None = None
    source_url: str | None = None
    comment: str | None = None
    direction: Direction | None = None
    direction_source: DirectionSource | None = None
    direction_printed: Direction | None = None
    direction_hint: Direction | None = None
    targets: tuple[Target, ...] = ()
    results: tuple[Result, ...] = ()
    reasons: tuple[Reason, ...] = ()
    rejected_fields: tuple[str, ...] = ()
    published_status: str | None = None
    published_trend: str | None = None

    @property
    def status(self) -> Status:
        """The gravest status among the row's reasons."""
        found = {REASON_STATUS.get(reason, Status.OK) for reason in self.reasons}
        if Status.REJECT in found:
            return Status.REJECT
        return Status.ASK if Status.ASK in found else Status.OK


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A whole file: its rows in reading order and what else should be told.

    `checksum` is the SHA-256 of the bytes, so that the same file is known again.
    """

    name: str
    checksum: str
    municipality: str | None
    rows: tuple[ScorecardRow, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit named, once, in reading order."""
        return tuple(dict.fromkeys(row.unit for row in self.rows))
