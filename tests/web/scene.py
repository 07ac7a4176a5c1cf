"""Scene: the cast at work: an adopted plan, a draft, and a quarter that is open."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from tests.cast import NOON, Cast, make_cast
from tests.records.quarters import Q3, delivered, now
from trinnvis.records.changes.involvements import Wish, ask_involvement
from trinnvis.records.changes.plans import move_plan, start_plan
from trinnvis.records.load.plans import plan_facts
from trinnvis.records.models import (
    Action,
    Goal,
    Indicator,
    Plan,
    PlanComment,
    PlanVersion,
)
from trinnvis.records.versions import freeze
from trinnvis.rules.terms import PlanState


@dataclass
class Scene:
    """The cast, and what they write on in 2027: one goal with all its parts."""

    cast: Cast
    draft: Plan
    goal: Goal
    indicator: Indicator
    action: Action
    comment: PlanComment
    sessions: dict[str, Any] = field(default_factory=dict)
    """Cookies of those who are signed in, by their name in the cast."""

    def words(self) -> dict[str, Any]:
        """Return what an address may name, by the name it is given in a row."""
        cast = self.cast
        return {
            "solvik": cast.solvik.pk,
            "plan": cast.plan.pk,
            "goal": cast.goal.pk,
            "indicator": cast.indicator.pk,
            "action": cast.action.pk,
            "draft": self.draft.pk,
            "draft_goal": self.goal.pk,
            "draft_indicator": self.indicator.pk,
            "draft_action": self.action.pk,
            "comment": self.comment.pk,
            "kari": cast.kari.pk,
        }


def make_scene() -> Scene:
    """Fill the database with the scene. Eva has said something of the draft."""
    cast = make_cast()
    _freeze_first_version(cast)
    draft = start_plan(cast.solvik, 2027, by=cast.leif, at=NOON)
    mine = {"municipality": cast.municipality}
    goal = Goal.objects.create(
        **mine,
        plan=draft,
        title="Innen 31. desember 2027 har alle barna en lekevenn.",
        deadline=date(2027, 12, 31),
        collector=cast.kari,
        deputy=cast.leif,
    )
    return Scene(
        cast=cast,
        draft=draft,
        goal=goal,
        indicator=Indicator.objects.create(
            **mine, goal=goal, name="Andel barn med en fast lekevenn", unit="prosent"
        ),
        action=Action.objects.create(**mine, goal=goal, title="Lekegrupper"),
        comment=PlanComment.objects.create(
            **mine, plan=draft, text="Hva med de som er på natt?", by=cast.eva, at=NOON
        ),
    )


def with_delivered_quarter(scene: Scene) -> dict[str, Any]:
    """Deliver the third quarter."""
    delivered(scene.cast)
    return {}


def with_request(scene: Scene) -> dict[str, Any]:
    """Let Leif have asked someone to join; return the request for the address."""
    cast = scene.cast
    wish = Wish(reason="Felles kurs", to_unit=cast.fjellvik)
    asked = ask_involvement(cast.goal, Q3, wish, **now(cast.leif))
    return {"request": asked.pk}


def with_plan_for_approval(scene: Scene) -> dict[str, Any]:
    """Send the draft all the way to those who adopt it."""
    for state in (PlanState.UNDER_DISCUSSION, PlanState.FOR_APPROVAL):
        move_plan(scene.draft, state, by=scene.cast.leif, at=NOON)
    return {}


def with_demo(scene: Scene) -> dict[str, Any]:
    """Let the cast's municipality be the demo's."""
    scene.cast.municipality.is_demo = True
    scene.cast.municipality.save()
    return {}


def everything() -> dict[str, list[str]]:
    """Return every row of every table; sessions come and go with each visit."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model is not Session:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
                found[model._meta.label] = sorted(map(repr, cursor.fetchall()))
    return found


def _freeze_first_version(cast: Cast) -> None:
    cast.plan.unit = cast.solvik
    content, checksum = freeze(plan_facts(cast.plan, reader=cast.leif.sight))
    PlanVersion.objects.create(
        municipality=cast.municipality,
        plan=cast.plan,
        number=1,
        content=content,
        checksum=checksum,
        by=cast.leif,
        at=NOON,
    )
