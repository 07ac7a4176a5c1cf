"""Imports: choosing a file, and what is answered about its rows."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from trinnvis.rules.import_answers import Answer, ImportAnswers, with_hints
from trinnvis.rules.scorecard_facts import Scorecard
from trinnvis.web.forms.fields import YearField

ENCODINGS = (
    ("", gettext_lazy("Finn det ut selv")),
    ("utf-8", "UTF-8"),
    ("windows-1252", gettext_lazy("Windows-1252 (vanlig fra Excel)")),
    ("mac_roman", gettext_lazy("Mac")),
)


class UploadForm(forms.Form):
    """One file, for the plans of one year."""

    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("Regneark (.xlsx) eller CSV, høyst 10 MB."),
        allow_empty_file=True,
        error_messages={
            "required": gettext_lazy("Velg en fil."),
            "missing": gettext_lazy("Opplastingen ble avbrutt. Prøv igjen."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
    year = YearField(
        label=gettext_lazy("Planens år"),
        help_text=gettext_lazy("Målene i filen blir mål i planene for dette året."),
    )
    encoding = forms.ChoiceField(
        label=gettext_lazy("Tegnsett"),
        help_text=gettext_lazy("Bare for CSV, og bare hvis æ, ø og å ble feil."),
        choices=ENCODINGS,
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["encoding"].widget.attrs["class"] = "text"


def posted_answers(posted: QueryDict, scorecard: Scorecard, year: int) -> ImportAnswers:
    """Return what the form says; what is not an answer counts as not answered.

    Fields: `unit-<n>` by the name's place, `row-<n>` and `leave-<n>` by the row's,
    and `key_figures` with «no» where they are left out. `hints-<n>` is the button that
    takes the directions that one unit's names suggest.
    """
    units: dict[str, int] = {}
    for place, name in enumerate(scorecard.units):
        chosen = posted.get(f"unit-{place}", "")
        if chosen.isascii() and chosen.isdecimal() and len(chosen) < 12:
            units[name] = int(chosen)
    rows: dict[int, Answer] = {}
    for place in range(len(scorecard.rows)):
        said = posted.get(f"row-{place}", "")
        if f"leave-{place}" in posted:
            rows[place] = Answer.LEAVE
        elif said in set(Answer):
            rows[place] = Answer(said)
    answers = ImportAnswers(units, rows, posted.get("key_figures") != "no")
    for place, name in enumerate(scorecard.units):
        if f"hints-{place}" in posted:
            answers = with_hints(scorecard.rows, name, answers, year)
    return answers
