"""Guard: what every page owes its reader, looked for in the page as it was sent."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

_TAG = "{http://www.w3.org/1999/xhtml}"
_LANGUAGES = ("nb", "nn", "en")
_UNNAMED_INPUTS = ("hidden", "submit", "button", "image", "reset")
_LEFT_OVER = re.compile(
    r"\{\{|\{%|%\(|\bNone\b|\bnan\b|\bundefined\b|object at 0x|&(amp|lt|gt|quot|#\d+);"
)
_POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")
_READ_ALOUD = ("alt", "title", "aria-label", "placeholder", "value", "content")


@dataclass
class Page:
    """A page that was answered at an address, and what can be asked of it."""

    address: str
    answer: HttpResponse

    @property
    def is_html(self) -> bool:
        return self.answer.headers.get("Content-Type", "").startswith("text/html")

    @cached_property
    def text(self) -> str:
        return self.answer.content.decode()

    @cached_property
    def tree(self) -> Element:
        return self._parsed[0]

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"))
        tree = parser.parse(self.text)
        faults = [f"html: {code} at {place}" for place, code, _more in parser.errors]
        return tree, faults

    def each(self, *names: str) -> Iterator[Element]:
        for element in self.tree.iter():
            if isinstance(element.tag, str):
                name = element.tag.removeprefix(_TAG)
                if not names or name in names:
                    yield element

    def links(self) -> set[str]:
        """Return the addresses of ours that the page leads to, as absolute paths."""
        found = set()
        for link in self.each("a"):
            target = urlsplit(urljoin(self.address, link.get("href", "")))
            if not target.scheme and not target.netloc and target.path:
                query = f"?{target.query}" if target.query else ""
                found.add(f"{target.path}{query}")
        return found

    def words(self) -> list[str]:
        """Return what a reader meets as text, piece by piece."""
        pieces = [piece for element in self.each() for piece in _pieces(element)]
        return [" ".join(piece.split()) for piece in pieces if piece.strip()]

    def faults(self) -> list[str]:
        """Return what is wrong; nothing is the right answer."""
        return [
            *self._parsed[1],
            *self._frame(),
            *self._fields(),
            *self._pointers(),
            *self._inline(),
            *self._leftovers(),
            *self._ways_on(),
        ]

    def _frame(self) -> Iterator[str]:
        if self.tree.get("lang") not in _LANGUAGES:
            yield f"lang is {self.tree.get('lang')}"
        titles = ["".join(title.itertext()).strip() for title in self.each("title")]
        own = [title for title in titles if not title.startswith("–")]
        if not own:
            yield f"title is {titles}"
        headings = ["".join(each.itertext()).strip() for each in self.each("h1")]
        if len(headings) != 1 or not headings[0]:
            yield f"h1 is {headings}"
        policy = self.answer.headers.get("Content-Security-Policy", "")
        if "default-src 'self'" not in policy or "unsafe" in policy:
            yield f"policy is {policy!r}"

    def _fields(self) -> Iterator[str]:
        labelled = {label.get("for") for label in self.each("label")}
        within = {
            id(field)
            for label in self.each("label")
            for field in label.iter()
            if "".join(label.itertext()).strip()
        }
        for field in self.each("input", "select", "textarea"):
            named = field.get("aria-label") or field.get("aria-labelledby")
            by_label = field.get("id") in labelled or id(field) in within
            if field.get("type") not in _UNNAMED_INPUTS and not (named or by_label):
                yield f"no label: {field.attrib}"
        for picture in self.each("img"):
            if picture.get("alt") is None:
                yield f"no alt: {picture.get('src')}"

    def _pointers(self) -> Iterator[str]:
        ids = Counter(each.get("id") for each in self.each() if each.get("id"))
        yield from (f"id {name} is there twice" for name in ids if ids[name] > 1)
        for each in self.each():
            for name in _POINTERS:
                for wanted in each.get(name, "").split():
                    if wanted not in ids:
                        yield f"{name} names {wanted}, which is not there"
            href = each.get("href", "")
            if href.startswith("#") and len(href) > 1 and href[1:] not in ids:
                yield f"a link to {href}, which is not there"

    def _inline(self) -> Iterator[str]:
        for each in self.each():
            name = each.tag.rpartition("}")[2]
            kind = each.get("type", "")
            runs = name == "script" and not each.get("src") and "json" not in kind
            if name == "style" or runs:
                yield f"inline {name}"
            for attribute in each.attrib:
                if attribute == "style" or attribute.startswith("on"):
                    yield f"inline {attribute} on {name}"

    def _leftovers(self) -> Iterator[str]:
        read = [
            each.get(name, "")
            for each in self.each()
            for name in _READ_ALOUD
            if each.get("type") != "hidden" and each.get("name") != "htmx-config"
        ]
        for piece in (*self.words(), *read):
            if _LEFT_OVER.search(piece):
                yield f"left over: {piece[:80]}"

    def _ways_on(self) -> Iterator[str]:
        for form in self.each("form"):
            names = {field.get("name") for field in form.iter()}
            posts = form.get("method", "get").lower() == "post"
            if posts is not ("csrfmiddlewaretoken" in names):
                yield f"proof of origin: {form.attrib}"
            if not _is_ours(urljoin(self.address, form.get("action", ""))):
                yield f"a form to {form.get('action')}, which is no address"
        for link in self.each("a"):
            if not _is_ours(urljoin(self.address, link.get("href", ""))):
                yield f"a link to {link.get('href')}, which is no address"


def visit(client: Client, address: str) -> Page:
    """Return the page at the address, after any redirects."""
    answer = client.get(address, follow=True)
    if answer.redirect_chain:
        address = urljoin(address, answer.redirect_chain[-1][0])
    return Page(address, answer)


def _pieces(element: Element) -> Iterator[str]:
    """Yield the element's own text and what follows it; not what is never read."""
    name = element.tag.rpartition("}")[2]
    if name not in ("script", "style", "title", "template"):
        yield element.text or ""
    yield element.tail or ""


def _is_ours(address: str) -> bool:
    target = urlsplit(address)
    if target.scheme or target.netloc:
        return target.scheme in ("https", "mailto", "tel")
    try:
        resolve(target.path)
    except Resolver404:
        return False
    return True
