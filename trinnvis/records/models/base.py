"""Base: what every row has in common: a municipality, a version, a scope."""

from enum import StrEnum
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from trinnvis.rules.sight import Sight


def choices(terms: type[StrEnum]) -> list[tuple[str, str]]:
    """Return a StrEnum as choices; the words for people stand in signs/words."""
    return [(term.value, term.value) for term in terms]


Row = TypeVar("Row", bound=models.Model)


class VisibleQuerySet(models.QuerySet[Row]):
    """Rows that are read through a person, never around one."""

    def visible_to(self, person: Any) -> Self:
        """Return the rows this person may see; none for a stranger.

        `person` is a records Person whose `sight` the request has loaded.
        """
        sight = getattr(person, "sight", None)
        if sight is None:
            return self.none()
        return self.filter(self.model.visible_q(sight))  # type: ignore[attr-defined]


class MunicipalityRow(models.Model):
    """A row that belongs to exactly one municipality."""

    municipality = models.ForeignKey(
        "records.Municipality", on_delete=models.PROTECT, related_name="+"
    )

    objects: ClassVar[VisibleQuerySet[Any]] = VisibleQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        abstract = True

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        """Which rows the sight reaches. Default: all of one's own municipality."""
        return Q(municipality_id=sight.municipality_id)


class EditableRow(MunicipalityRow):
    """A row that people edit: a stale version is never overwritten unseen."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def reach_q(sight: Sight, field: str, prefixes: tuple[str, ...]) -> Q:
    """Return rows whose unit path (by `field`) lies below one of the prefixes."""
    reached = Q(pk__in=())
    for prefix in prefixes:
        reached |= Q(**{f"{field}__startswith": prefix})
    return reached & Q(municipality_id=sight.municipality_id)


def reached_none() -> Q:
    """Return the condition that no row meets."""
    return Q(pk__in=())


def drafts_q(sight: Sight, field: str) -> Q:
    """Return rows of units whose drafts the sight reaches."""
    own = Q(**{f"{field}__in": sight.own_units}) if sight.own_units else reached_none()
    mine = own & Q(municipality_id=sight.municipality_id)
    return mine | reach_q(sight, field, sight.drafts)
