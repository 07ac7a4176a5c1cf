"""Take pictures: the guide's pictures, from a demo that was just started.

    bin/start --port 9000 --data-dir /tmp/pictures
    .venv/bin/python docs/guide/take_pictures.py http://localhost:9000

Delivers a quarter on its way, so the demo is used up: start with an empty folder.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 780}

SCORECARD = """Målekart 2027 Elvevåg kommune

Enhet;Indikator;Mål 2027;Resultat 2025
Hjemmetjenesten;Vurderingsbesøk innen 24 timer (%);≥ 95;91
Hjemmetjenesten;Sykefravær (%);< 9,0;10,4
Hjemmetenesta;Brukertilfredshet (1-6);5,0;4,8
Elvevåg skole;Elevenes trivsel;4,5;4,3
"""

Page = Any


def main(address: str) -> None:
    HERE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        new = {"base_url": address, "locale": "nb-NO", "reduced_motion": "reduce"}
        with opened(browser, viewport=WIDE, **new) as page:
            page.goto("/sign-in/")
            take(page, "sign-in")
        with opened(browser, viewport=WIDE, **new) as page:
            sign_in(page, "Nina Skogvoll")
            take(page, "home")
            write_a_goal(page)
        with opened(browser, viewport=WIDE, **new) as page:
            sign_in(page, "Randi Kjølstad")
            page.goto("/plans/")
            take(page, "plan")
            page.locator("main a[href^='/goals/']").nth(1).click()
            take(page, "goal")
            page.goto("/units/")
            take(page, "municipality")
        with opened(browser, viewport=WIDE, **new) as page:
            sign_in(page, "Samira Haddad")
            look_through_a_file(page)
        with opened(browser, viewport=PHONE, **new) as page:
            sign_in(page, "Maja Eriksrud")
            page.goto("/quarters/")
            take(page, "quarter-phone")
        with opened(browser, viewport=WIDE, **new) as page:
            sign_in(page, "Maja Eriksrud")
            deliver(page)
        browser.close()


@contextmanager
def opened(browser: Any, **kind: Any) -> Iterator[Page]:
    context = browser.new_context(**kind)
    yield context.new_page()
    context.close()


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / f"{name}.png")


def sign_in(page: Page, person: str) -> None:
    page.goto(f"/sign-in/?q={person.split()[0]}")
    page.locator(f"button:has-text('{person}')").first.click()
    page.wait_for_load_state()


def write_a_goal(page: Page) -> None:
    """The sentence that is the form, half filled in."""
    page.goto("/plans/")
    page.locator("a", has_text="2027").first.click()
    page.locator("a", has_text="Legg til et mål").click()
    fields = page.locator("main form input[type='text']:visible")
    typed = ("andelen elever som leser hver dag", "62", "75", "prosent")
    for number, text in enumerate(typed):
        fields.nth(number).fill(text)
    take(page, "sentence")


def look_through_a_file(page: Page) -> None:
    """A scorecard as it is understood, before anything is taken in."""
    page.goto("/imports/?year=2027")
    content = SCORECARD.encode()
    file = {"name": "målekart.csv", "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Se på filen").click()
    page.wait_for_load_state("networkidle")
    page.locator("#confirm details").first.click()
    page.locator("#confirm").scroll_into_view_if_needed()
    take(page, "import")


def deliver(page: Page) -> None:
    """Three answers, and the quarter is everyone's."""
    page.goto("/quarters/")
    take(page, "quarter")
    page.get_by_label("Ingen", exact=True).first.check()
    page.wait_for_load_state("networkidle")
    page.get_by_label("Nei", exact=True).first.check()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Møtet var i dag").click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Lever 3. kvartal").click()
    page.wait_for_load_state("networkidle")
    take(page, "delivered")


if __name__ == "__main__":
    main(sys.argv[1])
