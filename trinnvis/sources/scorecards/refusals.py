"""Refusals: why a file was not read at all."""

from trinnvis.rules.scorecard_faults import FileFault

__all__ = ["FileFault", "FileRefused"]


class FileRefused(Exception):
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
