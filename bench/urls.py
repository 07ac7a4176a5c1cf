"""Urls: the product's own, and the empty signed-in page that others are held against."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from trinnvis.urls import *  # noqa: F403
from trinnvis.urls import urlpatterns as of_the_product

_TEXT = (
    '{% extends "base.html" %}{% block title %}Tom{% endblock %}'
    "{% block main %}<h1>Tom</h1>{% endblock %}"
)


@cache
def _template():
    return engines["django"].from_string(_TEXT)


def empty(request: HttpRequest) -> HttpResponse:
    """The frame of every page, with nothing in it."""
    return HttpResponse(_template().render({}, request))


urlpatterns = [*of_the_product, path("bench/empty/", empty, name="bench-empty")]
