"""Goals: the sentence that is the form, and what is hidden until wanted."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.records.models import Goal, Indicator, Person, Plan, Unit
from trinnvis.records.norwegian import by_name
from trinnvis.rules.terms import Direction, Frequency, Measure
from trinnvis.signs.goal_sentence import Slots, goal_title
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.web.forms.fields import DayField, LineField, TargetField

DIRECTIONS = (
    (Direction.HIGHER, gettext_lazy("øke, eller være minst")),
    (Direction.LOWER, gettext_lazy("gå ned, eller være høyst")),
    (Direction.BAND, gettext_lazy("ligge mellom to tall")),
    (Direction.MAINTAIN, gettext_lazy("holde seg der det er")),
    (Direction.MILESTONE, gettext_lazy("være ferdig til en dato")),
    (Direction.YES_NO, gettext_lazy("være gjort: ja eller nei")),
)
UNITS = ("prosent", "antall", "dager", "timer", "kroner", "poeng 1–5", "poeng 1–6")
_DONE_OR_NOT = (Direction.MILESTONE, Direction.YES_NO)
_COUNTS = ("antall", "dager", "timer", "kroner", "kr")


class PersonField(forms.ModelChoiceField):
    """Someone active in the municipality, with their title."""

    def label_from_instance(self, person: Person) -> str:
        return f"{person.name}, {person.title}" if person.title else person.name


def colleagues(reader: Person, unit: Unit | None = None) -> Any:
    """Return those who may be named, the unit's own first, in Norwegian order."""
    people = Person.objects.visible_to(reader).filter(is_active=True)
    if unit is None:
        return people.order_by(by_name())
    near = Exists(unit.roles.filter(person=OuterRef("pk")))
    return people.annotate(near=near).order_by("-near", by_name())


class GoalSentenceForm(forms.Form):
    """Seven things: what, which way, from, to, by when, measured how, by whom.

    `plan` gives the year and the language; `goal` and `indicator` what is there.
    """

    measured = LineField(label=gettext_lazy("Hva eller hvem?"), limit=200)
    direction = forms.ChoiceField(label=gettext_lazy("skal"), choices=DIRECTIONS)
    baseline = TargetField(label=gettext_lazy("fra"), required=False)
    target = TargetField(label=gettext_lazy("til"), required=False)
    high = TargetField(label=gettext_lazy("og"), required=False)
    unit = LineField(label=gettext_lazy("måles i"), limit=40, required=False)
    deadline = DayField(label=gettext_lazy("innen"), required=False)
    source = LineField(label=gettext_lazy("målt med"), limit=300, required=False)
    collector = PersonField(
        label=gettext_lazy("Hvem henter tallet?"), queryset=None, required=False
    )

    def __init__(
        self,
        *args: Any,
        plan: Plan,
        reader: Person,
        goal: Goal | None = None,
        indicator: Indicator | None = None,
        **options: Any,
    ) -> None:
        self.plan, self.goal, self.indicator = plan, goal, indicator
        initial = _initial(plan, goal, indicator) | (options.pop("initial", None) or {})
        super().__init__(*args, initial=initial, **options)
        self.fields["collector"].queryset = colleagues(reader, plan.unit)
        self.fields["collector"].empty_label = _("Velg en person")
        self.fields["collector"].widget.attrs["class"] = "text"
        self.fields["direction"].widget.attrs["class"] = "text"
        self.fields["unit"].widget.attrs["list"] = "units"
        unit = (self.data.get(self.add_prefix("unit")) or initial["unit"] or "").strip()
        decimals = None if indicator is None else max(indicator.decimals, 2)
        for name in ("baseline", "target", "high"):
            self.fields[name].context = NumberContext(unit=unit, decimals=decimals)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        kind = values.get("direction")
        target, high = values.get("target"), values.get("high")
        if (
            kind == Direction.BAND
            and target is not None
            and high is not None
            and high < target
        ):
            self.add_error("high", _("Det øverste tallet må være størst."))
        if kind in _DONE_OR_NOT and "deadline" in values and not values["deadline"]:
            self.add_error("deadline", _("Skriv når det skal være gjort."))
        return values

    @property
    def slots(self) -> Slots:
        """What the sentence says with the values that were understood."""
        values = self.cleaned_data
        collector = values.get("collector")
        return Slots(
            measured=values.get("measured") or "",
            direction=Direction(values.get("direction") or Direction.HIGHER),
            unit=values.get("unit") or "",
            baseline=values.get("baseline"),
            target=values.get("target"),
            low=values.get("target"),
            high=values.get("high"),
            deadline=values.get("deadline"),
            source=values.get("source") or "",
            collector=collector.name if collector else "",
        )

    def goal_values(self) -> dict[str, Any]:
        """Return what the goal's row gets. Its own title is kept once written."""
        values = self.cleaned_data
        found = {
            "deadline": values["deadline"],
            "collector": values["collector"],
        }
        made = goal_title(self.slots, self.plan.unit.language)
        if self.goal is None or self.goal.title == self.built_title():
            found["title"] = made
        if self.goal is None:
            found["deputy"] = nearest_deputy(self.plan, values["collector"])
        return found

    def built_title(self) -> str:
        """Return the title that the saved fields would build."""
        if self.goal is None or self.indicator is None:
            return ""
        return goal_title(
            saved_slots(self.goal, self.indicator), self.plan.unit.language
        )

    def indicator_values(self) -> dict[str, Any]:
        """Return what the indicator's row gets."""
        values = self.cleaned_data
        kind = values["direction"]
        found: dict[str, Any] = {
            "name": values["measured"],
            "direction": kind,
            "unit": values["unit"],
            "baseline": None if kind in _DONE_OR_NOT else values["baseline"],
            "target": None,
            "low": None,
            "high": None,
            "due": values["deadline"] if kind in _DONE_OR_NOT else None,
            "source": values["source"],
        }
        if kind == Direction.BAND:
            found |= {"low": values["target"], "high": values["high"]}
        elif kind in (Direction.HIGHER, Direction.LOWER):
            found["target"] = values["target"]
        if self.indicator is None:
            found |= self._first_values(kind, values)
        return found

    def _first_values(self, kind: str, values: dict[str, Any]) -> dict[str, Any]:
        """Return the defaults of a new indicator; each can be changed afterwards."""
        figures = [values[name] for name in ("baseline", "target", "high")]
        first: dict[str, Any] = {
            "decimals": max(
                (decimals_of(value) for value in figures if value is not None),
                default=0,
            ),
            "baseline_label": str(self.plan.year - 1),
            "measure": measure_of(values["unit"]),
            "acceptable": halfway(kind, values["baseline"], values["target"]),
        }
        if values["unit"] in ("prosent", "%"):
            first["minimum"] = Decimal(0)
        return first


def saved_slots(goal: Goal, indicator: Indicator) -> Slots:
    """Return the sentence's slots as the rows hold them."""
    return Slots(
        measured=indicator.name,
        direction=Direction(indicator.direction),
        unit=indicator.unit,
        baseline=indicator.baseline,
        target=indicator.target,
        low=indicator.low,
        high=indicator.high,
        deadline=goal.deadline,
        source=indicator.source,
        collector=goal.collector.name if goal.collector else "",
        frequency=Frequency(indicator.frequency),
    )


def halfway(
    kind: str, baseline: Decimal | None, target: Decimal | None
) -> Decimal | None:
    """Return the acceptable level half-way between baseline and target."""
    if baseline is None or target is None or baseline == target:
        return None
    if kind not in (Direction.HIGHER, Direction.LOWER):
        return None
    return (baseline + target) / 2


def decimals_of(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def measure_of(unit: str) -> Measure:
    """Return what a figure in this unit is, until someone says otherwise."""
    if unit.lower().startswith("poeng"):
        return Measure.SCORE
    return Measure.COUNT if unit.lower() in _COUNTS else Measure.SHARE


def nearest_deputy(plan: Plan, collector: Person | None) -> Person | None:
    """Return the unit's leader as deputy, unless that is the collector."""
    held = plan.unit.roles.filter(
        role="unit_manager", to_date__isnull=True, person__is_active=True
    ).select_related("person")
    leader = next((role.person for role in held), None)
    return None if leader == collector else leader


def _initial(
    plan: Plan, goal: Goal | None, indicator: Indicator | None
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "direction": Direction.HIGHER,
        "unit": "prosent",
        "deadline": date(plan.year, 12, 31),
    }
    if goal is not None:
        found |= {"deadline": goal.deadline, "collector": goal.collector}
    if indicator is not None:
        slots = saved_slots(goal, indicator) if goal else Slots()
        is_band = slots.direction is Direction.BAND
        found |= {
            "measured": slots.measured,
            "direction": slots.direction,
            "unit": slots.unit,
            "baseline": slots.baseline,
            "target": slots.low if is_band else slots.target,
            "high": slots.high,
            "source": slots.source,
        }
    return found
