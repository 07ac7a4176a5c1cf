"""Municipalities: the municipality, its units and what it shares with them."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import (
    EditableRow,
    MunicipalityRow,
    VisibleQuerySet,
    choices,
)
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import CalendarPreset, Direction


class Municipality(models.Model):
    """One municipality; the wall that nothing is read across."""

    number = models.CharField(max_length=4, unique=True)
    name = models.CharField(max_length=120)
    name_nn = models.CharField(max_length=120, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    vision = models.CharField(max_length=200, blank=True)
    values = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=2, default="nb")
    language_policy = models.CharField(max_length=20, blank=True)
    governance = models.CharField(max_length=60, blank=True)
    merged = models.TextField(blank=True)
    calendar_preset = models.CharField(
        max_length=10, choices=choices(CalendarPreset), default=CalendarPreset.QUARTER
    )
    fte = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    headcount = models.PositiveIntegerField(null=True, blank=True)
    net_budget_mnok = models.DecimalField(
        max_digits=12, decimal_places=1, null=True, blank=True
    )
    is_demo = models.BooleanField(default=False)
    demo_day = models.DateField(null=True, blank=True)
    """What day it is in the demo, when someone has moved it."""
    version = models.PositiveIntegerField(default=1)

    objects = VisibleQuerySet["Municipality"].as_manager()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return Q(pk=sight.municipality_id)


class Perspective(EditableRow):
    """What a goal is seen from: users, staff, economy … Configurable."""

    key = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    name_nn = models.CharField(max_length=80, blank=True)
    question = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "key"), name="one_perspective_per_key"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Unit(EditableRow):
    """A unit in a tree of any depth; `path` makes «below» a prefix."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=255)
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, default="enhet")
    service = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="nb")
    calendar_preset = models.CharField(
        max_length=10, choices=choices(CalendarPreset), blank=True
    )
    perspectives = models.ManyToManyField(Perspective, blank=True, related_name="+")
    headcount = models.PositiveIntegerField(null=True, blank=True)
    fte = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    net_budget_mnok = models.DecimalField(
        max_digits=12, decimal_places=1, null=True, blank=True
    )
    users_count = models.PositiveIntegerField(null=True, blank=True)
    bodies = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True)
    is_sum = models.BooleanField(default=False)
    """Its figures are the sum of the units below."""
    started_on = models.DateField(null=True, blank=True)
    """First day in the scheme; earlier quarters are in no denominator."""
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("path",)
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "path"), name="one_unit_per_path"
            ),
            models.UniqueConstraint(
                fields=("municipality", "key"), name="one_unit_per_key"
            ),
        )

    def __str__(self) -> str:
        return self.name


class ExternalBody(EditableRow):
    """Someone outside the municipality that a unit works with."""

    key = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=40, blank=True)
    contact_role = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class StrategyArea(EditableRow):
    """A priority area that goals hang on, with its sustainable goals."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    name_nn = models.CharField(max_length=160, blank=True)
    text = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    sdgs = models.JSONField(default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name


class SharedIndicator(EditableRow):
    """A figure that many units share, fetched from one source system."""

    key = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    name_nn = models.CharField(max_length=160, blank=True)
    direction = models.CharField(max_length=10, choices=choices(Direction))
    rollup = models.TextField(blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class ReportingPeriod(EditableRow):
    """A quarter's own dates in this municipality; they win over the preset."""

    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    collect_by = models.DateField()
    unit_meeting_by = models.DateField()
    leadership_on = models.DateField()

    class Meta:
        ordering = ("year", "quarter")
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "year", "quarter"),
                name="one_period_per_quarter",
            ),
        )


class YearEvent(MunicipalityRow):
    """A date in the year wheel: a deadline, a meeting, a decision."""

    on = models.DateField()
    kind = models.CharField(max_length=20)
    text = models.CharField(max_length=200)
    text_nn = models.CharField(max_length=200, blank=True)
    law = models.CharField(max_length=80, blank=True)
    step = models.CharField(max_length=1, blank=True)
    body = models.CharField(max_length=120, blank=True)
    cutoff = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return self.text
