"""Docs: what is written beside the code exists, and says what the code says."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "trinnvis"
DOCS = ROOT / "docs"
AT_THE_DOOR = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
PAGES = sorted([*DOCS.rglob("*.md"), *(ROOT / name for name in AT_THE_DOOR)])
PICTURES = DOCS / "guide" / "pictures"
MOST_BYTES = 200_000

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
NAMED = re.compile(
    r"`([\w.-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:py|md|html|css|js|yml|toml))`"
)
SOURCE = re.compile(r"docs/[\w/-]+\.md(?:,\s+«([^»]+)»)?")
COMMAND = re.compile(r"^(?:\w+=\S+ )*(bin/\w+|(?:\S*python )?manage\.py (\w+))", re.M)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose(path: Path) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)


def headings(path: Path) -> set[str]:
    lines = prose(path).splitlines()
    return {line.lstrip("#").strip() for line in lines if line.startswith("#")}


def anchor(heading: str) -> str:
    """Return the heading as the address of a link to it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# — pages and what they link to —


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_of_a_page_resolves(page: Path) -> None:
    lost = []
    for _, _, target in LINK.findall(prose(page)):
        if "://" in target:
            continue
        file, _, part = target.partition("#")
        found = (page.parent / file).resolve() if file else page
        if not found.exists() or (
            part and part not in {anchor(heading) for heading in headings(found)}
        ):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_a_page_names_exists(page: Path) -> None:
    places = (ROOT, PRODUCT, PRODUCT / "rules", PRODUCT / "signs", page.parent, DOCS)
    lost = [
        file
        for file in NAMED.findall(prose(page))
        if "*" not in file and not any((place / file).exists() for place in places)
    ]
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_names_a_folder_of_this_machine(page: Path) -> None:
    folders = "|".join(("/wor" + "k/", "/ro" + "ot/", "sha" + "red/", "/ho" + "me/"))
    assert re.findall(folders, page.read_text("utf-8")) == []


def test_every_room_of_the_house_is_told() -> None:
    told = (DOCS / "house.md").read_text("utf-8")
    rooms = {
        name(folder.parent)
        for folder in PRODUCT.rglob("__init__.py")
        if folder.parent.parent == PRODUCT or folder.parent.parent.parent == PRODUCT
    }
    assert sorted(room for room in rooms if f"`{room}/`" not in told) == []


def test_every_decision_stands_in_the_list_and_tells_its_price() -> None:
    pages = sorted(DOCS.glob("decisions/0*.md"))
    listed = LINK.findall(prose(DOCS / "decisions/README.md"))
    assert [target for _, _, target in listed] == [page.name for page in pages]
    numbers = [int(page.name[:4]) for page in pages]
    assert numbers == list(range(1, len(pages) + 1))
    parts = ("**Context.**", "**Decision.**", "**Given up.**")
    told = {page.name: page.read_text("utf-8") for page in pages}
    lacks = [page for page, text in told.items() if not all(map(text.count, parts))]
    assert lacks == []


# — pages and code —


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(PRODUCT.rglob("*.py")):
        yield name(path), path.read_text("utf-8")


def test_every_source_that_code_names_exists() -> None:
    lost = []
    for module, text in modules():
        # A source may be broken over two lines of a docstring.
        for found in SOURCE.finditer(re.sub(r"\s*\n\s*", " ", text)):
            page = ROOT / found.group(0).split(",")[0]
            if not page.exists() or (
                found.group(1) and found.group(1) not in headings(page)
            ):
                lost.append(f"{module}: {found.group(0)}")
    assert lost == []


def test_no_code_points_at_pages_that_a_clone_does_not_have() -> None:
    elsewhere = re.compile(r"(?<![\w/-])[a-z]+\.md\b")
    lost = {
        module: [page for page in pages if not list(DOCS.rglob(page))]
        for module, text in modules()
        if (pages := elsewhere.findall(text))
    }
    assert {module: pages for module, pages in lost.items() if pages} == {}


@cache
def names_in_code() -> dict[str, set[str]]:
    """Return every class and function of the product, each with its own names."""
    found: dict[str, set[str]] = {}
    for _, text in modules():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, set()).update(_names_of(node))
            elif isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, set())
    return found


def _names_of(node: ast.ClassDef) -> Iterator[str]:
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            yield part.target.id
        elif isinstance(part, ast.Assign):
            yield from (one.id for one in part.targets if isinstance(one, ast.Name))


def test_every_identifier_of_the_glossary_is_in_the_code() -> None:
    rows = [
        line
        for line in (DOCS / "glossary.md").read_text("utf-8").splitlines()
        if line.startswith("|") and "`" in line
    ]
    known = names_in_code()
    lost = []
    for identifier in re.findall(r"`([\w.]+)`", "\n".join(rows)):
        owner, _, part = identifier.partition(".")
        if owner not in known or (part and part not in known[owner]):
            lost.append(identifier)
    assert lost == []
    assert len(rows) > 50


def test_every_example_of_the_style_page_is_from_the_product() -> None:
    text = (DOCS / "style.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, flags=re.S)
    files = [path.read_text("utf-8") for path in PRODUCT.rglob("*.py")]
    files += [path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py")]
    invented = [
        block
        for block in blocks
        if not any(set(_stripped(block)) <= set(_stripped(file)) for file in files)
    ]
    assert invented == []
    assert len(blocks) > 4


def _stripped(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


# — what is told at the door —


def blocks_of_commands(page: Path) -> str:
    found = re.findall(r"```(?:sh|bash)?\n(.*?)```", page.read_text("utf-8"), re.S)
    return "\n".join(found)


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=name
)
def test_every_command_that_is_told_exists(page: Path) -> None:
    commands = PRODUCT / "clock" / "management" / "commands"
    told = COMMAND.findall(blocks_of_commands(page))
    lost = [
        command or script
        for script, command in told
        if not (commands / f"{command}.py" if command else ROOT / script).exists()
    ]
    assert told
    assert lost == []


def version() -> re.Match[str]:
    """Return the change log's first heading of a version, read as one."""
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    first = next(line for line in log.splitlines() if line.startswith("## "))
    found = re.fullmatch(r"## (\d+\.\d+\.\d+) – (\d{4}-\d{2}-\d{2})", first)
    assert found, f"«{first}» is not a version with its day"
    return found


def test_the_catalogue_entry_tells_the_version_of_the_change_log() -> None:
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    told = (entry["softwareVersion"], str(entry["releaseDate"]))
    assert told == version().groups()


def test_the_catalogue_entry_tells_the_licence_and_the_languages() -> None:
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert entry["legal"]["license"] == "EUPL-1.2"
    assert entry["localisation"]["availableLanguages"] == ["nb", "nn", "en"]
    assert "EUROPEAN UNION PUBLIC LICENCE" in (ROOT / "LICENSE").read_text("utf-8")


# — pictures —


def shown_pictures() -> list[tuple[str, Path]]:
    """Return each picture that a page shows, with its words."""
    return [
        (words, (page.parent / target).resolve())
        for page in PAGES
        for mark, words, target in LINK.findall(prose(page))
        if mark
    ]


def test_every_picture_has_words_and_every_file_is_shown() -> None:
    shown = shown_pictures()
    assert [name(path) for words, path in shown if len(words) < 20] == []
    assert {path for _, path in shown} == set(PICTURES.glob("*.png"))


@pytest.mark.parametrize("picture", sorted(PICTURES.glob("*.png")), ids=name)
def test_no_picture_is_heavy(picture: Path) -> None:
    assert picture.stat().st_size < MOST_BYTES
