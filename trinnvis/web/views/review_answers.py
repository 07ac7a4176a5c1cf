"""Review answers: one line of a quarter, saved by itself."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from trinnvis.records.changes.conditions import (
    add_condition,
    drop_condition,
    no_conditions,
    no_conditions_for,
    use_condition,
)
from trinnvis.records.changes.drafts import drop_drafts
from trinnvis.records.changes.goal_reviews import (
    answer_factor,
    answer_goal,
    leave_factor_unknown,
)
from trinnvis.records.changes.involvements import (
    ask_involvement,
    no_involvement,
    no_involvement_for,
    withdraw_involvement,
)
from trinnvis.records.changes.observations import record_observation
from trinnvis.records.changes.outcomes import (
    carry_outcome,
    continue_actions,
    decide_action,
)
from trinnvis.records.changes.reviews import answer_unit
from trinnvis.records.load.goals import read_series
from trinnvis.records.load.quarters import quarter_on_hand
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import (
    Action,
    Condition,
    Goal,
    Indicator,
    InvolvementRequest,
    Plan,
    Unit,
)
from trinnvis.rules.quarter_review import Question
from trinnvis.rules.quarters import Quarter
from trinnvis.web.forms.keys import posted_version
from trinnvis.web.forms.quarters import (
    ConditionForm,
    DecisionForm,
    FigureForm,
    InvolvementForm,
    MeetingForm,
    TextForm,
)
from trinnvis.web.presenting.quarter_figures import last_before
from trinnvis.web.requests import Request
from trinnvis.web.saving import saved, saving, sent_back
from trinnvis.web.views.reviews import visible_unit

GOAL_TEXTS = ("achieved", "not_achieved")
UNIT_TEXTS = ("recognition", "help_wanted")
FOR_ALL = {
    "conditions": no_conditions_for,
    "involvement": no_involvement_for,
}


@require_POST
@saving
def figure(
    request: Request, unit_id: int, quarter: Quarter, indicator_id: int
) -> HttpResponse:
    """The quarter's figure: entered, measured anew with the same result, or missing."""
    unit = visible_unit(request, unit_id)
    indicators = Indicator.objects.visible_to(request.user).select_related(
        "goal__plan__unit__municipality", "shared"
    )
    row = get_object_or_404(
        indicators,
        pk=indicator_id,
        goal__plan__unit=unit,
        goal__plan__year=quarter.year,
    )
    series = read_series(row, reader=request.user.sight)
    last = last_before(series, quarter)
    form = FigureForm(
        request.POST, indicator=series.indicator, last=last, today=request.day
    )
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    # A clash that was settled without a script tells the figure seen as the version.
    seen = request.POST.get("version") or request.POST.get("seen", "")
    record_observation(
        row,
        quarter,
        form.entry(),
        seen=int(seen) if seen.isdecimal() else None,
        by=request.user,
        at=request.at,
        today=request.day,
        key=request.POST.get("key", ""),
    )
    return saved(request, unit, quarter, row.goal_id)


@require_POST
@saving
def text(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """What is achieved, or what is not; «uendret» takes last quarter's words."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    name = next((each for each in GOAL_TEXTS if each in request.POST), "achieved")
    form = TextForm(_with_last_words(request, unit, quarter, goal, name), name=name)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    answer_goal(
        goal,
        quarter,
        {name: form.text},
        version=posted_version(request),
        **_who(request),
    )
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def factor(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """Why it went well, in one sentence, or «vet ikke ennå»."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    posted = _with_last_words(request, unit, quarter, goal, "text")
    form = TextForm(posted, name="text", limit=500)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    unknown = "unknown" in request.POST and not form.text
    version = posted_version(request)
    answer_factor(goal, quarter, form.text, version=version, **_who(request))
    leave_factor_unknown(goal, quarter, unknown, **_who(request))
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def action(
    request: Request, unit_id: int, quarter: Quarter, action_id: int
) -> HttpResponse:
    """Continue, adjust, replace or stop one action; or as last quarter."""
    unit = visible_unit(request, unit_id)
    actions = Action.objects.visible_to(request.user).select_related(
        "goal__plan__unit__municipality"
    )
    row = get_object_or_404(
        actions,
        pk=action_id,
        goal__plan__unit=unit,
        goal__plan__year=quarter.year,
    )
    if "carry" in request.POST:
        carry_outcome(row, quarter, **_who(request))
        return saved(request, unit, quarter, row.goal_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    version = posted_version(request)
    decide_action(row, quarter, form.decision(), version=version, **_who(request))
    return saved(request, unit, quarter, row.goal_id)


@require_POST
@saving
def conditions(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """Conditions ticked or cleared since the page was shown; the rest stand."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    who = _who(request)
    used, was = set(request.POST.getlist("used")), set(request.POST.getlist("was"))
    register = Condition.objects.visible_to(request.user)
    for pk in sorted(used - was):
        use_condition(goal, quarter, _of(register, pk), **who)
    for pk in sorted(was - used):
        drop_condition(goal, quarter, _of(register, pk), **who)
    none, was_none = "none" in request.POST, "was_none" in request.POST
    if none != was_none and not used - was:
        no_conditions(goal, quarter, none, **who)
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def new_condition(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """Something that is not in the register yet; all units can pick it after."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    form = ConditionForm(request.POST, quarter=quarter)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    add_condition(
        goal, quarter, form.told(), key=request.POST.get("key", ""), **_who(request)
    )
    drop_drafts(f"condition:{quarter}:{goal.pk}:", by=request.user)
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def nobody(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """Nobody else should join in this goal; or that answer taken back."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    no_involvement(goal, quarter, "none" in request.POST, **_who(request))
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def involvement(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> HttpResponse:
    """Ask another unit, or someone outside, to join."""
    unit, goal = _goal(request, unit_id, quarter, goal_id)
    form = InvolvementForm(
        request.POST, reader=request.user, unit=unit, today=request.day
    )
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    ask_involvement(
        goal, quarter, form.wish(), key=request.POST.get("key", ""), **_who(request)
    )
    drop_drafts(f"involvement:{quarter}:{goal.pk}:", by=request.user)
    return saved(request, unit, quarter, goal.pk)


@require_POST
@saving
def withdraw(
    request: Request, unit_id: int, quarter: Quarter, request_id: int
) -> HttpResponse:
    """Take back a request that is not answered."""
    unit = visible_unit(request, unit_id)
    asked = get_object_or_404(
        InvolvementRequest.objects.visible_to(request.user).select_related(
            "goal_review__review", "goal_review__goal__plan__unit", "from_unit"
        ),
        pk=request_id,
        from_unit=unit,
    )
    goal_id = asked.goal_id
    withdraw_involvement(asked, **_who(request))
    return saved(request, unit, quarter, goal_id)


@require_POST
@saving
def for_all(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """One answer for every goal or action that nothing is said about."""
    unit = visible_unit(request, unit_id)
    goals = Goal.objects.visible_to(request.user).filter(
        plan__unit=unit, plan__year=quarter.year, dropped_on__isnull=True
    )
    what = request.POST.get("what", "")
    if what in FOR_ALL:
        found = tuple(goals.select_related("plan__unit__municipality"))
        FOR_ALL[what](found, quarter, **_who(request))
    elif what == "action":
        waiting = _waiting_actions(request, unit, quarter)
        continue_actions(waiting, quarter, **_who(request))
    return saved(request, unit, quarter, None)


@require_POST
@saving
def meeting(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """When the staff went through the figures, or why they have not."""
    unit = visible_unit(request, unit_id)
    form = MeetingForm(request.POST, today=request.day)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    said = dict(form.cleaned_data)
    if "today" in request.POST:
        said["meeting_on"] = request.day
    version = posted_version(request)
    answer_unit(unit, quarter, said, version=version, **_who(request))
    return saved(request, unit, quarter, 0)


@require_POST
@saving
def whole(request: Request, unit_id: int, quarter: Quarter) -> HttpResponse:
    """Thanks, or help wanted: texts of the whole unit."""
    unit = visible_unit(request, unit_id)
    name = next((each for each in UNIT_TEXTS if each in request.POST), UNIT_TEXTS[0])
    form = TextForm(request.POST, name=name)
    if not form.is_valid():
        return sent_back(request, unit, quarter, form)
    version = posted_version(request)
    answer_unit(unit, quarter, {name: form.text}, version=version, **_who(request))
    return saved(request, unit, quarter, 0)


def _goal(
    request: Request, unit_id: int, quarter: Quarter, goal_id: int
) -> tuple[Unit, Goal]:
    """Return the goal through the person who asks; of this unit and year, or 404."""
    unit = visible_unit(request, unit_id)
    goals = Goal.objects.visible_to(request.user).select_related(
        "plan__unit__municipality"
    )
    goal = get_object_or_404(
        goals, pk=goal_id, plan__unit=unit, plan__year=quarter.year
    )
    return unit, goal


def _who(request: Request) -> dict[str, Any]:
    return {"day": request.day, "by": request.user, "at": request.at}


def _of(register: QuerySet[Condition], pk: str) -> Condition:
    return get_object_or_404(register, pk=int(pk) if pk.isdecimal() else 0)


def _with_last_words(
    request: Request, unit: Unit, quarter: Quarter, goal: Goal, name: str
) -> QueryDict:
    """Return what was posted; for «uendret» with last quarter's words in it."""
    if "same" not in request.POST:
        return request.POST
    before = quarter.previous
    last = review_facts(unit.pk, (before,))[before].about(goal.pk)
    words = {
        "achieved": last.achieved,
        "not_achieved": last.not_achieved,
        "text": last.factors[0].text if last.factors else "",
    }
    posted = request.POST.copy()
    posted[name] = words[name]
    return posted


def _waiting_actions(
    request: Request, unit: Unit, quarter: Quarter
) -> tuple[Action, ...]:
    """Return the actions that nothing is decided for."""
    plan = get_object_or_404(
        Plan.objects.visible_to(request.user), unit=unit, year=quarter.year
    )
    plan.unit = unit
    page = quarter_on_hand(plan, quarter, reader=request.user.sight, day=request.day)
    waiting = [
        line.subject_id
        for line in page.lines
        if line.question is Question.ACTION and line.waits and line.lacks is None
        if line.subject_id is not None
    ]
    rows = Action.objects.visible_to(request.user).filter(pk__in=waiting)
    return tuple(rows.select_related("goal__plan__unit__municipality"))
