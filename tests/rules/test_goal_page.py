"""Test that docs/method/goal-check.md says what the rules do."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.rules.goal_lines import field_codes, lines_of, score
from trinnvis.rules.facts import PulseFacts
from trinnvis.rules.goal_check import MarkState
from trinnvis.rules.goal_fields import FieldCode
from trinnvis.rules.goal_text import TextCode, text_hints
from trinnvis.rules.pulse import Unanimity, pulse_finding
from trinnvis.rules.terms import Agreement

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "goal-check.md").read_text(
    "utf-8"
)
SETS = {
    "bygget på": "goal-quality.jsonl",
    "holdt utenfor": "goal-quality-held-out.jsonl",
    "prøvd i blinde": "goal-quality-blind.jsonl",
}


def table(heading: str, number: int = 0) -> list[list[str]]:
    """Return the cells of one of a section's tables, without its head."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    blocks = [block for block in section.split("\n\n") if block.startswith("|")]
    rows = blocks[number].strip().splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def two_decimals(share: Decimal) -> str:
    rounded = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(rounded).replace(".", ",")


@pytest.mark.parametrize("row", table("Hvor gode er reglene?"), ids=lambda row: row[0])
def test_the_page_prints_what_the_rules_score_today(row):
    found = score(lines_of(SETS[row[0]]))
    assert row[1:] == [
        str(found.lines),
        str(found.defective),
        str(found.found),
        str(found.false_alarms),
        two_decimals(found.precision),
        two_decimals(found.recall),
        str(found.same_codes),
    ]


@pytest.mark.parametrize(("sentence", "codes"), table("Tekstreglene", 1))
def test_each_example_raises_what_the_page_says(sentence, codes):
    raised = [hint.code.value for hint in text_hints(sentence, "nb")]
    assert ", ".join(raised) == codes


def test_the_page_names_every_text_rule_in_the_order_they_ask():
    named = [row[0].strip("`") for row in table("Tekstreglene")]
    explanations = {"vague_verb", "slogan", "absolute", "missing_comparison"}
    assert named == [code.value for code in TextCode if code.value not in explanations]


def test_the_page_names_every_field_rule_in_the_order_they_ask():
    named = [row[0].strip("`") for row in table("Feltene")]
    assert named == [code.value for code in FieldCode]


def test_the_page_names_every_state_of_a_mark():
    section = PAGE.split("## De sju merkene\n")[1].split("\n## ")[0]
    assert [state for state in MarkState if f"`{state.value}`" not in section] == []


@pytest.mark.parametrize(("counts", "unsure", "agreement", "shown"), table("Pulsen", 1))
def test_each_pulse_is_told_as_the_page_says(counts, unsure, agreement, shown):
    ones, twos, threes, fours, fives = (int(count) for count in counts.split(", "))
    finding = pulse_finding(PulseFacts((ones, twos, threes, fours, fives), int(unsure)))
    assert finding.agreement is Agreement(agreement)
    if finding.counts is not None:
        told = f"{finding.counts.agree} av {finding.counts.answers}"
    else:
        told = {
            Unanimity.NEARLY_ALL: "nesten alle",
            Unanimity.NEARLY_NONE: "nesten ingen",
            None: "ingenting",
        }[finding.unanimity]
    assert told == shown


@pytest.mark.parametrize(
    "line",
    [line for line in lines_of("goal-quality.jsonl") if "structured" in line],
    ids=lambda line: line["id"],
)
def test_fields_raise_just_what_the_line_is_labelled_with(line):
    assert field_codes(line) == line["labels"]
