"""Submissions: a form that is sent twice writes once."""

from datetime import datetime

from django.db import IntegrityError, transaction

from trinnvis.records.models import Person, Submission


class AlreadySent(Exception):
    """The same form came before; `location` is where its answer is."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


def claim(key: str, *, by: Person, at: datetime) -> Submission | None:
    """Take the form's key inside the change's own transaction.

    Returns None for a form without a key. Raises AlreadySent with the first
    answer's address when the key was taken before; two at the same moment wait
    for each other on the unique key, so exactly one writes.
    """
    if not key:
        return None
    try:
        with transaction.atomic():
            return Submission.objects.create(person=by, key=key[:64], at=at)
    except IntegrityError:
        first = Submission.objects.get(person=by, key=key[:64])
        raise AlreadySent(first.location) from None


def answer(submission: Submission | None, location: str) -> None:
    """Remember where the answer is, for the same form sent again."""
    if submission is not None:
        Submission.objects.filter(pk=submission.pk).update(location=location)
