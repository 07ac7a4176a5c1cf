"""Demo pages: whoever one chooses to be, every way on leads to a whole page."""

from collections import Counter, deque
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import resolve

from tests.web.guard import Page, visit
from trinnvis.records.models import Municipality, Person

READERS = ("u-e19", "u-e09", "u-a03", "u-e05", "u-ksh", "u-kd", "u-ord")
"""Those the door suggests: leaders, a collector, and those above and outside."""
MOST_OF_A_KIND = 2
"""Pages of the same address that one reader opens."""


@pytest.mark.parametrize("key", READERS)
def test_every_way_on_in_the_demo_leads_to_a_whole_page(
    key: str, demo: Municipality
) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(Person.objects.get(key=key))
    found = {
        page.address: faults for page in walked(client) if (faults := faults_of(page))
    }
    assert found == {}


def walked(client: Client) -> Iterator[Page]:
    """Yield the pages that a reader can click to, a few of each address."""
    waiting, seen, opened = deque(["/"]), {"/"}, Counter[str]()
    while waiting:
        address = waiting.popleft()
        name = resolve(address.split("?")[0]).url_name or ""
        if opened[name] >= MOST_OF_A_KIND:
            continue
        opened[name] += 1
        page = visit(client, address)
        yield page
        new = sorted(page.links() - seen) if page.is_html else []
        seen.update(new)
        waiting.extend(new)


def faults_of(page: Page) -> list[str]:
    if page.answer.status_code != 200:
        return [f"answered {page.answer.status_code}"]
    return page.faults() if page.is_html else []
