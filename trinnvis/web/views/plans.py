"""Plans: the year's plan as one page, edited in place, moved on and printed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import plans as changes
from trinnvis.records.load.plans import plan_facts
from trinnvis.records.models import Plan, Unit
from trinnvis.records.refusals import Refused
from trinnvis.rules.lifecycle import PlanMove, moves_from
from trinnvis.rules.plan_access import (
    PlanRefusal,
    gaps_before_adoption,
    leads,
    represents,
    why_not_edit_plan,
    why_not_move,
)
from trinnvis.rules.terms import Chapter, PlanState
from trinnvis.signs import plan_words
from trinnvis.web.forms.keys import posted, posted_version
from trinnvis.web.forms.plans import (
    ChapterForm,
    CommentForm,
    DiscussionForm,
    KeyFiguresForm,
    MoveForm,
    SummaryForm,
)
from trinnvis.web.presenting.plans import plan_shown
from trinnvis.web.requests import Request


def plan_of(request: Request, plan_id: int) -> Plan:
    """Return the plan if this person may see it; 404 otherwise. 1 query."""
    visible = Plan.objects.visible_to(request.user).select_related(
        "unit", "unit__municipality"
    )
    return get_object_or_404(visible, pk=plan_id)


def editable_plan_of(request: Request, plan_id: int) -> Plan:
    """Return the plan if this person may write in it; 404 or Refused otherwise."""
    plan = plan_of(request, plan_id)
    facts = request.user.facts
    if reason := why_not_edit_plan(facts, plan.unit.path, PlanState(plan.state)):
        if not request.user.sight.sees_drafts_of(plan.unit.path):
            raise Http404
        raise Refused(reason)
    return plan


def mine(request: Request) -> HttpResponse:
    """Go to the person's own plan: this year's, or the newest there is."""
    sight = request.user.sight
    paths = (*sight.leads, *sight.own_units)
    plans = Plan.objects.visible_to(request.user).select_related("unit")
    own = plans.filter(unit__path__in=paths)
    plan = own.filter(year=request.day.year).first() or own.first()
    if plan is not None:
        return redirect("plan-show", plan.pk)
    units = Unit.objects.visible_to(request.user).filter(path__in=sight.leads)
    context = {
        "units": units,
        "year": request.day.year,
        "plans": plans.filter(year__gte=request.day.year).order_by(
            "unit__path", "year"
        )[:200],
    }
    return render(request, "plans/mine.html", context)


def show(request: Request, plan_id: int) -> HttpResponse:
    """One unit's plan. `?edit=about` opens a chapter in its place."""
    plan = plan_of(request, plan_id)
    context = page_context(request, plan)
    context["edit"] = request.GET.get("edit", "") if context["may_edit"] else ""
    context["edit_form"] = _edit_form(plan, context["edit"])
    context["chapter_version"] = _chapter_version(plan, context["edit"])
    return render(request, "plans/show.html", context)


def page_context(request: Request, plan: Plan) -> dict[str, Any]:
    """Return what the plan's page shows to this person. Constant queries."""
    person = request.user
    facts = plan_facts(plan, reader=person.sight)
    state = PlanState(plan.state)
    may_edit = why_not_edit_plan(person.facts, plan.unit.path, state) is None
    reads_draft = person.sight.sees_drafts_of(plan.unit.path)
    comments = plan.comments.select_related("by", "answered_by", "goal")
    return {
        "plan": plan,
        "facts": facts,
        "shown": plan_shown(facts),
        "may_edit": may_edit,
        "may_comment": reads_draft,
        "may_state": represents(person.facts, plan.unit.path),
        "leads": leads(person.facts, plan.unit.path),
        "comments": comments if reads_draft else comments.filter(kind="statement"),
        "moves": _moves(request, plan),
        "gaps": [
            (gap, plan_words.gap_sentence(gap)) for gap in gaps_before_adoption(facts)
        ]
        if reads_draft
        else [],
        "version": plan.versions.select_related("by").order_by("-number").first(),
        "others": Plan.objects.visible_to(person)
        .filter(unit=plan.unit)
        .exclude(pk=plan.pk)
        .order_by("-year"),
        "comment_form": CommentForm(),
    }


def _moves(request: Request, plan: Plan) -> list[dict[str, object]]:
    """Return the moves this person can make, each with its button's word."""
    state = PlanState(plan.state)
    found: list[dict[str, object]] = []
    for move in moves_from(state, has_been_adopted=plan.adopted_once):
        refusal = why_not_move(request.user.facts, plan.unit.path, move, "")
        if refusal not in (None, PlanRefusal.REASON_MISSING):
            continue
        found.append(
            {
                "end": move.end,
                "word": plan_words.move_word(move.start, move.end),
                "needs_reason": refusal is PlanRefusal.REASON_MISSING,
                "adopts": move.adopts,
                "meaning": plan_words.move_meaning(move.start, move.end),
                "turns_back": _turns_back(move),
            }
        )
    return sorted(found, key=lambda option: bool(option["turns_back"]))


def _turns_back(move: PlanMove) -> bool:
    """Tell a move that takes the plan back to be written in."""
    takes_back = move.start is PlanState.FOR_APPROVAL and not move.adopts
    return takes_back or move.end is PlanState.DRAFT


def _chapter_version(plan: Plan, key: str) -> int:
    """Return the version a writer sees; 0 for a chapter nobody has begun."""
    saved = plan.chapters.filter(key=key).first()
    return saved.version if saved else 0


def _edit_form(plan: Plan, edit: str) -> object:
    """Return the form for the part that is open; None when nothing is."""
    if edit in set(Chapter):
        saved = plan.chapters.filter(key=edit).first()
        initial = (
            {"text": saved.text, "not_applicable": saved.not_applicable}
            if saved
            else {}
        )
        return ChapterForm(initial=initial)
    if edit == "summary":
        return SummaryForm(initial={"summary": plan.summary})
    if edit == "figures":
        return KeyFiguresForm(
            saved=tuple(plan.key_figures.values_list("label", "text"))
        )
    if edit == "discussion":
        names = DiscussionForm.base_fields
        return DiscussionForm(initial={name: getattr(plan, name) for name in names})
    return None


def of_year(request: Request, unit_id: int, year: int) -> HttpResponse:
    """Go to a unit's plan for a year; the leader starts it where there is none."""
    visible = Plan.objects.visible_to(request.user)
    plan = visible.filter(unit_id=unit_id, year=year).first()
    if plan is not None:
        return redirect("plan-show", plan.pk)
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=unit_id)
    if not leads(request.user.facts, unit.path):
        raise Http404
    return redirect("plan-start", unit.pk)


def start(request: Request, unit_id: int) -> HttpResponse:
    """Start a unit's plan for a year; the leader alone."""
    units = Unit.objects.visible_to(request.user)
    unit = get_object_or_404(units, pk=unit_id)
    if not leads(request.user.facts, unit.path):
        raise Http404
    year = request.POST.get("year", "")
    if request.method == "POST" and year.isdecimal() and 2000 <= int(year) <= 2100:
        plan = changes.start_plan(unit, int(year), by=request.user, at=request.at)
        messages.success(request, _("Planen er startet. Begynn med det første målet."))
        return redirect("plan-show", plan.pk)
    this_year = request.day.year
    return render(
        request,
        "plans/start.html",
        {"unit": unit, "years": (this_year, this_year + 1)},
    )


@require_POST
def write(request: Request, plan_id: int, part: str) -> HttpResponse:
    """Save one part of the plan; shows it again, with all text, when refused."""
    plan = editable_plan_of(request, plan_id)
    form = _posted(request, part)
    if not form.is_valid():
        context = page_context(request, plan)
        context |= {
            "edit": part,
            "edit_form": form,
            "chapter_version": posted_version(request),
        }
        return render(request, "plans/show.html", context, status=422)
    _save(request, plan, part, form)
    messages.success(request, _("Lagret."))
    return redirect(reverse("plan-show", args=(plan.pk,)) + f"#{part}")


def _posted(request: Request, part: str) -> Any:
    if part in set(Chapter):
        return ChapterForm(request.POST)
    forms = {
        "summary": SummaryForm,
        "figures": KeyFiguresForm,
        "discussion": DiscussionForm,
    }
    if part not in forms:
        raise Http404
    return forms[part](request.POST)


def _save(request: Request, plan: Plan, part: str, form: Any) -> None:
    values = form.cleaned_data
    version = posted_version(request)
    who: dict[str, Any] = {"by": request.user, "at": request.at}
    if part == "figures":
        changes.set_key_figures(plan, form.figures(), **who)
    elif part in ("summary", "discussion"):
        changes.write_plan(plan, values, version=version, **who)
    else:
        changes.write_chapter(
            plan,
            Chapter(part),
            values["text"],
            not_applicable=values["not_applicable"],
            version=version,
            **who,
        )


def move(request: Request, plan_id: int, state: str) -> HttpResponse:
    """Move the plan on: what it means, what is missing, one button."""
    plan = plan_of(request, plan_id)
    choices = {str(option["end"]): option for option in _moves(request, plan)}
    if state not in choices:
        if request.method == "POST" and request.user.sight.sees_drafts_of(
            plan.unit.path
        ):
            raise Refused(PlanRefusal.WRONG_MOVE)
        raise Http404
    option = choices[state]
    form = MoveForm(posted(request), needs_reason=bool(option["needs_reason"]))
    if request.method == "POST" and form.is_valid():
        end = PlanState(state)
        changes.move_plan(
            plan, end, **form.cleaned_data, by=request.user, at=request.at
        )
        messages.success(request, plan_words.done_sentence(end))
        return redirect("plan-show", plan.pk)
    facts = plan_facts(plan, reader=request.user.sight)
    gaps = gaps_before_adoption(facts) if option["adopts"] else ()
    context = {
        "plan": plan,
        "option": option,
        "form": form,
        "gaps": [(gap, plan_words.gap_sentence(gap)) for gap in gaps],
        "shown": plan_shown(facts),
    }
    status = 422 if form.errors else 200
    return render(request, "plans/move.html", context, status=status)
