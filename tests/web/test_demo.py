"""The demo's pages: whom one may be, and what day it is; none of it outside."""

from datetime import date

import pytest
from django.test import Client

from tests.elvevag import TODAY
from trinnvis.records.models import LogEntry, Municipality, Person
from trinnvis.web.cast import groups, suggested


@pytest.fixture
def maja(demo):
    client = Client(raise_request_exception=False)
    client.force_login(Person.objects.get(key="u-e19"))
    return client


def test_the_door_suggests_a_few_and_lists_everyone_once(demo):
    page = Client().get("/sign-in/").content.decode()
    assert "Maja Eriksrud" in page
    assert page.count('name="person"') == 63 + len(suggested())


def test_everyone_stands_in_one_group_by_role(demo):
    found = {group.key: len(group.people) for group in groups()}
    assert found == {
        "managers": 28,
        "collectors": 14,
        "directors": 5,
        "economy": 2,
        "representatives": 5,
        "employees": 3,
        "elected": 2,
        "control": 2,
        "records": 2,
    }


def test_the_list_is_searched_by_name_role_and_unit(demo):
    def names(words):
        return [part.name for group in groups(words) for part in group.people]

    assert names("randi") == ["Randi Kjølstad"]
    assert names("ansvarspersoner helsehus") == ["Wenche Oppedal"]
    assert names("finnes ikke") == []


def test_a_search_without_a_hit_says_so(demo):
    page = Client().get("/sign-in/?q=Askeladden").content.decode()
    assert "Fant ingen med «Askeladden»." in page


def test_one_click_signs_in_on_this_machine(demo):
    client = Client(SERVER_NAME="localhost")
    person = Person.objects.get(key="u-e09")
    answer = client.post("/demo/sign-in/", {"person": person.pk, "next": "/help/"})
    assert (answer.status_code, answer["Location"]) == (302, "/help/")
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize("person", ["0", "", "x", "9" * 30])
def test_nobody_is_nobody(demo, person):
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    answer = client.post("/demo/sign-in/", {"person": person})
    assert answer.status_code == 404


def test_the_way_on_never_leads_elsewhere(demo):
    person = Person.objects.get(key="u-e09")
    answer = Client(SERVER_NAME="localhost").post(
        "/demo/sign-in/", {"person": person.pk, "next": "https://example.org/"}
    )
    assert answer["Location"] == "/"


def test_nobody_comes_in_from_another_machine(demo):
    person = Person.objects.get(key="u-e09")
    client = Client(raise_request_exception=False, SERVER_NAME="testserver")
    assert client.post("/demo/sign-in/", {"person": person.pk}).status_code == 404


def test_outside_the_demo_there_is_no_sign_in_without_a_password(cast, settings):
    settings.DEMO = False
    client = Client(raise_request_exception=False)
    answer = client.post("/demo/sign-in/", {"person": cast.kari.pk})
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_real_person_is_never_reached_through_the_demo_s_door(cast, settings):
    settings.DEMO = True
    client = Client(raise_request_exception=False)
    answer = client.post("/demo/sign-in/", {"person": cast.kari.pk})
    assert answer.status_code == 404


def test_the_demo_starts_on_the_day_its_file_tells_of(maja):
    page = maja.get("/demo/").content.decode()
    assert "I demoen er det 23. november 2026." in page


def test_the_turning_points_stand_in_order(maja):
    moments = maja.get("/demo/").context["moments"]
    assert [(moment.typed, moment.text, moment.is_now) for moment in moments] == [
        ("01.10.2026", "3. kvartal åpner", False),
        ("17.10.2026", "Fristen for 3. kvartal er ute", False),
        ("23.11.2026", "Dagen demoen begynner", True),
        ("01.01.2027", "Året skifter, 4. kvartal åpner", False),
        ("23.01.2027", "Fristen for 4. kvartal er ute", False),
    ]


def test_moving_the_day_moves_it_for_everyone_and_is_logged(maja, demo):
    answer = maja.post("/demo/", {"day": "15.1.2027"}, follow=True)
    assert "I dag er fredag 15. januar 2027" in answer.content.decode()
    assert Municipality.objects.get().demo_day == date(2027, 1, 15)
    entry = LogEntry.objects.order_by("-seq").first()
    assert (entry.deed, entry.after) == ("set_demo_day", {"demo_day": "2027-01-15"})


@pytest.mark.parametrize("day", ["1.1.1999", "i morgen", ""])
def test_a_day_out_of_reach_is_told_and_kept(maja, day):
    answer = maja.post("/demo/", {"day": day})
    assert answer.status_code == 422
    assert Municipality.objects.get().demo_day == TODAY


def test_outside_the_demo_there_is_no_day_to_move(cast, visit_as, settings):
    settings.DEMO = False
    client = visit_as(cast.kari)
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/", {"day": "15.1.2027"}).status_code == 404
    assert client.get("/design/").status_code == 404


def test_outside_the_demo_the_door_asks_for_e_mail_and_password(cast, settings):
    settings.DEMO = False
    page = Client().get("/sign-in/").content.decode()
    assert "E-post" in page
    assert "Kari Nes" not in page


def test_a_wrong_password_keeps_the_e_mail_and_says_what_to_do(cast, settings):
    settings.DEMO = False
    answer = Client().post(
        "/sign-in/", {"username": "kari@example.org", "password": "feil"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "E-posten eller passordet stemmer ikke." in page
    assert 'value="kari@example.org"' in page


def test_the_right_password_leads_on(cast, settings):
    settings.DEMO = False
    cast.kari.set_password("lekevenner i solvik")
    cast.kari.save()
    answer = Client().post(
        "/sign-in/?next=/help/",
        {"username": " Kari ", "password": "lekevenner i solvik", "next": "/help/"},
    )
    assert (answer.status_code, answer["Location"]) == (302, "/help/")
