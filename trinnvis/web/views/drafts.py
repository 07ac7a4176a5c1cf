"""Drafts: half-written text of a form, kept for its writer alone."""

import re

from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import require_POST

from trinnvis.records.changes.drafts import keep_draft
from trinnvis.web.requests import Request

_FIELD = re.compile(r"(condition|involvement):\d{4}-Q[1-4]:\d{1,18}:[a-z_]{1,30}")


@require_POST
def keep(request: Request) -> HttpResponse:
    """Keep one field as it is written; empty text forgets it. Answers 204."""
    field = request.POST.get("field", "")
    if not _FIELD.fullmatch(field):
        return HttpResponseBadRequest()
    text = request.POST.get("text", "")
    keep_draft(field, text, by=request.user, at=request.at)
    return HttpResponse(status=204)
