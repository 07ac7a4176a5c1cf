"""Plan moves: what each reader is asked for, what comes first, what is compared."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import NOON, TODAY, Cast
from trinnvis.records.changes.plans import start_plan
from trinnvis.records.load.waiting import waits_for
from trinnvis.records.models import Goal, Person, Plan, PlanComment
from trinnvis.rules.waiting import WaitKind

VisitAs = Callable[[Person], Client]


@pytest.fixture
def draft(cast: Cast) -> Plan:
    return start_plan(cast.solvik, 2027, by=cast.leif, at=NOON)


def text(response: object) -> str:
    return response.content.decode()


def buttons(page: str) -> list[str]:
    """The moves offered, in order."""
    links = page.split('class="plan__moves')[1].split("</div>")[0].split("</a>")[:-1]
    return [link.rsplit(">", 1)[1] for link in links]


def test_a_reason_is_asked_for_only_where_it_is_needed(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    straight = text(leif.get(f"/plans/{draft.pk}/moves/for_approval/"))
    discussed = text(leif.get(f"/plans/{draft.pk}/moves/under_discussion/"))
    assert [page.count("(kan stå tomt)") for page in (straight, discussed)] == [0, 1]
    answer = leif.post(f"/plans/{draft.pk}/moves/for_approval/", {})
    assert answer.status_code == 422
    assert "Skriv hvorfor. Én setning holder." in text(answer)


def test_the_way_on_comes_before_the_way_back(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif, tone = visit_as(cast.leif), visit_as(cast.tone)
    leif.post(f"/plans/{draft.pk}/moves/under_discussion/", {})
    assert buttons(text(leif.get(f"/plans/{draft.pk}/"))) == [
        "Send til godkjenning",
        "Ta tilbake til utkast",
    ]
    leif.post(f"/plans/{draft.pk}/moves/for_approval/", {})
    assert buttons(text(tone.get(f"/plans/{draft.pk}/"))) == [
        "Vedta planen",
        "Ta tilbake til utkast",
    ]


def test_a_statement_is_shown_at_once_and_waits_for_no_answer(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    answer = visit_as(cast.turid).post(
        f"/plans/{draft.pk}/comments/", {"text": "Vi støtter.", "kind": "statement"}
    )
    assert answer.url == f"/plans/{draft.pk}/#discussion"
    assert PlanComment.objects.get().kind == "statement"
    kinds = [each.kind for each in waits_for(cast.leif, day=TODAY)]
    assert WaitKind.ANSWER_COMMENT not in kinds


def test_a_goal_that_goes_on_is_compared_with_itself(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    Goal.objects.create(
        municipality=cast.municipality,
        plan=draft,
        title="Målet går videre",
        from_goal=cast.goal,
    )
    page = text(visit_as(cast.leif).get(f"/plans/{draft.pk}/compare/"))
    assert (page.count("Nytt mål"), page.count("Endret")) == (0, 1)
