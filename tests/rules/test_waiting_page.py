"""Waiting page: docs/method/waiting.md names what waits and how long it takes."""

from pathlib import Path

from trinnvis.rules.terms import StepKey
from trinnvis.rules.waiting import WaitingFacts, WaitKind

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "waiting.md").read_text("utf-8")


def test_the_page_names_what_waits_in_the_order_of_the_rule() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    told = [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in rows]
    assert [row[:2] for row in told] == [
        [kind.value, str(WaitingFacts(kind, 1, "Solvik").minutes)] for kind in WaitKind
    ]


def test_the_page_tells_which_steps_take_longer() -> None:
    def minutes(step: StepKey) -> int:
        return WaitingFacts(WaitKind.TAKE_STEP, 1, "Solvik", step=step).minutes

    sentence = (
        f"å presentere for de ansatte {minutes(StepKey.PRESENT_TO_STAFF)} minutter, "
        f"å lage mål {minutes(StepKey.MAKE_GOALS)} "
        f"og å skrive planen {minutes(StepKey.PLAN)}."
    )
    assert sentence in PAGE
