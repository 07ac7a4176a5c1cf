"""Goal details: what stays hidden until someone wants it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.records.models import Goal, Person, Perspective, StrategyArea, Unit
from trinnvis.web.forms.fields import LineField, ProseField
from trinnvis.web.forms.goals import PersonField, colleagues

GREATEST_SDG = 17


class GoalDetailsForm(forms.Form):
    """What a goal may tell beside its sentence; nothing here is needed to begin."""

    title = LineField(
        label=gettext_lazy("Målet på én setning"),
        help_text=gettext_lazy("Kort og varm. Tallene står i feltene."),
        limit=300,
    )
    why = ProseField(
        label=gettext_lazy("Hvorfor er det verdt innsatsen?"),
        required=False,
        limit=2000,
    )
    perspective = forms.ModelChoiceField(
        label=gettext_lazy("Perspektiv"), queryset=None, required=False
    )
    strategy = forms.ModelChoiceField(
        label=gettext_lazy("Satsingsområde"), queryset=None, required=False
    )
    own_sdgs = LineField(
        label=gettext_lazy("Bærekraftsmål"),
        help_text=gettext_lazy(
            "Tomt: de samme som satsingsområdet. Ellers tall, for eksempel 4, 10."
        ),
        required=False,
        limit=60,
    )
    deputy = PersonField(
        label=gettext_lazy("Stedfortreder"), queryset=None, required=False
    )
    workshop = forms.ModelChoiceField(
        label=gettext_lazy("Laget i målverkstedet"), queryset=None, required=False
    )
    made_by = LineField(
        label=gettext_lazy("Eller laget av"),
        help_text=gettext_lazy("For eksempel «alle på småbarnsavdelingen»."),
        required=False,
        limit=300,
    )
    stretch = forms.BooleanField(
        label=gettext_lazy("Dette er et strekkmål, valgt med åpne øyne"),
        required=False,
    )
    doubt_answer = ProseField(
        label=gettext_lazy("Slik svarte vi på tvilen"), required=False, limit=2000
    )

    def __init__(self, *args: Any, goal: Goal, reader: Person, **options: Any) -> None:
        initial = {name: getattr(goal, name) for name in self.base_fields}
        initial["own_sdgs"] = ", ".join(map(str, goal.own_sdgs or ()))
        super().__init__(*args, initial=initial, **options)
        unit: Unit = goal.plan.unit
        choices = {
            "perspective": Perspective.objects.visible_to(reader),
            "strategy": StrategyArea.objects.visible_to(reader),
            "deputy": colleagues(reader, unit),
            "workshop": unit.workshops.filter(year=goal.plan.year),
        }
        own = unit.perspectives.all()
        if own:
            choices["perspective"] = own
        for name, rows in choices.items():
            field = self.fields[name]
            field.queryset = rows
            field.empty_label = _("Ikke valgt")
            field.widget.attrs["class"] = "text"
        if not choices["workshop"]:
            del self.fields["workshop"]

    def clean_own_sdgs(self) -> list[int] | None:
        """Return the numbers, sorted; None to inherit the strategy area's."""
        text = self.cleaned_data["own_sdgs"]
        if not text:
            return None
        parts = [part for part in re.split(r"[,;\s]+", text) if part]
        if not all(part.isascii() and part.isdecimal() for part in parts):
            raise ValidationError(_("Skriv tall fra 1 til 17 med komma mellom."))
        numbers = sorted({int(part) for part in parts})
        if numbers[0] < 1 or numbers[-1] > GREATEST_SDG:
            raise ValidationError(_("Bærekraftsmålene har tall fra 1 til 17."))
        return numbers
