"""Marks: what the workbook says about its cells beside their values.

python-calamine gives values alone. Percent formats, formulas, errors, hidden rows
and raised footnote digits are read here, from the XML, and the size of the real
cells is judged before any value is loaded.
"""

import re
import zipfile
from dataclasses import dataclass, field

from trinnvis.sources.scorecards.archive import walk
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_CELLS = 500_000

_BUILT_IN_FORMATS = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d+)")


@dataclass(slots=True)
class SheetMarks:
    """Marks of one sheet; every place is (row, column), from 1."""

    name: str
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    raised: dict[tuple[int, int], str] = field(default_factory=dict)
    limits: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class CellBudget:
    """Counts real cells over all sheets, so that a file cannot grow past a limit."""

    def __init__(self) -> None:
        self.left = MOST_CELLS

    def spend(self, sheet: str, row: int, column: int) -> None:
        """Count one real cell. Raises FileRefused where it is one too many."""
        self.left -= 1
        if row > MOST_ROWS:
            raise FileRefused(
                FileFault.TOO_MANY_ROWS, sheet=sheet, row=row, text=str(row)
            )
        if column > MOST_COLUMNS:
            raise FileRefused(
                FileFault.TOO_MANY_COLUMNS, sheet=sheet, row=row, text=str(column)
            )
        if self.left < 0:
            raise FileRefused(FileFault.TOO_MANY_CELLS, sheet=sheet)


def workbook_marks(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """Marks by sheet name. Raises FileRefused when the real cells are too many."""
    formats = _cell_formats(archive)
    strings = _raised_strings(archive)
    budget = CellBudget()
    marks = {}
    for name, member in _sheet_members(archive).items():
        reader = _SheetReader(name, formats, strings, budget)
        walk(
            archive, member, start=reader.start, end=reader.end, text=reader.characters
        )
        marks[name] = reader.marks
    return marks


def _sheet_members(archive: zipfile.ZipFile) -> dict[str, str]:
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            sheets[attributes.get("name", "")] = attributes.get("id", "")

    members = set(archive.namelist())
    relations = "xl/_rels/workbook.xml.rels"
    if relations in members:
        walk(archive, relations, start=relation)
    walk(archive, "xl/workbook.xml", start=sheet)
    paths = {name: _member_path(targets.get(key, "")) for name, key in sheets.items()}
    return {name: path for name, path in paths.items() if path in members}


def _member_path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _cell_formats(archive: zipfile.ZipFile) -> list[str]:
    """The number format of each cell style, in the order cells refer to them."""
    codes = dict(_BUILT_IN_FORMATS)
    formats: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(name)
        if name == "numFmt":
            number = _whole(attributes.get("numFmtId"))
            codes[number] = attributes.get("formatCode", "")
        if name == "xf" and "cellXfs" in inside:
            formats.append(codes.get(_whole(attributes.get("numFmtId")), ""))

    if "xl/styles.xml" in archive.namelist():
        walk(archive, "xl/styles.xml", start=start, end=lambda _: _drop(inside))
    return formats


def _drop(inside: list[str]) -> None:
    inside.pop()


def _raised_strings(archive: zipfile.ZipFile) -> dict[int, str]:
    """Shared strings with raised digits: «5,1» and a raised 1 is not 5,11."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return {}
    runs = _Runs()
    found: dict[int, str] = {}
    count = 0

    def end(name: str) -> None:
        nonlocal count
        runs.end(name)
        if name == "si":
            if runs.has_raised:
                found[count] = runs.text
            count += 1
            runs.clear()

    walk(
        archive,
        "xl/sharedStrings.xml",
        start=runs.start,
        end=end,
        text=runs.characters,
    )
    return found


class _Runs:
    """Collects rich text, raised digits as superscript characters."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.text = ""
        self.has_raised = False
        self._raised = False
        self._reading = False
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "r":
            self._raised = False
        elif name == "rPh":
            self._phonetic = True
        elif name == "vertAlign":
            self._raised = attributes.get("val") == "superscript"
        elif name == "t":
            self._reading = not self._phonetic

    def end(self, name: str) -> None:
        if name == "t":
            self._reading = False
        elif name == "rPh":
            self._phonetic = False

    def characters(self, text: str) -> None:
        if not self._reading:
            return
        if self._raised:
            self.has_raised = True
            text = text.translate(_SUPERSCRIPT)
        self.text += text


class _SheetReader:
    """Walks one sheet's cells."""

    def __init__(
        self, name: str, formats: list[str], strings: dict[int, str], budget: CellBudget
    ) -> None:
        self.marks = SheetMarks(name)
        self._formats = formats
        self._strings = strings
        self._budget = budget
        self._place = (0, 0)
        self._type = ""
        self._style = 0
        self._value = ""
        self._in_value = False
        self._formula = ""
        self._in_formula = False
        self._runs = _Runs()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            row = _whole(attributes.get("r")) or self._place[0] + 1
            self._place = (row, 0)
            if attributes.get("hidden") in ("1", "true"):
                self.marks.hidden_rows.add(row)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._in_formula = True
            self.marks.formulas.add(self._place)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first = _whole(attributes.get("min"))
            last = min(_whole(attributes.get("max")), MOST_COLUMNS)
            self.marks.hidden_columns.update(range(first, last + 1))
        else:
            self._runs.start(name, attributes)

    def end(self, name: str) -> None:
        self._runs.end(name)
        if name == "v":
            self._in_value = False
        elif name == "f":
            self._in_formula = False
        elif name == "c":
            self._close_cell()

    def characters(self, text: str) -> None:
        if self._in_value:
            self._value += text
        elif self._in_formula:
            self._formula += text
        else:
            self._runs.characters(text)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._place
        address = _ADDRESS.fullmatch(attributes.get("r", ""))
        if address:
            self._place = (int(address[2]), _column_number(address[1]))
        else:
            self._place = (row, column + 1)
        self._type = attributes.get("t", "n")
        self._style = _whole(attributes.get("s"))
        self._value = ""
        self._formula = ""
        self._runs.clear()

    def _close_cell(self) -> None:
        if not self._value and not self._runs.text:
            if self._place in self.marks.formulas and self._type != "str":
                self._close_uncalculated()
            return
        self._budget.spend(self.marks.name, *self._place)
        if self._type == "n" and self._style < len(self._formats):
            self.marks.formats[self._place] = self._formats[self._style]
        elif self._type == "e":
            self.marks.errors[self._place] = self._value.strip()
        elif self._type == "s" and (text := self._strings.get(_whole(self._value))):
            self.marks.raised[self._place] = text
        elif self._runs.has_raised:
            self.marks.raised[self._place] = self._runs.text

    def _close_uncalculated(self) -> None:
        """A formula without a value: «=< 2» is a limit that a program took for one."""
        self._budget.spend(self.marks.name, *self._place)
        if self._formula.lstrip()[:1] in ("<", ">"):
            self.marks.formulas.discard(self._place)
            self.marks.limits[self._place] = f"={self._formula}"
        else:
            self.marks.errors[self._place] = f"={self._formula}"


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _whole(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() else 0
