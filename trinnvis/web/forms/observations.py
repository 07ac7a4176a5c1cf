"""Observations: one figure on a page of its own, or why it is missing."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from trinnvis.rules.recording import ObservationEntry
from trinnvis.rules.terms import MissingReason
from trinnvis.signs.quarter_words import missing_word
from trinnvis.web.forms.fields import DayField, LineField, Subject
from trinnvis.web.forms.quarters import FigureForm


class OneFigureForm(FigureForm):
    """The figure; a quarter that is delivered asks why it is corrected."""

    reason = LineField(
        label=gettext_lazy("Hvorfor rettes tallet?"),
        help_text=gettext_lazy("Kvartalet er levert. Én setning holder."),
        limit=300,
        subject=Subject.REASON,
    )

    def __init__(self, *args: Any, delivered: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if "value" in self.fields:
            self.fields["value"].widget.attrs["class"] = "ds-input"
        if not delivered:
            del self.fields["reason"]

    def entry(self) -> ObservationEntry:
        return replace(super().entry(), reason=self.cleaned_data.get("reason", ""))


class MissingFigureForm(forms.Form):
    """Why there is no figure, and when it comes."""

    missing_reason = forms.ChoiceField(label=gettext_lazy("Hvorfor mangler tallet?"))
    missing_note = LineField(
        label=gettext_lazy("Kort om hvorfor"), required=False, limit=300
    )
    expected_on = DayField(label=gettext_lazy("Når kommer det?"), required=False)
    reason = OneFigureForm.base_fields["reason"]

    def __init__(
        self, *args: Any, today: date, delivered: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["expected_on"].today = today
        self.fields["missing_reason"].choices = [
            (reason, missing_word(reason)) for reason in MissingReason
        ]
        self.fields["missing_reason"].widget.attrs["class"] = "text"
        if not delivered:
            del self.fields["reason"]

    def entry(self) -> ObservationEntry:
        said = self.cleaned_data
        return ObservationEntry(
            missing_reason=MissingReason(said["missing_reason"]),
            missing_note=said["missing_note"],
            expected_on=said["expected_on"],
            reason=said.get("reason", ""),
        )
