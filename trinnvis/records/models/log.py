"""Log: the chained audit trail, and what makes a double click write once."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import MunicipalityRow
from trinnvis.rules.sight import Sight


class LogEntry(MunicipalityRow):
    """What a person did, in the transaction that did it. Never changed.

    `mac` is HMAC-SHA256(key, previous mac ‖ canonical row); one chain per
    municipality. Source: docs/decisions/0003-audit-chain.md.
    """

    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(
        "records.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    """Null only for what the installation itself did (the demo, a migration)."""
    deed = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, null=True, related_name="+"
    )
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    algorithm = models.CharField(max_length=20, default="hmac-sha256")
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "seq"), name="one_entry_per_number"
            ),
        )
        indexes = (models.Index(fields=("kind", "object_id"), name="log_of_object"),)

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """History of what one may see in draft; everything for an auditor."""
        within = Q(municipality_id=sight.municipality_id)
        if sight.history:
            return within
        reached = Q(by_id=sight.person_id)
        reached |= Q(unit__path__in=(*sight.own_units, *sight.leads))
        for prefix in sight.drafts:
            reached |= Q(unit__path__startswith=prefix)
        return within & reached


class ChainHead(models.Model):
    """Where a municipality's chain ends; locked while a row is added."""

    municipality = models.OneToOneField(
        "records.Municipality", on_delete=models.PROTECT, primary_key=True
    )
    seq = models.PositiveBigIntegerField(default=0)
    mac = models.CharField(max_length=64, blank=True)


class Submission(models.Model):
    """A form that was sent: the same key again gives the same answer."""

    person = models.ForeignKey(
        "records.Person", on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(max_length=64)
    at = models.DateTimeField()
    location = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "key"), name="one_submission_per_key"
            ),
        )


class Draft(MunicipalityRow):
    """Half-written text, kept for its writer until it is saved."""

    person = models.ForeignKey(
        "records.Person", on_delete=models.CASCADE, related_name="+"
    )
    field = models.CharField(max_length=120)
    """Which field of which page: «goal-review:17:achieved»."""
    text = models.TextField()
    based_on = models.PositiveIntegerField(default=1)
    """The version that the writer saw."""
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "field"), name="one_draft_per_field"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return Q(person_id=sight.person_id)
