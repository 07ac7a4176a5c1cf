"""Plan comments: what people say of a plan, the answers, and statements."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import comments as changes
from trinnvis.records.models import PlanComment
from trinnvis.records.refusals import Refused
from trinnvis.rules.plan_access import PlanRefusal, leads
from trinnvis.web.forms.keys import posted, posted_version
from trinnvis.web.forms.plans import CommentForm
from trinnvis.web.requests import Request
from trinnvis.web.views.plans import page_context, plan_of


@require_POST
def add(request: Request, plan_id: int) -> HttpResponse:
    """Comment on the plan, or make a representative's statement."""
    plan = plan_of(request, plan_id)
    form = CommentForm(request.POST)
    if not form.is_valid():
        context = page_context(request, plan) | {"comment_form": form, "edit": ""}
        return render(request, "plans/show.html", context, status=422)
    text, place = form.cleaned_data["text"], "#comments"
    who: dict[str, Any] = {"by": request.user, "at": request.at}
    if request.POST.get("kind") == PlanComment.Kind.STATEMENT:
        changes.state_about_plan(plan, text, **who)
        messages.success(request, _("Uttalelsen er lagret. Bare du kan endre den."))
        place = "#discussion"
    else:
        goal = plan.goals.filter(pk=request.POST.get("goal") or 0).first()
        changes.comment_on_plan(plan, text, goal, **who)
        messages.success(request, _("Takk. Lederen ser kommentaren og kan svare."))
    return redirect(reverse("plan-show", args=(plan.pk,)) + place)


def answer(request: Request, comment_id: int) -> HttpResponse:
    """Answer a comment as leader, or change one's own words."""
    visible = PlanComment.objects.visible_to(request.user)
    rows = visible.select_related("plan__unit", "by", "goal")
    comment = get_object_or_404(rows, pk=comment_id)
    own = comment.by_id == request.user.pk
    if not own and not leads(request.user.facts, comment.plan.unit.path):
        raise Refused(PlanRefusal.NOT_LEADER)
    initial = {"text": comment.text if own else comment.answer}
    label = "" if own else _("Svaret ditt")
    form = CommentForm(posted(request), initial=initial, label=label)
    if request.method == "POST" and form.is_valid():
        change = changes.reword_comment if own else changes.answer_comment
        change(
            comment,
            form.cleaned_data["text"],
            version=posted_version(request),
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Lagret."))
        return redirect(reverse("plan-show", args=(comment.plan_id,)) + "#comments")
    status = 422 if form.errors else 200
    context = {"comment": comment, "form": form, "own": own, "plan": comment.plan}
    return render(request, "plans/answer.html", context, status=status)
