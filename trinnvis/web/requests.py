"""Requests: what a request carries after the middleware has met it."""

from datetime import date, datetime

from django.http import HttpRequest

from trinnvis.records.models import Person


class Request(HttpRequest):
    """A signed-in person's request, with its day and moment.

    Never made: the type that views read a HttpRequest as. Public pages take a
    plain HttpRequest, since there may be no person.
    """

    user: Person
    day: date
    """Today in Norway, or the demo's day."""
    at: datetime
    """Now, aware; what changes are stamped with."""
