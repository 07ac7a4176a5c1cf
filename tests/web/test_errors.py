"""Errors: every page says what happened, what to do, and keeps what was typed."""

from collections.abc import Callable

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from tests.cast import Cast
from trinnvis.records.models import Person
from trinnvis.web.views import errors, plans

VisitAs = Callable[[Person], Client]


def text(response: object) -> str:
    return response.content.decode()


def test_a_page_that_is_not_there(cast: Cast, visit_as: VisitAs) -> None:
    answer = visit_as(cast.leif).get("/plans/999999/")
    assert answer.status_code == 404
    assert "Fant ikke siden, eller du har ikke tilgang" in text(answer)


def test_a_form_whose_proof_is_gone_keeps_the_text(cast: Cast, at_noon: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.leif)
    answer = client.post(f"/plans/{cast.plan.pk}/comments/", {"text": "Halvskrevet"})
    assert answer.status_code == 403
    assert "Skjemaet var åpent for lenge" in text(answer)
    assert 'name="text" value="Halvskrevet"' in text(answer)


def test_a_database_that_is_away_keeps_the_text(
    cast: Cast, visit_as: VisitAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_asked: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(plans, "plan_of", away)
    answer = visit_as(cast.leif).post(
        f"/plans/{cast.plan.pk}/parts/about/", {"text": "Halvskrevet"}
    )
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Halvskrevet" in text(answer)


def test_what_fails_here_gives_a_code_and_keeps_the_text(
    cast: Cast, visit_as: VisitAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_asked: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(plans, "plan_of", failing)
    answer = visit_as(cast.leif).post(
        f"/plans/{cast.plan.pk}/parts/about/", {"text": "Halvskrevet"}
    )
    assert answer.status_code == 500
    assert "Noe gikk galt hos oss" in text(answer)
    assert "Halvskrevet" in text(answer)
    assert "secret detail" not in text(answer)


def test_a_failing_error_page_still_answers_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_asked: object) -> None:
        raise RuntimeError("the frame")

    monkeypatch.setattr(errors, "_page", failing)
    answer = errors.failed(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert text(answer).startswith("Noe gikk galt hos oss: ")


def test_more_than_a_form_may_hold_is_told(
    cast: Cast, visit_as: VisitAs, settings: object
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    many = {f"field-{number}": "x" for number in range(6)}
    answer = visit_as(cast.leif).post(f"/plans/{cast.plan.pk}/parts/about/", many)
    assert answer.status_code == 413
    assert "Ingenting er lagret" in text(answer)


def test_a_password_is_never_shown_again(cast: Cast, at_noon: None) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/sign-in/", {"username": "leif", "password": "hemmelig-ord"})
    assert answer.status_code == 403
    assert "hemmelig-ord" not in text(answer)
