"""Indicators: how a figure is counted, fetched and judged, hidden until wanted."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.records.changes.indicators import OwnTargets
from trinnvis.records.models import Indicator, Person
from trinnvis.rules.terms import (
    Accumulation,
    Direction,
    Frequency,
    Measure,
    PathKind,
)
from trinnvis.signs.dates import quarter_name
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.web.forms.fields import (
    DayField,
    LineField,
    ProseField,
    QuarterField,
    TargetField,
)
from trinnvis.web.forms.goals import PersonField, colleagues

FREQUENCIES = (
    (Frequency.MONTHLY, gettext_lazy("Hver måned")),
    (Frequency.QUARTERLY, gettext_lazy("Hvert kvartal")),
    (Frequency.TERTIALLY, gettext_lazy("Hvert tertial")),
    (Frequency.HALF_YEARLY, gettext_lazy("Hvert halvår")),
    (Frequency.YEARLY, gettext_lazy("En gang i året")),
    (Frequency.EVERY_SECOND_YEAR, gettext_lazy("Hvert andre år")),
    (Frequency.EVERY_THIRD_YEAR, gettext_lazy("Hvert tredje år")),
)
MEASURES = (
    (Measure.SHARE, gettext_lazy("En andel eller en rate")),
    (Measure.COUNT, gettext_lazy("Et antall eller en sum")),
    (Measure.SCORE, gettext_lazy("Et snitt av svar")),
)
ACCUMULATIONS = (
    (Accumulation.POINT, gettext_lazy("Slik det er i kvartalet")),
    (Accumulation.CUMULATIVE, gettext_lazy("Hittil i år")),
    (Accumulation.STOCK, gettext_lazy("Slik det er på en dato")),
    (Accumulation.ROLLING, gettext_lazy("Siste tolv måneder")),
    (Accumulation.FORECAST, gettext_lazy("Prognose for hele året")),
)
PATHS = (
    (PathKind.STRAIGHT, gettext_lazy("Jevn framgang gjennom året")),
    (PathKind.END_ONLY, gettext_lazy("Effekten kommer sent: bare årsmålet teller")),
    (PathKind.OWN, gettext_lazy("Egne delmål for hvert kvartal")),
)
_FIGURES = ("acceptable", "tolerance", "allowed_drop", "minimum", "maximum")


class IndicatorDetailsForm(forms.Form):
    """How one figure is counted and fetched. Values in the indicator's own unit."""

    acceptable = TargetField(
        label=gettext_lazy("Akseptabelt nivå"),
        help_text=gettext_lazy("Fra hit og til målet sier vi «nær målet»."),
        required=False,
    )
    frequency = forms.ChoiceField(
        label=gettext_lazy("Hvor ofte måles det?"), choices=FREQUENCIES
    )
    path = forms.ChoiceField(
        label=gettext_lazy("Hva venter dere underveis?"), choices=PATHS
    )
    seasonal = forms.BooleanField(
        label=gettext_lazy("Tallet svinger med årstidene"), required=False
    )
    watched = forms.BooleanField(
        label=gettext_lazy("Vi bare følger med på tallet, uten mål"), required=False
    )
    measure = forms.ChoiceField(label=gettext_lazy("Hva er tallet?"), choices=MEASURES)
    accumulation = forms.ChoiceField(
        label=gettext_lazy("Hva gjelder det for?"), choices=ACCUMULATIONS
    )
    has_denominator = forms.BooleanField(
        label=gettext_lazy("Tallet skrives som «12 av 14»"), required=False
    )
    denominator_name = LineField(
        label=gettext_lazy("Hva er det av?"), required=False, limit=160
    )
    decimals = forms.IntegerField(
        label=gettext_lazy("Desimaler"), min_value=0, max_value=4
    )
    recipe = ProseField(
        label=gettext_lazy("Slik henter du tallet"),
        help_text=gettext_lazy("Noen linjer, så en stedfortreder kan gjøre det."),
        required=False,
        limit=3000,
    )
    available_days = forms.IntegerField(
        label=gettext_lazy("Dager etter kvartalet før tallet finnes"),
        required=False,
        min_value=0,
        max_value=365,
    )
    next_measurement = DayField(label=gettext_lazy("Neste måling"), required=False)
    tolerance = TargetField(
        label=gettext_lazy("Slingringsmonn"),
        help_text=gettext_lazy("Så langt utenfor er fortsatt «nær målet»."),
        required=False,
    )
    allowed_drop = TargetField(
        label=gettext_lazy("Så mye dårligere er fortsatt «holdt»"), required=False
    )
    minimum = TargetField(label=gettext_lazy("Kan ikke være under"), required=False)
    maximum = TargetField(label=gettext_lazy("Kan ikke være over"), required=False)
    fetched_by = PersonField(
        label=gettext_lazy("En annen henter akkurat dette tallet"),
        queryset=None,
        required=False,
    )

    def __init__(
        self, *args: Any, indicator: Indicator, reader: Person, **options: Any
    ) -> None:
        initial = {name: getattr(indicator, name) for name in self.base_fields}
        super().__init__(*args, initial=initial, **options)
        self.fields["fetched_by"].queryset = colleagues(reader)
        self.fields["fetched_by"].empty_label = _("Ansvarspersonen")
        context = NumberContext(
            unit=indicator.unit, decimals=max(indicator.decimals, 4)
        )
        for name in _FIGURES:
            self.fields[name].context = context
        kind = Direction(indicator.direction)
        if kind not in (Direction.BAND, Direction.MAINTAIN):
            del self.fields["tolerance"]
        if kind is not Direction.MAINTAIN:
            del self.fields["allowed_drop"]
        if kind not in (Direction.HIGHER, Direction.LOWER):
            del self.fields["acceptable"]
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField | forms.IntegerField):
                field.widget.attrs["class"] = "text"


class OwnTargetsForm(forms.Form):
    """What is expected at each quarter's end; an empty quarter expects nothing."""

    def __init__(self, *args: Any, indicator: Indicator, **options: Any) -> None:
        saved = {row.quarter: row for row in indicator.period_targets.all()}
        initial: dict[str, Decimal | None] = {}
        for number, row in saved.items():
            initial[f"target_{number}"] = row.target
            initial[f"acceptable_{number}"] = row.acceptable
        super().__init__(*args, initial=initial, **options)
        context = NumberContext(
            unit=indicator.unit, decimals=max(indicator.decimals, 4)
        )
        for number in (1, 2, 3, 4):
            words = {"quarter": quarter_name(number)}
            self.fields[f"target_{number}"] = TargetField(
                label=_("Mål %(quarter)s") % words, context=context, required=False
            )
            self.fields[f"acceptable_{number}"] = TargetField(
                label=_("Akseptabelt %(quarter)s") % words,
                context=context,
                required=False,
            )

    def targets(self) -> OwnTargets:
        """Return the quarters that have a target."""
        values = self.cleaned_data
        return {
            number: (values[f"target_{number}"], values[f"acceptable_{number}"])
            for number in (1, 2, 3, 4)
            if values[f"target_{number}"] is not None
        }


class NewMeaningForm(forms.Form):
    """The figure is to mean something else from a quarter on."""

    text = ProseField(
        label=gettext_lazy("Hva betyr tallet fra nå av?"), required=False, limit=1000
    )
    reason = LineField(label=gettext_lazy("Hvorfor?"), limit=300)
    first = QuarterField(label=gettext_lazy("Fra og med hvilket kvartal?"))
