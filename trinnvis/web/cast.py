"""Cast: the demo's people on the door, grouped by role, a few of them suggested."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from trinnvis.records.load.demo import DemoPerson, demo_people
from trinnvis.rules.terms import Role


@dataclass(frozen=True, slots=True)
class Part:
    """One person with what they do, in words."""

    id: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """People who see Trinnvis the same way."""

    key: str
    title: str
    people: tuple[Part, ...]


def suggested() -> tuple[Part, ...]:
    """Return a few to begin with, each with what there is to see. 3 queries."""
    people = {person.key: person for person in demo_people()}
    return tuple(
        Part(people[key].id, people[key].name, text)
        for key, text in _suggestions().items()
        if key in people
    )


def groups(wanted: str = "") -> tuple[Group, ...]:
    """Return everyone by role, or those that the words fit; no empty groups."""
    words = wanted.casefold().split()
    found: dict[str, list[Part]] = {key: [] for key in _titles()}
    for person in demo_people():
        key = _group_of(person)
        part = Part(person.id, person.name, _text(person))
        searched = f"{part.name} {part.text} {_titles()[key]}".casefold()
        if all(word in searched for word in words):
            found[key].append(part)
    return tuple(
        Group(key, title, tuple(found[key]))
        for key, title in _titles().items()
        if found[key]
    )


def _suggestions() -> dict[str, str]:
    return {
        "u-e19": _("enhetsleder kultur og fritid: et kvartal som mangler svar"),
        "u-e09": _("enhetsleder helsehuset: tre mål, og ett som ikke nås i år"),
        "u-a03": _("ansvarsperson på ungdomsskolen: henter inn to tall"),
        "u-e05": _("rektor i Indre Elvevåg: alt på nynorsk"),
        "u-ksh": _("kommunalsjef helse og mestring: sju enheter"),
        "u-kd": _("kommunedirektør: hele kommunen"),
        "u-ord": _("ordfører: det de folkevalgte ser"),
    }


def _titles() -> dict[str, str]:
    return {
        "managers": _("Enhetsledere"),
        "collectors": _("Ansvarspersoner"),
        "directors": _("Kommunedirektør og kommunalsjefer"),
        "economy": _("Økonomi og styring"),
        "representatives": _("Tillitsvalgte og verneombud"),
        "employees": _("Ansatte"),
        "elected": _("Folkevalgte"),
        "control": _("Kontrollutvalget"),
        "records": _("Arkiv og IKT"),
    }


_GROUP_BY_ROLE = (
    ("directors", frozenset({Role.CHIEF_EXECUTIVE, Role.AREA_DIRECTOR})),
    ("economy", frozenset({Role.CFO, Role.CONTROLLER})),
    ("managers", frozenset({Role.UNIT_MANAGER, Role.DEPUTY_MANAGER})),
    ("representatives", frozenset({Role.UNION_REP, Role.SAFETY_REP})),
    ("elected", frozenset({Role.COUNCILLOR, Role.MAYOR})),
    ("control", frozenset({Role.AUDITOR})),
    ("records", frozenset({Role.ARCHIVIST, Role.ADMIN})),
)
"""A person stands once, in the first group that fits."""


def _group_of(person: DemoPerson) -> str:
    for key, roles in _GROUP_BY_ROLE:
        if person.roles & roles:
            return key
    return "collectors" if person.collects else "employees"


def _text(person: DemoPerson) -> str:
    """Say the title, and the unit where the title does not name it."""
    known = not person.unit or person.unit.casefold() in person.title.casefold()
    return person.title if known else f"{person.title}, {person.unit}"
