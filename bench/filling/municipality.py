"""Municipality: everything of one municipality, in the order rows need each other."""

from bench.filling.figures import make_figures, make_standings
from bench.filling.places import make_place
from bench.filling.plans import adopt_plans, make_goals, make_plans
from bench.filling.quarters import make_quarters
from bench.filling.size import Calendar, Size
from bench.filling.trail import make_trail


def fill_municipality(number: int, size: Size) -> None:
    """Make one municipality with its units, plans, figures and quarters."""
    year = Calendar(size.day).year
    place = make_place(number, size)
    plans = make_plans(place, size)
    goals = make_goals(place, plans, size)
    adopt_plans(place, plans, year)
    make_figures(goals, size)
    make_quarters(place, plans, goals, size)
    make_standings([of_unit[year] for of_unit in plans.values()], size.day)
    make_trail(place)
