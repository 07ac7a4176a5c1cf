"""Keys: the hidden fields that make a form safe to send twice."""

import secrets

from django.http import HttpRequest, QueryDict


def new_key() -> str:
    """Return a key that a form carries, so that a double click writes once."""
    return secrets.token_urlsafe(16)


def posted_version(request: HttpRequest, name: str = "version") -> int:
    """Return the version the writer saw; 0 when the form does not tell."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, also when it is empty; None before that."""
    return request.POST if request.method == "POST" else None
