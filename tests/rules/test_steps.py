"""Test the steps: each is done by its rule, and nothing earlier blocks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.rules.examples import a_series, an_indicator
from trinnvis.rules.facts import GoalFacts, PulseFacts
from trinnvis.rules.step_facts import (
    AnchoringFacts,
    AnchoringLevel,
    Audience,
    BriefingFacts,
    GoalEvidence,
    PlanEvidence,
    PresentationFacts,
    StepEvidence,
    WorkshopFacts,
)
from trinnvis.rules.steps import (
    Item,
    Need,
    current_step,
    goal_evidence,
    skipped_steps,
    step_findings,
)
from trinnvis.rules.terms import (
    PlanState,
    Precondition,
    QuarterState,
    StepKey,
    StepState,
)

PAGE = Path(__file__).parents[2] / "docs" / "method" / "steps.md"
TODAY = date(2026, 11, 23)
AUTUMN = date(2025, 10, 27)
LEVELS = (
    AnchoringLevel.POLITICAL,
    AnchoringLevel.ADMINISTRATIVE,
    AnchoringLevel.CO_DETERMINATION,
)
MUNICIPAL = tuple(AnchoringFacts(level, AUTUMN, "Vi gjør det.") for level in LEVELS)
UNIT = AnchoringFacts(
    AnchoringLevel.UNIT,
    AUTUMN,
    "Enheten er med.",
    work_lead="Leif",
    discussed_on=AUTUMN,
)
BRIEFING = BriefingFacts(
    AUTUMN, 30, 1, 38, told_purpose=True, told_tool=True, told_plan=True
)
WORKSHOP = WorkshopFacts(date(2025, 11, 10), Decimal(3), 32)
GOAL = GoalEvidence(1, has_indicator=True)
PLAN = PlanEvidence(
    PlanState.ADOPTED, date(2025, 12, 12), chapters_written=4, discussed=True
)
DELIVERED = (QuarterState.SUBMITTED,) * 3
YEAR = (
    PresentationFacts(date(2027, 1, 20), Audience.STAFF),
    PresentationFacts(date(2027, 2, 8), Audience.LEADERSHIP),
)
AUTUMN_2026 = StepEvidence(
    anchorings=(*MUNICIPAL, UNIT),
    briefings=(BRIEFING,),
    workshops=(WORKSHOP,),
    goals=(GOAL,),
    plan=PLAN,
    quarters=(*DELIVERED, QuarterState.NOT_STARTED),
)


def states(evidence: StepEvidence, today: date = TODAY) -> str:
    """Write the eight states as letters: d(one), o(ngoing), n(ot started)."""
    return "".join(found.state[0] for found in step_findings(evidence, today))


def step(key: StepKey, evidence: StepEvidence, today: date = TODAY):
    return step_findings(evidence, today)[int(key) - 1]


def unmet(key: StepKey, evidence: StepEvidence) -> list[Need]:
    return [item.need for item in step(key, evidence).missing]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (StepEvidence(), "nnnnnnnn"),
        (AUTUMN_2026, "dddddonn"),
        (StepEvidence(anchorings=MUNICIPAL), "dnnnnnnn"),
        (
            StepEvidence(anchorings=(*MUNICIPAL, replace(UNIT, discussed_on=None))),
            "donnnnnn",
        ),
        (
            StepEvidence(
                anchorings=(*MUNICIPAL, UNIT),
                briefings=(replace(BRIEFING, attendees=19),),
            ),
            "ddonnnnn",
        ),
        (
            StepEvidence(
                anchorings=(*MUNICIPAL, UNIT),
                briefings=(BRIEFING,),
                workshops=(WORKSHOP,),
                goals=(GoalEvidence(2, has_indicator=False, carried=True),),
                plan=PlanEvidence(PlanState.DRAFT, chapters_open=7),
            ),
            "dddonnnn",
        ),
        (
            replace(
                AUTUMN_2026,
                quarters=(QuarterState.SUBMITTED,) * 4,
                presentations=YEAR,
                decided_goals=frozenset({1}),
                lessons=1,
            ),
            "dddddddd",
        ),
    ],
)
def test_unit_is_where_its_evidence_says(evidence, expected):
    assert states(evidence) == expected


def test_step_1_is_taken_up_again_when_a_decision_runs_out():
    expiring = replace(MUNICIPAL[0], valid_until=date(2027, 10, 1))
    evidence = StepEvidence(anchorings=(expiring, *MUNICIPAL[1:]))
    assert states(evidence, date(2027, 10, 1))[0] == "d"
    assert states(evidence, date(2027, 10, 2))[0] == "o"


def test_step_1_counts_the_newest_decision_of_a_level_and_needs_its_text():
    empty = replace(MUNICIPAL[0], on=date(2026, 10, 1), decision=" ")
    evidence = StepEvidence(anchorings=(*MUNICIPAL, empty))
    assert unmet(StepKey.ANCHOR_MUNICIPALITY, evidence) == [Need.POLITICAL_DECISION]


def test_step_2_may_tell_why_it_was_not_discussed():
    told = replace(UNIT, discussed_on=None, not_discussed_reason="Ingen tillitsvalgt")
    assert states(StepEvidence(anchorings=(told,)))[1] == "d"


def test_step_2_needs_someone_to_lead_the_work():
    evidence = StepEvidence(anchorings=(replace(UNIT, work_lead="", decision=""),))
    assert unmet(StepKey.ANCHOR_UNIT, evidence) == [Need.UNIT_DECISION, Need.WORK_LEAD]


@pytest.mark.parametrize(
    ("attendees", "acknowledged", "staff", "met"),
    [
        (16, 0, 20, True),
        (15, 0, 20, False),
        (10, 6, 20, True),
        (30, 30, 20, True),
        (5, 0, None, False),
        (0, 0, 0, False),
    ],
)
def test_step_3_has_reached_four_of_five(attendees, acknowledged, staff, met):
    held = replace(
        BRIEFING, attendees=attendees, acknowledged=acknowledged, staff=staff
    )
    found = step(StepKey.PRESENT_TO_STAFF, StepEvidence(briefings=(held,)))
    assert (found.items[-1].need, found.items[-1].met) == (Need.STAFF_TOLD, met)


def test_step_3_adds_up_several_meetings_and_their_contents():
    first = BriefingFacts(AUTUMN, 10, staff=20, told_purpose=True, told_tool=True)
    second = BriefingFacts(date(2025, 11, 5), 7, staff=20, told_plan=True)
    found = step(StepKey.PRESENT_TO_STAFF, StepEvidence(briefings=(first, second)))
    assert found.state is StepState.DONE
    assert found.items[0] == Item(Need.MEETING_HELD, True, date(2025, 11, 5))
    assert (found.items[-1].done, found.items[-1].of) == (17, 20)


def test_step_3_coverage_can_be_set():
    held = replace(BRIEFING, attendees=19, acknowledged=0)
    evidence = StepEvidence(briefings=(held,))
    found = step_findings(evidence, TODAY, coverage=Decimal("0.5"))
    assert found[2].state is StepState.DONE


def test_step_4_is_not_done_while_a_precondition_has_no_answer():
    asked = replace(GOAL, goal_id=2, unanswered=(Precondition.UNDERSTOOD,))
    evidence = StepEvidence(workshops=(WORKSHOP,), goals=(GOAL, asked))
    found = step(StepKey.MAKE_GOALS, evidence)
    assert found.state is StepState.ONGOING
    assert found.missing == (Item(Need.PRECONDITIONS_ANSWERED, False, done=1, of=2),)
    assert [item.need for item in found.evidence] == [
        Need.TIME_SET_ASIDE,
        Need.GOAL_WITH_INDICATOR,
    ]


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        (GoalEvidence(1, has_indicator=False), StepState.ONGOING),
        (GoalEvidence(1, has_indicator=True, carried=True), StepState.NOT_STARTED),
    ],
)
def test_step_4_begins_with_a_new_goal_and_not_with_one_from_last_year(goal, state):
    assert step(StepKey.MAKE_GOALS, StepEvidence(goals=(goal,))).state is state


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (PlanEvidence(PlanState.DRAFT, chapters_open=7), StepState.NOT_STARTED),
        (PlanEvidence(PlanState.DRAFT, chapters_written=1), StepState.ONGOING),
        (PlanEvidence(PlanState.UNDER_DISCUSSION), StepState.ONGOING),
        (replace(PLAN, state=PlanState.REVISED), StepState.DONE),
        (replace(PLAN, chapters_open=1), StepState.ONGOING),
        (replace(PLAN, discussed=False), StepState.ONGOING),
    ],
)
def test_step_5_is_an_adopted_plan(plan, state):
    assert step(StepKey.PLAN, StepEvidence(plan=plan)).state is state


@pytest.mark.parametrize(
    ("quarters", "state"),
    [
        ((QuarterState.NOT_STARTED,) * 4, StepState.NOT_STARTED),
        ((QuarterState.OPEN, *(QuarterState.NOT_STARTED,) * 3), StepState.ONGOING),
        ((*DELIVERED, QuarterState.LATE), StepState.ONGOING),
        ((*DELIVERED, QuarterState.REOPENED), StepState.ONGOING),
        ((QuarterState.NOT_INCLUDED, *DELIVERED), StepState.DONE),
        ((QuarterState.NOT_INCLUDED,) * 4, StepState.NOT_STARTED),
    ],
)
def test_step_6_is_ongoing_until_every_quarter_is_delivered(quarters, state):
    assert step(StepKey.FOLLOW_UP, StepEvidence(quarters=quarters)).state is state


def test_step_6_is_done_without_recognition_which_is_advice():
    whole = replace(AUTUMN_2026, quarters=(QuarterState.SUBMITTED,) * 4, recognitions=3)
    found = step(StepKey.FOLLOW_UP, whole)
    assert found.state is StepState.DONE
    assert found.missing == (Item(Need.RECOGNITION, False, done=3, of=4, advice=True),)


def test_step_7_is_about_the_year_and_not_a_quarter():
    quarter = PresentationFacts(date(2026, 10, 14), Audience.STAFF, quarter=3)
    evidence = StepEvidence(presentations=(quarter,))
    assert step(StepKey.REPORT, evidence).state is StepState.NOT_STARTED


def test_step_7_needs_both_staff_and_leadership():
    assert unmet(StepKey.REPORT, StepEvidence(presentations=YEAR[:1])) == [
        Need.TOLD_LEADERSHIP
    ]
    elected = PresentationFacts(date(2027, 5, 20), Audience.POLITICAL)
    both = StepEvidence(presentations=(YEAR[0], elected))
    assert step(StepKey.REPORT, both).state is StepState.DONE


def test_step_8_needs_a_decision_on_every_goal_and_a_lesson():
    two = (GOAL, replace(GOAL, goal_id=2))
    evidence = StepEvidence(goals=two, decided_goals=frozenset({1, 9}))
    found = step(StepKey.NEXT_PLAN, evidence)
    assert (found.state, found.items[0].done) == (StepState.ONGOING, 1)
    assert unmet(StepKey.NEXT_PLAN, evidence) == [
        Need.GOALS_DECIDED,
        Need.LESSON_WRITTEN,
    ]
    learnt = StepEvidence(goals=two, lessons=1)
    assert step(StepKey.NEXT_PLAN, learnt).state is StepState.ONGOING


def test_unit_that_starts_in_the_middle_is_reminded_and_not_stopped():
    quarters = (*DELIVERED, QuarterState.OPEN)
    found = step_findings(StepEvidence(plan=PLAN, quarters=quarters), TODAY)
    assert skipped_steps(found) == (
        StepKey.ANCHOR_MUNICIPALITY,
        StepKey.ANCHOR_UNIT,
        StepKey.PRESENT_TO_STAFF,
        StepKey.MAKE_GOALS,
    )
    assert current_step(found).step is StepKey.FOLLOW_UP


def test_current_step_is_the_last_begun_else_the_first_not_begun():
    def at(evidence: StepEvidence) -> StepKey | None:
        found = current_step(step_findings(evidence, TODAY))
        return found and found.step

    assert at(StepEvidence()) is StepKey.ANCHOR_MUNICIPALITY
    assert at(StepEvidence(anchorings=MUNICIPAL)) is StepKey.ANCHOR_UNIT
    assert at(StepEvidence(plan=PLAN)) is StepKey.FOLLOW_UP
    assert at(StepEvidence(goals=(GOAL,), decided_goals=frozenset({1}), lessons=1)) is (
        StepKey.MAKE_GOALS
    )
    only_the_last = StepEvidence(
        goals=(replace(GOAL, carried=True),), decided_goals=frozenset({1}), lessons=1
    )
    assert at(only_the_last) is StepKey.ANCHOR_MUNICIPALITY
    everything = replace(
        AUTUMN_2026,
        quarters=(QuarterState.SUBMITTED,) * 4,
        presentations=YEAR,
        decided_goals=frozenset({1}),
        lessons=1,
    )
    assert at(everything) is None
    assert skipped_steps(step_findings(StepEvidence(), TODAY)) == ()


def test_goal_without_anything_has_no_answers():
    goal = GoalFacts(7, "", "", None)
    assert goal_evidence(goal, 2026) == GoalEvidence(7, False, tuple(Precondition))


def test_doubt_and_hidden_polls_are_answers():
    indicator = an_indicator(target=90, baseline=80, acceptable=85, source="Kart")
    divided = PulseFacts((3, 3, 0, 4, 4))
    goal = GoalFacts(
        id=7,
        title="Innen 31. desember har 90 prosent en fast lekevenn.",
        why="",
        deadline=date(2026, 12, 31),
        series=(a_series(indicator),),
        collector="Kari",
        collector_active=True,
        collector_accepted=True,
        deputy="Leif",
        deputy_active=True,
        made_in="Målverksted 10. november",
        understood=divided,
        meaningful=PulseFacts((0, 0, 0, 2, 2)),
        realistic=PulseFacts((0, 0, 0, 8, 8)),
        carried=True,
    )
    assert goal_evidence(goal, 2026) == GoalEvidence(7, True, (), carried=True)


def test_page_names_everything_that_is_checked():
    rows = [
        line.strip("| ").split(" | ")
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| ") and "`" in line
    ]
    told = {key: cell.replace("`", "").split(", ") for key, cell in rows}
    checked = {
        found.step.value: [item.need.value for item in found.items]
        for found in step_findings(StepEvidence(), TODAY)
    }
    assert told == checked
