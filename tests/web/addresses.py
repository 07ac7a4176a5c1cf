"""Addresses: who meets what at every one of them. tests/web/test_access.py walks it.

A row says what each of the cast is answered: 200 or 302 for those who may, 422 for
those who see it but may not do it, and 404 for those to whom it does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.web.imported import with_import, with_preview
from tests.web.scene import (
    Scene,
    with_delivered_quarter,
    with_demo,
    with_plan_for_approval,
    with_request,
)

LEADER = "leif"
COLLECTOR = "kari"
STAFF = "kari eva"
ABOVE = "tone turid arne"
OTHERS = "ali siri"
ELSEWHERE = "nils"

READERS = f"{LEADER} {STAFF} {ABOVE}"
"""Those who see the draft."""
NEIGHBOURS = f"{READERS} {OTHERS}"
"""Everyone in the municipality."""
EVERYONE = f"{NEIGHBOURS} {ELSEWHERE}"
OUTSIDE = f"{OTHERS} {ELSEWHERE}"


@dataclass(frozen=True)
class Row:
    """One way to come to an address, and what each of the cast is answered."""

    path: str
    answers: dict[int, str]
    typed: dict[str, str] | None = None
    """What is posted; None for a page that is only read."""
    stranger: int = 302
    before: Callable[[Scene], dict[str, Any]] | None = field(default=None)
    demo: bool = False

    def expected(self) -> dict[str, int]:
        """Return the answer of each person; everyone has exactly one."""
        pairs = [
            (who, status)
            for status, names in self.answers.items()
            for who in names.split()
        ]
        assert sorted(who for who, _status in pairs) == sorted(EVERYONE.split())
        return dict(pairs)


def page(path: str, readers: str, **more: Any) -> tuple[Row, ...]:
    """A page that its readers see, and that does not exist for others."""
    return (Row(path, _with_rest({200: readers}, 404), **more),)


def sends_on(path: str, readers: str, **more: Any) -> tuple[Row, ...]:
    """An address that leads to another."""
    return (Row(path, _with_rest({302: readers}, 404), **more),)


def writing(path: str, typed: dict[str, str], **more: Any) -> tuple[Row, ...]:
    """A form of the draft: the leader's, explained to those who read it."""
    answers = {422: f"{STAFF} {ABOVE}", 404: OUTSIDE}
    return (
        Row(path, {200: LEADER, **answers}, **more),
        Row(path, {302: LEADER, **answers}, typed, **more),
    )


def deed(path: str, typed: dict[str, str], who: str, **more: Any) -> tuple[Row, ...]:
    """Something posted in an adopted plan's year: the rest are told why not."""
    answers = {302: who, 404: ELSEWHERE}
    return (Row(path, _with_rest(answers, 422), typed, **more),)


def _with_rest(answers: dict[int, str], status: int) -> dict[int, str]:
    placed = " ".join(answers.values()).split()
    rest = [who for who in EVERYONE.split() if who not in placed]
    return {**answers, status: " ".join([*rest, answers.get(status, "")])}


_SENTENCE = {
    "key": "one",
    "measured": "Andelen barn med en fast lekevenn",
    "direction": "higher",
    "baseline": "84",
    "target": "95",
    "unit": "prosent",
    "deadline": "31.12.2027",
    "source": "lekekart",
}
_VERSION = {"version": "1", "indicator_version": "1"}
_QUARTER = "/units/{solvik}/quarters/2026-Q3/"
_GOAL = _QUARTER + "goals/{goal}/"
_PLAN = "/plans/{plan}/"
_DRAFT = "/plans/{draft}/"

_HOME = {
    "home": page("/", EVERYONE),
    "imports": page("/imports/", f"{LEADER} tone ali {ELSEWHERE}"),
    "import-show": (
        *page("/imports/{import}/", "tone", before=with_preview),
        *page("/imports/{import}/", "tone", before=with_import),
    ),
    "import-answer": sends_on(
        "/imports/{import}/answer/", "tone", typed={"do": "apply"}, before=with_preview
    ),
    "import-undo": sends_on(
        "/imports/{import}/undo/", "tone", typed={}, before=with_import
    ),
    "import-again": sends_on(
        "/imports/{import}/again/", "tone", typed={}, before=with_import
    ),
    "search": page("/search/?q=lekevenn", EVERYONE),
    "help": page("/help/", EVERYONE),
    "help-keyboard": page("/help/keyboard/", EVERYONE),
    "about-access": page("/help/access/", EVERYONE, stranger=200),
    "health": page("/health/", EVERYONE, stranger=200),
    "sign-in": page("/sign-in/", EVERYONE, stranger=200),
    "sign-out": sends_on("/sign-out/", EVERYONE, typed={}),
    "language": sends_on("/preferences/", EVERYONE, typed={"language": "nn"}),
    "first-start": page("/first-start/gjettet/", "", stranger=404),
    "demo": (
        *page("/demo/", "", stranger=302),
        *page("/demo/", NEIGHBOURS, before=with_demo, demo=True),
        *sends_on(
            "/demo/",
            NEIGHBOURS,
            before=with_demo,
            demo=True,
            typed={"day": "1.11.2026"},
        ),
    ),
    "demo-sign-in": page(
        "/demo/sign-in/", "", typed={"person": "{kari}"}, stranger=404
    ),
    "design": (
        *page("/design/", ""),
        *page("/design/", EVERYONE, demo=True),
    ),
}

_PLANS = {
    "plan": (Row("/plans/", {302: f"{LEADER} {STAFF}", 200: f"{ABOVE} {OUTSIDE}"}),),
    "plan-start": (
        *page("/units/{solvik}/plans/start/", LEADER),
        *sends_on("/units/{solvik}/plans/start/", LEADER, typed={"year": "2028"}),
    ),
    "plan-of-year": (
        *sends_on("/units/{solvik}/plans/2026/", NEIGHBOURS),
        *sends_on("/units/{solvik}/plans/2027/", READERS),
        *sends_on("/units/{solvik}/plans/2028/", LEADER),
    ),
    "plan-show": (*page(_PLAN, NEIGHBOURS), *page(_DRAFT, READERS)),
    "plan-write": (
        Row(
            _DRAFT + "parts/about/",
            {302: LEADER, 422: f"{STAFF} {ABOVE}", 404: OUTSIDE},
            {"text": "Vi er 22 ansatte.", "version": "0"},
        ),
    ),
    "plan-move": (
        *page(_DRAFT + "moves/under_discussion/", LEADER),
        Row(
            _DRAFT + "moves/under_discussion/",
            {302: LEADER, 422: f"{STAFF} {ABOVE}", 404: OUTSIDE},
            {},
        ),
        Row(
            _DRAFT + "moves/adopted/",
            {302: f"{LEADER} tone", 422: f"{STAFF} turid arne", 404: OUTSIDE},
            {"reason": "Vedtatt i ledermøtet 1. oktober.", "reference": "PS 1/27"},
            before=with_plan_for_approval,
        ),
    ),
    "plan-comment": (
        Row(
            _DRAFT + "comments/",
            {302: READERS, 404: OUTSIDE},
            {"text": "Hva med natt?"},
        ),
        Row(
            _DRAFT + "comments/",
            {302: "turid", 422: f"{LEADER} {STAFF} tone arne", 404: OUTSIDE},
            {"text": "Vi er enige.", "kind": "statement"},
        ),
        Row(
            _PLAN + "comments/",
            {302: READERS, 422: OTHERS, 404: ELSEWHERE},
            {"text": "Hva med natt?"},
        ),
    ),
    "plan-answer": (
        Row(
            "/comments/{comment}/",
            {200: f"{LEADER} eva", 422: "kari tone turid arne", 404: OUTSIDE},
        ),
        Row(
            "/comments/{comment}/",
            {302: f"{LEADER} eva", 422: "kari tone turid arne", 404: OUTSIDE},
            {"text": "Egne møter.", "version": "1"},
        ),
    ),
    "plan-versions": (
        *page(_PLAN + "versions/", NEIGHBOURS),
        *page(_DRAFT + "versions/", READERS),
    ),
    "plan-version": page(_PLAN + "versions/1/", NEIGHBOURS),
    "plan-compare": (
        *page(_PLAN + "compare/?older=1", NEIGHBOURS),
        *page(_DRAFT + "compare/", READERS),
    ),
    "plan-csv": (
        *page(_PLAN + "figures.csv", NEIGHBOURS),
        *page(_DRAFT + "figures.csv", READERS),
    ),
    "plan-workbook": (
        *page(_PLAN + "figures.xlsx", NEIGHBOURS),
        *page(_DRAFT + "figures.xlsx", READERS),
    ),
}

_GOALS = {
    "goals": (
        Row(
            "/goals/",
            {302: f"{LEADER} {STAFF} ali nils", 200: f"{ABOVE} siri"},
        ),
    ),
    "goal": (
        *page("/goals/{goal}/", NEIGHBOURS),
        *page("/goals/{draft_goal}/", READERS),
    ),
    "goal-new": writing(_DRAFT + "goals/new/", _SENTENCE),
    "goal-reading": (
        Row(
            _DRAFT + "goals/reading/?measured=Barna",
            {200: LEADER, 422: f"{STAFF} {ABOVE}", 404: OUTSIDE},
        ),
    ),
    "goal-sentence": writing("/goals/{draft_goal}/sentence/", _SENTENCE | _VERSION),
    "goal-details": writing(
        "/goals/{draft_goal}/details/", {"title": "Alle har en venn", "version": "1"}
    ),
    "goal-move": writing("/goals/{draft_goal}/move/", {"way": "up"})[1:],
    "goal-drop": writing(
        "/goals/{draft_goal}/drop/", {"reason": "Ikke vårt.", "version": "1"}
    ),
    "goal-task": (
        *page("/goals/{draft_goal}/task/", COLLECTOR),
        *sends_on("/goals/{draft_goal}/task/", COLLECTOR, typed={"answer": "yes"}),
    ),
    "indicator-new": writing("/goals/{draft_goal}/indicators/new/", _SENTENCE),
    "indicator-details": writing(
        "/indicators/{draft_indicator}/details/",
        {
            "version": "1",
            "frequency": "quarterly",
            "path": "straight",
            "measure": "share",
            "accumulation": "point",
            "decimals": "1",
        },
    ),
    "indicator-targets": writing(
        "/indicators/{draft_indicator}/targets/", {"target_1": "85"}
    ),
    "indicator-meaning": writing(
        "/indicators/{draft_indicator}/meaning/",
        {"text": "Nå også de minste.", "reason": "Ny avdeling.", "first": "2027-Q2"},
    ),
    "indicator-remove": writing("/indicators/{draft_indicator}/remove/", {})[1:],
    "action-new": writing(
        "/goals/{draft_goal}/actions/new/",
        {"title": "Lekegrupper ute", "status": "not_started"},
    ),
    "action-edit": writing(
        "/actions/{draft_action}/",
        {"title": "Lekegrupper ute", "status": "ongoing", "version": "1"},
    ),
    "action-remove": writing("/actions/{draft_action}/remove/", {})[1:],
    "observation": (
        *page("/indicators/{indicator}/2026-Q3/", NEIGHBOURS),
        *deed(
            "/indicators/{indicator}/2026-Q3/",
            {"value": "93", "key": "one"},
            f"{LEADER} {COLLECTOR}",
        ),
    ),
}

_UNITS = {
    "municipality": page("/units/", EVERYONE),
    "unit": page("/units/{solvik}/", NEIGHBOURS),
    "unit-goals": page("/units/{solvik}/goals/", NEIGHBOURS),
    "unit-step": page("/units/{solvik}/2027/steps/4/", NEIGHBOURS),
}

_QUARTERS = {
    "quarter": sends_on("/quarters/", EVERYONE),
    "quarter-of": (
        Row(
            "/quarters/2026-Q3/",
            {302: f"{LEADER} {COLLECTOR} ali nils", 200: f"eva {ABOVE} siri"},
        ),
    ),
    "quarter-told": page("/quarters/2026-Q3/told/", EVERYONE),
    "collection": page("/quarters/2026-Q3/mine/", COLLECTOR),
    "review": (
        Row(_QUARTER, {200: LEADER, 302: COLLECTOR, 404: f"eva {ABOVE} {OUTSIDE}"}),
        *page(_QUARTER, NEIGHBOURS, before=with_delivered_quarter),
    ),
    "review-delivered": (
        *page(_QUARTER + "delivered/", ""),
        *page(_QUARTER + "delivered/", NEIGHBOURS, before=with_delivered_quarter),
    ),
    # Nothing is answered yet: the leader is told what is missing.
    "review-deliver": (
        Row(_QUARTER + "deliver/", {422: NEIGHBOURS, 404: ELSEWHERE}, {}),
    ),
    "review-reopen": (
        *page(_QUARTER + "reopen/", LEADER, before=with_delivered_quarter),
        *sends_on(
            _QUARTER + "reopen/",
            LEADER,
            typed={"reason": "Tallet var fra uka før."},
            before=with_delivered_quarter,
        ),
    ),
    "review-figure": deed(
        _QUARTER + "figures/{indicator}/",
        {"value": "93", "key": "one"},
        f"{LEADER} {COLLECTOR}",
    ),
    "review-text": deed(
        _GOAL + "text/", {"achieved": "Det går bra."}, f"{LEADER} {COLLECTOR}"
    ),
    "review-factor": deed(
        _GOAL + "factor/", {"text": "Samme voksen."}, f"{LEADER} {COLLECTOR}"
    ),
    "review-action": deed(
        _QUARTER + "actions/{action}/", {"outcome": "continue"}, LEADER
    ),
    "review-conditions": deed(_GOAL + "conditions/", {"none": "1"}, LEADER),
    "review-condition-new": deed(
        _GOAL + "conditions/new/", {"title": "Ny turnus", "kind": "internal"}, LEADER
    ),
    "review-involvement": deed(
        _GOAL + "involvements/", {"to_name": "FAU", "reason": "Dugnad"}, LEADER
    ),
    "review-no-involvement": deed(_GOAL + "involvements/none/", {"none": "1"}, LEADER),
    "review-withdraw": (
        Row(
            _QUARTER + "involvements/{request}/withdraw/",
            {302: LEADER, 422: "kari ali", 404: f"eva {ABOVE} siri {ELSEWHERE}"},
            {},
            before=with_request,
        ),
    ),
    "review-for-all": deed(_QUARTER + "all/", {"what": "conditions"}, LEADER),
    "review-meeting": deed(_QUARTER + "meeting/", {"today": "1"}, LEADER),
    "review-whole": deed(_QUARTER + "whole/", {"recognition": "Takk."}, LEADER),
    "draft": (
        Row(
            "/drafts/",
            {204: EVERYONE},
            {"field": "condition:2026-Q3:1:title", "text": "Halv"},
        ),
    ),
}

ADDRESSES: dict[str, tuple[Row, ...]] = _HOME | _PLANS | _GOALS | _UNITS | _QUARTERS
"""Every named address of trinnvis/urls.py."""
