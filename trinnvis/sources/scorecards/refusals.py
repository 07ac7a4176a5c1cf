"""Refusals: why a file was not read at all."""

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


class FileRefused(Exception):  # noqa: N818 - said as it is, like Refused
    """Raised when a file cannot be read as a scorecard.

    `sheet` and `row` (1 = the first) tell where, as far as it is known; `text` is
    raw from the file, such as a column's name, or a figure such as a count.
    """

    def __init__(
        self, fault: FileFault, *, sheet: str = "", row: int = 0, text: str = ""
    ) -> None:
        super().__init__(fault, sheet, row, text)
        self.fault = fault
        self.sheet = sheet
        self.row = row
        self.text = text

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by name, so that a child process can hand the refusal over."""
        return (_rebuilt, (self.fault, self.sheet, self.row, self.text))


def _rebuilt(fault: FileFault, sheet: str, row: int, text: str) -> FileRefused:
    return FileRefused(fault, sheet=sheet, row=row, text=text)
