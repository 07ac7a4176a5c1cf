"""Actions: what the unit does to reach a goal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import actions as changes
from trinnvis.records.models import Action
from trinnvis.rules.goal_text import TextKind, text_hints
from trinnvis.signs.goal_advice import text_question
from trinnvis.web.forms.actions import ActionForm
from trinnvis.web.forms.keys import posted, posted_version
from trinnvis.web.requests import Request
from trinnvis.web.views.goal_writing import editable_goal_of, place_in_plan


def editable_action_of(request: Request, action_id: int) -> Action:
    """Return the action if this person may write in its plan; 404 or Refused."""
    visible = Action.objects.visible_to(request.user).select_related("goal")
    action = get_object_or_404(visible, pk=action_id)
    action.goal = editable_goal_of(request, action.goal_id)
    return action


def new(request: Request, goal_id: int) -> HttpResponse:
    """Add an action to a goal."""
    goal = editable_goal_of(request, goal_id)
    form = ActionForm(posted(request), reader=request.user)
    if request.method == "POST" and form.is_valid():
        changes.add_action(goal, form.cleaned_data, by=request.user, at=request.at)
        messages.success(request, _("Tiltaket er lagt til."))
        if request.POST.get("more"):
            return redirect("action-new", goal.pk)
        return redirect(place_in_plan(goal))
    return _page(request, form, {"goal": goal, "plan": goal.plan, "action": None})


def edit(request: Request, action_id: int) -> HttpResponse:
    """Change an action's text, dates and cost."""
    action = editable_action_of(request, action_id)
    form = ActionForm(posted(request), reader=request.user, action=action)
    if request.method == "POST" and form.is_valid():
        changes.change_action(
            action,
            form.cleaned_data,
            version=posted_version(request),
            by=request.user,
            at=request.at,
        )
        messages.success(request, _("Lagret."))
        return redirect(place_in_plan(action.goal))
    hints = text_hints(action.title, action.goal.language, TextKind.ACTION)
    context = {
        "goal": action.goal,
        "plan": action.goal.plan,
        "action": action,
        "question": text_question(hints[0]) if hints else "",
    }
    return _page(request, form, context)


@require_POST
def remove(request: Request, action_id: int) -> HttpResponse:
    """Take an action out of the plan."""
    action = editable_action_of(request, action_id)
    goal = action.goal
    changes.remove_action(action, by=request.user, at=request.at)
    messages.success(request, _("Tiltaket er ute av planen."))
    return redirect(place_in_plan(goal))


def _page(
    request: Request, form: ActionForm, context: dict[str, object]
) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(
        request, "actions/edit.html", {"form": form, **context}, status=status
    )
