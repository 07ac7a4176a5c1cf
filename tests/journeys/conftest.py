"""Conftest: a browser, and the product it walks in.

`product` is given its scene, and perhaps its day, by the mark `scene`:

    pytestmark = [pytest.mark.journey, pytest.mark.scene("elvevag", "2026-11-23")]
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.serving import DAY, Product

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.js"
_WIDE, _NARROW = (
    {"width": 1440, "height": 900},
    {"width": 375, "height": 740},
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "scene(name, day): what a journey walks in")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(_ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def prepared(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str, str], tuple[Path, dict[str, Any]]]:
    """Return a scene's folder, filled once, for each test to copy."""
    made: dict[tuple[str, str], tuple[Path, dict[str, Any]]] = {}

    def prepare(scene: str, day: str) -> tuple[Path, dict[str, Any]]:
        if (scene, day) not in made:
            folder = tmp_path_factory.mktemp(scene)
            made[scene, day] = (folder, Product(folder, day=day).prepare(scene))
        return made[scene, day]

    return prepare


@pytest.fixture
def product(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    prepared: Callable[[str, str], tuple[Path, dict[str, Any]]],
) -> Iterator[Product]:
    """The product running with the scene that the test's mark names."""
    mark = request.node.get_closest_marker("scene")
    name, day = (*mark.args, DAY)[:2]
    template, scene = prepared(name, day)
    folder = tmp_path / "installation"
    shutil.copytree(template, folder)
    running = Product(folder, scene, day)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def walk(chromium: Browser, product: Product) -> Iterator[Callable[..., Page]]:
    """Return a page that is signed in as a person; at a phone's width on demand."""
    contexts: list[BrowserContext] = []

    def as_person(
        key: str, *, phone: bool = False, dark: bool = False, script: bool = True
    ) -> Page:
        context = chromium.new_context(
            base_url=product.url,
            viewport=_NARROW if phone else _WIDE,
            has_touch=phone,
            color_scheme="dark" if dark else "light",
            locale="nb-NO",
            java_script_enabled=script,
        )
        context.set_default_timeout(10_000)
        context.add_cookies(
            [
                {
                    "name": "trinnvis-session",
                    "value": product.scene["people"][key],
                    "url": product.url,
                }
            ]
        )
        contexts.append(context)
        return context.new_page()

    yield as_person
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def findings() -> Callable[[Page], list[str]]:
    """Return what axe finds on a page, as «rule: place»; nothing is the right answer."""
    source = _AXE.read_text()

    def look(page: Page) -> list[str]:
        page.evaluate(source)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = page.evaluate(
            f"axe.run(document, {{runOnly: {json.dumps(tags)}}})"
            ".then(told => told.violations.flatMap("
            "each => each.nodes.map(node => `${each.id}: ${node.target}`)))"
        )
        return list(found)

    return look
