"""People: those who sign in, and the roles they hold from day to day."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from trinnvis.records.models.base import MunicipalityRow, VisibleQuerySet, choices
from trinnvis.rules.facts import PersonFacts
from trinnvis.rules.sight import Sight
from trinnvis.rules.terms import Role


class PersonManager(BaseUserManager["Person"]):
    """Finds people for sign-in; rows are made by records/changes alone."""

    def get_queryset(self) -> VisibleQuerySet["Person"]:
        return VisibleQuerySet(self.model, using=self._db)

    def visible_to(self, person: Any) -> VisibleQuerySet["Person"]:
        return self.get_queryset().visible_to(person)


class Person(AbstractBaseUser):
    """Someone who can sign in. What they may do stands in their roles."""

    municipality = models.ForeignKey(
        "records.Municipality", on_delete=models.PROTECT, related_name="people"
    )
    key = models.CharField(max_length=60, blank=True)
    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    colour_scheme = models.CharField(max_length=5, blank=True)
    shortcuts = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()

    facts: PersonFacts
    sight: Sight
    """Who is asking on the request's day; both set by records/load/people."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def visible_q(cls, sight: Sight) -> Q:
        return Q(municipality_id=sight.municipality_id)


class RoleAssignment(MunicipalityRow):
    """A role that a person holds in a unit, from one day to another."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    unit = models.ForeignKey(
        "records.Unit", on_delete=models.PROTECT, related_name="roles"
    )
    role = models.CharField(max_length=20, choices=choices(Role))
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)
    """Last day in the role; open when empty."""

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("person", "unit", "role", "from_date"),
                name="one_role_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(to_date__isnull=True)
                | Q(to_date__gte=models.F("from_date")),
                name="role_ends_after_it_begins",
            ),
        )
