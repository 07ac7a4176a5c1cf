"""Reading: a målekart file's bytes to a scorecard that can be looked through."""

import hashlib
import re
from collections import Counter

from trinnvis.sources.scorecards.across import compared
from trinnvis.sources.scorecards.archive import (
    LARGEST_FILE,
    looks_like_archive,
    refuse_other_office_files,
)
from trinnvis.sources.scorecards.delimited import read_delimited
from trinnvis.sources.scorecards.facts import (
    Notice,
    NoticeKind,
    Scorecard,
    ScorecardRow,
)
from trinnvis.sources.scorecards.grid import Cell, CellKind, Grid
from trinnvis.sources.scorecards.headings import Role, heading_of
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused
from trinnvis.sources.scorecards.sheet_reading import read_sheet
from trinnvis.sources.scorecards.sheets import workbook_grids
from trinnvis.sources.scorecards.titles import municipality_in
from trinnvis.sources.scorecards.transposed import read_transposed


def read_scorecard(
    content: bytes, name: str, *, encoding: str | None = None
) -> Scorecard:
    """The scorecard in an .xlsx or CSV file; what the bytes are decides, not the name.

    Raises FileRefused when the file cannot be read, or no table in it has a column of
    indicators. A single row never stops the file: it has status REJECT and reasons.
    `encoding` is for CSV alone, where somebody has looked and chosen.
    """
    shown = shown_name(name)
    if not content:
        raise FileRefused(FileFault.EMPTY)
    if len(content) > LARGEST_FILE:
        raise FileRefused(FileFault.TOO_LARGE)
    refuse_other_office_files(content)
    notices: list[Notice] = []
    if looks_like_archive(content):
        grids = workbook_grids(content)
    else:
        _refuse_other_files(content)
        stem = shown.rpartition(".")[0] or shown
        delimited = read_delimited(content, stem, encoding)
        grids = (delimited.grid,)
        notices += delimited.notices
    _refuse_identity_numbers(grids)
    municipality = _municipality(grids)
    rows, told = _read_grids(grids, municipality)
    return Scorecard(
        name=shown,
        checksum=hashlib.sha256(content).hexdigest(),
        municipality=municipality or _only_municipality(rows),
        rows=compared(rows),
        notices=(*notices, *told),
    )


def shown_name(name: str) -> str:
    """A file's name to show: without folders and control characters."""
    last = re.split(r"[\\/]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", "", last).strip()


def _read_grids(
    grids: tuple[Grid, ...], municipality: str | None
) -> tuple[tuple[ScorecardRow, ...], list[Notice]]:
    rows: list[ScorecardRow] = []
    notices: list[Notice] = []
    any_table = False
    for grid in grids:
        reading = read_sheet(grid, municipality)
        any_table |= reading.has_table
        rows += reading.rows
        notices += reading.notices
        if reading.has_table or not grid.rows:
            continue
        transposed = read_transposed(grid, municipality)
        if transposed is None:
            notices.append(Notice(NoticeKind.SHEET_WITHOUT_TABLE, grid.name))
            continue
        any_table = True
        rows += transposed.rows
        notices += transposed.notices
    if not any(grid.rows for grid in grids):
        raise FileRefused(FileFault.EMPTY)
    if not any_table:
        raise FileRefused(FileFault.NO_INDICATOR_COLUMN)
    return tuple(rows), notices


def _municipality(grids: tuple[Grid, ...]) -> str | None:
    """The municipality that most sheets name above their first table."""
    named: Counter[str] = Counter()
    for grid in grids:
        for _, cells in grid.numbered_rows()[:6]:
            found = next((municipality_in(c.text) for c in cells if _is_title(c)), None)
            if found:
                named[found] += 1
                break
    return named.most_common(1)[0][0] if named else None


def _is_title(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and municipality_in(cell.text) is not None


def _only_municipality(rows: tuple[ScorecardRow, ...]) -> str | None:
    named = {row.municipality for row in rows}
    return named.pop() if len(named) == 1 else None


def _refuse_identity_numbers(grids: tuple[Grid, ...]) -> None:
    for grid in grids:
        for _, cells in grid.numbered_rows()[:30]:
            for cell in cells:
                short = cell.kind is CellKind.TEXT and len(cell.text) < 40
                if short and heading_of(cell.text).role is Role.IDENTITY:
                    raise FileRefused(FileFault.IDENTITY_NUMBERS, sheet=grid.name)


def _refuse_other_files(content: bytes) -> None:
    """Pictures, PDFs and other binaries are not text in any encoding."""
    is_utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    known = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b")
    if content.startswith(known) or (b"\x00" in content[:4096] and not is_utf16):
        raise FileRefused(FileFault.UNKNOWN_FORMAT)
