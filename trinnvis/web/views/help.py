"""Help: short pages that explain, and how well everyone can use Trinnvis."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    """What to do when, for someone who comes four times a year."""
    return render(request, "help/show.html")


def keyboard(request: HttpRequest) -> HttpResponse:
    """Every shortcut key, and how to turn them off."""
    return render(request, "help/keyboard.html")


def access(request: HttpRequest) -> HttpResponse:
    """Tilgjengelighetserklæring: what works, what was not tried."""
    return render(request, "help/access.html")


def health(request: HttpRequest) -> HttpResponse:
    """For those who watch the server: it answers."""
    return HttpResponse("ok", content_type="text/plain")
