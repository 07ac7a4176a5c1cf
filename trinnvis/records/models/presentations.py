"""Presentations: results told to staff and leaders, cases, and what is learnt."""

from django.db import models

from trinnvis.records.models.base import EditableRow, MunicipalityRow
from trinnvis.records.models.goals import Goal


class Presentation(EditableRow):
    """Results presented to an audience on a date (step 7)."""

    class Audience(models.TextChoices):
        STAFF = "staff"
        LEADERSHIP = "leadership"
        POLITICAL = "political"

    unit = models.ForeignKey(
        "records.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="presentations",
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(null=True, blank=True)
    """Empty when it is the calendar year that is presented."""
    kind = models.CharField(max_length=20)
    """quarter, tertial or year."""
    audience = models.CharField(max_length=12, choices=Audience)
    body = models.CharField(max_length=120, blank=True)
    on = models.DateField()
    case_no = models.CharField(max_length=40, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    attendees = models.PositiveIntegerField(null=True, blank=True)
    slides = models.PositiveSmallIntegerField(null=True, blank=True)
    decision = models.TextField(blank=True)
    feedback = models.JSONField(default=list, blank=True)
    units_presenting = models.ManyToManyField(
        "records.Unit", blank=True, related_name="+"
    )

    class Meta:
        ordering = ("on", "id")


class ActionPoint(EditableRow):
    """Something agreed in a meeting: who does what by when."""

    presentation = models.ForeignKey(
        Presentation, on_delete=models.CASCADE, related_name="action_points"
    )
    text = models.CharField(max_length=300)
    responsible = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    due = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, default="ongoing")

    class Meta:
        ordering = ("due", "id")


class CasePaper(EditableRow):
    """A case for an elected body: facts, assessment and proposed decision."""

    key = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200)
    body = models.CharField(max_length=120)
    on = models.DateField()
    case_handler = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    proposed_decision = models.JSONField(default=list, blank=True)
    summary = models.TextField(blank=True)
    sections = models.JSONField(default=list, blank=True)
    attachments = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("on", "id")


class StatutoryReport(MunicipalityRow):
    """A report that the law asks for, and what of Trinnvis it can use."""

    title = models.CharField(max_length=160)
    law = models.CharField(max_length=120, blank=True)
    due = models.DateField()
    uses = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("due", "id")


class Lesson(EditableRow):
    """What a unit learnt from a year; carried into the next (step 8)."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="lessons"
    )
    year = models.PositiveSmallIntegerField()
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    goal_title = models.CharField(max_length=300, blank=True)
    """The goal in words, where it was never a row here."""
    result = models.CharField(max_length=300, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("-year", "id")


class RollForwardDecision(EditableRow):
    """What becomes of a goal next year: carried, adjusted or stopped (step 8)."""

    key = models.CharField(max_length=40, blank=True)
    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="roll_forwards"
    )
    to_year = models.PositiveSmallIntegerField()
    from_goal = models.ForeignKey(
        Goal,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="roll_forwards",
    )
    decision = models.CharField(max_length=20)
    """carried_forward, adjusted, stopped or new."""
    text = models.TextField(blank=True)
    status = models.CharField(max_length=20, default="draft")
    language = models.CharField(max_length=2, default="nb")

    class Meta:
        ordering = ("id",)
