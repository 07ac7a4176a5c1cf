"""Doors that imports cannot see: who writes rows, and how they are reached."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "trinnvis"

WRITES = re.compile(
    r"\.(?:save|delete|bulk_create|bulk_update|get_or_create|update_or_create)\("
    r"|objects\.(?:create|update)\(|\)\.update\("
)
MAY_WRITE = (PRODUCT / "records" / "changes", PRODUCT / "records" / "migrations")
NOT_ROWS = {
    # These call save or update on something that is not a row.
    "trinnvis/translations.py",
}

READS = re.compile(r"\b([A-Z]\w+)\.objects\.(\w+)")
SIGN_IN = {
    # Before anyone is signed in there is nobody to read through.
    "trinnvis/web/views/demo.py",
    "trinnvis/web/views/people.py",
    "trinnvis/web/views/first_start.py",
}


def code(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if path.is_file())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_that_write(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if WRITES.search(line)]


def test_only_changes_write_rows() -> None:
    found = {
        name(path): lines_that_write(path.read_text())
        for path in code(PRODUCT)
        if not any(path.is_relative_to(folder) for folder in MAY_WRITE)
        and name(path) not in NOT_ROWS
        and lines_that_write(path.read_text())
    }
    assert found == {}


def test_views_reach_rows_only_through_a_person() -> None:
    found = {
        name(path): [
            match.group(0)
            for match in READS.finditer(path.read_text())
            if match.group(2) != "visible_to"
        ]
        for path in code(PRODUCT / "web")
        if name(path) not in SIGN_IN
    }
    assert {file: reads for file, reads in found.items() if reads} == {}


@pytest.mark.parametrize(
    ("line", "writes"),
    [
        ("Goal.objects.create(title='x')", True),
        ("goal.save(update_fields=('title',))", True),
        ("Goal.objects.filter(pk=1).update(title='x')", True),
        ("Goal.objects.filter(pk=1).first()", False),
    ],
)
def test_the_door_sees_a_write(line: str, writes: bool) -> None:
    assert bool(lines_that_write(line)) is writes


def test_no_room_without_a_noun() -> None:
    nameless = re.compile(r"^(utils?|helpers?|common|misc|services?|managers?)$")
    assert [name(path) for path in code(PRODUCT) if nameless.match(path.stem)] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        name(path)
        for path in code(PRODUCT)
        if path.read_text().strip()
        and "migrations" not in path.parts
        and not re.match(r'"""[^\n]+: [^\n]+', path.read_text())
    ]
    assert silent == []
