"""Quarters: what is typed on the lines of a quarter, read into values."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.records.changes.conditions import NewCondition
from trinnvis.records.changes.involvements import Wish
from trinnvis.records.changes.outcomes import Decision
from trinnvis.records.models import ExternalBody, Person, Unit
from trinnvis.records.norwegian import by_name
from trinnvis.rules.facts import IndicatorFacts, ObservationFacts
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.recording import ObservationEntry
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    Direction,
    MissingReason,
    Outcome,
)
from trinnvis.signs import quarter_words
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.web.forms.fields import (
    DayField,
    FigureField,
    LineField,
    ProseField,
    Subject,
)

DONE_OR_NOT = frozenset({Direction.MILESTONE, Direction.YES_NO})


class FigureForm(forms.Form):
    """A figure with its day and source, the same figure again, or why it is missing.

    The button that was pressed says which: «same», «missing» or neither.
    """

    value = FigureField(label=gettext_lazy("Tallet"))
    measured_on = DayField(label=gettext_lazy("Målt dato"), required=False)
    source = LineField(label=gettext_lazy("Kilde"), required=False, limit=300)
    comment = LineField(label=gettext_lazy("Merknad"), required=False, limit=500)
    n = forms.IntegerField(
        label=gettext_lazy("Hvor mange tallet bygger på"),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )
    preliminary = forms.BooleanField(
        label=gettext_lazy("Foreløpig tall"), required=False
    )
    missing_reason = forms.ChoiceField(
        label=gettext_lazy("Hvorfor mangler tallet?"), required=False
    )
    missing_note = LineField(
        label=gettext_lazy("Kort om hvorfor"), required=False, limit=300
    )
    expected_on = DayField(label=gettext_lazy("Når kommer det?"), required=False)
    done = forms.ChoiceField(
        label=gettext_lazy("Er det gjort?"),
        choices=(("1", gettext_lazy("Ja")), ("0", gettext_lazy("Nei, ikke ennå"))),
        required=False,
    )
    done_on = DayField(label=gettext_lazy("Når var det ferdig?"), required=False)

    def __init__(
        self,
        *args: Any,
        indicator: IndicatorFacts,
        last: ObservationFacts | None,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.indicator, self.last = indicator, last
        self.deed = self.data.get("deed", "save")
        self.fields["value"].context = NumberContext(
            unit=indicator.unit,
            decimals=indicator.decimals,
            minimum=indicator.minimum,
            maximum=indicator.maximum,
            previous=None if last is None else last.value,
            has_denominator=indicator.has_denominator,
            typical=indicator.target,
        )
        for name in ("measured_on", "expected_on", "done_on"):
            self.fields[name].today = today
        self.fields["missing_reason"].choices = [
            (reason, quarter_words.missing_word(reason)) for reason in MissingReason
        ]
        for name in self._not_asked():
            del self.fields[name]

    def entry(self) -> ObservationEntry:
        """Return what was said; only for a valid form."""
        said = self.cleaned_data
        if self.deed == "missing":
            return ObservationEntry(
                missing_reason=MissingReason(said["missing_reason"]),
                missing_note=said["missing_note"],
                expected_on=said["expected_on"],
            )
        if self.deed == "same":
            return ObservationEntry(
                value=None if self.last is None else self.last.value,
                measured_on=said["measured_on"],
                source=said["source"],
                confirmed_same=True,
            )
        if self.indicator.direction in DONE_OR_NOT:
            return ObservationEntry(
                value=Decimal(said["done"]),
                done_on=said["done_on"] if said["done"] == "1" else None,
                comment=said["comment"],
            )
        reading = self.fields["value"].reading
        return ObservationEntry(
            value=said["value"],
            numerator=getattr(reading, "numerator", None),
            denominator=getattr(reading, "denominator", None),
            n=said["n"],
            measured_on=said["measured_on"],
            source=said["source"],
            comment=said["comment"],
            preliminary=said["preliminary"],
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.deed == "missing" and not said.get("missing_reason"):
            self.add_error("missing_reason", _("Velg hvorfor tallet mangler."))
        if "done" in self.fields and not said.get("done"):
            self.add_error("done", _("Svar ja eller nei."))
        return said

    def _not_asked(self) -> tuple[str, ...]:
        if self.deed == "missing":
            return ("value", "done", "done_on")
        if self.deed == "same":
            return ("value", "done", "done_on", "missing_reason", "missing_note")
        if self.indicator.direction in DONE_OR_NOT:
            return ("value", "missing_reason", "n")
        return ("done", "done_on", "missing_reason", "missing_note", "expected_on")


class TextForm(forms.Form):
    """One text of a goal or of the unit, by the field's own name."""

    def __init__(self, *args: Any, name: str, limit: int = 2000, **options: Any):
        super().__init__(*args, **options)
        self.name = name
        self.fields[name] = ProseField(
            label=_("Teksten"), required=False, limit=limit, subject=Subject.ANALYSIS
        )

    @property
    def text(self) -> str:
        return str(self.cleaned_data[self.name])


class DecisionForm(forms.Form):
    """What the unit does with an action: outcome, whether it went to plan, why."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Hva gjør dere med tiltaket?"),
        choices=[(outcome, outcome) for outcome in Outcome],
        error_messages={"required": gettext_lazy("Velg hva dere gjør med tiltaket.")},
    )
    status = forms.ChoiceField(
        choices=[("", ""), *((status, status) for status in ActionStatus)],
        required=False,
    )
    to_plan = forms.ChoiceField(choices=(("yes", "yes"), ("no", "no")), required=False)
    reason = ProseField(required=False, limit=2000, subject=Subject.REASON)
    successor_title = LineField(required=False, limit=300, subject=Subject.ACTION)
    dose = LineField(required=False, limit=80)

    def decision(self) -> Decision:
        """Return the decision; only for a valid form. What is not sent is left."""
        said = self.cleaned_data
        return Decision(
            outcome=Outcome(said["outcome"]),
            status=ActionStatus(said["status"]) if said["status"] else None,
            to_plan=said["to_plan"] == "yes" if said["to_plan"] else None,
            reason=said["reason"] if "reason" in self.data else None,
            successor_title=(
                said["successor_title"] if "successor_title" in self.data else None
            ),
            dose=said["dose"] if "dose" in self.data else None,
        )


class ConditionForm(forms.Form):
    """Something new that may have mattered, told to all units."""

    title = LineField(
        label=gettext_lazy("Hva?"),
        help_text=gettext_lazy("Kort, slik at andre enheter kjenner det igjen."),
        limit=200,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Hvor kommer det fra?"),
        choices=[(kind, kind) for kind in ConditionKind],
        initial=ConditionKind.INTERNAL,
    )
    text = LineField(
        label=gettext_lazy("Hvordan merker dere det?"), required=False, limit=500
    )
    first_day = DayField(label=gettext_lazy("Fra"), required=False)
    last_day = DayField(label=gettext_lazy("Til"), required=False)

    def __init__(self, *args: Any, quarter: Quarter, **options: Any) -> None:
        super().__init__(*args, **options)
        self.quarter = quarter
        self.fields["kind"].choices = [
            (kind, quarter_words.kind_word(kind)) for kind in ConditionKind
        ]
        self.fields["kind"].widget.attrs["class"] = "text"

    def told(self) -> NewCondition:
        """Return the condition; without a day it began with the quarter."""
        said = self.cleaned_data
        return NewCondition(
            kind=ConditionKind(said["kind"]),
            title=said["title"],
            text=said["text"],
            first_day=said["first_day"] or self.quarter.first_day,
            last_day=said["last_day"],
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first = said.get("first_day") or self.quarter.first_day
        if said.get("last_day") and said["last_day"] < first:
            self.add_error("last_day", _("Slutten er før starten."))
        return said


class InvolvementForm(forms.Form):
    """Whom to ask: another unit, a body outside, or a name in words."""

    to = forms.ChoiceField(label=gettext_lazy("Hvem?"), required=False)
    to_name = LineField(
        label=gettext_lazy("Eller noen andre"), required=False, limit=160
    )
    reason = LineField(label=gettext_lazy("Hva ønsker dere hjelp til?"), limit=300)
    due = DayField(label=gettext_lazy("Svar innen"), required=False)

    def __init__(
        self, *args: Any, reader: Person, unit: Unit, today: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        units = Unit.objects.visible_to(reader).exclude(pk=unit.pk)
        self.units = list(units.filter(closed_on__isnull=True).order_by(by_name()))
        bodies = ExternalBody.objects.visible_to(reader)
        self.bodies = list(bodies.order_by(by_name()))
        self.fields["to"].choices = [
            ("", _("Velg")),
            (_("I kommunen"), [(f"unit-{row.pk}", row.name) for row in self.units]),
            (
                _("Utenfor kommunen"),
                [(f"body-{row.pk}", row.name) for row in self.bodies],
            ),
        ]
        self.fields["to"].widget.attrs["class"] = "text"
        self.fields["due"].today = today

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("to") and not said.get("to_name"):
            self.add_error("to", _("Velg hvem dere vil spørre, eller skriv et navn."))
        return said

    def wish(self) -> Wish:
        said = self.cleaned_data
        kind, _dash, number = said["to"].partition("-")
        return Wish(
            reason=said["reason"],
            to_unit=_picked(self.units, number) if kind == "unit" else None,
            to_body=_picked(self.bodies, number) if kind == "body" else None,
            to_name="" if kind else said["to_name"],
            due=said["due"],
        )


class MeetingForm(forms.Form):
    """When the staff went through the figures, or why they have not."""

    meeting_on = DayField(label=gettext_lazy("Dato for møtet"), required=False)
    no_meeting_reason = LineField(
        label=gettext_lazy("Hvorfor ikke, og når blir det?"), required=False, limit=300
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting_on"].today = today
        self.today = today

    def clean_meeting_on(self) -> date | None:
        day: date | None = self.cleaned_data["meeting_on"]
        if day is not None and day > self.today:
            raise forms.ValidationError(
                _("Møtet har ikke vært ennå. Skriv datoen når det er holdt.")
            )
        return day


class ReopenForm(forms.Form):
    """Why a delivered quarter is opened again."""

    reason = ProseField(
        label=gettext_lazy("Hvorfor åpner dere kvartalet igjen?"),
        limit=1000,
        subject=Subject.REASON,
    )


def _picked(rows: list[Any], number: str) -> Any:
    return next((row for row in rows if str(row.pk) == number), None)
