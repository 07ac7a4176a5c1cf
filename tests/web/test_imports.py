"""Imports: the right person's walk, and files that are not read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import Cast
from tests.sources.scorecards.books import PLAIN, book
from tests.web.imported import CARD
from trinnvis.records.models import (
    Action,
    Goal,
    ImportBatch,
    Indicator,
    LogEntry,
    Person,
    Plan,
)

VisitAs = Callable[[Person], Client]
DATA = Path(__file__).resolve().parents[1] / "data" / "scorecards"


def file(content: bytes, name: str = "maal.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def text(answer: object) -> str:
    return answer.content.decode()


@pytest.fixture
def tone(cast: Cast, visit_as: VisitAs) -> Client:
    return visit_as(cast.tone)


def uploaded(client: Client, card: str = CARD, **more: str) -> ImportBatch:
    answer = client.post(
        "/imports/", {"file": file(card.encode()), "year": "2026"} | more
    )
    batch = ImportBatch.objects.latest("pk")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"/imports/{batch.pk}/",
    )
    return batch


def test_a_file_is_looked_through_answered_taken_in_and_undone(
    cast: Cast, tone: Client
) -> None:
    batch = uploaded(tone)
    page = tone.get(f"/imports/{batch.pk}/")
    assert page.status_code == 200
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 0
    for understood in ("mål 2026: minst 4,5", "«&gt; 4,5»", "2025: 4,4", "«God ro»"):
        assert understood in text(page)

    answers = {"row-1": "higher", "do": "apply"}
    done = tone.post(f"/imports/{batch.pk}/answer/", answers, follow=True)
    assert done.redirect_chain == [(f"/imports/{batch.pk}/", 302)]
    plan = Plan.objects.get(unit=cast.fjellvik, year=2026)
    assert f'href="/plans/{plan.pk}/"' in text(done)
    assert list(
        Indicator.objects.filter(goal__plan=plan).values_list("name", "watched")
    ) == [("Trivsel", False), ("Elever som deltar", False)]

    undone = tone.post(f"/imports/{batch.pk}/undo/", follow=True)
    assert "Alt filen ga, er tatt ut igjen." in text(undone)
    assert not Plan.objects.filter(pk=plan.pk).exists()


def test_answers_are_kept_without_taking_anything_in(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone)
    tone.post(
        f"/imports/{batch.pk}/answer/",
        {"row-1": "lower", "leave-0": "on", "do": "save"},
    )
    batch.refresh_from_db()
    assert (batch.state, batch.answers["rows"]) == (
        "previewed",
        {"0": "leave", "1": "lower"},
    )


def test_the_same_form_twice_takes_in_once(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone)
    for _time in range(2):
        tone.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 2


def test_the_same_file_again_leads_to_what_stands(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone)
    tone.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
    entries = LogEntry.objects.count()
    again = tone.post(
        "/imports/", {"file": file(CARD.encode()), "year": "2026"}, follow=True
    )
    assert again.redirect_chain == [(f"/imports/{batch.pk}/", 302)]
    assert "Denne filen er tatt inn før. Ingenting er endret." in text(again)
    assert (LogEntry.objects.count(), ImportBatch.objects.count()) == (entries, 1)


def test_a_file_that_another_took_in_says_so(
    cast: Cast, tone: Client, visit_as: VisitAs
) -> None:
    batch = uploaded(tone)
    tone.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
    again = visit_as(cast.ali).post(
        "/imports/", {"file": file(CARD.encode()), "year": "2026"}
    )
    assert again.status_code == 422
    assert "Denne filen er tatt inn før. Ingenting er endret." in text(again)


def test_directions_that_names_suggest_are_taken_only_when_asked_for(
    cast: Cast, tone: Client
) -> None:
    card = CARD + "Fjellvik skole;Sykefravær;6 %;7 %\n"
    batch = uploaded(tone, card)
    page = text(tone.get(f"/imports/{batch.pk}/"))
    assert "Navnet tyder på at lavere er bedre. Stemmer det?" in page
    tone.post(f"/imports/{batch.pk}/answer/", {"do": "save"})
    batch.refresh_from_db()
    assert batch.answers == {}
    tone.post(f"/imports/{batch.pk}/answer/", {"hints-0": "1"})
    batch.refresh_from_db()
    assert batch.answers["rows"] == {"3": "lower"}


def test_nothing_to_take_in_says_what_to_choose(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone, CARD.replace("Fjellvik skole", "Ukjent sted"))
    answer = tone.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
    assert answer.status_code == 422
    assert "Velg enhet for minst ett av navnene i filen." in text(answer)


def test_a_unit_is_chosen_for_a_name_that_was_not_found(
    cast: Cast, tone: Client
) -> None:
    batch = uploaded(tone, CARD.replace("Fjellvik skole", "Fjellvik skule"))
    page = text(tone.get(f"/imports/{batch.pk}/"))
    nearest = f'<optgroup label="Ligner mest"><option value="{cast.fjellvik.pk}">'
    assert nearest in page
    tone.post(
        f"/imports/{batch.pk}/answer/",
        {"unit-0": str(cast.fjellvik.pk), "do": "apply"},
    )
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 2


def test_an_undo_that_is_refused_lists_what_was_built(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone)
    tone.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
    goal = Goal.objects.get(title="Trivsel")
    Action.objects.create(municipality=cast.municipality, goal=goal, title="Turer")
    answer = tone.post(f"/imports/{batch.pk}/undo/")
    assert answer.status_code == 422
    assert "Fjellvik skole: «Trivsel» har fått tiltak." in text(answer)
    assert Goal.objects.filter(pk=goal.pk).exists()


def test_what_was_left_is_opened_again(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone)
    tone.post(f"/imports/{batch.pk}/answer/", {"row-1": "leave", "do": "apply"})
    answer = tone.post(f"/imports/{batch.pk}/again/")
    new = ImportBatch.objects.latest("pk")
    assert answer.headers["Location"] == f"/imports/{new.pk}/"
    assert new.state == "previewed"


def truncated() -> bytes:
    return book(*PLAIN)[:800]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "tom.xlsx", "Filen er tom."),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
            "gammel.xls",
            "Gammelt Excel-format. Åpne filen og lagre som .xlsx.",
        ),
        (
            b"%PDF-1.7\nnoe",
            "plan.pdf",
            "Filen er ikke et regneark. Lagre den som .xlsx eller CSV og prøv igjen.",
        ),
        (
            truncated(),
            "avbrutt.xlsx",
            "Filen er skadet eller ikke ferdig lastet opp. Prøv igjen.",
        ),
        (
            b"Navn;Adresse\nKari;Storgata 1\n",
            "uten.csv",
            "Kolonnen «Indikator» mangler.",
        ),
        (
            'Enhet;Indikator;Mål 2026\nSkole;"God kvalitet;4\n'.encode(),
            "sitat.csv",
            "Rad 2: anførselstegnet er ikke avsluttet.",
        ),
        (
            "Indikator,Mål 2026\nTrivsel,4,5\n".encode(),
            "komma.csv",
            "Rad 2 har 3 kolonner, men overskriften har 2. Bruk semikolon som skille.",
        ),
        (
            b"PK\x03\x04" + bytes(10 * 1024 * 1024),
            "stor.xlsx",
            "Filen er større enn 10 MB.",
        ),
    ],
)
def test_a_bad_file_is_answered_with_its_sentence(
    tone: Client, content: bytes, name: str, sentence: str
) -> None:
    answer = tone.post("/imports/", {"file": file(content, name), "year": "2026"})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="2026"' in text(answer)
    assert ImportBatch.objects.count() == 0


def test_no_file_asks_for_one(tone: Client) -> None:
    answer = tone.post("/imports/", {"year": "2026"})
    assert answer.status_code == 422
    assert "Velg en fil." in text(answer)


def test_a_chosen_encoding_is_used(cast: Cast, tone: Client) -> None:
    content = CARD.replace("Trivsel", "Måloppnåelse").encode("mac_roman")
    tone.post(
        "/imports/",
        {"file": file(content), "year": "2026", "encoding": "mac_roman"},
    )
    batch = ImportBatch.objects.get()
    assert "Måloppnåelse" in text(tone.get(f"/imports/{batch.pk}/"))


def test_broken_letters_lead_to_the_choice_of_encoding(
    cast: Cast, tone: Client
) -> None:
    broken = CARD.replace("Trivsel", "MÃ¥ltall")
    batch = uploaded(tone, broken)
    page = text(tone.get(f"/imports/{batch.pk}/"))
    assert "Teksten ser ut til å ha feil tegnsett: «MÃ¥ltall»." in page
    assert '/imports/?year=2026&amp;encoding=windows-1252"' in page


def test_a_name_with_a_path_is_shown_without_it(cast: Cast, tone: Client) -> None:
    tone.post(
        "/imports/",
        {"file": file(CARD.encode(), "..\\..\\x\r\n.csv"), "year": "2026"},
    )
    assert "/" not in ImportBatch.objects.get().file_name
    assert "\\" not in ImportBatch.objects.get().file_name


def test_markup_in_a_file_is_text_on_the_page(cast: Cast, tone: Client) -> None:
    batch = uploaded(tone, CARD.replace("Trivsel", "<script>alert(1)</script>"))
    page = text(tone.get(f"/imports/{batch.pk}/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_preview_of_a_large_book_is_shown(cast: Cast, tone: Client) -> None:
    content = (DATA / "loten.xlsx").read_bytes()
    answer = tone.post(
        "/imports/", {"file": file(content, "loten.xlsx"), "year": "2015"}
    )
    page = text(tone.get(answer.headers["Location"]))
    assert "Filen gjelder Løten kommune. Du er i Prøvik kommune." in page
    assert page.count('<select class="text" id="unit-') == 27


@pytest.mark.parametrize("who", ["kari", "eva", "siri", "turid", "arne"])
def test_others_find_no_such_page(cast: Cast, visit_as: VisitAs, who: str) -> None:
    client = visit_as(getattr(cast, who))
    assert client.get("/imports/").status_code == 404
    posted = {"file": file(CARD.encode()), "year": "2026"}
    assert client.post("/imports/", posted).status_code == 404
    assert ImportBatch.objects.count() == 0


def test_another_persons_file_does_not_exist(
    cast: Cast, tone: Client, visit_as: VisitAs
) -> None:
    batch = uploaded(tone)
    for person in (cast.leif, cast.nils):
        client = visit_as(person)
        assert client.get(f"/imports/{batch.pk}/").status_code == 404
        apply = client.post(f"/imports/{batch.pk}/answer/", {"do": "apply"})
        assert apply.status_code == 404
    assert Goal.objects.filter(plan__unit=cast.fjellvik).count() == 0


def test_a_stranger_is_sent_to_the_door(cast: Cast, at_noon: None) -> None:
    answer = Client().get("/imports/")
    assert answer.headers["Location"] == "/sign-in/?next=/imports/"


def test_the_preview_asks_the_database_alike_for_two_rows_and_two_hundred(
    cast: Cast, tone: Client, django_assert_num_queries: Callable[[int], object]
) -> None:
    rows = "".join(f"Fjellvik skole;Mål nummer {n};> 4;{n}\n" for n in range(200))
    for card in (CARD, CARD + rows):
        batch = uploaded(tone, card)
        with django_assert_num_queries(10):
            tone.get(f"/imports/{batch.pk}/")
