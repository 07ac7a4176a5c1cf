"""Scorecard faults: why a file was not read as a scorecard at all."""

from enum import StrEnum


class FileFault(StrEnum):
    """What is wrong with the file as a file."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    OLD_EXCEL = "old_excel"
    BINARY_WORKBOOK = "binary_workbook"
    PASSWORD_PROTECTED = "password_protected"  # noqa: S105 - a kind, not a password
    DAMAGED = "damaged"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_CELLS = "too_many_cells"
    FORBIDDEN_CONTENT = "forbidden_content"
    IDENTITY_NUMBERS = "identity_numbers"
    NO_INDICATOR_COLUMN = "no_indicator_column"
    LINE_TOO_LONG = "line_too_long"
    UNREADABLE_CHARACTER = "unreadable_character"
    UNBALANCED_QUOTE = "unbalanced_quote"
    RAGGED_ROW = "ragged_row"
    TOO_SLOW = "too_slow"
    TOO_HEAVY = "too_heavy"
