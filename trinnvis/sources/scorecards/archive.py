"""Archive: the zip file around a workbook, checked before anything reads it."""

import io
import zipfile
from collections.abc import Callable
from xml.parsers import expat

from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024
LARGEST_RATIO = 100
RATIO_COUNTS_FROM = 5 * 1024 * 1024
MOST_MEMBERS = 1000

_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

StartElement = Callable[[str, dict[str, str]], None]
EndElement = Callable[[str], None]
CharacterData = Callable[[str], None]


def looks_like_archive(content: bytes) -> bool:
    """Whether the first bytes are those of a zip file."""
    return content[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def refuse_other_office_files(content: bytes) -> None:
    """Raise FileRefused for old Excel and password-protected files."""
    if content[:8] != _OLE_MAGIC:
        return
    locked = _ENCRYPTED in content
    fault = FileFault.PASSWORD_PROTECTED if locked else FileFault.OLD_EXCEL
    raise FileRefused(fault)


def open_workbook_archive(content: bytes) -> zipfile.ZipFile:
    """The workbook's zip, with size, names and every XML member looked through.

    Raises FileRefused if it is damaged, too large unpacked, not an .xlsx, or holds
    a document type or an entity.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FileRefused(FileFault.DAMAGED) from error
    _refuse_bad_sizes(archive, len(content))
    _refuse_other_formats(archive)
    for member in archive.infolist():
        if member.filename.lower().endswith((".xml", ".rels", ".vml")):
            walk(archive, member.filename)
    return archive


def walk(
    archive: zipfile.ZipFile,
    member: str,
    *,
    start: StartElement | None = None,
    end: EndElement | None = None,
    text: CharacterData | None = None,
) -> None:
    """Read one XML member, calling back with local names, without namespaces.

    Raises FileRefused for a document type, an entity or broken XML.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.EntityDeclHandler = _refuse_declaration
    if start is not None:
        begin = start
        parser.StartElementHandler = lambda name, attributes: begin(
            _local(name), {_local(key): value for key, value in attributes.items()}
        )
    if end is not None:
        finish = end
        parser.EndElementHandler = lambda name: finish(_local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        with archive.open(member) as stream:
            parser.ParseFile(stream)
    except FileRefused:
        raise
    except (expat.ExpatError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise FileRefused(FileFault.DAMAGED) from error
    except (RuntimeError, NotImplementedError, ValueError) as error:
        raise FileRefused(FileFault.DAMAGED) from error
    except Exception as error:  # zlib.error has no public base class
        raise FileRefused(FileFault.DAMAGED) from error


def _refuse_bad_sizes(archive: zipfile.ZipFile, packed: int) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(members) > MOST_MEMBERS or len(names) < len(members):
        raise FileRefused(FileFault.FORBIDDEN_CONTENT)
    if any(member.flag_bits & 1 for member in members):
        raise FileRefused(FileFault.PASSWORD_PROTECTED)
    unpacked = sum(member.file_size for member in members)
    steep = unpacked > RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * packed
    if unpacked > LARGEST_UNPACKED or steep:
        raise FileRefused(FileFault.TOO_LARGE_UNPACKED)


def _refuse_other_formats(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        raise FileRefused(FileFault.BINARY_WORKBOOK)
    if "xl/workbook.xml" not in names:
        raise FileRefused(FileFault.UNKNOWN_FORMAT)


def _refuse_declaration(*_: object) -> None:
    raise FileRefused(FileFault.FORBIDDEN_CONTENT)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
