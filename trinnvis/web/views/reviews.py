"""Reviews: a unit's quarter: written by its leader, delivered, and opened again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes.deliveries import deliver_quarter, reopen_quarter
from trinnvis.records.load.calendar import calendar_of
from trinnvis.records.load.plans import plan_facts
from trinnvis.records.load.quarters import quarter_on_hand
from trinnvis.records.load.reviews import hands_of, review_facts, review_place
from trinnvis.records.models import Plan, QuarterReview, Unit
from trinnvis.records.refusals import Refused
from trinnvis.records.versions import thaw_as
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_access import ReviewRefusal, why_not_open
from trinnvis.rules.review_facts import DeliveredQuarter
from trinnvis.rules.year_wheel import quarter_dates
from trinnvis.signs import quarter_words
from trinnvis.signs.dates import day_text, quarter_text
from trinnvis.signs.quarter_sentences import suggestion
from trinnvis.web.forms.quarters import ReopenForm
from trinnvis.web.presenting.delivered import Stamp, quarter_told
from trinnvis.web.quarter_page import collects_in, review_context
from trinnvis.web.requests import Request


def show(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """The leader writes; everyone else reads what was delivered."""
    unit = visible_unit(request, unit_id)
    if not hands_of(request.user, unit).leads:
        return _read(request, unit, quarter)
    if review_place(unit, quarter).delivered:
        return delivered(request, unit_id, quarter)
    if reason := _why_not_written(unit, quarter, request):
        return _not_open(request, unit, quarter, reason)
    return render(request, "reviews/show.html", review_context(request, unit, quarter))


def _read(request: Request, unit: Unit, quarter: Quarter) -> HttpResponse:
    """What was delivered, or the person's own lines before that."""
    mine = collects_in(request.user, unit, quarter)
    if mine and not review_facts(unit.pk, (quarter,))[quarter].deliveries:
        return redirect("collection", quarter)
    return delivered(request, unit.pk, quarter)


def delivered(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """A quarter as it was delivered, with what was corrected since."""
    unit = visible_unit(request, unit_id)
    reviews = QuarterReview.objects.visible_to(request.user).select_related(
        "plan__unit"
    )
    review = get_object_or_404(
        reviews, unit=unit, year=quarter.year, quarter=quarter.number
    )
    delivery = review.deliveries.select_related("by").order_by("-number").first()
    if delivery is None:
        raise Http404
    facts = review_facts(unit.pk, (quarter,))[quarter]
    stamp = Stamp(
        delivery.by.name,
        day_text(localtime(delivery.at)),
        delivery.late,
        delivery.number,
        delivery.checksum,
    )
    told = thaw_as(DeliveredQuarter, delivery.content)
    current = plan_facts(review.plan, reader=request.user.sight)
    context = {
        "unit": unit,
        "quarter": quarter,
        "shown": quarter_told(told, stamp, current, facts.reopenings),
        "may_reopen": facts.delivered and hands_of(request.user, unit).leads,
        "opened": not facts.delivered,
    }
    return render(request, "reviews/delivered.html", context)


@require_POST
def deliver(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """Deliver, or say what is missing with a link to each."""
    unit = visible_unit(request, unit_id)
    said = _suggestions(request, unit, quarter)
    try:
        deliver_quarter(
            unit, quarter, said, day=request.day, by=request.user, at=request.at
        )
    except Refused as refused:
        if refused.reason is not ReviewRefusal.ANSWERS_MISSING:
            raise
        return _not_ready(request, unit, quarter)
    told = _("%(quarter)s er levert. Nå kan alle i enheten og ledelsen lese det.")
    messages.success(request, told % {"quarter": quarter_text(quarter)})
    return redirect("review", unit.pk, quarter)


def reopen(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """Open a delivered quarter again, with the reason that everyone can read."""
    unit = visible_unit(request, unit_id)
    if not hands_of(request.user, unit).leads:
        raise Http404
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        reopen_quarter(unit, quarter, reason, by=request.user, at=request.at)
        messages.success(request, _("Kvartalet er åpnet igjen."))
        return redirect("review", unit.pk, quarter)
    context = {"unit": unit, "name": quarter_text(quarter), "form": form}
    context["quarter"] = quarter
    status = 422 if request.method == "POST" else 200
    return render(request, "reviews/reopen.html", context, status=status)


def visible_unit(request: Request, unit_id: int) -> Unit:
    """Return the unit through the person who asks; a stranger gets 404."""
    units = Unit.objects.visible_to(request.user).select_related("municipality")
    return get_object_or_404(units, pk=unit_id)


def _why_not_written(
    unit: Unit, quarter: Quarter, request: Request
) -> ReviewRefusal | None:
    if reason := why_not_open(review_place(unit, quarter), request.day):
        return reason
    planned = Plan.objects.visible_to(request.user).filter(unit=unit, year=quarter.year)
    return None if planned.exists() else ReviewRefusal.NO_PLAN


def _not_open(
    request: Request, unit: Unit, quarter: Quarter, reason: ReviewRefusal
) -> HttpResponse:
    opens = quarter_dates(quarter, calendar_of(unit)).opens_on
    context = {
        "unit": unit,
        "name": quarter_text(quarter),
        "sentence": quarter_words.review_refusal_sentence(reason),
        "opens": day_text(opens) if reason is ReviewRefusal.NOT_OPEN else "",
        "no_plan": reason is ReviewRefusal.NO_PLAN,
    }
    return render(request, "reviews/not_open.html", context)


def _not_ready(request: Request, unit: Unit, quarter: Quarter) -> HttpResponse:
    context = review_context(request, unit, quarter)
    context["title"] = quarter_words.review_refusal_sentence(
        ReviewRefusal.ANSWERS_MISSING
    )
    context["problems"] = [
        {"id": each.id, "text": f"{each.name}: {each.about}"}
        for each in context["shown"].left
    ]
    return render(request, "reviews/show.html", context, status=422)


def _suggestions(request: Request, unit: Unit, quarter: Quarter) -> dict[int, str]:
    """Return the sentences made of the numbers, in the unit's own language."""
    plans = Plan.objects.visible_to(request.user)
    plan = plans.filter(unit=unit, year=quarter.year).first()
    if plan is None or not hands_of(request.user, unit).leads:
        return {}
    plan.unit = unit
    page = quarter_on_hand(plan, quarter, reader=request.user.sight, day=request.day)
    with translation.override(unit.language):
        return {goal.goal.id: suggestion(goal) for goal in page.now.goals}
