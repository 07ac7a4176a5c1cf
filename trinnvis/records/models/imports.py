"""Imports: a file that was read, what was understood, and how to undo it."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import EditableRow
from trinnvis.rules.sight import Sight


class ImportBatch(EditableRow):
    """One file: previewed, then applied, then perhaps undone."""

    class State(models.TextChoices):
        PREVIEWED = "previewed"
        APPLIED = "applied"
        UNDONE = "undone"

    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    file_name = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PREVIEWED)
    content = models.JSONField()
    """What was read: rows with status and reasons (sources.scorecards)."""
    answers = models.JSONField(default=dict, blank=True)
    """What the person answered: unit by name, direction by row, rows left out."""
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    made = models.JSONField(default=list, blank=True)
    """Keys of the rows it made, for the undo: [["goal", 17], …]."""

    class Meta:
        ordering = ("-at", "-id")

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """Only the one who brought the file."""
        return Q(by_id=sight.person_id, municipality_id=sight.municipality_id)
