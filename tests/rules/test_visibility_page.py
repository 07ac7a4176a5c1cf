"""Visibility page: the role tables of docs/method/visibility.md are run."""

from pathlib import Path

import pytest

from trinnvis.rules.facts import PersonFacts, RoleFacts
from trinnvis.rules.sight import Sight, sight_of
from trinnvis.rules.terms import Role

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "visibility.md").read_text(
    "utf-8"
)
OWN, BELOW, ELSEWHERE = "0001/0002/", "0001/0002/0003/", "0001/0009/"
WORDS = {True: "ja", False: "nei"}


def table(heading: str) -> list[list[str]]:
    """Return the cells of a section's first table, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def sight(role: str) -> Sight:
    held = RoleFacts(Role(role), unit_id=2, unit_path=OWN)
    return sight_of(PersonFacts(1, municipality_id=1, roles=(held,)))


@pytest.mark.parametrize(("role", "own", "below", "others"), table("Utkast til planer"))
def test_drafts_are_seen_as_the_page_says(
    role: str, own: str, below: str, others: str
) -> None:
    sees = sight(role).sees_drafts_of
    assert [WORDS[sees(path)] for path in (OWN, BELOW, ELSEWHERE)] == [
        own,
        below,
        others,
    ]


def test_the_page_tells_every_role() -> None:
    assert {row[0] for row in table("Utkast til planer")} == set(Role)


@pytest.mark.parametrize(
    ("role", "counts", "only_asked"), table("Hva de ansatte svarte")
)
def test_pulses_are_seen_as_the_page_says(
    role: str, counts: str, only_asked: str
) -> None:
    seen = sight(role)
    told = any(OWN.startswith(prefix) for prefix in seen.pulse_counts)
    assert (WORDS[seen.sees_pulses_of(OWN)], WORDS[told]) == (counts, only_asked)
