"""Actions: what the demo's units do, and how it went quarter by quarter."""

from datetime import date

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import Action, Goal
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.terms import ActionStatus

FINISHED = frozenset(
    {ActionStatus.COMPLETED, ActionStatus.STOPPED, ActionStatus.REPLACED}
)
_LAST_REPORTED = 3
_THOUSAND = 1000


def make_actions(made: Made) -> None:
    """Make the actions that were in the plan when it was adopted, none begun."""
    _make(made, born=0)


def make_actions_born_in(made: Made, quarter: int) -> None:
    """Make the actions that first came in a quarter, in the place of another."""
    _make(made, born=quarter)


def set_statuses(made: Made, quarter: int) -> None:
    """Set every action's status as it was when the quarter was reported."""
    at = Quarter(made.year, quarter)
    for _goal, told in actions_told(made):
        action = made.actions.get(told.text("id"))
        if action is not None:
            action.status = status_at(told, at)
    Action.objects.bulk_update(made.actions.values(), ("status", "successor"))


def set_last_statuses(made: Made) -> None:
    """Set every action's status as the file has it today."""
    for _goal, told in actions_told(made):
        made.actions[told.text("id")].status = ActionStatus(told.text("status"))
    Action.objects.bulk_update(made.actions.values(), ("status",))


def actions_told(made: Made) -> tuple[tuple[Section, Section], ...]:
    """Return every action of the file with its goal."""
    return tuple(
        (goal, told)
        for goal in made.file.sections("goals")
        for told in goal.sections("actions")
    )


def status_at(told: Section, quarter: Quarter) -> ActionStatus:
    """Return the status at a quarter's end; the file has only the last one."""
    last = ActionStatus(told.text("status"))
    due = told.day("due")
    if told.day("start") > quarter.last_day:
        return ActionStatus.NOT_STARTED
    decided = told.section("decision").text("period")
    if decided:
        return last if f"Q{quarter.number}" >= decided else ActionStatus.ONGOING
    if last is ActionStatus.COMPLETED and due > quarter.last_day:
        return ActionStatus.ONGOING
    if last is ActionStatus.DELAYED and quarter.number < _LAST_REPORTED:
        return ActionStatus.ONGOING
    return last


def _make(made: Made, born: int) -> None:
    births = _births(made)
    rows: list[Action] = []
    for goal in made.file.sections("goals"):
        row = made.goals[goal.text("id")]
        for order, told in enumerate(goal.sections("actions")):
            if births.get(told.text("id"), 0) == born:
                rows.append(_action(made, row, order, told))
    made.actions |= {row.key: row for row in Action.objects.bulk_create(rows)}
    for _goal, told in actions_told(made):
        successor = made.actions.get(told.text("replaced_by"))
        if successor in rows:
            made.actions[told.text("id")].successor = successor


def _births(made: Made) -> dict[str, int]:
    """Return the quarter in which an action came, for those not in the plan."""
    births: dict[str, int] = {}
    for goal, told in actions_told(made):
        if "replaced_by" in told:
            period = told.section("decision").text("period")
            births[told.text("replaced_by")] = int(period.removeprefix("Q"))
        reviews = goal.section("reviews")
        for quarter in reviews.names:
            for decision in reviews.section(quarter).sections("decisions"):
                if decision.text("outcome") == "new":
                    number = int(quarter.removeprefix("Q"))
                    births[decision.text("action_ref")] = number
    return births


def _action(made: Made, goal: Goal, order: int, told: Section) -> Action:
    thousands = told.whole_or_none("cost_knok")
    start: date = told.day("start")
    return Action(
        municipality=made.municipality,
        goal=goal,
        key=told.text("id"),
        order=order,
        title=told.text("title"),
        responsible=made.people[told.text("responsible")],
        start=start,
        due=told.day("due"),
        status=ActionStatus.NOT_STARTED,
        cost=None if thousands is None else thousands * _THOUSAND,
        note=told.text("note"),
    )
