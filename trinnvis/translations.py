"""Translations: gathers sentences from code and templates, and compiles them.

Babel does the work, so no system gettext is needed. No fuzzy matching: bokmål
and nynorsk are so alike that it would fill in wrong lines in silence.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nn", "en")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def po_file(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def gathered() -> Catalog:
    """Return every sentence of the product, in order of the text."""
    catalog = Catalog(project="Trinnvis", charset="utf-8")
    for path, source in sorted(_sources()):
        for _line, message, _comments, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, (), {"encoding": "utf-8"}
        ):
            catalog.add(message, locations=[(path, 1)], context=context)
    return catalog


def _sources() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "trinnvis").rglob("*"):
        name = str(path.relative_to(ROOT))
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield name, path.read_text()
        elif path.suffix == ".html":
            # A template's indentation means nothing, but Babel reads it as Python's.
            lines = templatize(path.read_text(), origin=name).splitlines()
            yield name, "\n".join(line.lstrip() for line in lines)


def gather(languages: tuple[str, ...] = LANGUAGES) -> None:
    """Write new sentences into each language's file; keep what is translated.

    Without a header: dates and names in it would change with every run, and the
    compiled file gets its own from the language.
    """
    template = gathered()
    for language in languages:
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            catalog = read_po(BytesIO(path.read_bytes()), locale=language)
            catalog.update(template, no_fuzzy_matching=True)
            catalog.obsolete.clear()
        else:
            catalog = Catalog(locale=language, charset="utf-8", project="Trinnvis")
            for message in template:
                if message.id:
                    catalog.add(message.id, context=message.context)
        with path.open("wb") as file:
            write_po(
                file,
                catalog,
                width=0,
                no_location=True,
                sort_output=True,
                omit_header=True,
            )


def compile_all() -> None:
    """Make each .mo that is older than its .po."""
    for language in LANGUAGES:
        path = po_file(language)
        if not path.exists():
            continue
        made = path.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < path.stat().st_mtime:
            catalog = read_po(BytesIO(path.read_bytes()), locale=language)
            with made.open("wb") as file:
                write_mo(file, catalog)


def missing() -> list[str]:
    """Return «nn: sentence» for each that lacks a translation or is fuzzy."""
    template = gathered()
    found = []
    for language in LANGUAGES:
        path = po_file(language)
        known = read_po(BytesIO(path.read_bytes()), locale=language)
        for message in template:
            if not message.id:
                continue
            line = known.get(message.id, context=message.context)
            strings = line.string if line else ""
            whole = all(strings) if isinstance(strings, tuple | list) else bool(strings)
            if line is None or not whole or line.fuzzy:
                found.append(f"{language}: {message.id}")
    return found


def main(arguments: list[str]) -> int:
    if arguments == ["compile"]:
        compile_all()
    elif arguments == ["missing"]:
        lines = missing()
        sys.stdout.writelines(f"{line}\n" for line in lines)
        return 1 if lines else 0
    elif arguments and arguments[0] in LANGUAGES:
        gather((arguments[0],))
        compile_all()
    else:
        gather()
        compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
