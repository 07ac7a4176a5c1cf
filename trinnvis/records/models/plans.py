"""Plans: a unit's plan for one calendar year, its chapters and its versions."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import (
    EditableRow,
    MunicipalityRow,
    choices,
    drafts_q,
)
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import Chapter, PlanState


class Plan(EditableRow):
    """One per unit and year. Its state is computed from its events."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="plans"
    )
    year = models.PositiveSmallIntegerField()
    summary = models.TextField(blank=True)
    """Three sentences: «Kort sagt»."""
    discussed_on = models.DateField(null=True, blank=True)
    discussed_with = models.CharField(max_length=300, blank=True)
    disagreement = models.TextField(blank=True)
    not_discussed_reason = models.TextField(blank=True)
    state = models.CharField(
        max_length=20, choices=choices(PlanState), default=PlanState.DRAFT
    )
    """A copy of what the events say, for filtering; written with each event."""
    adopted_once = models.BooleanField(default=False)
    """A version stands for everyone; a copy of «a PlanVersion exists»."""

    class Meta:
        ordering = ("-year", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "year"), name="one_plan_per_unit_and_year"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """Adopted plans for all; drafts for those who work with them."""
        published = Q(municipality_id=sight.municipality_id, adopted_once=True)
        own_goal = Q(municipality_id=sight.municipality_id) & (
            Q(goals__collector_id=sight.person_id) | Q(goals__deputy_id=sight.person_id)
        )
        mine = Q(pk__in=Plan.objects.filter(own_goal).values("pk"))
        return published | drafts_q(sight, "unit__path") | mine

    @classmethod
    def draft_q(cls, sight: Sight) -> Q:
        """Plans whose unadopted text the sight reaches."""
        return drafts_q(sight, "unit__path")


class PlanChapter(EditableRow):
    """One text chapter of a plan; a row of its own so that two may write."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="chapters")
    key = models.CharField(max_length=20, choices=choices(Chapter))
    text = models.TextField(blank=True)
    not_applicable = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("plan", "key"), name="one_chapter_per_key"),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return drafts_q(sight, "plan__unit__path")


class KeyFigure(EditableRow):
    """One of the plan's few key figures about the unit itself."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="key_figures")
    label = models.CharField(max_length=80)
    text = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")


class PlanEvent(MunicipalityRow):
    """A move of the plan from one state to another: who, when, with what words."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="events")
    state = models.CharField(max_length=20, choices=choices(PlanState))
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    reference = models.CharField(max_length=80, blank=True)
    """Case number or minutes."""

    class Meta:
        ordering = ("at", "id")


class PlanVersion(MunicipalityRow):
    """An adopted plan, frozen: the facts of the day with their checksum."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    checksum = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    reference = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "number"), name="one_version_per_number"
            ),
        )


class PlanComment(EditableRow):
    """A comment to a plan or one of its goals, with its answer."""

    class Kind(models.TextChoices):
        COMMENT = "comment"
        STATEMENT = "statement"
        """The union representative's own words; nobody else edits them."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    goal = models.ForeignKey(
        "records.Goal",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.COMMENT)
    text = models.TextField()
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True, answered_at__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="answer_has_who_and_when",
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return drafts_q(sight, "plan__unit__path")
