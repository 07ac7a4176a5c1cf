"""Weighing: the bytes of a page for someone who comes the first time, and again.

The page itself is compressed here as a proxy does it (gzip, level 6), since Trinnvis
leaves that to the proxy; everything static is asked of Trinnvis as a browser does.
"""

import gzip
import re
from dataclasses import dataclass
from urllib.parse import urljoin

from bench.visiting import Answer, Visitor

_LINKED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/static/[^"]+)"')
_IMPORTED = re.compile(r'\b(?:from|import)\s*\(?\s*"(\.[^"]+)"')
_MAP = re.compile(r'"[^"]+"\s*:\s*"(/static/[^"]+\.js)"')
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_SOURCE = re.compile(r"url\(\"?([^)\"]+)\"?\)")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes on the wire, compressed, heads included."""

    page: int
    first_visit: int
    later_visit: int
    files: dict[str, int]


def weight_of(visitor: Visitor, address: str) -> Weight:
    """Fetch the page and all it needs, as a browser does, twice."""
    answer = visitor.get(address)
    packed = len(gzip.compress(answer.body, 6, mtime=0))
    page = answer.on_the_wire - len(answer.body) + packed
    files = _files(visitor, answer.body.decode())
    again = sum(_asked_again(visitor, url, file) for url, file in files.items())
    return Weight(
        page=page,
        first_visit=page + sum(file.on_the_wire for file in files.values()),
        later_visit=page + again,
        files={url: file.on_the_wire for url, file in sorted(files.items())},
    )


def _files(visitor: Visitor, page: str) -> dict[str, Answer]:
    """Fetch each file that the page links to, and what those need in turn."""
    wanted = list(dict.fromkeys(_LINKED.findall(page) + _MAP.findall(page)))
    fetched: dict[str, Answer] = {}
    while wanted:
        url = wanted.pop(0)
        if url in fetched:
            continue
        answer = visitor.get(url)
        if answer.status != 200:
            raise LookupError(f"{url} answered {answer.status}")
        fetched[url] = answer
        wanted += [urljoin(url, other) for other in _needed(url, answer, page)]
    return fetched


def _needed(url: str, answer: Answer, page: str) -> list[str]:
    """Return what a style sheet or a script asks for itself."""
    if url.endswith(".js"):
        return _IMPORTED.findall(_text(answer))
    if not url.endswith(".css"):
        return []
    faces = _FACE.findall(_text(answer))
    return [_SOURCE.search(face)[1] for face in faces if _is_used(face, page)]


def _text(answer: Answer) -> str:
    if answer.headers.get("Content-Encoding") == "gzip":
        return gzip.decompress(answer.body).decode()
    return answer.body.decode()


def _is_used(face: str, page: str) -> bool:
    """Say whether the page has a letter of the font's; browsers fetch no other."""
    ranges = [
        (int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(face)
    ]
    letters = set(map(ord, page))
    return not ranges or any(
        first <= letter <= last for letter in letters for first, last in ranges
    )


def _asked_again(visitor: Visitor, url: str, file: Answer) -> int:
    """Return the bytes of a file the browser has: none when it never changes."""
    if "immutable" in file.headers.get("Cache-Control", ""):
        return 0
    seen = {}
    if "ETag" in file.headers:
        seen["if_none_match"] = file.headers["ETag"]
    if "Last-Modified" in file.headers:
        seen["if_modified_since"] = file.headers["Last-Modified"]
    return visitor.get(url, **seen).on_the_wire
