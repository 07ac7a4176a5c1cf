"""Links: Markdown links and images in people's text, kept only where harmless.

Our pages make links of http, https, mailto and tel. Links to anything else lose
their target and keep their text; images become links, so nothing is fetched.
"""

import re
from html import unescape
from urllib.parse import unquote

_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_DANGEROUS = frozenset({"javascript", "vbscript", "data", "file", "blob"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_ROUNDS = 5
_DEEPEST = 4
"""Parentheses inside a target; more is no link, and keeps the walk linear."""
_AUTOMATIC = re.compile(r"<([a-z]+:[^<>\s]{1,2000})>", re.I)
_DEFINITION = re.compile(r"^( {0,3}\[[^\]\n]{1,500}\]:)[ \t]*(\S{1,2000}).*$", re.M)


def without_bad_links(text: str) -> str:
    """Return the text with links to other schemes undone and images as links.

    Linear in the text: each bracket is looked at once. A few rounds, as undoing
    one link can make another of what was around it.
    """
    for _ in range(_ROUNDS):
        before, text = text, _one_round(text)
        if text == before:
            break
    return text


def _one_round(text: str) -> str:
    if "](" in text:
        text = _inline(text)
    if "]:" in text:
        text = _DEFINITION.sub(_definition, text)
    return _AUTOMATIC.sub(_automatic, text) if "<" in text else text


def is_harmless(target: str) -> bool:
    """Tell whether a link target has an allowed scheme, or is no address at all."""
    scheme = _scheme_of(target)
    if scheme in _DANGEROUS:
        return False
    return not scheme or scheme in _ALLOWED or _is_sentence(target)


def _scheme_of(target: str) -> str:
    """Return the scheme as a browser would read it: decoded, without controls."""
    plain = target
    for _ in range(3):
        plain = _IGNORED.sub("", unquote(unescape(plain))).casefold()
    scheme = _SCHEME.match(plain.lstrip(" <\\"))
    return scheme[1] if scheme else ""


def _is_sentence(target: str) -> bool:
    """Tell «[1](merknad: se vedlegg)» from an address, which has no blanks."""
    _, blank, rest = target.strip().partition(" ")
    return bool(blank) and rest.lstrip()[:1] not in ('"', "'", "(")


def _inline(text: str) -> str:
    """Walk the brackets once; `out` holds what is kept, `opened` where «[» stands."""
    out: list[str] = []
    opened: list[int] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "]" and opened and text.startswith("(", at + 1):
            start = opened.pop()
            end = _end_of_target(text, at + 1)
            if end:
                _close(out, start, text[at + 2 : end])
                at = end + 1
                continue
        if sign == "[":
            opened.append(len(out))
        elif sign == "]" and opened:
            opened.pop()
        out.append(sign)
        at += 1
    return "".join(out)


def _close(out: list[str], start: int, target: str) -> None:
    """Finish the link whose «[» stands at `start` in what is kept."""
    if is_harmless(target):
        out.extend(("]", f"({target})"))
    else:
        out[start] = ""
    if start and out[start - 1] == "!":
        out[start - 1] = ""


def _end_of_target(text: str, at: int) -> int:
    """Return where the parenthesis that opens at `at` is closed, or 0."""
    depth = 0
    for place in range(at, len(text)):
        sign = text[place]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        if not depth:
            return place
        if depth > _DEEPEST or (sign == "\n" and text[place - 1] == "\n"):
            return 0
    return 0


def _automatic(found: re.Match[str]) -> str:
    return found[1] if _scheme_of(found[1]) in _DANGEROUS else found[0]


def _definition(found: re.Match[str]) -> str:
    dangerous = _scheme_of(found[2]) in _DANGEROUS
    return found[1].removesuffix(":") if dangerous else found[0]
