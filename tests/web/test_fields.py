"""Fields: forms that ask, and never lose what was typed."""

import re
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation

from trinnvis.rules.quarters import Quarter
from trinnvis.signs.reading.deadlines import check_action_deadline, check_result_quarter
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.web.forms.fields import (
    DayField,
    FigureField,
    LineField,
    MomentField,
    Offer,
    ProseField,
    QuarterField,
    Subject,
    TargetField,
    WeekField,
    YearField,
)

D = Decimal
PERCENT = NumberContext("prosent", 1, D(0), D(100), D("84.2"))


@pytest.fixture(autouse=True)
def bokmaal():
    with translation.override("nb"):
        yield


def posted(field, typed, confirmed=None):
    """Post one field, as `result`, in a form of its own."""
    form = type("OneField", (forms.Form,), {"result": field})
    given = {"result": typed}
    if confirmed is not None:
        given["result_confirmed"] = confirmed
    return form(given)


def error_of(form):
    error = form.errors.as_data()["result"][0]
    return error.code, error.messages[0]


def test_figure_is_read_and_becomes_a_decimal():
    form = posted(FigureField(NumberContext("kr", 0)), "1 000 000 kr")
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": D(1000000)})


def test_figure_with_two_meanings_asks_and_keeps_the_text():
    form = posted(FigureField(NumberContext(decimals=3)), "1.234")
    assert error_of(form) == (
        "ask",
        "«1.234» kan bety 1234 eller 1,234. Velg hvilket tall du mener.",
    )
    assert form["result"].value() == "1.234"
    assert form.fields["result"].offers == (
        Offer("1234", "1234"),
        Offer("1.234", "1,234"),
    )


@pytest.mark.parametrize(("confirmed", "value"), [("1234", "1234"), ("1.234", "1.234")])
def test_figure_takes_the_meaning_that_was_chosen(confirmed, value):
    form = posted(FigureField(NumberContext(decimals=3)), "1.234", confirmed)
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": D(value)})
    assert form.fields["result"].was_confirmed is True


@pytest.mark.parametrize("confirmed", ["", "12", "1234.0", "ja", "NaN", "1e9"])
def test_figure_takes_no_confirmation_that_was_not_offered(confirmed):
    form = posted(FigureField(NumberContext(decimals=3)), "1.234", confirmed)
    assert error_of(form)[0] == "ask"


def test_figure_chosen_with_too_many_decimals_says_what_is_kept():
    field = FigureField(NumberContext("kr", 0))
    form = posted(field, "1,234")
    form.is_valid()
    offers = form.fields["result"].offers
    assert [offer.text.replace("\u00a0", " ") for offer in offers] == [
        "1,234 kr, lagret som 1 kr",
        "1234 kr",
    ]
    chosen = posted(field, "1,234", offers[0].value)
    assert (chosen.is_valid(), chosen.cleaned_data) == (True, {"result": D(1)})


def test_doubtful_figure_warns_and_offers_itself_and_the_likely_one():
    form = posted(FigureField(PERCENT), "0,85")
    assert error_of(form) == ("warn", "Du skrev 0,85 prosent. Mener du 85 prosent?")
    assert [offer.value for offer in form.fields["result"].offers] == ["0.9", "85"]


@pytest.mark.parametrize(("confirmed", "value"), [("0.9", "0.9"), ("85", "85")])
def test_doubtful_figure_is_kept_as_chosen(confirmed, value):
    form = posted(FigureField(PERCENT), "0,85", confirmed)
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": D(value)})


def test_certain_figure_is_not_counted_as_confirmed():
    form = posted(FigureField(PERCENT), "85", "85")
    assert form.is_valid()
    assert form.fields["result"].was_confirmed is False


def test_share_brings_its_counts_along():
    form = posted(FigureField(PERCENT), "12 av 14")
    assert form.is_valid()
    reading = form.fields["result"].reading
    assert (form.cleaned_data["result"], reading.numerator, reading.denominator) == (
        100 * D(12) / D(14),
        D(12),
        D(14),
    )


def test_doubtful_share_is_offered_as_a_share():
    form = posted(FigureField(PERCENT), "1 av 200")
    form.is_valid()
    offer = form.fields["result"].offers[0]
    assert offer.text.replace("\u00a0", " ") == "1 av 200 (1 %)"
    assert posted(FigureField(PERCENT), "1 av 200", offer.value).is_valid()


@pytest.mark.parametrize("typed", ["", "-", "..", "<5"])
def test_missing_figure_is_answered_with_the_button_for_missing(typed):
    form = posted(FigureField(PERCENT), typed)
    form.is_valid()
    assert form.fields["result"].offers_missing is True


def test_nonsense_is_not_answered_with_the_button_for_missing():
    form = posted(FigureField(PERCENT), "tolv")
    assert error_of(form) == ("not_a_number", "«tolv» er ikke et tall.")
    assert form.fields["result"].offers_missing is False


@pytest.mark.parametrize(
    ("field", "empty"),
    [
        (FigureField(required=False), None),
        (DayField(required=False), None),
        (YearField(required=False), None),
        (QuarterField(required=False), None),
        (LineField(required=False), ""),
        (ProseField(required=False), ""),
    ],
)
def test_field_that_is_not_required_may_be_empty(field, empty):
    form = posted(field, " ")
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": empty})


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (FigureField(), "Skriv resultatet for kvartalet, eller velg «Tallet mangler»."),
        (
            FigureField(error_messages={"required": "Skriv måltallet."}),
            "Skriv måltallet.",
        ),
        (DayField(), "Skriv en dato."),
        (YearField(), "Skriv året med fire siffer."),
        (QuarterField(), "Skriv hvilket kvartal."),
        (WeekField(), "Skriv hvilken uke."),
        (MomentField(), "Skriv dag og klokkeslett."),
        (LineField(subject=Subject.GOAL), "Skriv hva målet er."),
        (ProseField(subject=Subject.COMMENT), "Skriv en kommentar."),
    ],
)
def test_required_field_says_what_to_write(field, sentence):
    form = posted(field, "")
    assert error_of(form) == ("required", sentence)


def test_field_left_out_of_the_post_is_empty():
    form = type("OneField", (forms.Form,), {"result": LineField()})({})
    assert error_of(form) == ("required", "Skriv en tekst.")


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (DayField(), "31. desember 2026", date(2026, 12, 31)),
        (YearField(), "2026", 2026),
        (QuarterField(year=2026), "K1", Quarter(2026, 1)),
        (WeekField(), "uke 53, 2026", (2026, 53)),
        (LineField(), "Mål\r\nBcc: alle@kommune.no", "Mål Bcc: alle@kommune.no"),
        (ProseField(), "linje 1\r\nlinje 2", "linje 1\nlinje 2"),
    ],
)
def test_each_field_gives_its_own_kind(field, typed, value):
    form = posted(field, typed)
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": value})


def test_year_of_two_digits_asks_and_takes_the_answer():
    form = posted(YearField(), "26")
    assert error_of(form) == ("ask", "Mener du 2026?")
    assert form.fields["result"].offers == (Offer("2026", "2026"),)
    chosen = posted(YearField(), "26", "2026")
    assert (chosen.is_valid(), chosen.cleaned_data) == (True, {"result": 2026})


def test_deadline_after_the_plan_year_is_kept_when_confirmed():
    field = DayField(check=partial(check_action_deadline, plan_year=2026))
    form = posted(field, "15.01.2027")
    assert error_of(form) == (
        "warn",
        "Fristen er etter planåret. Skal tiltaket videreføres til 2027?",
    )
    assert form.fields["result"].offers == (Offer("2027-01-15", "15.01.2027"),)
    chosen = posted(field, "15.01.2027", "2027-01-15")
    assert (chosen.is_valid(), chosen.cleaned_data) == (
        True,
        {"result": date(2027, 1, 15)},
    )


def test_result_before_its_quarter_is_over_is_kept_when_confirmed():
    check = partial(check_result_quarter, today=date(2026, 11, 15))
    form = posted(QuarterField(check=check), "2026K4", "2026-Q4")
    assert (form.is_valid(), form.cleaned_data) == (True, {"result": Quarter(2026, 4)})


def test_hour_that_comes_twice_is_chosen_by_summer_or_normal_time():
    form = posted(MomentField(), "25.10.2026 kl. 02.30")
    form.is_valid()
    offers = form.fields["result"].offers
    assert [offer.text for offer in offers] == [
        "25.10.2026 kl. 02.30, sommertid",
        "25.10.2026 kl. 02.30, normaltid",
    ]
    chosen = posted(MomentField(), "25.10.2026 kl. 02.30", offers[1].value)
    assert chosen.is_valid()
    assert chosen.cleaned_data["result"].isoformat() == "2026-10-25T02:30:00+01:00"


def test_identity_number_in_a_text_is_doubted_without_repeating_it():
    form = posted(ProseField(), number_text())
    code, sentence = error_of(form)
    offer = form.fields["result"].offers[0]
    assert (code, offer.text) == ("warn", "Teksten er riktig, lagre den")
    assert [
        sign for sign in (sentence, offer.value) if number_text()[8:19] in sign
    ] == []
    chosen = posted(ProseField(), number_text(), offer.value)
    assert (chosen.is_valid(), chosen.cleaned_data) == (True, {"result": number_text()})


def test_confirmation_of_one_text_does_not_serve_another():
    first = posted(ProseField(), number_text())
    first.is_valid()
    token = first.fields["result"].offers[0].value
    assert error_of(posted(ProseField(), number_text() + " Mer.", token))[0] == "warn"


def number_text():
    """An invented identity number of the kind Tenor gives, in a sentence."""
    for serial in range(900, 1000):
        digits = [int(sign) for sign in f"018190{serial}"]
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            total = sum(w * d for w, d in zip(weights, digits, strict=True))
            digits.append(-total % 11)
        if max(digits) < 10:
            return f"Gjelder {''.join(map(str, digits))}, sier kontoret."
    raise LookupError("no number")


@pytest.mark.parametrize(
    ("decimals", "stored", "shown"),
    [
        (1, "72.50000000", "72,5"),
        (1, "72.00000000", "72,0"),
        (0, "72.00000000", "72"),
        (1, "85.71428571", "85,71428571"),
        (None, "1234567.50000000", "1234567,5"),
        (None, "1000.00000000", "1000"),
    ],
)
def test_stored_figure_is_shown_for_editing_without_extra_noughts(
    decimals, stored, shown
):
    form = type("OneField", (forms.Form,), {
        "result": FigureField(NumberContext(decimals=decimals)),
    })(initial={"result": D(stored)})  # fmt: skip
    assert form["result"].value() == shown


def test_stored_day_and_quarter_are_shown_as_they_are_typed():
    class Two(forms.Form):
        day = DayField()
        quarter = QuarterField()

    form = Two(initial={"day": date(2026, 5, 1), "quarter": Quarter(2026, 2)})
    assert (form["day"].value(), form["quarter"].value()) == (
        "01.05.2026",
        "2. kvartal 2026",
    )


def test_form_knows_whether_a_field_was_changed():
    class One(forms.Form):
        result = FigureField(NumberContext(decimals=1))

    stored = {"result": D("72.50000000")}
    changed = [
        One({"result": typed}, initial=stored).changed_data
        for typed in ("72,5", "72,6", "")
    ]
    assert changed == [[], ["result"], ["result"]]


def test_figure_input_calls_for_digits_and_no_history():
    form = type("OneField", (forms.Form,), {"result": FigureField()})
    assert str(form()["result"]) == (
        '<input type="text" name="result" autocomplete="off" '
        'inputmode="decimal" required id="id_result">'
    )


def test_prose_advises_about_persons():
    assert str(ProseField().help_text) == (
        "Ikke skriv om enkeltpersoners helse eller forhold."
    )


def test_target_cannot_be_missing():
    sentences = [error_of(posted(TargetField(), typed))[1] for typed in ("", "-", "<5")]
    assert sentences == ["Skriv et tall.", "Skriv et tall.", "Skriv ett tall."]
    form = posted(TargetField(), "-")
    form.is_valid()
    assert form.fields["result"].offers_missing is False


def test_target_is_spelled_as_it_was_decided():
    typed = [Decimal("80.0000"), Decimal("66.2500"), Decimal("0.0000"), None]
    field = TargetField(NumberContext(decimals=4))
    assert [field.prepare_value(value) for value in typed] == ["80", "66,25", "0", None]


def test_offers_are_buttons_under_the_error_and_enter_chooses_none():
    form = posted(FigureField(NumberContext(decimals=3)), "1.234")
    form.is_valid()
    html = render_to_string("components/field_errors.html", {"field": form["result"]})
    buttons = re.findall(r"<button ([^>]*)>([^<]*)<", html)
    look = 'class="ds-button" data-variant="secondary" type="submit" '
    assert buttons == [
        ('type="submit" hidden', "Send"),
        (look + 'name="result_confirmed" value="1234"', "1234"),
        (look + 'name="result_confirmed" value="1.234"', "1,234"),
    ]


def test_no_buttons_where_nothing_is_offered():
    form = posted(FigureField(), "tolv")
    form.is_valid()
    html = render_to_string("components/field_errors.html", {"field": form["result"]})
    assert "<button" not in html
