"""Quarters: everything a unit's quarter is written from, for those who write it."""

from dataclasses import dataclass
from datetime import date

from trinnvis.records.load.plans import plan_facts
from trinnvis.records.load.reviews import review_facts
from trinnvis.records.models import Observation, Plan
from trinnvis.rules.assess import PlanFinding, assess_plan
from trinnvis.rules.facts import PlanFacts
from trinnvis.rules.quarter_review import Line, quarter_lines
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.review_facts import ReviewFacts
from trinnvis.rules.sight import Sight


@dataclass(frozen=True, slots=True)
class QuarterOnHand:
    """A quarter being written: the plan, how it goes, the answers and the lines."""

    quarter: Quarter
    day: date
    plan: PlanFacts
    now: PlanFinding
    before: PlanFinding
    """The same plan at the quarter before."""
    answers: ReviewFacts
    last: ReviewFacts
    """What was answered the quarter before; empty when nothing was."""
    lines: tuple[Line, ...]


def quarter_on_hand(
    plan: Plan, quarter: Quarter, *, reader: Sight, day: date
) -> QuarterOnHand:
    """Return the quarter as it stands. 22 queries at most, however many goals.

    For those who write it: `plan.unit` must be loaded, and the reader must be one
    who sees the figures.
    """
    facts = plan_facts(plan, reader=reader)
    found = review_facts(plan.unit_id, (quarter, quarter.previous))
    now = assess_plan(facts, quarter, day)
    before = assess_plan(facts, quarter.previous, day)
    answers, last = found[quarter], found[quarter.previous]
    lines = quarter_lines(now, before, answers, last, day)
    return QuarterOnHand(quarter, day, facts, now, before, answers, last, lines)


def figures_in(plan: Plan, quarter: Quarter) -> dict[int, Observation]:
    """Return the quarter's figures in force with who wrote them, by indicator.

    1 query. Only for those who write the quarter.
    """
    rows = Observation.objects.filter(
        indicator__goal__plan=plan,
        year=quarter.year,
        quarter=quarter.number,
        superseded_at__isnull=True,
    )
    return {row.indicator_id: row for row in rows.select_related("by")}
