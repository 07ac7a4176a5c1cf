"""Step 6: the quarter, in twelve clicks and no page load between the lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.serving import Product

pytestmark = [pytest.mark.journey, pytest.mark.scene("eight_lines")]

Walk = Callable[..., Page]
MOST_CLICKS = 12
CHOICES = "[data-same], .number input, .choice label, .tick, summary, .ds-button"


@dataclass
class Walker:
    """Counts what the person does: clicks, and pages that were loaded."""

    page: Page
    clicks: int = 0
    loads: int = 0

    def __post_init__(self) -> None:
        self.page.on("framenavigated", self._loaded)

    def _loaded(self, _frame: object) -> None:
        self.loads += 1

    def click(self, place: Locator) -> None:
        place.click()
        self.clicks += 1


def open_quarter(page: Page, product: Product) -> Walker:
    page.goto(f"/units/{product.scene['unit']}/quarters/2026-Q3/")
    expect(page.locator("html[data-autosave='on']")).to_be_attached()
    return Walker(page)


def left(page: Page) -> Locator:
    return page.locator("#counter")


def achieved(page: Page, product: Product) -> Locator:
    """Unfold and return the field «hva er oppnådd» of the first goal."""
    line = f"#line-{product.scene['goals'][0]}-achieved"
    page.locator(f"{line} summary").click()
    return page.locator(f"{line}-text")


def answer_by_clicks(walker: Walker, product: Product) -> None:
    """Confirm eight figures, and answer the rest once for them all."""
    page = walker.page
    for number, indicator in enumerate(product.scene["indicators"], start=1):
        line = page.locator(f"#line-figure-{indicator}")
        walker.click(line.locator("[data-same]"))
        expect(left(page)).to_contain_text(f"{25 - number} svar igjen")
    walker.click(page.get_by_role("button", name="Ingen andre forhold for noen").first)
    expect(left(page)).to_contain_text("9 svar igjen")
    walker.click(page.get_by_role("button", name="Ingen flere bør med i noen").first)
    expect(left(page)).to_contain_text("1 svar igjen")
    walker.click(page.get_by_role("button", name="Møtet var i dag"))
    expect(left(page)).to_contain_text("Alle svar er klare")


@pytest.mark.parametrize("phone", [False, True])
def test_eight_lines_without_surprises_take_twelve_clicks(
    walk: Walk, product: Product, findings: Callable[[Page], list[str]], phone: bool
):
    page = walk("leif", phone=phone, dark=phone)
    walker = open_quarter(page, product)
    expect(left(page)).to_contain_text("25 svar igjen")
    assert findings(page) == []
    answer_by_clicks(walker, product)
    assert walker.loads == 0
    assert findings(page) == []
    walker.click(page.get_by_role("button", name="Lever 3. kvartal"))
    expect(page.locator(".messages")).to_contain_text("3. kvartal 2026 er levert.")
    assert walker.clicks == MOST_CLICKS
    assert findings(page) == []
    told = product.act("told")
    assert (told["deliveries"], told["provenance"]) == (1, ["confirmed_same"] * 8)


def test_the_same_by_keyboard_alone(walk: Walk, product: Product):
    page = walk("leif")
    walker = open_quarter(page, product)
    press = page.keyboard.press
    for indicator in product.scene["indicators"]:
        while not page.evaluate(
            f"document.activeElement.id === 'line-figure-{indicator}'"
        ):
            press("j")
        press("u")
    expect(left(page)).to_contain_text("17 svar igjen")
    for still_left in ("9 svar igjen", "1 svar igjen"):
        press("g")
        press("Enter")
        press("Enter")
        expect(left(page)).to_contain_text(still_left)
    press("g")
    press("Enter")
    page.keyboard.type("05.10.2026")
    press("Enter")
    expect(left(page)).to_contain_text("Alle svar er klare")
    press("Escape")
    press("g")
    assert walker.loads == 0
    press("Enter")
    expect(page.locator(".messages")).to_contain_text("3. kvartal 2026 er levert.")
    assert product.act("told")["deliveries"] == 1


def test_shortcuts_are_silent_in_a_text_field(walk: Walk, product: Product):
    page = walk("leif")
    open_quarter(page, product)
    field = achieved(page, product)
    field.press_sequentially("Ukjent 1234 jkg")
    expect(field).to_have_value("Ukjent 1234 jkg")


def test_the_phone_page_fits_and_its_targets_are_large(walk: Walk, product: Product):
    page = walk("leif", phone=True)
    open_quarter(page, product)
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    small = page.evaluate(
        f"""[...document.querySelectorAll({CHOICES!r})]
        .filter(each => each.closest('main, .actionbar') && each.checkVisibility())
        .filter(each => each.getBoundingClientRect().height < 43.5)
        .map(each => each.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_what_waits_leads_to_its_line(walk: Walk, product: Product):
    page = walk("leif")
    open_quarter(page, product)
    first = product.scene["indicators"][0]
    page.locator("#counter a").click()
    assert page.url.endswith(f"#line-figure-{first}")
    page.get_by_role("button", name="Lever 3. kvartal").click()
    links = page.locator("[data-error-summary] a")
    expect(links).to_have_count(25)


def test_a_reason_opens_on_a_change_and_is_asked_for(walk: Walk, product: Product):
    page = walk("leif")
    open_quarter(page, product)
    line = page.locator(f"#line-action-{product.scene['actions'][0]}")
    why = line.get_by_label("Hva endrer dere, og hvorfor?")
    expect(why).to_be_hidden()
    line.get_by_text("Erstatte", exact=True).click()
    expect(left(page)).to_contain_text("26 svar igjen")
    line.get_by_label("Hva kommer i stedet?").fill("Lekegrupper ute")
    why.fill("Virker bedre ute")
    why.blur()
    expect(left(page)).to_contain_text("25 svar igjen")


def test_a_condition_one_unit_tells_is_there_to_pick(walk: Walk, product: Product):
    page = walk("leif")
    open_quarter(page, product)
    first, second = product.scene["goals"][:2]
    line = page.locator(f"#line-{first}-conditions")
    line.get_by_text("Noe annet").click()
    line.get_by_label("Hva?", exact=True).fill("Omlegging av turnus")
    line.get_by_role("button", name="Legg til").click()
    expect(line.get_by_label("Omlegging av turnus")).to_be_checked()
    page.reload()
    other = page.locator(f"#line-{second}-conditions")
    other.get_by_label("Omlegging av turnus").check()
    expect(left(page)).to_contain_text("23 svar igjen")


def test_an_unlikely_figure_is_asked_about_in_its_line(walk: Walk, product: Product):
    page = walk("kari")
    page.goto("/quarters/2026-Q3/mine/")
    line = page.locator(f"#line-figure-{product.scene['indicators'][0]}")
    field = line.get_by_role("textbox").first
    field.fill("nitti")
    field.blur()
    expect(line.get_by_role("alert")).to_be_visible()
    expect(field).to_have_value("nitti")
    field.fill("94")
    field.press("Enter")
    expect(line.get_by_role("alert")).to_have_count(0)
    expect(line).not_to_have_class(re.compile("qline--todo"))


def test_text_survives_two_hours_without_a_net(walk: Walk, product: Product):
    page = walk("leif")
    page.clock.install()
    open_quarter(page, product)
    field = achieved(page, product)
    page.context.set_offline(True)
    field.fill("Skrevet uten nett.")
    field.blur()
    bar = page.locator("[data-saved]")
    expect(bar).to_contain_text("Uten nett.")
    page.clock.fast_forward("02:00:00")
    expect(field).to_have_value("Skrevet uten nett.")
    page.context.set_offline(False)
    page.clock.run_for(20_000)
    expect(bar).to_contain_text("Lagret kl.")
    assert product.act("told")["achieved"] == ["Skrevet uten nett."]


def test_text_waits_on_the_machine_while_the_page_is_closed(
    walk: Walk, product: Product
):
    page = walk("leif")
    open_quarter(page, product)
    page.route("**/text/", lambda route: route.abort())
    field = achieved(page, product)
    field.fill("Skrevet før siden ble lukket.")
    field.blur()
    expect(page.locator("[data-saved]")).to_contain_text("Dette ble ikke lagret.")
    page.unroute("**/text/")
    page.reload()
    expect(page.locator("[data-saved]")).to_contain_text("Lagret kl.")
    assert product.act("told")["achieved"] == ["Skrevet før siden ble lukket."]


def test_text_survives_that_the_session_ends(walk: Walk, product: Product):
    page = walk("leif")
    open_quarter(page, product)
    product.act("sign_everyone_out")
    field = achieved(page, product)
    field.fill("Skrevet etter at økten var over.")
    field.blur()
    bar = page.locator("[data-saved]")
    expect(bar).to_contain_text("Du er logget ut.")
    with page.expect_popup() as opened:
        bar.get_by_role("link", name="Logg inn i en ny fane").click()
    door = opened.value
    door.get_by_role("button", name="Leif Berg").click()
    expect(door.locator("h1")).to_be_visible()
    expect(bar).to_contain_text("Lagret kl.", timeout=20_000)
    expect(field).to_have_value("Skrevet etter at økten var over.")
    assert product.act("told")["achieved"] == ["Skrevet etter at økten var over."]


def test_two_who_write_at_once_see_both_texts(walk: Walk, product: Product):
    leader, collector = walk("leif"), walk("kari")
    open_quarter(leader, product)
    collector.goto("/quarters/2026-Q3/mine/")
    for page, text in ((collector, "Karis ord"), (leader, "Leifs ord")):
        field = achieved(page, product)
        field.fill(text)
        field.blur()
        if page is collector:
            expect(page.locator("[data-saved]")).to_contain_text("Lagret kl.")
    clash = leader.locator("form [data-clash]")
    expect(clash).to_contain_text("Kari Nes har lagret samtidig.")
    expect(clash).to_contain_text("Karis ord")
    expect(clash).to_contain_text("Leifs ord")
    assert product.act("told")["achieved"] == ["Karis ord"]
    clash.get_by_role("button", name="La mitt stå").click()
    expect(leader.locator("[data-saved]")).to_contain_text("Lagret kl.")
    assert product.act("told")["achieved"] == ["Leifs ord"]


def test_without_a_script_every_line_has_its_own_button(walk: Walk, product: Product):
    page = walk("leif", script=False)
    page.goto(f"/units/{product.scene['unit']}/quarters/2026-Q3/")
    line = page.locator(f"#line-figure-{product.scene['indicators'][0]}")
    line.get_by_role("textbox").first.fill("94")
    line.get_by_role("button", name="Lagre", exact=True).click()
    assert page.url.endswith(f"#line-figure-{product.scene['indicators'][0]}")
    expect(left(page)).to_contain_text("24 svar igjen")
