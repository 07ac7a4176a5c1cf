"""Delimited: a CSV file's bytes to a grid. Encoding and separator are found out."""

import re
from collections import Counter
from dataclasses import dataclass

from trinnvis.sources.scorecards.facts import Notice, NoticeKind
from trinnvis.sources.scorecards.grid import Cell, CellKind, Grid
from trinnvis.sources.scorecards.marks import MOST_COLUMNS, MOST_ROWS
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

LONGEST_LINE = 131_072
LONGEST_QUOTED_FIELD_LINES = 100

_SEPARATORS = ";\t|,"
_USUAL = re.compile(
    r"[\x00-\x7fæøåÆØÅéèêëÉòóôöÖüÜäÄçñšžčđŋáíú«»“”„‘’‚–—…•§°²³½¼¾±×÷€£µ·¹®©™´`\u00a0]"
)
_MOJIBAKE = re.compile(r"Ã[¥¸¦…˜†\u0085\u0098\u0086©¨´]|â€[“”™¦\u009c]|Â[§°«»\u00a0]")


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file of plain rows: its grid, how its bytes were read, and what to tell."""

    grid: Grid
    encoding: str
    notices: tuple[Notice, ...]


def read_delimited(content: bytes, name: str, encoding: str | None) -> Delimited:
    """Read the file as text. `encoding` is somebody's choice, or None to find out.

    Raises FileRefused with the row (1 = the first) where the file cannot be read.
    """
    text, used, is_guessed = _decoded(content, encoding)
    if "\x00" in text:
        raise FileRefused(FileFault.UNKNOWN_FORMAT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for row, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise FileRefused(FileFault.LINE_TOO_LONG, row=row)
    separator = _separator(text)
    records = _records(text, separator)
    _refuse_ragged(records, separator)
    notices = []
    if is_guessed:
        notices.append(Notice(NoticeKind.ENCODING_GUESSED, name, text=used))
    if broken := _MOJIBAKE.search(text):
        start = text.rfind("\n", 0, broken.start()) + 1
        word = re.findall(r"[^\s;,|]*", text[start:])[0]
        around = re.search(r"[^\s;,|]*Ã[^\s;,|]*", text)
        shown = around[0] if around else word
        notices.append(Notice(NoticeKind.MOJIBAKE, name, text=shown))
    return Delimited(_grid(records, name), used, tuple(notices))


def _decoded(content: bytes, encoding: str | None) -> tuple[str, str, bool]:
    """The text, the encoding's name, and whether it was only the likeliest."""
    if encoding is not None:
        return _decode_as(content, encoding), encoding, False
    for mark, named in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decode_as(content, named), named, False
    try:
        return content.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        if _has_utf8_letters(content):
            row = content.count(b"\n", 0, error.start) + 1
            raise FileRefused(
                FileFault.UNREADABLE_CHARACTER, row=row, text=str(error.start)
            ) from error
    return _decode_old(content)


def _decode_as(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        row = content.count(b"\n", 0, start) + 1
        raise FileRefused(
            FileFault.UNREADABLE_CHARACTER, row=row, text=str(start)
        ) from error


def _has_utf8_letters(content: bytes) -> bool:
    """Whether the file is UTF-8 but for a slip: å, æ and ø stand in it as two bytes."""
    return re.search(rb"\xc3[\x85\x86\x98\xa5\xa6\xb8]", content) is not None


def _decode_old(content: bytes) -> tuple[str, str, bool]:
    """Windows-1252, or Mac Roman where only that gives usual letters."""
    strange: dict[str, int] = {}
    texts: dict[str, str] = {}
    for encoding in ("windows-1252", "mac_roman"):
        try:
            texts[encoding] = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange[encoding] = len(_USUAL.sub("", texts[encoding]))
    best = min(
        strange, key=lambda encoding: (strange[encoding], encoding == "mac_roman")
    )
    if strange[best]:
        at = next(i for i, sign in enumerate(texts[best]) if not _USUAL.match(sign))
        row = texts[best].count("\n", 0, at) + 1
        raise FileRefused(FileFault.UNREADABLE_CHARACTER, row=row, text=str(at))
    return texts[best], best, best == "mac_roman"


def _separator(text: str) -> str:
    """The sign that parts most lines into equally many fields."""
    lines = [line for line in text.split("\n") if line.strip()][:50]
    best, best_score = ";", 0
    for separator in _SEPARATORS:
        counts = Counter(_outside_quotes(line).count(separator) for line in lines)
        counts.pop(0, None)
        if counts:
            times = counts.most_common(1)[0][1]
            if times > best_score:
                best, best_score = separator, times
    return best


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


@dataclass(frozen=True, slots=True)
class _Record:
    """One row of fields, and the line it starts on."""

    row: int
    fields: tuple[str, ...]


def _records(text: str, separator: str) -> list[_Record]:
    """Rows of fields. Raises FileRefused where a quote is never closed.

    The standard reader would take the rest of the file into an open field.
    """
    records: list[_Record] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        start = at
        record = lines[at]
        while (state := _parse(record, separator)) is None:
            at += 1
            if at >= len(lines) or at - start > LONGEST_QUOTED_FIELD_LINES:
                raise FileRefused(FileFault.UNBALANCED_QUOTE, row=start + 1)
            record = f"{record}\n{lines[at]}"
        if isinstance(state, str):
            raise FileRefused(FileFault.UNBALANCED_QUOTE, row=start + 1)
        at += 1
        if any(field.strip() for field in state):
            records.append(_Record(start + 1, tuple(state)))
    return records


def _parse(record: str, separator: str) -> list[str] | str | None:
    """The fields; None while a quote is open; a text where a quote closes wrongly."""
    fields: list[str] = []
    at = 0
    while True:
        if record.startswith('"', at):
            end = _closing_quote(record, at + 1)
            if end is None:
                return None
            after = record[end + 1 : end + 2]
            if after not in ("", separator):
                return record[at:end]
            fields.append(record[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            end = record.find(separator, at)
            end = len(record) if end < 0 else end
            fields.append(record[at:end])
            at = end
        if at >= len(record):
            return fields
        at += 1


def _closing_quote(record: str, at: int) -> int | None:
    while True:
        end = record.find('"', at)
        if end < 0:
            return None
        if not record.startswith('""', end):
            return end
        at = end + 2


def _refuse_ragged(records: list[_Record], separator: str) -> None:
    """A row with more fields than the heading: a decimal comma as a separator."""
    widths = [len(_trimmed(record.fields)) for record in records]
    heading = next((at for at, width in enumerate(widths) if width > 1), None)
    if heading is None:
        return
    allowed = len(records[heading].fields)
    for record, width in zip(records[heading:], widths[heading:], strict=True):
        if width > allowed and separator in (",", ";"):
            told = f"{width}/{allowed}"
            raise FileRefused(FileFault.RAGGED_ROW, row=record.row, text=told)


def _trimmed(fields: tuple[str, ...]) -> tuple[str, ...]:
    last = max((at for at, field in enumerate(fields) if field.strip()), default=-1)
    return fields[: last + 1]


def _grid(records: list[_Record], name: str) -> Grid:
    if len(records) > MOST_ROWS:
        raise FileRefused(FileFault.TOO_MANY_ROWS, text=str(len(records)))
    rows: dict[int, tuple[Cell, ...]] = {}
    for record in records:
        fields = _trimmed(record.fields)
        if len(fields) > MOST_COLUMNS:
            raise FileRefused(
                FileFault.TOO_MANY_COLUMNS, row=record.row, text=str(len(fields))
            )
        rows[record.row] = tuple(
            Cell(record.row, column, CellKind.TEXT, _bare(field))
            for column, field in enumerate(fields, start=1)
            if field.strip()
        )
    return Grid(name, rows)


def _bare(field: str) -> str:
    """Without the apostrophe that our own export puts before =, +, - and @."""
    return re.sub(r"^'(?=[=+\-@\t＝＋－＠])", "", field)
