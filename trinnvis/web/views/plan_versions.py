"""Plan versions: what was adopted, frozen, and two plans side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from trinnvis.records.load.plans import plan_facts
from trinnvis.records.models import Plan, PlanVersion
from trinnvis.records.versions import checksum_of, thaw
from trinnvis.rules.facts import PlanFacts
from trinnvis.web.presenting.comparing import compare_plans
from trinnvis.web.presenting.plans import plan_shown
from trinnvis.web.requests import Request
from trinnvis.web.views.plans import plan_of


def show_all(request: Request, plan_id: int) -> HttpResponse:
    """The plan's history: its moves and its frozen versions."""
    plan = plan_of(request, plan_id)
    context = {
        "plan": plan,
        "versions": plan.versions.select_related("by").order_by("-number"),
        "events": plan.events.select_related("by").order_by("-at", "-id")
        if request.user.sight.sees_drafts_of(plan.unit.path)
        else (),
    }
    return render(request, "plans/versions.html", context)


def show(request: Request, plan_id: int, number: int) -> HttpResponse:
    """One frozen version, read again from what was stored, with its checksum."""
    plan = plan_of(request, plan_id)
    version = _version(plan, number)
    context = {
        "plan": plan,
        "version": version,
        "whole": checksum_of(version.content) == version.checksum,
        "shown": plan_shown(thaw(version.content)),
        "facts": thaw(version.content),
    }
    return render(request, "plans/version.html", context)


def compare(request: Request, plan_id: int) -> HttpResponse:
    """Two plans side by side: two versions, or last year's beside this year's."""
    plan = plan_of(request, plan_id)
    older, older_name = _chosen(request, plan, request.GET.get("older", "last-year"))
    newer, newer_name = _chosen(request, plan, request.GET.get("newer", "now"))
    carried = plan.goals.filter(from_goal__isnull=False)
    origins = dict(carried.values_list("pk", "from_goal_id"))
    context = {
        "plan": plan,
        "older_name": older_name,
        "newer_name": newer_name,
        "rows": compare_plans(older, newer, origins) if older and newer else (),
        "missing": older is None,
        "versions": plan.versions.order_by("number"),
        "chosen_older": request.GET.get("older", "last-year"),
        "chosen_newer": request.GET.get("newer", "now"),
        "last_year": plan.year - 1,
    }
    return render(request, "plans/compare.html", context)


def _chosen(request: Request, plan: Plan, choice: str) -> tuple[PlanFacts | None, str]:
    """Return the facts and the name of «now», «last-year» or a version's number."""
    if choice == "now":
        return plan_facts(plan, reader=request.user.sight), str(plan.year)
    if choice == "last-year":
        year = plan.year - 1
        visible = Plan.objects.visible_to(request.user).select_related("unit")
        before = visible.filter(unit=plan.unit, year=year).first()
        facts = plan_facts(before, reader=request.user.sight) if before else None
        return facts, str(year)
    if not (choice.isascii() and choice.isdecimal()):
        raise Http404
    version = _version(plan, int(choice))
    return thaw(version.content), _("Versjon %(number)s") % {"number": version.number}


def _version(plan: Plan, number: int) -> PlanVersion:
    return get_object_or_404(plan.versions.select_related("by"), number=number)
