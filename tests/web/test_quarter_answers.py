"""Quarter answers: what a line shows of what was said, before and after delivery."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from tests.cast import NOON, Cast
from tests.records.quarters import Q2, Q3, Q4, answer_all, deliver, figure, now
from trinnvis.records.changes.conditions import NewCondition, add_condition
from trinnvis.records.changes.deliveries import deliver_quarter
from trinnvis.records.changes.involvements import Wish, ask_involvement
from trinnvis.records.changes.outcomes import Decision, decide_action
from trinnvis.records.changes.reviews import answer_unit
from trinnvis.records.models import Observation, Person
from trinnvis.rules.terms import ConditionKind, Outcome

Visit = Callable[[Person], Client]
SCRIPT = {"HX-Request": "true"}


def base(cast: Cast, quarter: object = Q3) -> str:
    return f"/units/{cast.solvik.pk}/quarters/{quarter}/"


def page(cast: Cast, visit_as: Visit, who: str = "leif", quarter: object = Q3) -> str:
    answer = visit_as(getattr(cast, who)).get(base(cast, quarter))
    return answer.content.decode().replace("\u00a0", " ")


def missing(cast: Cast) -> None:
    Observation.objects.create(
        municipality=cast.municipality,
        indicator=cast.indicator,
        year=2026,
        quarter=3,
        missing_reason="not_available",
        missing_note="Nytt system.",
        expected_on=date(2026, 10, 20),
        known_from=NOON,
        by=cast.kari,
    )


def test_the_last_figure_stands_beside_the_empty_field(cast: Cast, visit_as: Visit):
    figure(cast, Q2, 91)
    shown = page(cast, visit_as)
    assert "Målt på nytt, samme tall: 91 %" in shown
    assert "Sist: 91 %. Et tall følger aldri med av seg selv." in shown


@pytest.mark.parametrize(
    ("provenance", "told"),
    [
        ("entered", "Skrevet av Kari Nes 5. oktober 2026. Kilde: Lekekart."),
        ("confirmed_same", "Målt på nytt av Kari Nes 5. oktober 2026, samme tall."),
        ("imported", "Hentet fra et annet system 5. oktober 2026."),
        ("estimated", "Anslått av Kari Nes 5. oktober 2026."),
    ],
)
def test_a_figure_says_where_it_came_from(
    cast: Cast, visit_as: Visit, provenance, told
):
    figure(cast, Q3, 93)
    Observation.objects.update(provenance=provenance, source="Lekekart")
    assert told in page(cast, visit_as)


def test_a_missing_figure_says_why_and_when_it_comes(cast: Cast, visit_as: Visit):
    missing(cast)
    shown = page(cast, visit_as)
    assert "Fikk ikke tallet fra kilden. Nytt system. Kommer 20. oktober 2026." in shown
    assert "Mangler tall" in shown


def test_last_quarters_change_is_told_beside_the_action(cast: Cast, visit_as: Visit):
    said = Decision(Outcome.ADJUST, reason="Flyttes ut.")
    decide_action(cast.action, Q2, said, version=0, **now(cast.leif))
    assert "Sist: Justeres: Flyttes ut." in page(cast, visit_as)


def test_what_is_picked_and_asked_is_told(cast: Cast, visit_as: Visit):
    shifts = NewCondition(
        ConditionKind.INTERNAL, "Ny turnus", "Uro i åtte uker.", date(2026, 3, 1)
    )
    add_condition(cast.goal, Q3, shifts, **now(cast.leif))
    wish = Wish("Felles grupper", to_unit=cast.fjellvik, due=date(2026, 11, 1))
    ask_involvement(cast.goal, Q3, wish, **now(cast.leif))
    shown = page(cast, visit_as)
    assert "Ny turnus: Uro i åtte uker. Meldt av Solvik barnehage." in shown
    assert "Felles grupper (spurt, ikke svart). Svar innen 1. nov." in shown


@pytest.mark.parametrize(
    ("posted", "saved"),
    [
        ({"done": "1", "done_on": "01.09.2026"}, (Decimal(1), date(2026, 9, 1))),
        ({"done": "0"}, (Decimal(0), None)),
    ],
)
def test_a_milestone_is_done_or_not(cast: Cast, visit_as: Visit, posted, saved):
    cast.indicator.direction, cast.indicator.due = "milestone", date(2026, 9, 15)
    cast.indicator.save()
    address = f"{base(cast)}figures/{cast.indicator.pk}/"
    client = visit_as(cast.leif)
    assert client.post(address, {}, headers=SCRIPT).status_code == 422
    client.post(address, posted)
    row = Observation.objects.get()
    assert (row.value, row.done_on) == saved


def test_missing_takes_a_reason(cast: Cast, visit_as: Visit):
    address = f"{base(cast)}figures/{cast.indicator.pk}/"
    posted = {"deed": "missing", "missing_reason": ""}
    answer = visit_as(cast.leif).post(address, posted, headers=SCRIPT)
    assert answer.status_code == 422
    assert "Velg hvorfor tallet mangler." in answer.content.decode()


def test_a_lone_dash_is_answered_with_one_button(cast: Cast, visit_as: Visit):
    address = f"{base(cast)}figures/{cast.indicator.pk}/"
    answer = visit_as(cast.leif).post(address, {"value": "–"}, headers=SCRIPT)
    assert answer.status_code == 422
    assert 'name="deed" value="missing"' in answer.content.decode()


def test_a_condition_does_not_end_before_it_begins(cast: Cast, visit_as: Visit):
    posted = {"title": "Turnus", "kind": "internal", "last_day": "01.02.2026"}
    address = f"{base(cast)}goals/{cast.goal.pk}/conditions/new/"
    answer = visit_as(cast.leif).post(address, posted, headers=SCRIPT)
    assert "Slutten er før starten." in answer.content.decode()


class TestCollector:
    """The collector's own page answers in the same way."""

    def test_a_save_comes_back_to_their_page(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        line = f"line-figure-{cast.indicator.pk}"
        posted = {"value": "93", "page": "collection", "line": line}
        answer = visit_as(cast.kari).post(address, posted)
        assert answer["Location"] == f"/quarters/{Q3}/mine/#{line}"

    def test_a_script_gets_only_their_lines(self, cast: Cast, visit_as: Visit):
        address = f"{base(cast)}figures/{cast.indicator.pk}/"
        posted = {"value": "93", "page": "collection"}
        answer = visit_as(cast.kari).post(address, posted, headers=SCRIPT)
        shown = answer.content.decode()
        assert f'id="line-{cast.goal.pk}-achieved"' in shown
        assert "line-meeting" not in shown

    def test_all_done_says_thanks(self, cast: Cast, visit_as: Visit):
        figure(cast, Q3, 93)
        answer_all(cast)
        shown = visit_as(cast.kari).get(f"/quarters/{Q3}/mine/").content.decode()
        assert "Alt ditt er klart. Takk! Lederen leverer kvartalet." in shown

    def test_before_it_opens_it_says_when(self, cast: Cast, visit_as: Visit):
        shown = visit_as(cast.kari).get(f"/quarters/{Q4}/mine/").content.decode()
        assert "Kvartalet åpner 1. januar 2027." in shown

    def test_the_deputy_is_asked_when_the_collector_has_left(
        self, cast: Cast, visit_as: Visit
    ):
        cast.goal.deputy = cast.eva
        cast.goal.save()
        client = visit_as(cast.eva)
        assert client.get(f"/quarters/{Q3}/mine/").status_code == 404
        Person.objects.filter(pk=cast.kari.pk).update(is_active=False)
        assert client.get(f"/quarters/{Q3}/mine/").status_code == 200


class TestTold:
    """What everyone reads afterwards."""

    def test_a_missing_figure_is_told_with_its_reason(
        self, cast: Cast, visit_as: Visit
    ):
        missing(cast)
        answer_all(cast)
        deliver(cast)
        shown = page(cast, visit_as, "tone")
        assert "Fikk ikke tallet fra kilden" in shown
        assert "Nytt system." not in shown

    def test_decisions_conditions_and_requests_are_told(
        self, cast: Cast, visit_as: Visit
    ):
        figure(cast, Q3, 93)
        answer_all(cast)
        said = Decision(
            Outcome.REPLACE,
            reason="Virker bedre ute.",
            successor_title="Lekegrupper ute",
            dose="8 av 12 samlinger",
            to_plan=False,
        )
        decide_action(cast.action, Q3, said, version=1, **now(cast.leif))
        shifts = NewCondition(ConditionKind.INTERNAL, "Ny turnus", "", date(2026, 3, 1))
        add_condition(cast.goal, Q3, shifts, **now(cast.leif))
        ask = Wish("Lokaler", to_name="Idrettslaget")
        ask_involvement(cast.goal, Q3, ask, **now(cast.leif))
        thanks = {"recognition": "Takk til lekegruppene", "help_wanted": "Vikar"}
        answer_unit(cast.solvik, Q3, thanks, version=2, **now(cast.leif))
        deliver(cast)
        shown = page(cast, visit_as, "siri")
        for told in (
            "Ikke etter planen. 8 av 12 samlinger. Ny: Lekegrupper ute.",
            "Virker bedre ute.",
            "Ny turnus",
            "Idrettslaget: Lokaler",
            "Takk til lekegruppene",
            "Vikar",
            "Samme voksen hver uke",
        ):
            assert told in shown

    def test_a_late_delivery_is_marked(self, cast: Cast, visit_as: Visit):
        figure(cast, Q3, 93)
        answer_all(cast)
        no_meeting = {"meeting_on": None, "no_meeting_reason": "Møtet er 30. november"}
        answer_unit(cast.solvik, Q3, no_meeting, version=2, **now(cast.leif))
        deliver_quarter(
            cast.solvik, Q3, {}, day=date(2026, 11, 23), by=cast.leif, at=NOON
        )
        shown = page(cast, visit_as, "tone")
        assert "Levert 5. oktober 2026 av Leif Berg, etter fristen." in shown
        assert "Ikke gjennomgått med de ansatte ennå: Møtet er 30. november" in shown

    def test_the_leader_is_led_past_what_is_delivered(
        self, cast: Cast, visit_as: Visit
    ):
        cast.solvik.started_on = date(2026, 7, 1)
        cast.solvik.save()
        figure(cast, Q3, 93)
        answer_all(cast)
        client = visit_as(cast.leif)
        assert client.get("/quarters/")["Location"] == base(cast)
        deliver(cast)
        assert client.get("/quarters/")["Location"] == base(cast)

    def test_a_unit_that_began_later_is_not_counted(self, cast: Cast, visit_as: Visit):
        cast.fjellvik.started_on = date(2026, 10, 1)
        cast.fjellvik.save()
        figure(cast, Q3, 93)
        answer_all(cast)
        deliver(cast)
        client = visit_as(cast.tone)
        shown = client.get(f"/quarters/{Q3}/told/").content.decode()
        assert "1 av 1 enheter har levert." in shown
        assert "Ikke med" in shown
