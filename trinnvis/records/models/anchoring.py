"""Anchoring: steps 1–3 as rows: decisions, the unit's start, briefings."""

from django.db import models

from trinnvis.records.models.base import EditableRow, MunicipalityRow


class AnchoringRecord(EditableRow):
    """A decision that anchors the work, at one level (steps 1 and 2)."""

    class AnchoringLevel(models.TextChoices):
        POLITICAL = "political"
        ADMINISTRATIVE = "administrative"
        CO_DETERMINATION = "co_determination"
        UNIT = "unit"

    level = models.CharField(max_length=20, choices=AnchoringLevel)
    unit = models.ForeignKey(
        "records.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="anchorings",
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    """The plan year a unit's own anchoring is for; empty for the municipality's."""
    body = models.CharField(max_length=120, blank=True)
    on = models.DateField()
    case_no = models.CharField(max_length=40, blank=True)
    decision = models.TextField()
    unanimous = models.BooleanField(null=True, blank=True)
    by = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    work_lead = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    participants = models.PositiveIntegerField(null=True, blank=True)
    discussed_on = models.DateField(null=True, blank=True)
    not_discussed_reason = models.CharField(max_length=300, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=2, default="nb")
    from_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("on", "id")


class Briefing(EditableRow):
    """A meeting where the staff were told purpose, tool and plan (step 3)."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="briefings"
    )
    year = models.PositiveSmallIntegerField()
    on = models.DateField()
    held_by = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    attendees = models.PositiveIntegerField(default=0)
    staff = models.PositiveIntegerField(null=True, blank=True)
    acknowledged = models.PositiveIntegerField(default=0)
    """Those who did not attend but have read it."""
    format = models.CharField(max_length=120, blank=True)
    told_purpose = models.BooleanField(default=False)
    told_tool = models.BooleanField(default=False)
    told_plan = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="nb")
    from_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("on", "id")


class BriefingQuestion(MunicipalityRow):
    """A question from the staff; a to-do until it is answered for all."""

    briefing = models.ForeignKey(
        Briefing, on_delete=models.CASCADE, related_name="questions"
    )
    text = models.CharField(max_length=300)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
