"""Refusals: files that are not read at all, each with its own reason."""

import io
import time
import zipfile

import openpyxl
import pytest

from tests.sources.scorecards.books import (
    PLAIN,
    SHEET,
    book,
    changed,
    member,
    saved,
    with_member,
)
from trinnvis.sources.scorecards import (
    FileFault,
    FileRefused,
    read_scorecard,
    shown_name,
)
from trinnvis.sources.scorecards.archive import LARGEST_FILE

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def fault_of(content: bytes, name: str = "resultater.xlsx") -> FileFault:
    with pytest.raises(FileRefused) as refused:
        read_scorecard(content, name)
    return refused.value.fault


def test_empty_file_is_refused() -> None:
    assert fault_of(b"") is FileFault.EMPTY


def test_workbook_without_cells_is_refused_as_empty() -> None:
    assert fault_of(saved(openpyxl.Workbook())) is FileFault.EMPTY


def test_large_file_is_refused_before_it_is_opened() -> None:
    assert fault_of(b"PK\x03\x04" + bytes(LARGEST_FILE)) is FileFault.TOO_LARGE


def test_old_excel_is_known_by_its_bytes() -> None:
    assert fault_of(OLE + bytes(600), "nytt.xlsx") is FileFault.OLD_EXCEL


def test_password_protected_workbook_is_known_by_its_bytes() -> None:
    locked = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(20)
    assert fault_of(locked) is FileFault.PASSWORD_PROTECTED


def test_binary_workbook_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\x83\x01")
    assert fault_of(stream.getvalue()) is FileFault.BINARY_WORKBOOK


def test_other_zip_file_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert fault_of(stream.getvalue()) is FileFault.UNKNOWN_FORMAT


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0"])
def test_other_files_are_refused(start: bytes) -> None:
    assert fault_of(start + b"something") is FileFault.UNKNOWN_FORMAT


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_truncated_workbook_is_refused_whole(share: float) -> None:
    content = book(*PLAIN)
    assert fault_of(content[: int(len(content) * share)]) is FileFault.DAMAGED


def test_broken_xml_is_damaged() -> None:
    text = member(book(*PLAIN), SHEET)
    assert fault_of(with_member(book(*PLAIN), SHEET, text[:-30])) is FileFault.DAMAGED


def test_changed_bytes_in_a_member_are_damaged() -> None:
    content = bytearray(book(*PLAIN))
    start = content.find(b"xl/worksheets/sheet1.xml") + 60
    content[start : start + 40] = bytes(40)
    assert fault_of(bytes(content)) is FileFault.DAMAGED


BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [BILLION_LAUGHS, OUTSIDE, "<!DOCTYPE worksheet>"])
@pytest.mark.parametrize("name", [SHEET, "xl/styles.xml", "docProps/core.xml"])
def test_document_type_in_any_member_is_refused(declared: str, name: str) -> None:
    text = member(book(*PLAIN), name)
    head, mark, rest = text.partition("?>") if text.startswith("<?") else ("", "", text)
    content = with_member(book(*PLAIN), name, f"{head}{mark}{declared}{rest}")
    assert fault_of(content) is FileFault.FORBIDDEN_CONTENT


def test_document_type_in_utf16_is_refused() -> None:
    text = member(book(*PLAIN), SHEET)
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(*PLAIN))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            hidden = (BILLION_LAUGHS + text).encode("utf-16")
            new.writestr(name, hidden if name == SHEET else old.read(name))
    assert fault_of(stream.getvalue()) is FileFault.FORBIDDEN_CONTENT


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = io.BytesIO()
    cell = '<c r="A1" t="inlineStr"><is><t>0</t></is></c>'
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(SHEET, f"<sheetData>{cell * 1_300_000}</sheetData>")
    started = time.process_time()
    assert fault_of(stream.getvalue()) is FileFault.TOO_LARGE_UNPACKED
    assert time.process_time() - started < 2


def test_steep_compression_is_refused() -> None:
    spaces = " " * (6 * 1024 * 1024)
    content = with_member(book(*PLAIN), "docProps/app.xml", f"<a>{spaces}</a>")
    assert fault_of(content) is FileFault.TOO_LARGE_UNPACKED


def test_member_twice_is_refused() -> None:
    stream = io.BytesIO(book(*PLAIN))
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(stream, "a") as archive,
    ):
        archive.writestr(SHEET, "<worksheet/>")
    assert fault_of(stream.getvalue()) is FileFault.FORBIDDEN_CONTENT


def test_one_cell_far_down_is_refused_at_once_with_its_row() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(*PLAIN)))
    made.worksheets[0]["A1048576"] = "her"
    with pytest.raises(FileRefused) as refused:
        read_scorecard(saved(made), "far.xlsx")
    assert refused.value.fault is FileFault.TOO_MANY_ROWS
    assert (refused.value.sheet, refused.value.row) == ("NAV", 1_048_576)


def test_one_cell_far_out_is_refused() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(*PLAIN)))
    made.worksheets[0]["XFD3"] = "her"
    assert fault_of(saved(made)) is FileFault.TOO_MANY_COLUMNS


def test_too_many_cells_are_refused() -> None:
    figures = (number * number * 7919 % 1_000_003 for number in range(510_000))
    line = [f"<c><v>{figure}</v></c>" for figure in figures]
    rows = ("".join(line[at : at + 100]) for at in range(0, len(line), 100))
    cells = "".join(f"<row>{row}</row>" for row in rows)
    content = changed(book(*PLAIN), "<sheetData>", f"<sheetData>{cells}")
    assert fault_of(content) is FileFault.TOO_MANY_CELLS


def test_file_without_a_column_of_indicators_is_refused() -> None:
    assert fault_of(book(("Navn", "Adresse"), ("Kari", "Storgata 1"))) is (
        FileFault.NO_INDICATOR_COLUMN
    )


def test_file_with_identity_numbers_is_refused_before_a_row_is_read() -> None:
    rows = (("Indikator", "Mål 2015", "Fødselsnummer"), ("Trivsel", "> 4", "0101"))
    assert fault_of(book(*rows)) is FileFault.IDENTITY_NUMBERS


def test_name_is_shown_without_folders_and_control_characters() -> None:
    assert shown_name("..\\..\\x\r\n.xlsx") == "x.xlsx"
    assert shown_name("../../etc/passwd") == "passwd"
