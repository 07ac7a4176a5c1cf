"""Versions: facts frozen as JSON with a checksum, and read back the same.

What is adopted or delivered is kept so, whatever becomes of the rows after.
"""

import hashlib
import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from trinnvis.rules.facts import PlanFacts

FORMAT = 1
"""Of the outer object; a field that is added needs a default and no new format."""

Content = dict[str, Any]
Fact = TypeVar("Fact")


class UnknownFormat(ValueError):
    """Raised for content that this version cannot read."""


def freeze(facts: Any) -> tuple[Content, str]:
    """Return a frozen dataclass as JSON content, and its SHA-256."""
    content: Content = {
        "format": FORMAT,
        "kind": type(facts).__name__,
        "facts": _plain(facts),
    }
    return content, checksum_of(content)


def checksum_of(content: Content) -> str:
    """Return the SHA-256 of the content in its one canonical spelling."""
    text = json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def thaw(content: Content) -> PlanFacts:
    """Return a frozen plan as the facts it was. Raises UnknownFormat."""
    return cast(PlanFacts, thaw_as(PlanFacts, content))


def thaw_as(kind: type[Any], content: Content) -> Any:
    """Return frozen content as facts of the kind it was. Raises UnknownFormat.

    A field that came later than the content gets its default.
    """
    if content.get("format") != FORMAT or content.get("kind") != kind.__name__:
        raise UnknownFormat(f"{content.get('kind')} {content.get('format')}")
    return _facts(kind, content["facts"])


def thaw_part(kind: type[Fact], plain: Any) -> Fact:
    """Return one part of frozen content as facts, where the whole is not needed."""
    return cast(Fact, _facts(kind, plain))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Decimal):
        return _figure(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"cannot freeze {type(value).__name__}")


def _figure(value: Decimal) -> str:
    """Return the one spelling of a figure; `normalize` would round the longest."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _facts(kind: Any, plain: Any) -> Any:
    """Return the plain value as the annotated kind it came from."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind, plain)
    if origin is tuple:
        return _tuple(get_args(kind), plain)
    if is_dataclass(kind):
        hints = _hints(cast(Hashable, kind))
        known = {
            name: _facts(hints[name], plain[name]) for name in hints if name in plain
        }
        return cast(type[Any], kind)(**known)
    if kind is Decimal:
        return Decimal(plain)
    if kind in (date, datetime):
        return kind.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return plain


def _optional(kind: Any, plain: Any) -> Any:
    if plain is None:
        return None
    (inner,) = (part for part in get_args(kind) if part is not type(None))
    return _facts(inner, plain)


def _tuple(parts: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_facts(parts[0], item) for item in plain)
    return tuple(_facts(part, item) for part, item in zip(parts, plain, strict=True))
