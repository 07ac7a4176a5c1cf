"""Home: what waits, and the unit's eight steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    return render(request, "home/show.html", {})
