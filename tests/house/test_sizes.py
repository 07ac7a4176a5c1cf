"""Sizes: small files and functions, so that the next reader finds the way."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "trinnvis"

FILE, FUNCTION, TEMPLATE, CSS = 400, 40, 150, 200


def files(pattern: str) -> list[Path]:
    return [
        path
        for path in sorted(PRODUCT.rglob(pattern))
        if not {"vendor", "migrations"} & set(path.parts)
    ]


def lengths(pattern: str) -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text().splitlines())
        for path in files(pattern)
    }


def longer(found: dict[str, int], most: int) -> dict[str, int]:
    return {name: length for name, length in found.items() if length > most}


def test_no_python_file_is_too_long() -> None:
    assert longer(lengths("*.py"), FILE) == {}


def test_no_template_is_too_long() -> None:
    assert longer(lengths("*.html"), TEMPLATE) == {}


def test_no_stylesheet_is_too_long() -> None:
    assert longer(lengths("*.css"), CSS) == {}


def test_no_function_is_too_long() -> None:
    found = {
        f"{path.relative_to(ROOT)}::{node.name}": _lines_of(node)
        for path in files("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert longer(found, FUNCTION) == {}


def _lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: the docstring is for the reader and does not count."""
    assert node.end_lineno is not None
    length = node.end_lineno - node.lineno + 1
    first = node.body[0]
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        assert first.end_lineno is not None
        length -= first.end_lineno - first.lineno + 1
    return length
