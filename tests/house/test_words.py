"""Words: three languages, whole and honest, in the words we have agreed on."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from trinnvis.translations import KEYWORDS, LANGUAGES, gathered, missing, po_file

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "sentences.md").read_text(
    "utf-8"
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
UNNAMED = re.compile(r"(?<!%)%[sdifr]\b|\{\d*\}")
ONLY_BOKMAAL = re.compile(
    r"\b(ikke|hva|hvem|hvor|hvordan|hvorfor|hvis|hvilke[nt]?|fra|noen|noe|jeg|dere|"
    r"gjør|være|mye|mer|begynner)\b",
    re.IGNORECASE,
)


def strings(message: Message) -> tuple[str, ...]:
    return _many(message.string)


def ids(message: Message) -> tuple[str, ...]:
    return _many(message.id)


def _many(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def read(language: str) -> Catalog:
    return read_po(BytesIO(po_file(language).read_bytes()), locale=language)


def told(language: str) -> Iterator[str]:
    """Yield every sentence as it is read in the language."""
    source = language == "nb"
    for message in gathered() if source else read(language):
        if message.id:
            yield from ids(message) if source else strings(message)


def names(text: str) -> set[str]:
    return {one or other for one, other in PLACEHOLDER.findall(text)}


def plain(text: str) -> str:
    """Return the sentence without its placeholders, markup and soft hyphens."""
    return re.sub(r"<[^>]+>", "", PLACEHOLDER.sub("", text)).replace("\u00ad", "")


def forbidden() -> list[dict[str, str]]:
    section = PAGE.split("## Ord vi ikke bruker\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    cells = ([cell.strip() for cell in row.strip("|").split("|")] for row in rows)
    return [{"nb": nb, "nn": nn, "en": en} for nb, nn, en, _instead in cells]


def test_every_way_of_marking_a_sentence_is_gathered() -> None:
    product = Path(__file__).parents[2] / "trinnvis"
    used = {
        word
        for path in product.rglob("*.py")
        for word in re.findall(r"\b(n?p?gettext(?:_\w+)?)\b", path.read_text("utf-8"))
    }
    assert used - set(KEYWORDS) == set()


def test_every_sentence_is_translated_and_none_is_guessed() -> None:
    assert missing() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_fuzzy_or_left_over(language: str) -> None:
    catalog = read(language)
    fuzzy = [message.id for message in catalog if message.id and message.fuzzy]
    known = {(message.id, message.context) for message in gathered()}
    left_over = [
        message.id
        for message in catalog
        if message.id and (message.id, message.context) not in known
    ]
    assert (fuzzy, left_over, list(catalog.obsolete)) == ([], [], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_hold_the_placeholders_of_the_source(language: str) -> None:
    different = [
        string
        for message in read(language)
        if message.id
        for number, string in enumerate(strings(message))
        if string and names(string) != names(ids(message)[min(number, 1)])
    ]
    assert different == []


@pytest.mark.parametrize("language", ["nb", *LANGUAGES])
def test_every_placeholder_has_a_name(language: str) -> None:
    assert [text for text in told(language) if UNNAMED.search(text)] == []


@pytest.mark.parametrize("language", ["nb", *LANGUAGES])
def test_no_sentence_says_what_we_have_agreed_not_to(language: str) -> None:
    words = "|".join(re.escape(row[language]) for row in forbidden())
    avoided = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    assert [text for text in told(language) if avoided.search(plain(text))] == []


def test_nynorsk_is_not_bokmaal() -> None:
    assert [text for text in told("nn") if ONLY_BOKMAAL.search(plain(text))] == []


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("%s mål", True),
        ("{} mål", True),
        ("%(count)s mål", False),
        ("80 %% i rute", False),
        ("80 % i rute", False),
    ],
)
def test_an_unnamed_placeholder_is_seen(text: str, unnamed: bool) -> None:
    assert bool(UNNAMED.search(text)) is unnamed
