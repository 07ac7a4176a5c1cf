"""Goal lines: sentences with their labels, and what the rules raise for each."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.rules.examples import an_indicator
from trinnvis.rules.facts import GoalFacts, ObservationFacts, SeriesFacts
from trinnvis.rules.goal_fields import field_hints
from trinnvis.rules.goal_text import TextCode, TextKind, text_hints
from trinnvis.rules.terms import Direction, Frequency

DATA = Path(__file__).parents[1] / "data"
KINDS = {
    "mål": TextKind.GOAL,
    "indikator": TextKind.INDICATOR,
    "tiltak": TextKind.ACTION,
    "milepæl": TextKind.MILESTONE,
}
FREQUENCIES = {"år": Frequency.YEARLY, "kvartal": Frequency.QUARTERLY}
DIRECTIONS = {"høyere": Direction.HIGHER, "lavere": Direction.LOWER}
PLAN_YEAR = 2026

Line = dict[str, Any]


@dataclass(frozen=True)
class Score:
    """How the text rules did on a set of sentences."""

    lines: int
    defective: int
    found: int
    false_alarms: int
    same_codes: int

    @property
    def precision(self) -> Decimal:
        return Decimal(self.found) / (self.found + self.false_alarms)

    @property
    def recall(self) -> Decimal:
        return Decimal(self.found) / self.defective


def lines_of(name: str) -> list[Line]:
    text = (DATA / name).read_text("utf-8")
    return [json.loads(line, parse_float=Decimal) for line in text.splitlines()]


def text_codes(line: Line) -> set[str]:
    """Return every code the text raises, explanations among them."""
    fields = line.get("structured") or {}
    hints = text_hints(
        line["text"],
        line["lang"],
        KINDS[line["kind"]],
        has_target=fields.get("target") is not None,
    )
    return {code.value for hint in hints for code in (hint.code, *hint.because)}


def labels_shown(line: Line) -> set[str]:
    return set(line["labels"]) & {code.value for code in TextCode}


def score(lines: list[Line]) -> Score:
    pairs = [(labels_shown(line), text_codes(line)) for line in lines]
    return Score(
        lines=len(pairs),
        defective=sum(bool(labels) for labels, _ in pairs),
        found=sum(bool(labels and codes) for labels, codes in pairs),
        false_alarms=sum(bool(codes and not labels) for labels, codes in pairs),
        same_codes=sum(labels == codes for labels, codes in pairs),
    )


def field_codes(line: Line) -> list[str]:
    """Return what the line's own fields raise."""
    given = line["structured"]
    indicator = an_indicator(
        unit=given["unit"] or "",
        direction=DIRECTIONS[given["direction"]],
        baseline=given["baseline"],
        target=given["target"],
        source=given["source"] or "",
        frequency=FREQUENCIES[given["frequency"]],
    )
    history = given.get("history", [])
    figures = tuple(
        ObservationFacts(None, PLAN_YEAR - len(history) + index, value)
        for index, value in enumerate(history)
    )
    deadline = given["deadline"]
    goal = GoalFacts(
        id=1,
        title=line["text"],
        why="",
        deadline=date.fromisoformat(deadline) if deadline else None,
        series=(SeriesFacts(indicator, figures),),
        collector=given["owner"] or "",
        deputy="Stedfortreder",
    )
    return [hint.code.value for hint in field_hints(goal, PLAN_YEAR)]
