"""Sight: what a person may see, as unit paths. Source: docs/house.md, «Access».

Unit paths are materialised («0001/0004/»), so «this unit and all below» is a
prefix. An empty prefix means the whole municipality.
"""

from dataclasses import dataclass

from trinnvis.rules.facts import PersonFacts
from trinnvis.rules.terms import Role

EVERYWHERE = ""

_READS_DRAFTS_BELOW = frozenset(
    {
        Role.UNIT_MANAGER,
        Role.DEPUTY_MANAGER,
        Role.AREA_DIRECTOR,
        Role.UNION_REP,
        Role.SAFETY_REP,
    }
)
_READS_ALL_DRAFTS = frozenset(
    {Role.CHIEF_EXECUTIVE, Role.CFO, Role.CONTROLLER, Role.AUDITOR}
)
_LEADS = frozenset({Role.UNIT_MANAGER, Role.DEPUTY_MANAGER})
_READS_NOTES_BELOW = _LEADS | {Role.AREA_DIRECTOR}
_READS_PULSES_BELOW = _LEADS | {Role.UNION_REP, Role.SAFETY_REP}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one person sees on one day. Paths are prefixes, except `own_units`."""

    person_id: int
    municipality_id: int
    own_units: tuple[str, ...] = ()
    """Units the person works in: just these, not those below."""
    leads: tuple[str, ...] = ()
    """The unit manager's and deputy's own units: just these, not those below."""
    drafts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pulses: tuple[str, ...] = ()
    pulse_counts: tuple[str, ...] = ()
    history: bool = False
    """Reads everything that was, including the audit trail (auditor)."""

    def sees_drafts_of(self, path: str) -> bool:
        return path in self.own_units or _below(path, self.drafts)

    def sees_notes_of(self, path: str) -> bool:
        return _below(path, self.notes)

    def sees_pulses_of(self, path: str) -> bool:
        return path in self.own_units or _below(path, self.pulses)

    def leads_unit(self, path: str) -> bool:
        return path in self.leads


def sight_of(person: PersonFacts) -> Sight:
    """Return what the person's roles let them see; nothing for the inactive."""
    if not person.active:
        return Sight(person.id, person.municipality_id)
    return Sight(
        person_id=person.id,
        municipality_id=person.municipality_id,
        own_units=_paths(person, frozenset({Role.EMPLOYEE})),
        leads=_paths(person, _LEADS),
        drafts=_reach(person, _READS_DRAFTS_BELOW, _READS_ALL_DRAFTS),
        notes=_reach(person, _READS_NOTES_BELOW, frozenset({Role.CHIEF_EXECUTIVE})),
        pulses=_reach(person, _READS_PULSES_BELOW, frozenset({Role.AUDITOR})),
        pulse_counts=_reach(
            person,
            frozenset({Role.AREA_DIRECTOR}),
            frozenset({Role.CHIEF_EXECUTIVE}),
        ),
        history=any(held.role is Role.AUDITOR for held in person.roles),
    )


def _paths(person: PersonFacts, roles: frozenset[Role]) -> tuple[str, ...]:
    return tuple(held.unit_path for held in person.roles if held.role in roles)


def _reach(
    person: PersonFacts, below: frozenset[Role], everywhere: frozenset[Role]
) -> tuple[str, ...]:
    if any(held.role in everywhere for held in person.roles):
        return (EVERYWHERE,)
    return _paths(person, below)


def _below(path: str, prefixes: tuple[str, ...]) -> bool:
    return any(path.startswith(prefix) for prefix in prefixes)
