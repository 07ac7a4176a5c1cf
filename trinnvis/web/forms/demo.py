"""Demo: the day one wants it to be."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.web.forms.fields import DayField

_REACH = timedelta(days=2 * 365)


class DayForm(forms.Form):
    """A day within two years of the demo's own."""

    day = DayField(
        label=gettext_lazy("Hvilken dag skal det være?"),
        help_text=gettext_lazy("For eksempel 15.1.2027"),
    )

    def __init__(self, *args: Any, around: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.around = around

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if abs(day - self.around) > _REACH:
            raise forms.ValidationError(
                _("Demoen rekker to år fram og tilbake. Velg en dag nærmere.")
            )
        return day
