"""Actions: what the unit does, who, from when to when, and what it costs."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.records.models import Action, Person
from trinnvis.rules.terms import ActionStatus
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.web.forms.fields import DayField, LineField, ProseField, TargetField
from trinnvis.web.forms.goals import PersonField, colleagues

STATUSES = (
    (ActionStatus.NOT_STARTED, gettext_lazy("Ikke startet")),
    (ActionStatus.ONGOING, gettext_lazy("Pågår")),
    (ActionStatus.DELAYED, gettext_lazy("Forsinket")),
    (ActionStatus.COMPLETED, gettext_lazy("Gjennomført")),
)


class ActionForm(forms.Form):
    """One action: «når …, gjør …, fra …»."""

    title = LineField(
        label=gettext_lazy("Hva gjør dere?"),
        help_text=gettext_lazy(
            "Gjerne med når og hvor ofte: «Lekegrupper tre dager i uka»."
        ),
        limit=300,
    )
    responsible = PersonField(
        label=gettext_lazy("Ansvarlig"), queryset=None, required=False
    )
    start = DayField(label=gettext_lazy("Starter"), required=False)
    due = DayField(label=gettext_lazy("Frist"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATUSES)
    cost = TargetField(
        label=gettext_lazy("Kroner"),
        context=NumberContext(unit="kr", decimals=0, minimum=Decimal(0)),
        required=False,
    )
    hours = forms.IntegerField(
        label=gettext_lazy("Timer"), required=False, min_value=0, max_value=1_000_000
    )
    note = ProseField(label=gettext_lazy("Merknad"), required=False, limit=2000)

    def __init__(
        self,
        *args: Any,
        reader: Person,
        action: Action | None = None,
        **options: Any,
    ) -> None:
        initial: dict[str, Any] = {"status": ActionStatus.NOT_STARTED}
        if action is not None:
            initial = {name: getattr(action, name) for name in self.base_fields}
        super().__init__(*args, initial=initial, **options)
        self.fields["responsible"].queryset = colleagues(reader)
        self.fields["responsible"].empty_label = _("Ikke valgt")
        if action is not None and action.status not in dict(STATUSES):
            # Stopped and replaced are decided in the quarter, with a reason.
            del self.fields["status"]
        for name in ("responsible", "status", "hours"):
            if name in self.fields:
                self.fields[name].widget.attrs["class"] = "text"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        start, due = values.get("start"), values.get("due")
        if start and due and due < start:
            self.add_error("start", _("Fristen er før startdatoen."))
            self.add_error("due", _("Fristen er før startdatoen."))
        return values
