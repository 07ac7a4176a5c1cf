"""Workshops: time set aside to make goals, and what the staff answered (step 4)."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import EditableRow, MunicipalityRow
from trinnvis.records.models.goals import Goal, of_visible_goal
from trinnvis.rules.sight import Sight


class Workshop(EditableRow):
    """A meeting where the staff made goals; counts, never names."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="workshops"
    )
    year = models.PositiveSmallIntegerField()
    on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    participants = models.PositiveIntegerField(null=True, blank=True)
    facilitator = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    suggestions = models.PositiveIntegerField(null=True, blank=True)
    chosen = models.PositiveIntegerField(null=True, blank=True)
    agenda = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=2, default="nb")
    from_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("on", "id")


class Pulse(MunicipalityRow):
    """Three questions about a goal, asked once; counters and no rows of answers."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="pulses")
    month = models.DateField()
    """First day of the month; nothing finer is kept."""
    follow_up = models.TextField(blank=True)
    closed = models.BooleanField(default=True)
    from_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ("month", "id")

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return of_visible_goal(sight)


class PulseCount(MunicipalityRow):
    """How many chose one answer. `answer` 1–5, or 0 for «vet ikke»."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="counts")
    question = models.CharField(max_length=12)
    """understood, meaningful or realistic."""
    answer = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("pulse", "question", "answer"), name="one_counter_per_answer"
            ),
        )


class PulseComment(MunicipalityRow):
    """One free line of a pulse; shown only where at least five answered."""

    pulse = models.ForeignKey(Pulse, on_delete=models.CASCADE, related_name="comments")
    text = models.CharField(max_length=300)
