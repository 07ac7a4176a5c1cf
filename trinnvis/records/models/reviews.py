"""Reviews: a unit's quarter, answered, delivered and frozen."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from trinnvis.records.models.base import (
    EditableRow,
    MunicipalityRow,
    choices,
)
from trinnvis.records.models.goals import Action, Goal
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import (
    ActionStatus,
    ConditionKind,
    Confidence,
    InvolvementStatus,
    Level,
    Outcome,
)


class QuarterReview(EditableRow):
    """One per unit and quarter: what holds for the whole unit."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="reviews"
    )
    plan = models.ForeignKey(
        "records.Plan", on_delete=models.PROTECT, related_name="reviews"
    )
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    meeting_on = models.DateField(null=True, blank=True)
    meeting_note = models.TextField(blank=True)
    no_meeting_reason = models.CharField(max_length=300, blank=True)
    recognition = models.TextField(blank=True)
    help_wanted = models.TextField(blank=True)

    class Meta:
        ordering = ("year", "quarter")
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "year", "quarter"), name="one_review_per_quarter"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """Delivered for all at once; before that only for those who write it."""
        delivered = Q(
            Exists(Delivery.objects.filter(review=OuterRef("pk"))),
            municipality_id=sight.municipality_id,
        )
        return delivered | cls.writers_q(sight)

    @classmethod
    def writers_q(cls, sight: Sight) -> Q:
        """Reviews that the sight may write in: the leader's and collectors' own."""
        leads = Q(unit__path__in=sight.leads) if sight.leads else Q(pk__in=())
        own = Goal.objects.filter(plan=OuterRef("plan")).filter(
            Q(collector_id=sight.person_id)
            | Q(deputy_id=sight.person_id)
            | Q(indicators__fetched_by_id=sight.person_id)
        )
        return (leads | Q(Exists(own))) & Q(municipality_id=sight.municipality_id)


class Delivery(MunicipalityRow):
    """The quarter as delivered: who, when, and the frozen facts."""

    review = models.ForeignKey(
        QuarterReview, on_delete=models.PROTECT, related_name="deliveries"
    )
    number = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    late = models.BooleanField(default=False)
    content = models.JSONField()
    checksum = models.CharField(max_length=64)

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "number"), name="one_delivery_per_number"
            ),
        )


class Reopening(MunicipalityRow):
    """A delivered quarter opened again: who, when and why."""

    review = models.ForeignKey(
        QuarterReview, on_delete=models.PROTECT, related_name="reopenings"
    )
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        ordering = ("at", "id")


def told_q(sight: Sight, review: str) -> Q:
    """Return rows of a standing delivery, or of a quarter the sight may write in.

    `review` is the path from the row to its review. What is written before a
    delivery, or after a reopening, is nobody else's to read.
    """
    opened_again = Reopening.objects.filter(
        review=OuterRef("review"), at__gt=OuterRef("at")
    )
    standing = Delivery.objects.filter(~Exists(opened_again), review=OuterRef(review))
    writers = QuarterReview.objects.filter(QuarterReview.writers_q(sight))
    within = Q(municipality_id=sight.municipality_id)
    return (Q(Exists(standing)) | Q(**{f"{review}__in": writers})) & within


class GoalReview(EditableRow):
    """The quarter's answers about one goal."""

    review = models.ForeignKey(
        QuarterReview, on_delete=models.CASCADE, related_name="goal_reviews"
    )
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="reviews")
    achieved = models.TextField(blank=True)
    achieved_is_suggested = models.BooleanField(default=False)
    """The tool's own sentence, not yet made the unit's."""
    not_achieved = models.TextField(blank=True)
    factor_unknown = models.BooleanField(default=False)
    """«Vet ikke ennå» to what was decisive."""
    no_conditions = models.BooleanField(default=False)
    """A person answered that no other conditions mattered."""
    no_involvement = models.BooleanField(default=False)
    assessed_level = models.CharField(max_length=20, choices=choices(Level), blank=True)
    """The unit's own assessment, beside the computed one, never instead of it."""
    assessed_reason = models.TextField(blank=True)
    forecast = models.CharField(max_length=20, blank=True)
    """What the leader believes: will_be_met, uncertain, will_not_be_met, met."""
    internal_note = models.TextField(blank=True)
    """Never leaves the system."""

    class Meta:
        ordering = ("goal__order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "goal"), name="one_goal_review_per_quarter"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return told_q(sight, "review")


class SuccessFactor(EditableRow):
    """What the unit assumes was decisive."""

    goal_review = models.ForeignKey(
        GoalReview, on_delete=models.CASCADE, related_name="factors"
    )
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=500)
    confidence = models.CharField(
        max_length=20, choices=choices(Confidence), default=Confidence.ASSUMED
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return told_q(sight, "goal_review__review")


class ActionOutcome(EditableRow):
    """What the unit decided for an action this quarter; both may be combined."""

    review = models.ForeignKey(
        QuarterReview, on_delete=models.CASCADE, related_name="outcomes"
    )
    action = models.ForeignKey(
        Action, on_delete=models.PROTECT, related_name="outcomes"
    )
    outcome = models.CharField(max_length=10, choices=choices(Outcome))
    status = models.CharField(max_length=24, choices=choices(ActionStatus))
    to_plan = models.BooleanField(null=True, blank=True)
    """Done as planned so far."""
    dose = models.CharField(max_length=80, blank=True)
    """How much was done: «8 av 12 samlinger»."""
    reason = models.TextField(blank=True)
    successor_title = models.CharField(max_length=300, blank=True)
    """What comes instead; an action of its own from the day it is delivered."""
    successor = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    carried = models.BooleanField(default=False)
    """Brought along from last quarter and confirmed unchanged."""

    class Meta:
        ordering = ("action__order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("review", "action"), name="one_outcome_per_quarter"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return told_q(sight, "review")


class Condition(EditableRow):
    """Something inside or outside that may matter, shared between units."""

    key = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10, choices=choices(ConditionKind))
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    reported_by = models.ForeignKey(
        "records.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ("first_day", "id")

    def __str__(self) -> str:
        return self.title


class ConditionUse(MunicipalityRow):
    """A goal's quarter says that a condition mattered."""

    goal_review = models.ForeignKey(
        GoalReview, on_delete=models.CASCADE, related_name="condition_uses"
    )
    condition = models.ForeignKey(
        Condition, on_delete=models.PROTECT, related_name="uses"
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("goal_review", "condition"), name="condition_once_per_goal"
            ),
        )

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return told_q(sight, "goal_review__review")


class InvolvementRequest(EditableRow):
    """A unit asks another unit or an external body to join."""

    key = models.CharField(max_length=40, blank=True)
    from_unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="involvements"
    )
    to_unit = models.ForeignKey(
        "records.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    to_body = models.ForeignKey(
        "records.ExternalBody",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    to_name = models.CharField(max_length=160, blank=True)
    goal = models.ForeignKey(
        Goal,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
    )
    goal_review = models.ForeignKey(
        GoalReview,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="involvements",
    )
    reason = models.CharField(max_length=300)
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    agreed = models.TextField(blank=True)
    status = models.CharField(
        max_length=20,
        choices=choices(InvolvementStatus),
        default=InvolvementStatus.REQUESTED,
    )
    responsible = models.ForeignKey(
        "records.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    due = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=2, default="nb")

    class Meta:
        ordering = ("asked_on", "id")

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """The asking unit's leader, the asked unit's leader, and all when told."""
        asks = Q(from_unit__path__in=sight.leads)
        asked = Q(to_unit__path__in=sight.leads)
        of_no_quarter = Q(goal_review__isnull=True)
        told = told_q(sight, "goal_review__review")
        within = Q(municipality_id=sight.municipality_id)
        return (asks | asked | of_no_quarter | told) & within


class Recognition(EditableRow):
    """Leaders inspire: thanks, progress, success. Units and goals, no ranking."""

    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="recognitions"
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=20)
    text = models.TextField()
    language = models.CharField(max_length=2, default="nb")
    shared_with = models.ManyToManyField("records.Unit", blank=True, related_name="+")

    class Meta:
        ordering = ("-on", "-id")
