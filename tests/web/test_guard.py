"""Guard: it sees what is wrong on a page, so that silence means something."""

import pytest
from django.http import HttpResponse

from tests.web.guard import Page

FRAME = (
    "<!doctype html><html lang='nb'><head><title>Mål – Trinnvis</title></head>"
    "<body><h1>Mål</h1>{}</body></html>"
)
POLICY = {"Content-Security-Policy": "default-src 'self'"}


def faults(body: str, frame: str = FRAME) -> list[str]:
    answer = HttpResponse(frame.replace("{}", body), headers=POLICY)
    return Page("/goals/1/", answer).faults()


def test_a_whole_page_has_no_faults() -> None:
    form = "<form><label for='q'>Søk</label><input id='q' name='q'></form>"
    assert faults(f"{form}<a href='/goals/2/'>Neste</a><a href='#q'>Søk</a>") == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>Én<p>To</b>", "html: unexpected-end-tag at (1, 105)"),
        ("<h1>Én til</h1>", "h1 is ['Mål', 'Én til']"),
        ("<input name='q'>", "no label: {'name': 'q'}"),
        ("<img src='/a.png'>", "no alt: /a.png"),
        ("<p id='a'></p><p id='a'></p>", "id a is there twice"),
        ("<label for='b'>B</label>", "for names b, which is not there"),
        ("<a href='#c'>C</a>", "a link to #c, which is not there"),
        ("<p style='color: red'>Rød</p>", "inline style on p"),
        ("<p onclick='go()'>Gå</p>", "inline onclick on p"),
        ("<script>go()</script>", "inline script"),
        ("<p>{{ goal.title }}</p>", "left over: {{ goal.title }}"),
        ("<p>Ansvarlig: None</p>", "left over: Ansvarlig: None"),
        ("<p>%(count)s mål</p>", "left over: %(count)s mål"),
        ("<p>Liv &amp;amp; lyst</p>", "left over: Liv &amp; lyst"),
        ("<form method='post'></form>", "proof of origin: {'method': 'post'}"),
        ("<a href='/goals/en/'>Én</a>", "a link to /goals/en/, which is no address"),
    ],
)
def test_each_fault_is_told(body: str, fault: str) -> None:
    assert faults(body) == [fault]


def test_a_page_without_language_title_and_policy_is_told() -> None:
    answer = HttpResponse("<!doctype html><title>– Trinnvis</title><h1>Mål</h1>")
    assert Page("/", answer).faults() == [
        "lang is None",
        "title is ['– Trinnvis']",
        "policy is ''",
    ]
