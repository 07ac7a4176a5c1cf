"""F-10: the same save fifty times at once, and fifty who did not see each other."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from tests.faults import readback
from tests.faults.writing import Answer, Person

TIMES = 50


def fifty(
    port: int, scene: dict[str, Any], forms: list[dict[str, Any]]
) -> list[Answer]:
    """Send the forms at once, each from a browser of its own."""

    def send(numbered: tuple[int, dict[str, Any]]) -> Answer:
        number, form = numbered
        person = Person(port, scene, number % len(scene["sessions"]))
        try:
            return person.record(scene["indicators"][0], **form)
        finally:
            person.connection.close()

    with ThreadPoolExecutor(len(forms)) as pool:
        return list(pool.map(send, enumerate(forms)))


def same_form(scene: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"value": 7, "seen": None, "key": "the-same"}] * TIMES


def different_forms(scene: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"value": 10 + n, "seen": None, "key": ""} for n in range(TIMES)]


@pytest.mark.fault
def test_the_same_form_fifty_times_is_one_figure_and_one_answer(installation):
    scene, folder = installation.scene, installation.folder
    installation.server.start()
    answers = fifty(installation.server.port, scene, same_form(scene))
    assert set(answers) == {
        Answer(302, f"/units/{scene['unit']}/quarters/2026-Q3/#left")
    }
    assert readback.figures(folder) == Counter({(scene["indicators"][0], 7): 1})
    assert sum(readback.log_entries(folder).values()) == 1


@pytest.mark.fault
def test_of_fifty_who_did_not_see_each_other_one_writes_and_the_rest_are_told(
    installation,
):
    scene, folder = installation.scene, installation.folder
    installation.server.start()
    answers = fifty(installation.server.port, scene, different_forms(scene))
    assert Counter(answer.status for answer in answers) == {302: 1, 409: TIMES - 1}
    (written,) = [n for n, answer in enumerate(answers) if answer.status == 302]
    assert readback.figures(folder) == Counter(
        {(scene["indicators"][0], 10 + written): 1}
    )
    assert sum(readback.log_entries(folder).values()) == 1


@pytest.mark.fault
def test_the_same_holds_on_postgresql(installation_on_postgresql):
    scene, server = installation_on_postgresql.scene, installation_on_postgresql.server
    server.start()
    same = fifty(server.port, scene, same_form(scene))
    assert [answer.status for answer in same] == [302] * TIMES
    scene["indicators"] = scene["indicators"][1:]
    others = fifty(server.port, scene, different_forms(scene))
    assert Counter(answer.status for answer in others) == {302: 1, 409: TIMES - 1}
    assert counted_on_postgresql(server.url) == {"figures": 2, "entries": 2}


def counted_on_postgresql(url: str) -> dict[str, int]:
    with psycopg.connect(url) as database:
        figures = database.execute("SELECT count(*) FROM records_observation")
        entries = database.execute("SELECT count(*) FROM records_logentry")
        return {
            "figures": figures.fetchone()[0],
            "entries": entries.fetchone()[0],
        }
