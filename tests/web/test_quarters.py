"""Quarters: each person's own page, saved line by line, and told to all at once."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from tests.cast import Cast
from tests.records.quarters import Q2, Q3, Q4, answer_all, delivered, figure
from trinnvis.records.models import (
    ActionOutcome,
    Condition,
    Delivery,
    GoalReview,
    Indicator,
    InvolvementRequest,
    Observation,
    Person,
    QuarterReview,
    SuccessFactor,
)

Visit = Callable[[Person], Client]
SCRIPT = {"HX-Request": "true"}


def base(cast: Cast, quarter: object = Q3) -> str:
    return f"/units/{cast.solvik.pk}/quarters/{quarter}/"


def test_the_leader_writes_the_whole_unit(cast: Cast, visit_as: Visit):
    answer = visit_as(cast.leif).get(base(cast))
    assert answer.status_code == 200
    assert "Personalmøtet og takken" in answer.content.decode()
    assert QuarterReview.objects.count() == 0


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("leif", 200),
        ("kari", 302),
        ("tone", 404),
        ("turid", 404),
        ("ali", 404),
        ("siri", 404),
        ("arne", 404),
        ("eva", 404),
        ("nils", 404),
    ],
)
def test_before_delivery_only_those_who_write_come_in(
    cast: Cast, visit_as: Visit, who: str, status: int
):
    figure(cast, Q3, 93)
    answer_all(cast)
    assert visit_as(getattr(cast, who)).get(base(cast)).status_code == status


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("leif", 200),
        ("kari", 200),
        ("tone", 200),
        ("turid", 200),
        ("ali", 200),
        ("siri", 200),
        ("arne", 200),
        ("eva", 200),
        ("nils", 404),
    ],
)
def test_after_delivery_everyone_reads_the_same(
    cast: Cast, visit_as: Visit, who: str, status: int
):
    delivered(cast)
    answer = visit_as(getattr(cast, who)).get(base(cast))
    assert answer.status_code == status
    told = "93 prosent har en fast lekevenn." in answer.content.decode()
    assert told is (status == 200)


def test_a_stranger_is_asked_to_sign_in(cast: Cast, at_noon: None):
    answer = Client().get(base(cast))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/sign-in/")


def test_the_collector_sees_only_their_own_lines(cast: Cast, visit_as: Visit):
    answer = visit_as(cast.kari).get(f"/quarters/{Q3}/mine/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'id="line-figure-{cast.indicator.pk}"' in page
    assert f'id="line-{cast.goal.pk}-achieved"' in page
    assert "line-meeting" not in page
    assert "outcome" not in page
    assert "conditions" not in page


def test_what_is_left_is_called_by_its_own_name(cast: Cast, visit_as: Visit):
    second = Indicator.objects.create(
        municipality=cast.municipality, goal=cast.goal, name="Barn med turdag", order=2
    )
    page = visit_as(cast.kari).get(f"/quarters/{Q3}/mine/").content.decode()
    left = page.split(f'href="#line-figure-{second.pk}"')[1].split("</a>")[0]
    assert ("Barn med turdag" in left, cast.indicator.name in left) == (True, False)


@pytest.mark.parametrize("who", ["eva", "ali", "tone", "nils"])
def test_one_who_collects_nothing_has_no_such_page(
    cast: Cast, visit_as: Visit, who: str
):
    answer = visit_as(getattr(cast, who)).get(f"/quarters/{Q3}/mine/")
    assert answer.status_code == 404


def test_one_who_only_fetches_a_figure_sees_that_line(cast: Cast, visit_as: Visit):
    cast.indicator.fetched_by = cast.eva
    cast.indicator.save()
    page = visit_as(cast.eva).get(f"/quarters/{Q3}/mine/").content.decode()
    assert f'id="line-figure-{cast.indicator.pk}"' in page
    assert f'id="line-{cast.goal.pk}-achieved"' not in page


@pytest.mark.parametrize(
    ("who", "goes_to"),
    [
        ("leif", "/units/{unit}/quarters/2026-Q1/"),
        ("kari", "/quarters/2026-Q3/"),
        ("tone", "/quarters/2026-Q3/"),
    ],
)
def test_the_menu_leads_to_what_is_the_persons(
    cast: Cast, visit_as: Visit, who: str, goes_to: str
):
    answer = visit_as(getattr(cast, who)).get("/quarters/")
    assert answer["Location"] == goes_to.format(unit=cast.solvik.pk)


def test_a_quarter_leads_the_collector_to_their_lines(cast: Cast, visit_as: Visit):
    answer = visit_as(cast.kari).get(f"/quarters/{Q3}/")
    assert answer["Location"] == f"/quarters/{Q3}/mine/"


def test_others_see_which_units_have_delivered(cast: Cast, visit_as: Visit):
    delivered(cast)
    page = visit_as(cast.tone).get(f"/quarters/{Q3}/").content.decode()
    assert "1 av 2 enheter har levert." in page
    assert f'href="{base(cast)}"' in page


def test_a_quarter_that_is_not_over_says_when_it_opens(cast: Cast, visit_as: Visit):
    page = visit_as(cast.leif).get(base(cast, Q4)).content.decode()
    assert "Det åpner 1. januar 2027." in page


def test_a_unit_without_a_plan_is_led_to_make_one(cast: Cast, visit_as: Visit):
    address = f"/units/{cast.fjellvik.pk}/quarters/{Q3}/"
    page = visit_as(cast.ali).get(address).content.decode()
    assert "Lag planen først, så åpner kvartalet." in page


class TestSaving:
    """Each line by itself, with and without a script."""

    def test_a_figure_is_recorded(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        posted = {"value": "93,0", "measured_on": "02.10.2026", "source": "Lekekart"}
        answer = visit_as(cast.leif).post(address, posted)
        assert answer.status_code == 302
        row = Observation.objects.get()
        assert (row.value, str(row.measured_on), row.source, row.provenance) == (
            Decimal(93),
            "2026-10-02",
            "Lekekart",
            "entered",
        )

    def test_the_same_figure_measured_anew(self, cast: Cast, visit_as: Visit):
        figure(cast, Q2, 91)
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        visit_as(cast.kari).post(address, {"deed": "same", "value": ""})
        row = Observation.objects.get(quarter=3)
        assert (row.value, row.provenance) == (Decimal(91), "confirmed_same")

    def test_a_figure_is_missing_with_a_reason(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        posted = {
            "deed": "missing",
            "value": "",
            "missing_reason": "not_available",
            "missing_note": "Nytt system",
            "expected_on": "20.10.2026",
        }
        visit_as(cast.kari).post(address, posted)
        row = Observation.objects.get()
        assert (row.value, row.missing_reason, row.missing_note) == (
            None,
            "not_available",
            "Nytt system",
        )

    def test_a_figure_that_is_not_understood_comes_back(
        self, cast: Cast, visit_as: Visit
    ):
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        client = visit_as(cast.leif)
        plain = client.post(address, {"value": "nitti", "source": "Lekekart"})
        script = client.post(address, {"value": "nitti"}, headers=SCRIPT)
        assert (plain.status_code, script.status_code) == (422, 422)
        page = plain.content.decode()
        assert 'value="nitti"' in page
        assert 'value="Lekekart"' in page
        assert "data-errors" in script.content.decode()
        assert Observation.objects.count() == 0

    def test_an_unlikely_figure_is_asked_about(self, cast: Cast, visit_as: Visit):
        figure(cast, Q2, 91)
        cast.indicator.maximum = None
        cast.indicator.save()
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        client = visit_as(cast.leif)
        asked = client.post(address, {"value": "910"}, headers=SCRIPT)
        assert asked.status_code == 422
        assert 'name="value_confirmed"' in asked.content.decode()
        client.post(address, {"value": "910", "value_confirmed": "91"})
        assert Observation.objects.get(quarter=3).value == Decimal(91)

    def test_two_figures_at_once_give_both(self, cast: Cast, visit_as: Visit):
        figure(cast, Q3, 93)
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        posted = {"value": "94", "seen": ""}
        answer = visit_as(cast.leif).post(address, posted, headers=SCRIPT)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "Kari Nes har lagret samtidig." in page

    def test_a_text_is_saved_and_the_line_comes_back(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}goals/{cast.goal.pk}/text/"
        posted = {"achieved": "Flere leker sammen.", "version": "0"}
        answer = visit_as(cast.kari).post(address, posted, headers=SCRIPT)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "Flere leker sammen." in page
        assert 'id="counter"' in page
        assert GoalReview.objects.get().achieved == "Flere leker sammen."

    def test_without_a_script_the_reader_comes_back_to_the_line(
        self, cast: Cast, visit_as: Visit
    ):
        address = f"{base(cast)}goals/{cast.goal.pk}/text/"
        posted = {"not_achieved": "Fire mangler.", "version": "0", "line": "line-1-x"}
        answer = visit_as(cast.leif).post(address, posted)
        assert answer["Location"] == f"{base(cast)}#line-1-x"

    def test_a_stale_text_gives_both(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}goals/{cast.goal.pk}/text/"
        visit_as(cast.kari).post(address, {"achieved": "Karis", "version": "0"})
        client = visit_as(cast.leif)
        posted = {"achieved": "Leifs", "version": "0"}
        script = client.post(address, posted, headers=SCRIPT)
        plain = client.post(address, posted)
        assert (script.status_code, plain.status_code) == (409, 409)
        for answer in (script, plain):
            assert "Karis" in answer.content.decode()
            assert "Leifs" in answer.content.decode()
        assert GoalReview.objects.get().achieved == "Karis"

    def test_unchanged_takes_last_quarters_words(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        for quarter, posted in (
            (Q2, {"achieved": "Flere leker.", "version": "0"}),
            (Q3, {"achieved": "noe annet", "same": "1", "version": "0"}),
        ):
            client.post(f"{base(cast, quarter)}goals/{cast.goal.pk}/text/", posted)
        row = GoalReview.objects.get(review__quarter=3)
        assert row.achieved == "Flere leker."

    def test_why_it_went_well_or_not_known_yet(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}goals/{cast.goal.pk}/factor/"
        client = visit_as(cast.leif)
        client.post(address, {"text": "", "unknown": "on", "version": "0"})
        assert GoalReview.objects.get().factor_unknown is True
        client.post(address, {"text": "Faste voksne", "version": "0"})
        assert SuccessFactor.objects.get().text == "Faste voksne"
        assert GoalReview.objects.get().factor_unknown is False

    def test_an_action_is_decided_and_changed(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}actions/{cast.action.pk}/"
        client = visit_as(cast.leif)
        client.post(address, {"outcome": "continue", "version": "0"})
        posted = {
            "outcome": "adjust",
            "reason": "Flyttes ut",
            "to_plan": "no",
            "version": "1",
        }
        client.post(address, posted)
        row = ActionOutcome.objects.get()
        assert (row.outcome, row.reason, row.to_plan) == ("adjust", "Flyttes ut", False)

    def test_an_action_is_as_last_quarter(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        posted = {"outcome": "continue", "version": "0"}
        client.post(f"{base(cast, Q2)}actions/{cast.action.pk}/", posted)
        client.post(f"{base(cast)}actions/{cast.action.pk}/", {"carry": "1"})
        assert ActionOutcome.objects.get(review__quarter=3).carried is True

    def test_conditions_are_ticked_and_cleared(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        posted = {"title": "Ny turnus", "kind": "internal", "key": "abc"}
        for _twice in range(2):
            client.post(f"{base(cast)}goals/{cast.goal.pk}/conditions/new/", posted)
        condition = Condition.objects.get()
        row = GoalReview.objects.get()
        used = lambda: [use.condition_id for use in row.condition_uses.all()]  # noqa: E731
        assert used() == [condition.pk]
        address = f"{base(cast)}goals/{cast.goal.pk}/conditions/"
        client.post(address, {"was": condition.pk, "none": "on"})
        row.refresh_from_db()
        assert (used(), row.no_conditions) == ([], True)
        client.post(address, {"used": condition.pk, "was_none": "1", "none": "on"})
        row.refresh_from_db()
        assert (used(), row.no_conditions) == ([condition.pk], False)

    def test_another_unit_is_asked_once(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}goals/{cast.goal.pk}/involvements/"
        posted = {
            "to": f"unit-{cast.fjellvik.pk}",
            "reason": "Felles lekegrupper",
            "due": "01.11.2026",
            "key": "abc",
        }
        client = visit_as(cast.leif)
        for _twice in range(2):
            client.post(address, posted)
        request = InvolvementRequest.objects.get()
        assert (request.to_unit, request.reason) == (
            cast.fjellvik,
            "Felles lekegrupper",
        )
        client.post(f"{base(cast)}involvements/{request.pk}/withdraw/", {})
        assert InvolvementRequest.objects.count() == 0

    def test_nobody_is_asked_without_a_name(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}goals/{cast.goal.pk}/involvements/"
        answer = visit_as(cast.leif).post(address, {"reason": "Hjelp"}, headers=SCRIPT)
        assert answer.status_code == 422

    def test_one_press_answers_for_all(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        for what in ("conditions", "involvement", "action"):
            client.post(f"{base(cast)}all/", {"what": what})
        row = GoalReview.objects.get()
        assert (row.no_conditions, row.no_involvement) == (True, True)
        assert ActionOutcome.objects.get().outcome == "continue"

    def test_the_meeting_was_today(self, cast: Cast, visit_as: Visit):
        posted = {"today": "1", "meeting_on": "", "version": "0"}
        visit_as(cast.leif).post(f"{base(cast)}meeting/", posted)
        assert str(QuarterReview.objects.get().meeting_on) == "2026-10-05"

    def test_a_meeting_to_come_is_no_meeting_yet(self, cast: Cast, visit_as: Visit):
        posted = {"meeting_on": "13.10.2026", "version": "0"}
        answer = visit_as(cast.leif).post(f"{base(cast)}meeting/", posted)
        assert answer.status_code == 422
        assert "Møtet har ikke vært ennå." in answer.content.decode()

    def test_thanks_and_help(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        client.post(f"{base(cast)}whole/", {"recognition": "Takk", "version": "0"})
        client.post(f"{base(cast)}whole/", {"help_wanted": "Vikar", "version": "1"})
        row = QuarterReview.objects.get()
        assert (row.recognition, row.help_wanted) == ("Takk", "Vikar")

    def test_a_draft_is_kept_and_shown_again(self, cast: Cast, visit_as: Visit):
        client = visit_as(cast.leif)
        field = f"condition:{Q3}:{cast.goal.pk}:title"
        posted = {"field": field, "text": "Ny tur"}
        assert client.post("/drafts/", posted).status_code == 204
        assert 'value="Ny tur"' in client.get(base(cast)).content.decode()

    def test_a_draft_of_something_else_is_not_kept(self, cast: Cast, visit_as: Visit):
        posted = {"field": "anything", "text": "x"}
        assert visit_as(cast.leif).post("/drafts/", posted).status_code == 400


class TestRefusing:
    """The one who sees but may not write is told why; the stranger gets 404."""

    @pytest.mark.parametrize(
        ("who", "status"),
        [("eva", 422), ("ali", 422), ("tone", 422), ("nils", 404)],
    )
    def test_a_text(self, cast: Cast, visit_as: Visit, who: str, status: int):
        address = f"{base(cast)}goals/{cast.goal.pk}/text/"
        posted = {"achieved": "Nei", "version": "0"}
        answer = visit_as(getattr(cast, who)).post(address, posted, headers=SCRIPT)
        assert answer.status_code == status
        assert GoalReview.objects.count() == 0

    @pytest.mark.parametrize(
        ("who", "status"),
        [("kari", 422), ("eva", 422), ("nils", 404)],
    )
    @pytest.mark.parametrize(
        ("part", "posted"),
        [
            ("all/", {"what": "conditions"}),
            ("meeting/", {"meeting_on": "01.10.2026"}),
            ("whole/", {"recognition": "Takk"}),
            ("deliver/", {}),
        ],
    )
    def test_what_is_the_leaders(
        self, cast: Cast, visit_as: Visit, who: str, status: int, part: str, posted
    ):
        answer = visit_as(getattr(cast, who)).post(base(cast) + part, posted)
        assert answer.status_code == status
        assert QuarterReview.objects.count() == 0

    def test_an_expired_session_keeps_the_text(self, cast: Cast, at_noon: None):
        address = f"{base(cast)}goals/{cast.goal.pk}/text/"
        answer = Client().post(address, {"achieved": "Mitt"}, headers=SCRIPT)
        assert answer.status_code == 401


class TestDelivering:
    """Told to staff and leadership at the same moment."""

    def test_what_is_missing_is_listed_with_links(self, cast: Cast, visit_as: Visit):
        answer = visit_as(cast.leif).post(f"{base(cast)}deliver/")
        page = answer.content.decode()
        assert answer.status_code == 422
        assert f'<a href="#line-figure-{cast.indicator.pk}">' in page
        assert '<a href="#line-meeting">' in page
        assert Delivery.objects.count() == 0

    def test_a_complete_quarter_is_delivered_with_its_own_sentence(
        self, cast: Cast, visit_as: Visit
    ):
        figure(cast, Q2, 91)
        figure(cast, Q3, 93)
        answer_all(cast)
        answer = visit_as(cast.leif).post(f"{base(cast)}deliver/", follow=True)
        assert "3. kvartal 2026 er levert." in answer.content.decode()
        assert GoalReview.objects.get().achieved == (
            "Andel barn med minst én fast lekevenn: 93\u00a0%, opp fra 91."
        )

    def test_a_correction_after_is_told(self, cast: Cast, visit_as: Visit):
        delivered(cast)
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        Observation.objects.update(value=Decimal(92))
        page = visit_as(cast.tone).get(base(cast)).content.decode()
        assert "Rettet etter rapporten: 93 → 92\u00a0%" in page
        assert address not in page

    def test_it_is_opened_again_with_a_reason(self, cast: Cast, visit_as: Visit):
        delivered(cast)
        client = visit_as(cast.leif)
        assert client.post(f"{base(cast)}reopen/", {"reason": ""}).status_code == 422
        answer = client.post(f"{base(cast)}reopen/", {"reason": "Feil tall"})
        assert answer["Location"] == base(cast)
        page = client.get(base(cast)).content.decode()
        assert "Leif Berg åpnet kvartalet igjen: «Feil tall»" in page
        told = visit_as(cast.tone).get(base(cast)).content.decode()
        assert "93 prosent har en fast lekevenn." in told
        assert "Kvartalet er åpnet igjen. Dette er det som sist ble levert." in told

    @pytest.mark.parametrize("who", ["kari", "tone", "nils"])
    def test_others_do_not_open_it(self, cast: Cast, visit_as: Visit, who: str):
        delivered(cast)
        assert (
            visit_as(getattr(cast, who)).get(f"{base(cast)}reopen/").status_code == 404
        )


@pytest.mark.parametrize("goals", [1, 12])
def test_the_page_costs_the_same_for_many_goals(
    cast: Cast, visit_as: Visit, django_assert_max_num_queries, goals: int
):
    for number in range(1, goals):
        goal = type(cast.goal).objects.get(pk=cast.goal.pk)
        goal.pk, goal.order = None, number
        goal.save()
        indicator = type(cast.indicator).objects.get(pk=cast.indicator.pk)
        indicator.pk, indicator.goal = None, goal
        indicator.save()
    figure(cast, Q2, 91)
    client = visit_as(cast.leif)
    with django_assert_max_num_queries(40):
        assert client.get(base(cast)).status_code == 200
