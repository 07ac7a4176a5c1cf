"""Goals: goals, their indicators and definitions, their actions and parties."""

from typing import Any

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import EditableRow, MunicipalityRow, choices
from trinnvis.records.models.plans import Plan
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import (
    Accumulation,
    ActionStatus,
    Direction,
    Frequency,
    Measure,
    Origin,
    PathKind,
    Scope,
)


def figure_field(*, null: bool = True) -> Any:
    """Return a column for a measured value: |x| < 10¹², eight decimals kept."""
    return models.DecimalField(max_digits=20, decimal_places=8, null=null, blank=null)


def of_visible_plan(sight: Sight) -> Q:
    """Return rows with a `plan` that the sight reaches."""
    return Q(plan__in=Plan.objects.filter(Plan.visible_q(sight)))


def of_visible_goal(sight: Sight) -> Q:
    """Return rows with a `goal` in a plan that the sight reaches."""
    return Q(goal__plan__in=Plan.objects.filter(Plan.visible_q(sight)))


class Goal(EditableRow):
    """A goal in a unit's plan, with exactly one collector and a deputy."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    key = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="nb")
    scope = models.CharField(max_length=20, choices=choices(Scope), default=Scope.UNIT)
    perspective = models.ForeignKey(
        "records.Perspective",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    strategy = models.ForeignKey(
        "records.StrategyArea",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
    )
    own_sdgs = models.JSONField(null=True, blank=True)
    """Null inherits the strategy area's."""
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="subgoals"
    )
    deadline = models.DateField(null=True, blank=True)
    collector = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    collector_accepted_at = models.DateTimeField(null=True, blank=True)
    collector_declined = models.CharField(max_length=300, blank=True)
    deputy = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    origin = models.CharField(
        max_length=20, choices=choices(Origin), default=Origin.NEW
    )
    from_goal = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
    )
    workshop = models.ForeignKey(
        "records.Workshop",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
    )
    made_by = models.CharField(max_length=300, blank=True)
    """The staff who made it, when it was not made in a workshop."""
    stretch = models.BooleanField(default=False)
    stretch_reason = models.TextField(blank=True)
    doubt_answer = models.TextField(blank=True)
    """How the unit answered a doubt in the pulse."""
    dropped_on = models.DateField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.title

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return of_visible_plan(sight)


class GoalParty(MunicipalityRow):
    """Someone a goal involves: a unit, an external body, or a name in words."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="parties")
    unit = models.ForeignKey(
        "records.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    body = models.ForeignKey(
        "records.ExternalBody",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ("id",)


class Indicator(EditableRow):
    """How a goal is measured. Values in the indicator's own unit."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="indicators")
    key = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=40, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    direction = models.CharField(
        max_length=10, choices=choices(Direction), default=Direction.HIGHER
    )
    measure = models.CharField(
        max_length=10, choices=choices(Measure), default=Measure.SHARE
    )
    accumulation = models.CharField(
        max_length=10, choices=choices(Accumulation), default=Accumulation.POINT
    )
    frequency = models.CharField(
        max_length=20, choices=choices(Frequency), default=Frequency.QUARTERLY
    )
    path = models.CharField(
        max_length=10, choices=choices(PathKind), default=PathKind.STRAIGHT
    )
    seasonal = models.BooleanField(default=False)
    watched = models.BooleanField(default=False)
    target = figure_field()
    acceptable = figure_field()
    baseline = figure_field()
    baseline_label = models.CharField(max_length=40, blank=True)
    low = figure_field()
    high = figure_field()
    tolerance = figure_field()
    allowed_drop = figure_field()
    maintain_lower = models.BooleanField(default=False)
    due = models.DateField(null=True, blank=True)
    minimum = figure_field()
    maximum = figure_field()
    source = models.CharField(max_length=300, blank=True)
    recipe = models.TextField(blank=True)
    available_days = models.PositiveSmallIntegerField(null=True, blank=True)
    next_measurement = models.DateField(null=True, blank=True)
    has_denominator = models.BooleanField(default=False)
    denominator_name = models.CharField(max_length=160, blank=True)
    result_level = models.CharField(max_length=30, blank=True)
    shared = models.ForeignKey(
        "records.SharedIndicator",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="indicators",
    )
    fetched_by = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    """Fetches this figure in the collector's place, where that is someone else."""
    definition = models.PositiveSmallIntegerField(default=1)
    """Number of the definition in force; a new one breaks the series visibly."""

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return of_visible_goal(sight)


class IndicatorDefinition(MunicipalityRow):
    """A change of what an indicator means, from a quarter on, with its reason."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="definitions"
    )
    number = models.PositiveSmallIntegerField()
    from_year = models.PositiveSmallIntegerField()
    from_quarter = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    reason = models.TextField()
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "number"), name="one_definition_per_number"
            ),
        )


class PeriodTarget(MunicipalityRow):
    """What the unit itself expects at a quarter's end."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="period_targets"
    )
    quarter = models.PositiveSmallIntegerField()
    target = figure_field(null=False)
    acceptable = figure_field()

    class Meta:
        ordering = ("quarter",)
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "quarter"), name="one_target_per_quarter"
            ),
        )


class Action(EditableRow):
    """Something the unit does to reach a goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="actions")
    key = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    responsible = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    start = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=24, choices=choices(ActionStatus), default=ActionStatus.NOT_STARTED
    )
    cost = models.DecimalField(max_digits=14, decimal_places=0, null=True, blank=True)
    """Kroner."""
    hours = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
    )

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(start__isnull=True)
                | Q(due__isnull=True)
                | Q(due__gte=models.F("start")),
                name="action_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return of_visible_goal(sight)
