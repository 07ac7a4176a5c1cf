"""Plans: the page for the right person, the wrong one and the stranger."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.cast import NOON, Cast
from trinnvis.records.changes.plans import start_plan
from trinnvis.records.models import (
    Action,
    Goal,
    Indicator,
    Person,
    Plan,
    PlanComment,
)

VisitAs = Callable[[Person], Client]


@pytest.fixture
def draft(cast: Cast) -> Plan:
    return start_plan(cast.solvik, 2027, by=cast.leif, at=NOON)


def sentence(cast: Cast, **changes: str) -> dict[str, str]:
    typed = {
        "key": "one",
        "measured": "Andelen barn med en fast lekevenn",
        "direction": "higher",
        "baseline": "84",
        "target": "95",
        "unit": "prosent",
        "deadline": "31.12.2027",
        "source": "lekekart",
        "collector": str(cast.kari.pk),
    }
    return typed | changes


def text(response: object) -> str:
    return response.content.decode()


def test_the_sentence_becomes_a_goal_with_its_figure(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    answer = leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    assert answer.status_code == 302
    goal = Goal.objects.get(plan=draft)
    assert goal.title == (
        "Andelen barn med en fast lekevenn skal øke fra 84 til minst "
        "95\u00a0prosent innen 31. desember 2027."
    )
    assert (goal.collector, goal.deputy) == (cast.kari, cast.leif)
    indicator = Indicator.objects.get(goal=goal)
    assert (indicator.baseline, indicator.target, indicator.acceptable) == (
        84,
        95,
        89.5,
    )
    page = text(leif.get(f"/plans/{draft.pk}/"))
    assert "Andelen barn med en fast lekevenn" in page


def test_a_double_click_writes_one_goal(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    for _click in range(2):
        assert (
            leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast)).status_code
            == 302
        )
    assert Goal.objects.filter(plan=draft).count() == 1


def test_what_was_typed_comes_back_with_a_question(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    answer = visit_as(cast.leif).post(
        f"/plans/{draft.pk}/goals/new/", sentence(cast, target="1.234", unit="antall")
    )
    assert answer.status_code == 422
    page = text(answer)
    assert 'value="Andelen barn med en fast lekevenn"' in page
    assert 'name="target_confirmed" value="1234"' in page
    assert Goal.objects.filter(plan=draft).count() == 0


def test_the_sentence_is_read_back_with_one_question(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    typed = sentence(cast, measured="Vi skal gjennomføre kurs", target="", baseline="")
    answer = visit_as(cast.leif).get(f"/plans/{draft.pk}/goals/reading/", typed)
    assert text(answer).startswith("Vi skal gjennomføre kurs skal være minst …")
    assert text(answer).endswith("Dette er et tiltak. Hva skal det føre til?")


def test_a_changed_sentence_changes_the_title_it_made(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    goal = Goal.objects.get(plan=draft)
    versions = {"version": "1", "indicator_version": "1"}
    leif.post(f"/goals/{goal.pk}/sentence/", sentence(cast, target="97") | versions)
    goal.refresh_from_db()
    assert "minst 97\u00a0prosent" in goal.title
    assert goal.version == 2


def test_a_warmer_title_is_kept(cast: Cast, draft: Plan, visit_as: VisitAs) -> None:
    leif = visit_as(cast.leif)
    leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    goal = Goal.objects.get(plan=draft)
    details = {"version": "1", "title": "Alle barn har en venn", "why": "Trivsel."}
    assert leif.post(f"/goals/{goal.pk}/details/", details).status_code == 302
    versions = {"version": "2", "indicator_version": "1"}
    leif.post(f"/goals/{goal.pk}/sentence/", sentence(cast, target="97") | versions)
    goal.refresh_from_db()
    assert goal.title == "Alle barn har en venn"


def test_a_chapter_is_written_in_its_place(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    assert 'name="text"' in text(leif.get(f"/plans/{draft.pk}/?edit=about"))
    leif.post(
        f"/plans/{draft.pk}/parts/about/", {"text": "Vi er 22 ansatte.", "version": "0"}
    )
    assert "Vi er 22 ansatte." in text(leif.get(f"/plans/{draft.pk}/"))


def test_two_who_write_the_same_chapter_get_both_texts(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    address = f"/plans/{draft.pk}/parts/about/"
    leif.post(address, {"text": "Den første.", "version": "0"})
    answer = leif.post(address, {"text": "Den andre.", "version": "0"})
    assert answer.status_code == 409
    assert "Den første." in text(answer)
    assert "Den andre." in text(answer)
    plan = Plan.objects.get(pk=draft.pk)
    assert plan.chapters.get(key="about").text == "Den første."
    again = leif.post(address, {"text": "Den andre.", "version": "2"})
    assert again.status_code == 302


def test_the_plan_goes_all_the_way_to_adopted(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif, tone = visit_as(cast.leif), visit_as(cast.tone)
    leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    for state in ("under_discussion", "for_approval"):
        address = f"/plans/{draft.pk}/moves/{state}/"
        assert leif.get(address).status_code == 200
        assert leif.post(address, {}).status_code == 302
    page = text(tone.get(f"/plans/{draft.pk}/"))
    assert "Vedta planen" in page
    tone.post(f"/plans/{draft.pk}/moves/adopted/", {"reference": "PS 1/27"})
    draft.refresh_from_db()
    assert draft.state == "adopted"
    version = text(tone.get(f"/plans/{draft.pk}/versions/1/"))
    assert "Innholdet er uendret siden vedtaket." in version
    assert text(visit_as(cast.siri).get(f"/plans/{draft.pk}/")).count("<h1") == 1


def test_a_plan_with_gaps_says_what_is_missing(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif, tone = visit_as(cast.leif), visit_as(cast.tone)
    leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast, collector=""))
    leif.post(f"/plans/{draft.pk}/moves/under_discussion/", {})
    leif.post(f"/plans/{draft.pk}/moves/for_approval/", {})
    assert "mangler ansvarsperson" in text(
        tone.get(f"/plans/{draft.pk}/moves/adopted/")
    )
    answer = tone.post(f"/plans/{draft.pk}/moves/adopted/", {})
    assert answer.status_code == 422
    assert "mangler ansvarsperson" in text(answer)
    draft.refresh_from_db()
    assert draft.state == "for_approval"


def test_the_collector_says_yes(cast: Cast, draft: Plan, visit_as: VisitAs) -> None:
    visit_as(cast.leif).post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    goal = Goal.objects.get(plan=draft)
    kari = visit_as(cast.kari)
    assert "Vil du hente tallene?" in text(kari.get(f"/goals/{goal.pk}/task/"))
    assert kari.post(f"/goals/{goal.pk}/task/", {"answer": "no"}).status_code == 422
    kari.post(f"/goals/{goal.pk}/task/", {"answer": "yes"})
    goal.refresh_from_db()
    assert goal.collector_accepted_at is not None


def test_an_action_is_added_and_changed(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    leif.post(f"/plans/{draft.pk}/goals/new/", sentence(cast))
    goal = Goal.objects.get(plan=draft)
    crossed = {
        "title": "Lekegrupper",
        "status": "not_started",
        "start": "01.10.2027",
        "due": "01.03.2027",
    }
    answer = leif.post(f"/goals/{goal.pk}/actions/new/", crossed)
    assert answer.status_code == 422
    assert text(answer).count("Fristen er før startdatoen.") >= 2
    leif.post(f"/goals/{goal.pk}/actions/new/", crossed | {"due": "01.12.2027"})
    action = Action.objects.get(goal=goal)
    leif.post(
        f"/actions/{action.pk}/",
        crossed | {"due": "02.12.2027", "version": "1", "cost": "75 000"},
    )
    action.refresh_from_db()
    assert (action.due.isoformat(), action.cost) == ("2027-12-02", 75000)


def test_comments_and_answers_stand_in_the_draft(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    visit_as(cast.eva).post(f"/plans/{draft.pk}/comments/", {"text": "Hva med natt?"})
    comment = PlanComment.objects.get()
    visit_as(cast.leif).post(
        f"/comments/{comment.pk}/", {"text": "Egne møter.", "version": "1"}
    )
    page = text(visit_as(cast.eva).get(f"/plans/{draft.pk}/"))
    assert "Hva med natt?" in page
    assert "Egne møter." in page


def pages_of(cast: Cast, plan: Plan) -> list[str]:
    goal = Goal.objects.create(
        municipality=cast.municipality, plan=plan, title="Mål", collector=cast.kari
    )
    indicator = Indicator.objects.create(
        municipality=cast.municipality, goal=goal, name="Tall"
    )
    action = Action.objects.create(
        municipality=cast.municipality, goal=goal, title="Tiltak"
    )
    return [
        f"/plans/{plan.pk}/",
        f"/plans/{plan.pk}/?edit=about",
        f"/plans/{plan.pk}/?edit=summary",
        f"/plans/{plan.pk}/?edit=figures",
        f"/plans/{plan.pk}/?edit=discussion",
        f"/plans/{plan.pk}/versions/",
        f"/plans/{plan.pk}/compare/",
        f"/plans/{plan.pk}/moves/under_discussion/",
        f"/plans/{plan.pk}/goals/new/",
        f"/plans/{plan.pk}/goals/reading/",
        f"/goals/{goal.pk}/sentence/",
        f"/goals/{goal.pk}/details/",
        f"/goals/{goal.pk}/drop/",
        f"/goals/{goal.pk}/indicators/new/",
        f"/indicators/{indicator.pk}/details/",
        f"/indicators/{indicator.pk}/targets/",
        f"/indicators/{indicator.pk}/meaning/",
        f"/goals/{goal.pk}/actions/new/",
        f"/actions/{action.pk}/",
        f"/units/{plan.unit_id}/plans/start/",
    ]


def test_the_leader_opens_every_page_of_the_draft(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    leif = visit_as(cast.leif)
    answers = {page: leif.get(page).status_code for page in pages_of(cast, draft)}
    assert {page: code for page, code in answers.items() if code != 200} == {}


@pytest.mark.parametrize("who", ["ali", "siri", "nils"])
def test_those_outside_find_none_of_it(
    cast: Cast, draft: Plan, visit_as: VisitAs, who: str
) -> None:
    visitor = visit_as(getattr(cast, who))
    answers = {page: visitor.get(page).status_code for page in pages_of(cast, draft)}
    assert {page: code for page, code in answers.items() if code != 404} == {}


def test_a_stranger_is_asked_to_sign_in(
    cast: Cast, draft: Plan, client: Client
) -> None:
    for page in pages_of(cast, draft):
        answer = client.get(page)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (
            302,
            "/sign-in/",
        )


def test_the_employee_reads_the_draft_and_may_not_write(
    cast: Cast, draft: Plan, visit_as: VisitAs
) -> None:
    eva = visit_as(cast.eva)
    assert eva.get(f"/plans/{draft.pk}/").status_code == 200
    answer = eva.post(f"/plans/{draft.pk}/parts/about/", {"text": "Kapret"})
    assert answer.status_code == 422
    assert "Det er enhetens leder som gjør dette." in text(answer)


def test_an_adopted_plan_says_how_to_change_it(cast: Cast, visit_as: VisitAs) -> None:
    answer = visit_as(cast.leif).post(
        f"/plans/{cast.plan.pk}/parts/about/", {"text": "Sent"}
    )
    assert answer.status_code == 422
    assert "Planen er vedtatt. Lag en endring, så blir den sporbar." in text(answer)
    assert "Sent" in text(answer)


def test_the_plan_page_costs_the_same_for_one_goal_and_for_thirty(
    cast: Cast, visit_as: VisitAs, django_assert_num_queries: Callable[..., object]
) -> None:
    leif = visit_as(cast.leif)
    address = f"/plans/{cast.plan.pk}/"
    leif.get(address)
    with django_assert_num_queries(20) as one:
        leif.get(address)
    for number in range(29):
        goal = Goal.objects.create(
            municipality=cast.municipality, plan=cast.plan, title=f"Mål {number}"
        )
        Indicator.objects.create(municipality=cast.municipality, goal=goal, name="Tall")
    with django_assert_num_queries(len(one)):
        leif.get(address)
