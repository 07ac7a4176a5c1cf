"""Saving: how one saved line answers, to a script and to a plain form.

A script (HX-Request) gets the parts of the page that may have changed, or what stands
in the way, and keeps what was typed. A plain form gets a page.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from trinnvis.records.changes.submissions import AlreadySent
from trinnvis.records.models import Unit
from trinnvis.records.refusals import Clash, Refused, Stale
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import Outcome
from trinnvis.signs import quarter_words
from trinnvis.web.quarter_page import (
    COLLECTION,
    collection_context,
    review_context,
)
from trinnvis.web.requests import Request
from trinnvis.web.views.reviews import visible_unit

View = Callable[..., HttpResponse]


def saving(view: View) -> View:
    """Answer a script in the line itself when a save is refused, stale or repeated."""

    @wraps(view)
    def answer(
        request: Request, unit_id: int, quarter: Quarter, **where: Any
    ) -> HttpResponse:
        try:
            return view(request, unit_id, quarter, **where)
        except AlreadySent:
            return saved(request, visible_unit(request, unit_id), quarter, None)
        except Stale as stale:
            if not by_script(request):
                raise
            return _clash(request, stale)
        except Refused as refused:
            if not by_script(request):
                raise
            return _refused(request, refused)

    return answer


def by_script(request: Request) -> bool:
    return request.headers.get("HX-Request") == "true"


def saved(
    request: Request, unit: Unit, quarter: Quarter, goal_id: int | None
) -> HttpResponse:
    """Return what the save changed: one goal's lines, all goals' (None) or none (0)."""
    collects = request.POST.get("page") == COLLECTION
    if not by_script(request):
        back = (
            reverse("collection", args=(quarter,))
            if collects
            else reverse("review", args=(unit.pk, quarter))
        )
        return redirect(f"{back}#{request.POST.get('line', 'left')}")
    if collects:
        context = collection_context(request, quarter)
        context["goal_id"] = goal_id
        return render(request, "collections/fresh.html", context)
    context = review_context(request, unit, quarter)
    context["goals"] = [
        goal for goal in context["goals"] if goal_id is None or goal.id == goal_id
    ]
    return render(request, "reviews/fresh.html", context)


def sent_back(
    request: Request, unit: Unit, quarter: Quarter, form: forms.Form
) -> HttpResponse:
    """Return the form with what must be mended; everything typed is kept."""
    offers = [
        {"name": f"{name}_confirmed", "value": offer.value, "text": offer.text}
        for name, field in form.fields.items()
        for offer in getattr(field, "offers", ())
    ]
    context: dict[str, Any] = {
        "form": form,
        "offers": offers,
        "offers_missing": any(
            getattr(form.fields[name], "offers_missing", False)
            for name in form.errors
            if name in form.fields
        ),
    }
    if by_script(request):
        return render(request, "reviews/line_errors.html", context, status=422)
    context["carried"] = [
        (name, value)
        for name, value in request.POST.items()
        if name not in form.fields and name != "csrfmiddlewaretoken"
    ]
    context["unit"], context["quarter"] = unit, quarter
    return render(request, "reviews/sent_back.html", context, status=422)


def _refused(request: Request, refused: Refused) -> HttpResponse:
    sentence = quarter_words.review_refusal_sentence(refused.reason)
    context = {"sentence": sentence, "offers": ()}
    return render(request, "reviews/line_errors.html", context, status=422)


def _clash(request: Request, stale: Stale) -> HttpResponse:
    clashes = [
        {
            "field": clash.field,
            "value": clash.saved,
            "saved": _in_words(clash, clash.saved),
            "typed": _in_words(clash, clash.typed),
        }
        for clash in stale.clashes
    ]
    context = {"stale": stale, "clashes": clashes}
    return render(request, "reviews/line_clash.html", context, status=409)


def _in_words(clash: Clash, value: str) -> str:
    if clash.field == "outcome" and value in set(Outcome):
        return quarter_words.outcome_word(Outcome(value))
    return value
