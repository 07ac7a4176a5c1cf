"""Observations: figures as known at a time, and the standing they give."""

from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import MunicipalityRow, choices
from trinnvis.records.models.goals import Goal, Indicator, figure_field
from trinnvis.rules.terms import MissingReason, Provenance


class Observation(MunicipalityRow):
    """One figure for one period. A correction is a new row; none is erased.

    `quarter` 0 is the whole year. The row in force has no `superseded_at`.
    """

    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="observations"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField(default=0)
    value = figure_field()
    numerator = figure_field()
    denominator = figure_field()
    n = models.PositiveIntegerField(null=True, blank=True)
    missing_reason = models.CharField(
        max_length=20, choices=choices(MissingReason), blank=True
    )
    missing_note = models.CharField(max_length=300, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    """New date for a figure that is missing."""
    measured_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    comment = models.TextField(blank=True)
    preliminary = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)
    provenance = models.CharField(
        max_length=20, choices=choices(Provenance), default=Provenance.ENTERED
    )
    definition = models.PositiveSmallIntegerField(default=1)
    known_from = models.DateTimeField()
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    correction_reason = models.TextField(blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)
    batch = models.ForeignKey(
        "records.ImportBatch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
    )

    class Meta:
        ordering = ("year", "quarter", "known_from", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "year", "quarter"),
                condition=Q(superseded_at__isnull=True),
                name="one_figure_in_force_per_period",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False)
                | ~Q(missing_reason="")
                | Q(hidden=True)
                | Q(done_on__isnull=False),
                name="figure_or_reason",
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=0, quarter__lte=4), name="quarter_is_0_to_4"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__isnull=True)
                | Q(superseded_at__gte=models.F("known_from")),
                name="superseded_after_known",
            ),
        )


class Standing(MunicipalityRow):
    """What the rules said of a goal in a quarter: a copy, never a source.

    Rebuilt by `manage.py rebuild_standings`. One per goal and quarter.
    """

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="standings")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=20)
    track = models.CharField(max_length=20)
    missing = models.CharField(max_length=20, blank=True)
    value = figure_field()
    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("goal", "year", "quarter"), name="one_standing_per_quarter"
            ),
        )
