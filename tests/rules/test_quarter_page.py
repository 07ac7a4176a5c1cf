"""Quarter page: the tables of docs/method/quarter.md are run through the rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.examples import Q2, Q3, a_figure, an_indicator
from trinnvis.rules.assess import GoalFinding, assess_goal
from trinnvis.rules.facts import ActionFacts, GoalFacts, SeriesFacts
from trinnvis.rules.quarter_review import (
    Line,
    Question,
    Readiness,
    goal_lines,
    lack_of,
)
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.recording import (
    ObservationEntry,
    RecordingRefusal,
    why_not_say,
    why_not_write,
)
from trinnvis.rules.review_access import (
    Hands,
    ReviewPlace,
    ReviewRefusal,
    why_not_answer_goal,
    why_not_decide,
    why_not_deliver_quarter,
    why_not_record_figure,
    why_not_reopen,
)
from trinnvis.rules.review_facts import (
    FactorFacts,
    GoalAnswers,
    OutcomeFacts,
    ReviewFacts,
)
from trinnvis.rules.terms import (
    ActionStatus,
    MissingReason,
    Outcome,
    PlanState,
    Track,
)

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "quarter.md").read_text("utf-8")
TODAY = date(2026, 10, 8)


def table(heading: str, number: int = 0) -> list[list[str]]:
    """Return the cells of one of a section's tables, without its head."""
    section = PAGE.split(f"## {heading}\n\n")[1].split("\n## ")[0]
    blocks = [block for block in section.split("\n\n") if block.startswith("|")]
    rows = blocks[number].strip().splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def figure(cell: str) -> Decimal | None:
    return None if cell == "–" else Decimal(cell.replace(",", "."))


YES = {"ja": True, "nei": False}
OUTCOMES = {
    "videreføre": Outcome.CONTINUE,
    "justere": Outcome.ADJUST,
    "erstatte": Outcome.REPLACE,
    "avslutte": Outcome.STOP,
}
STATUSES = {
    "pågår": ActionStatus.ONGOING,
    "forsinket": ActionStatus.DELAYED,
    "gjennomført": ActionStatus.COMPLETED,
    "avsluttet": ActionStatus.STOPPED,
}
TRACKS = {
    "i rute": Track.ON_TRACK,
    "litt bak": Track.SLIGHTLY_BEHIND,
    "ute av rute": Track.OFF_TRACK,
    "ikke målt": Track.NOT_MEASURED,
}
VALUES = {
    Q2: {"i rute": 90, "litt bak": 86, "ute av rute": 80, "ikke målt": None},
    Q3: {"i rute": 95, "litt bak": 88, "ute av rute": 82, "ikke målt": None},
}
DUE = {"ikke nådd": date(2026, 12, 18), "passert": date(2026, 9, 1)}


def a_goal(
    then: str = "i rute", now: str = "i rute", *actions: ActionFacts
) -> GoalFacts:
    """Build the page's goal, from 80 to 100 with 90 accepted, as the words say."""
    indicator = an_indicator(baseline=80, target=100, acceptable=90)
    values = ((Q2, VALUES[Q2][then]), (Q3, VALUES[Q3][now]))
    figures = tuple(
        a_figure(quarter, value) for quarter, value in values if value is not None
    )
    series = SeriesFacts(indicator, figures)
    return GoalFacts(1, "Mål", "", None, series=(series,), actions=actions)


def found_at(goal: GoalFacts, quarter: Quarter) -> GoalFinding:
    return assess_goal(goal, quarter, TODAY)


def lines_of(goal: GoalFacts, last: ReviewFacts) -> dict[Question, Line]:
    lines = goal_lines(
        found_at(goal, Q3), found_at(goal, Q2), ReviewFacts(Q3), last, TODAY
    )
    return {line.question: line for line in lines}


def test_the_page_names_every_question() -> None:
    named = {row[0].strip("`") for row in table("Spørsmålene")}
    assert named == {question.value for question in Question}


def test_the_page_tells_every_readiness_and_whether_it_counts() -> None:
    told = {
        row[0].strip("`"): YES[row[1]] for row in table("Hvor langt linjen er kommet")
    }
    counts = {
        readiness.value: Line(Question.FIGURE, readiness).counts
        for readiness in Readiness
    }
    assert told == counts


@pytest.mark.parametrize(
    ("then", "now", "factor", "achieved", "not_achieved", "asked"),
    table("Målet: hva som ble oppnådd, og hvorfor"),
)
def test_a_goal_asks_as_the_page_says(
    then: str, now: str, factor: str, achieved: str, not_achieved: str, asked: str
) -> None:
    goal = a_goal(then, now)
    told = (found_at(goal, Q2).state, found_at(goal, Q3).state)
    assert told == (TRACKS[then], TRACKS[now])
    factors = (FactorFacts("Lekegruppene"),) if YES[factor] else ()
    last = ReviewFacts(Q2, goals=(GoalAnswers(1, factors=factors),))
    lines = lines_of(goal, last)
    assert (
        lines[Question.ACHIEVED].readiness,
        lines[Question.NOT_ACHIEVED].readiness,
        lines[Question.FACTOR].readiness,
    ) == (Readiness(achieved), Readiness(not_achieved), Readiness(asked))


@pytest.mark.parametrize(("status", "due", "then", "readiness"), table("Tiltakene"))
def test_an_action_asks_as_the_page_says(
    status: str, due: str, then: str, readiness: str
) -> None:
    action = ActionFacts(7, "Lekegrupper", STATUSES[status], due=DUE[due])
    outcomes = (
        (OutcomeFacts(7, OUTCOMES[then], ActionStatus.ONGOING, reason="Grunn"),)
        if then != "–"
        else ()
    )
    last = ReviewFacts(Q2, outcomes=outcomes)
    lines = lines_of(a_goal("i rute", "i rute", action), last)
    assert lines[Question.ACTION].readiness is Readiness(readiness)


@pytest.mark.parametrize(
    ("outcome", "reason", "successor", "lacks"), table("Tiltakene", 1)
)
def test_a_decision_lacks_what_the_page_says(
    outcome: str, reason: str, successor: str, lacks: str
) -> None:
    decided = OutcomeFacts(
        7,
        OUTCOMES[outcome],
        ActionStatus.ONGOING,
        reason="Fordi" if YES[reason] else "",
        successor_title="Noe nytt" if YES[successor] else "",
    )
    assert str(lack_of(decided) or "–") == lacks


@pytest.mark.parametrize(("value", "reason", "same", "last", "answer"), table("Tallet"))
def test_a_figure_is_answered_as_the_page_says(
    value: str, reason: str, same: str, last: str, answer: str
) -> None:
    entry = ObservationEntry(
        value=figure(value),
        missing_reason=MissingReason.NOT_MEASURED if reason == "ikke målt" else None,
        confirmed_same=YES[same],
    )
    before = None if last == "–" else a_figure(Q2, figure(last))
    indicator = an_indicator(baseline=80, target=100)
    found = why_not_say(entry, indicator, before, TODAY)
    assert str(found or "skrives") == answer


@pytest.mark.parametrize(("plan", "delivered", "reason", "answer"), table("Tallet", 1))
def test_a_figure_is_written_when_the_page_says(
    plan: str, delivered: str, reason: str, answer: str
) -> None:
    state = {"vedtatt": PlanState.ADOPTED, "avsluttet": PlanState.CLOSED}[plan]
    entry = ObservationEntry(value=Decimal(1), reason="Feil" if YES[reason] else "")
    found = why_not_write(entry, state, delivered=YES[delivered])
    assert str(found or "skrives") == answer


def test_the_page_names_every_reason_not_to_write_a_figure() -> None:
    section = PAGE.split("## Tallet\n")[1].split("\n## ")[0]
    assert [code for code in RecordingRefusal if code.value not in section] == []


HANDS = (Hands(leads=True), Hands(collects=True), Hands(fetches=True), Hands())
PLACE = ReviewPlace(Q3, date(2026, 1, 1), delivered=False)
DELIVERED = replace(PLACE, delivered=True)


def refusals(what: str, hands: Hands) -> ReviewRefusal | None:
    return {
        "tallet": lambda: why_not_record_figure(PLACE, hands, TODAY),
        "hva er oppnådd, ikke oppnådd og avgjørende": lambda: why_not_answer_goal(
            PLACE, hands, TODAY
        ),
        "tiltak, forhold, involvering, møtet": lambda: why_not_decide(
            PLACE, hands, TODAY
        ),
        "levere": lambda: why_not_deliver_quarter(PLACE, hands, TODAY, ()),
        "åpne igjen": lambda: why_not_reopen(DELIVERED, hands),
    }[what]()


@pytest.mark.parametrize("row", table("Hvem som skriver"), ids=lambda row: row[0])
def test_those_write_whom_the_page_names(row: list[str]) -> None:
    assert [str(refusals(row[0], hands) or "ja") for hands in HANDS] == row[1:]


@pytest.mark.parametrize(
    ("day", "started", "delivered", "answer"), table("Hvem som skriver", 1)
)
def test_a_quarter_is_open_when_the_page_says(
    day: str, started: str, delivered: str, answer: str
) -> None:
    place = ReviewPlace(Q3, date.fromisoformat(started), YES[delivered])
    found = why_not_decide(place, Hands(leads=True), date.fromisoformat(day))
    assert str(found or "skrives") == answer


def test_a_quarter_waits_for_what_only_a_person_can_answer() -> None:
    waits = (Line(Question.CONDITIONS, Readiness.WAITING, 1),)
    leader = Hands(leads=True)
    refusal = why_not_deliver_quarter(PLACE, leader, TODAY, waits)
    assert refusal is ReviewRefusal.ANSWERS_MISSING
