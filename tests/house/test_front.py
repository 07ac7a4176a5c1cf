"""Front: what keeps the content security policy strict and the colours in one place."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "trinnvis/web/templates"
STATIC = ROOT / "trinnvis/web/static"
SHEETS = [path for path in STATIC.rglob("*.css") if "vendor" not in path.parts]


def found(pattern: str, paths: list[Path]) -> dict[str, list[str]]:
    hits = {
        str(path.relative_to(ROOT)): re.findall(pattern, path.read_text())
        for path in paths
    }
    return {name: hit for name, hit in hits.items() if hit}


def test_no_template_has_inline_style_script_or_handler() -> None:
    inline = (
        r"""\sstyle=["'][^"']*|<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=["']"""
    )
    assert found(inline, list(TEMPLATES.rglob("*.html"))) == {}


def test_no_template_has_a_comment_that_would_be_printed() -> None:
    open_ended = r"\{#[^}\n]*\n"
    assert found(open_ended, list(TEMPLATES.rglob("*.html"))) == {}


def test_colours_stand_in_the_tokens_alone() -> None:
    others = [path for path in SHEETS if path.name != "tokens.css"]
    assert found(r"(?:#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl\()", others) == {}


def test_every_token_a_sheet_asks_for_exists() -> None:
    defined = set()
    for path in [*SHEETS, STATIC / "vendor/designsystemet.css"]:
        defined |= set(re.findall(r"(--[\w-]+)\s*:", path.read_text()))
    asked = found(r"var\((--[\w-]+)", SHEETS)
    unknown = {name: set(names) - defined for name, names in asked.items()}
    assert {name: names for name, names in unknown.items() if names} == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_rule_stands_in_a_layer(sheet: Path) -> None:
    bare = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    bare = re.sub(r"@font-face\s*\{[^}]*\}", "", bare)
    assert re.fullmatch(r"\s*(@layer [\w\s,.]+(;|\{.*\})\s*)+", bare, flags=re.S)


def test_every_static_file_a_template_names_exists() -> None:
    named = found(r"\{% static '([^']+)' %\}", list(TEMPLATES.rglob("*.html")))
    missing = {
        name: [file for file in files if not (STATIC / file).exists()]
        for name, files in named.items()
    }
    assert {name: files for name, files in missing.items() if files} == {}


def test_every_component_says_what_it_needs() -> None:
    silent = [
        path.name
        for path in (TEMPLATES / "components").glob("*.html")
        if not path.read_text().startswith("{% comment %}")
    ]
    assert silent == []


def test_files_made_by_others_are_the_ones_we_chose() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "bin/vendor", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "")
