"""Plans: each unit's plans of four years; this year's with goals and adopted."""

from datetime import date

from bench.filling.places import MEASURED, Place, Team
from bench.filling.size import YEARS, Calendar, Size, at_noon, chance
from trinnvis.records.load.plans import plans_to_freeze
from trinnvis.records.models import (
    Action,
    Goal,
    Indicator,
    KeyFigure,
    Plan,
    PlanChapter,
    PlanEvent,
    PlanVersion,
    Pulse,
    PulseCount,
)
from trinnvis.records.versions import freeze
from trinnvis.rules.terms import ActionStatus, Chapter, PlanState

_SUBJECTS = (
    ("elevene", "trives på skolen", "Elevundersøkelsen"),
    ("brukerne", "får svar innen en uke", "Sakssystemet"),
    ("beboerne", "deltar i en aktivitet hver uke", "Aktivitetsplanen"),
    ("barna", "har en fast lekevenn", "Lekekartet"),
    ("medarbeiderne", "får veiledning hvert kvartal", "Veiledningslisten"),
)
_TEXT = (
    "Enheten har arbeidet med dette i fire år. Erfaringen er at faste møter og "
    "tydelig ansvar gir resultat, og at tallene må hentes likt hver gang."
)
_BATCH = 50


def make_plans(place: Place, size: Size) -> dict[int, dict[int, Plan]]:
    """Make every unit's plans; return them by unit and year."""
    calendar = Calendar(size.day)
    years = range(calendar.year - YEARS, calendar.year + 1)
    plans = Plan.objects.bulk_create(
        Plan(
            municipality=place.municipality,
            unit=team.unit,
            year=year,
            summary=_TEXT,
            discussed_on=date(year - 1, 11, 20),
            discussed_with="Tillitsvalgte og verneombud",
            state=PlanState.ADOPTED if year == calendar.year else PlanState.CLOSED,
            adopted_once=True,
        )
        for team in place.teams
        for year in years
    )
    managers = {team.unit.pk: team.manager for team in place.teams}
    PlanEvent.objects.bulk_create(
        PlanEvent(
            municipality=place.municipality,
            plan=plan,
            state=PlanState.ADOPTED,
            by=managers[plan.unit_id],
            at=_adopted(plan),
            reference=f"{plan.year}/117",
        )
        for plan in plans
    )
    _write_texts(place, [plan for plan in plans if plan.year == calendar.year])
    found: dict[int, dict[int, Plan]] = {}
    for plan in plans:
        found.setdefault(plan.unit_id, {})[plan.year] = plan
    return found


def _adopted(plan: Plan):
    return at_noon(date(plan.year - 1, 12, 15))


def _write_texts(place: Place, plans: list[Plan]) -> None:
    PlanChapter.objects.bulk_create(
        PlanChapter(municipality=place.municipality, plan=plan, key=key, text=_TEXT)
        for plan in plans
        for key in Chapter
    )
    KeyFigure.objects.bulk_create(
        KeyFigure(
            municipality=place.municipality,
            plan=plan,
            label=label,
            text=text,
            order=order,
        )
        for plan in plans
        for order, (label, text) in enumerate((("Ansatte", "34"), ("Brukere", "410")))
    )


def make_goals(
    place: Place, plans: dict[int, dict[int, Plan]], size: Size
) -> list[Goal]:
    """Make this year's goals with indicators, actions and what the staff answered."""
    year = Calendar(size.day).year
    goals = Goal.objects.bulk_create(
        _goal(place, team, plans[team.unit.pk][year], order)
        for team in place.teams
        for order in range(_goals_of(team, size))
    )
    _measure(goals, size)
    _act(goals, year)
    _ask(goals, year)
    return goals


def _goals_of(team: Team, size: Size) -> int:
    return 5 if team.unit.key == MEASURED else size.goals


def _goal(place: Place, team: Team, plan: Plan, order: int) -> Goal:
    whom, what, _source = _SUBJECTS[order % len(_SUBJECTS)]
    accepted = at_noon(date(plan.year - 1, 12, 1))
    return Goal(
        municipality=place.municipality,
        plan=plan,
        order=order,
        title=f"Innen 31. desember {plan.year} sier minst 90 prosent av {whom} "
        f"at de {what}.",
        why=_TEXT,
        perspective=place.perspectives[order % len(place.perspectives)],
        strategy=place.strategies[order % len(place.strategies)],
        deadline=date(plan.year, 12, 31),
        collector=team.collectors[order % 2],
        collector_accepted_at=accepted,
        deputy=team.manager,
        made_by="Hele personalet",
    )


def _measure(goals: list[Goal], size: Size) -> None:
    rows = []
    for goal in goals:
        count = 4 if goal.plan.unit.key == MEASURED else size.indicators
        _whom, what, source = _SUBJECTS[goal.order % len(_SUBJECTS)]
        roll = chance(size.seed, goal.plan.unit.key, goal.order, "baseline")
        rows += [
            Indicator(
                municipality_id=goal.municipality_id,
                goal=goal,
                order=order,
                name=f"Andel som {what}, måling {order + 1}",
                unit="prosent",
                decimals=1,
                target=90,
                acceptable=85,
                baseline=roll.randint(60, 80),
                baseline_label=str(goal.plan.year - 1),
                minimum=0,
                maximum=100,
                source=source,
            )
            for order in range(count)
        ]
    Indicator.objects.bulk_create(rows)


def _act(goals: list[Goal], year: int) -> None:
    Action.objects.bulk_create(
        Action(
            municipality_id=goal.municipality_id,
            goal=goal,
            order=order,
            title=title,
            responsible=goal.collector,
            start=date(year, 1, 12),
            due=date(year, 12, 1),
            status=ActionStatus.ONGOING,
        )
        for goal in goals
        for order, title in enumerate(
            ("Fast møte den første mandagen i måneden", "Følge opp dem som ikke svarer")
        )
    )


def _ask(goals: list[Goal], year: int) -> None:
    pulses = Pulse.objects.bulk_create(
        Pulse(
            municipality_id=goal.municipality_id, goal=goal, month=date(year - 1, 11, 1)
        )
        for goal in goals
    )
    PulseCount.objects.bulk_create(
        PulseCount(
            municipality_id=pulse.municipality_id,
            pulse=pulse,
            question=question,
            answer=answer,
            count=count,
        )
        for pulse in pulses
        for question in ("understood", "meaningful", "realistic")
        for answer, count in enumerate((1, 0, 2, 4, 9, 8))
    )


def adopt_plans(place: Place, plans: dict[int, dict[int, Plan]], year: int) -> None:
    """Freeze this year's plans as their first version, by the product's own rule."""
    current = [of_unit[year] for of_unit in plans.values()]
    managers = {team.unit.pk: team.manager for team in place.teams}
    for first in range(0, len(current), _BATCH):
        batch = current[first : first + _BATCH]
        facts = plans_to_freeze(batch)
        versions = []
        for plan in batch:
            content, checksum = freeze(facts[plan.pk])
            versions.append(
                PlanVersion(
                    municipality=place.municipality,
                    plan=plan,
                    number=1,
                    content=content,
                    checksum=checksum,
                    by=managers[plan.unit_id],
                    at=_adopted(plan),
                )
            )
        PlanVersion.objects.bulk_create(versions)
