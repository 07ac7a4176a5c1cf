"""Measuring: what each page costs in one database, held against the empty page.

Runs as a process of its own for each size, since Django knows one database:

    python -m bench.measuring SIZE ROUNDS  (the environment names the folder)
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from statistics import median
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
django.setup()

from django.conf import settings  # noqa: E402  after setup
from django.contrib.auth import (  # noqa: E402
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.urls import reverse  # noqa: E402

from bench.filling.places import MEASURED  # noqa: E402
from bench.filling.size import Calendar  # noqa: E402
from bench.visiting import Answer, Visitor  # noqa: E402
from bench.weighing import weight_of  # noqa: E402
from trinnvis.records.models import Indicator, Observation, Person, Plan  # noqa: E402
from trinnvis.wsgi import application  # noqa: E402

Ask = Callable[[], Answer]

EACH = 5
"""So many requests in a row make one sample; rounds go through all the pages."""
WARM = 3


def session_of(person: Person) -> str:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return store.session_key


class Saves:
    """One new figure after another, each in the next of the unit's indicators."""

    def __init__(self, visitor: Visitor, plan: Plan, calendar: Calendar) -> None:
        self.visitor, self.plan, self.quarter = visitor, plan, calendar.last
        rows = Indicator.objects.filter(goal__plan=plan).order_by("pk")
        self.indicators = list(rows.values_list("pk", flat=True))
        self.made = 0

    def form(self) -> tuple[int, dict[str, Any]]:
        """Return the next indicator and what is typed. Not part of what is timed."""
        self.made += 1
        indicator = self.indicators[self.made % len(self.indicators)]
        seen = Observation.objects.get(
            indicator=indicator,
            year=self.quarter.year,
            quarter=self.quarter.number,
            superseded_at__isnull=True,
        )
        value = 70 + self.made % 20
        if seen.value == value:
            value -= 1
        return indicator, {
            "value": value,
            "seen": seen.pk,
            "key": f"bench-{os.getpid()}-{self.made}",
        }

    def by_form(self) -> Answer:
        """Save as a browser without JavaScript does: answered with a redirect."""
        return self._save()

    def by_script(self) -> Answer:
        """Save as htmx does: answered with the parts of the page that changed."""
        return self._save(hx_request="true")

    def _save(self, **headers: str) -> Answer:
        indicator, form = self.form()
        where = (self.plan.unit_id, self.quarter, indicator)
        return self.visitor.post(reverse("review-figure", args=where), form, **headers)


def timed(asks: dict[str, Ask], rounds: int) -> dict[str, dict[str, float]]:
    """Ask for all again and again, in turn; return the cost of each."""
    samples: dict[str, list[Answer]] = {name: [] for name in asks}
    per_round: dict[str, list[float]] = {name: [] for name in asks}
    for name, ask in asks.items():
        for _ in range(WARM):
            _checked(name, ask())
    for _ in range(rounds):
        for name, ask in asks.items():
            gc.collect()
            answers = [_checked(name, ask()) for _ in range(EACH)]
            samples[name] += answers
            per_round[name].append(sum(a.cpu for a in answers) / EACH)
    floor = per_round["empty"]
    return {
        name: {
            "cpu_ms": round(median(costs), 2),
            "ratio": round(
                median(cost / empty for cost, empty in zip(costs, floor, strict=True)),
                2,
            ),
            "p50_ms": round(_quantile([a.wall for a in samples[name]], 0.50), 2),
            "p95_ms": round(_quantile([a.wall for a in samples[name]], 0.95), 2),
        }
        for name, costs in per_round.items()
    }


def _checked(name: str, answer: Answer) -> Answer:
    if answer.status not in (200, 302):
        raise RuntimeError(f"{name} answered {answer.status}: {answer.body[:500]!r}")
    return answer


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def pages_of(plan: Plan, calendar: Calendar) -> dict[str, str]:
    """Return the addresses that are measured, the empty page first."""
    goal = plan.goals.order_by("order")[0]
    return {
        "empty": reverse("bench-empty"),
        "home": reverse("home"),
        "plan": reverse("plan-show", args=(plan.pk,)),
        "goal": reverse("goal", args=(goal.pk,)),
        "quarter": reverse("review", args=(plan.unit_id, calendar.last)),
    }


def measure(rounds: int) -> dict[str, Any]:
    """Return queries, milliseconds, ratios and bytes for each page and each save."""
    from datetime import date  # noqa: PLC0415

    calendar = Calendar(date.fromisoformat(settings.TODAY))
    plan = Plan.objects.select_related("unit").get(
        unit__key=MEASURED, unit__municipality__number="9000", year=calendar.year
    )
    manager = Person.objects.get(username=f"9000-{MEASURED}-manager")
    visitor = Visitor(application, session_of(manager))
    addresses = pages_of(plan, calendar)
    asks: dict[str, Ask] = {
        name: (lambda address=address: visitor.get(address))
        for name, address in addresses.items()
    }
    saves = Saves(visitor, plan, calendar)
    saving: dict[str, Ask] = {
        "empty": asks["empty"],
        "save": saves.by_form,
        "save_htmx": saves.by_script,
    }
    costs = timed(asks, rounds)
    weights = {name: weight_of(visitor, url) for name, url in addresses.items()}
    costs |= {k: v for k, v in timed(saving, rounds).items() if k != "empty"}
    found: dict[str, Any] = {}
    for name, ask in (asks | saving).items():
        found[name] = {**costs[name], "queries": visitor.count_queries(ask)}
        if name in weights:
            weight = asdict(weights[name])
            found[name] |= {f"{k}_bytes": v for k, v in weight.items() if k != "files"}
    return found


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
