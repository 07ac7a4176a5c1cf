"""Case methods: how each kind of test case is put to the rules and compared."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from trinnvis.rules.facts import IndicatorFacts, ObservationFacts
from trinnvis.rules.goal_text import TextKind, text_hints
from trinnvis.rules.hiding import Group, hidden_groups, may_update, suppress
from trinnvis.rules.path import NoPath, impossible_fall, path_at
from trinnvis.rules.progress import progress, required_rate
from trinnvis.rules.pulse import spread
from trinnvis.rules.quarters import Quarter
from trinnvis.rules.readability import reading
from trinnvis.rules.small_numbers import newcombe, two_counts, wilson
from trinnvis.rules.status import LevelFinding, level_of
from trinnvis.rules.terms import Accumulation, Direction, Level, Measure
from trinnvis.signs import numbers

Case = dict[str, Any]


class Unsupported(Exception):
    """Raised for a case that no rule of ours answers."""


_DIRECTIONS = {
    "higher": Direction.HIGHER,
    "lower": Direction.LOWER,
    "range": Direction.BAND,
    "band": Direction.BAND,
    "maintain": Direction.MAINTAIN,
    "milestone": Direction.MILESTONE,
    "yes_no": Direction.YES_NO,
    "yesno": Direction.YES_NO,
    "yes-no": Direction.YES_NO,
    "boolean": Direction.YES_NO,
}
_STATES = {
    "nådd": Level.ACHIEVED,
    "nådd etter fristen": Level.NEAR,
    "nær": Level.NEAR,
    "nær målet": Level.NEAR,
    "ikke nådd": Level.NOT_ACHIEVED,
    "ikke målt": Level.NOT_MEASURED,
    "uten måltall": Level.NO_TARGET,
    "ikke forfalt": Level.NOT_DUE,
    "skjult": Level.HIDDEN,
}
_TODAY = date(2026, 12, 31)


def status(case: Case) -> bool:
    """Compare the state's code, and the gap or days late where they are given."""
    given, expected = case["input"], case["expected"]
    found = level_of(_indicator(given), _observation(given), _day(given) or _TODAY)
    state = expected["state"].split(" (")[0]
    if found.level is not _STATES[state]:
        return False
    return _gap_agrees(found, expected) and _days_agree(found, expected, state)


def _gap_agrees(found: LevelFinding, expected: Case) -> bool:
    if "gap" not in expected:
        return True
    gap = expected["gap"]
    return found.gap is None if gap is None else _near(found.gap, gap, None)


def _days_agree(found: LevelFinding, expected: Case, state: str) -> bool:
    if found.late != (state == "nådd etter fristen"):
        return False
    return "days_late" not in expected or found.days_late == expected["days_late"]


def _indicator(given: Case) -> IndicatorFacts:
    direction = _DIRECTIONS[given["type"]]
    target, tolerance = _decimal(given.get("target")), _decimal(given.get("tolerance"))
    acceptable = _decimal(given.get("acceptable"))
    if acceptable is None and target is not None and tolerance is not None:
        lower = direction is Direction.LOWER
        acceptable = target + tolerance if lower else target - tolerance
    return IndicatorFacts(
        id=1,
        name="",
        unit="",
        decimals=0,
        direction=direction,
        target=target,
        acceptable=acceptable,
        baseline=_decimal(given.get("baseline")),
        low=_decimal(given.get("low")),
        high=_decimal(given.get("high")),
        tolerance=tolerance,
        allowed_drop=_decimal(given.get("allowed_drop", given.get("allowed_rise"))),
        maintain_lower=given.get("direction") == "lower",
        due=_date(given.get("due")),
    )


def _observation(given: Case) -> ObservationFacts:
    value = given.get("value", given.get("done"))
    if isinstance(value, bool):
        value = int(value)
    hidden = isinstance(value, str)
    return ObservationFacts(
        quarter=None,
        year=_TODAY.year,
        value=None if hidden else _decimal(value),
        n=given.get("n"),
        done_on=_date(given.get("done_on")),
        hidden=hidden,
    )


def path(case: Case) -> bool:
    given, expected = case["input"], case["expected"]
    if "reported_cumulative" in given:
        return _falls(given["reported_cumulative"]) == ("error" in expected)
    if "quarters_left" in given:
        return _required(given, expected)
    if "value" in given:
        return _progress(given, expected)
    quarter = Quarter(2026, given["at_quarter"])
    found = path_at(_aimed(given), quarter)
    if isinstance(found, NoPath):
        return expected["path"] is None
    return _near(found.target, expected["path"], case.get("tolerance"))


def _falls(figures: list[Any]) -> bool:
    visits = _aimed({"shape": "cumulative", "annual_target": 1})
    known = [_decimal(figure) for figure in figures]
    return any(
        impossible_fall(visits, before, after) for before, after in pairwise(known)
    )


def _aimed(given: Case) -> IndicatorFacts:
    builds_up = given.get("shape") == "cumulative"
    years = given.get("year_shares") or []
    shares = given.get("shares")
    if shares:
        years = shares if isinstance(shares[0], list) else [shares, shares]
    return IndicatorFacts(
        id=1,
        name="",
        unit="",
        decimals=0,
        direction=Direction.HIGHER,
        target=_decimal(given.get("annual_target", given.get("target"))),
        baseline=_decimal(given.get("baseline")),
        measure=Measure.COUNT if builds_up else Measure.SHARE,
        accumulation=Accumulation.CUMULATIVE if builds_up else Accumulation.POINT,
        year_shares=tuple(
            tuple(Decimal(str(share)) for share in year) for year in years
        ),
        annual_mean=not builds_up,
    )


def _required(given: Case, expected: Case) -> bool:
    """Cumulative: figures so far this year and the best quarter of last year."""
    number = 4 - given["quarters_left"]
    if "ytd" not in given:
        raise Unsupported("only the rate of a count so far this year is put like this")
    best = _decimal(given.get("history_max_quarter"))
    figures = [ObservationFacts(Quarter(2025, 1), 2025, best)] if best else []
    for each in range(1, number + 1):
        so_far = (_decimal(given["ytd"]) or Decimal(0)) * each / number
        figures.append(ObservationFacts(Quarter(2026, each), 2026, so_far))
    indicator = _aimed({"shape": "cumulative", "annual_target": given["annual_target"]})
    found = required_rate(indicator, tuple(figures), Quarter(2026, number))
    if found is None:
        return expected.get("required_per_quarter") is None
    seen = expected.get("max_seen")
    rate_agrees = _near(found.rate, expected["required_per_quarter"], None)
    return rate_agrees and (seen is None or _near(found.best_seen, seen, None))


def _progress(given: Case, expected: Case) -> bool:
    baseline, target = _decimal(given["baseline"]), _decimal(given["target"])
    value = _decimal(given["value"])
    if baseline is None or target is None or value is None:
        return expected["progress"] is None
    found = progress(baseline, target, value)
    words = {"lenger unna enn ved start": "further_away", "forbi målet": "beyond"}
    text = expected.get("text")
    if text in words and found.kind.value != words[text]:
        return False
    if expected["progress"] is None:
        return found.share is None
    return _near(found.share, expected["progress"], None)


def suppression(case: Case) -> bool:
    given, expected = case["input"], case["expected"]
    if "subgroups" in given:
        return _hidden_parts(given) == sorted(str(each) for each in expected["hide"])
    if "n_before" in given:
        shown = may_update(given["n_before"], given["n_after"])
        return bool(shown == expected["show_update"])
    threshold = given.get("threshold", 5)
    sensitive = bool(given.get("attribute_disclosure", False))
    found = suppress(given["n"], given.get("k"), threshold, sensitive=sensitive)
    blurred = "as_" in expected
    return found.show == expected["show"] and found.almost_all == blurred


def _hidden_parts(given: Case) -> list[str]:
    parts = tuple(Group(f"{at}", n) for at, n in enumerate(given["subgroups"]))
    hidden = hidden_groups(Group("all", given["total_n"], parts))
    return sorted(str(part.count) for part in parts if part.key in hidden)


def wilson_interval(case: Case) -> bool:
    given = case["input"]
    found = wilson(given["x"], given["n"], float(given.get("level", 0.95)))
    return _all_near(case, {"lower": found.lower, "upper": found.upper})


def newcombe_difference(case: Case) -> bool:
    given = case["input"]
    counts = (given["x1"], given["n1"], given["x2"], given["n2"])
    found = newcombe(*counts, float(given.get("level", 0.95)))
    return _all_near(
        case,
        {
            "difference": found.difference,
            "lower": found.interval.lower,
            "upper": found.interval.upper,
        },
    )


def two_counts_test(case: Case) -> bool:
    given = case["input"]
    p = two_counts(
        given["count1"],
        given["count2"],
        Decimal(str(given.get("exposure1", 1))),
        Decimal(str(given.get("exposure2", 1))),
    )
    return _all_near(case, {"p_two_sided": p})


def lix(case: Case) -> bool:
    found = reading(case["input"]["text"])
    return _all_near(
        case,
        {
            "words": found.words,
            "sentences": found.sentences,
            "long_words": found.long_words,
            "lix": float(found.lix),
        },
    )


def agreement(case: Case) -> bool:
    given = case["input"]
    if "values" not in given:
        raise Unsupported("the answers are not in the case")
    found = spread(given["values"], given.get("scale", 5))
    return _all_near(
        case,
        {
            "rwg": found.r_wg,
            "ad_mean": found.ad_m,
            "sd": found.sd,
            "iqr_type7": found.iqr,
            "mean": found.mean,
            "median": found.median,
        },
    )


def format_nb(case: Case) -> bool:
    given = case["input"]
    value = Decimal(str(given["value"]))
    text = numbers.figure(value, given["decimals"], given.get("unit") or "")
    return _same_text(text, case["expected"]["text"])


def percent_points(case: Case) -> bool:
    given = case["input"]
    before, after = Decimal(str(given["before"])), Decimal(str(given["after"]))
    text = numbers.change(before, after, given["unit"])
    return _same_text(text, case["expected"]["text"])


GOAL_TEXT = "goal-text"
SHOWN_CODES = frozenset(
    {
        "not_measurable",
        "missing_comparison",
        "percent_ambiguity",
        "gaming_risk",
        "activity_not_result",
        "multiple_goals",
        "vague_verb",
        "slogan",
        "absolute",
        "heavy_language",
        "indicator_undefined",
        "vague_action",
    }
)
_TEXT_KINDS = {
    "mål": TextKind.GOAL,
    "indikator": TextKind.INDICATOR,
    "tiltak": TextKind.ACTION,
    "milepæl": TextKind.MILESTONE,
}


def goal_text(case: Case) -> bool:
    """A hint is shown exactly where the sentence has a label among the shown codes."""
    fields = case.get("structured") or {}
    hints = text_hints(
        case["text"],
        case.get("lang", "nb"),
        _TEXT_KINDS[case["kind"]],
        has_target=fields.get("target") is not None,
    )
    return bool(hints) == bool(SHOWN_CODES & set(case["labels"]))


METHODS: dict[str, Callable[[Case], bool]] = {
    "status": status,
    "path": path,
    "suppression": suppression,
    "wilson": wilson_interval,
    "newcombe-difference": newcombe_difference,
    "conditional-binomial-two-counts": two_counts_test,
    "lix": lix,
    "rwg-ad": agreement,
    "format-nb": format_nb,
    "percent-vs-pp": percent_points,
    GOAL_TEXT: goal_text,
}


def _all_near(case: Case, found: dict[str, float]) -> bool:
    return all(
        _near(found[name], value, case.get("tolerance"))
        for name, value in case["expected"].items()
    )


def _near(found: Any, expected: Any, tolerance: Any) -> bool:
    """Compare as floats with the case's tolerance; without one, exactly."""
    if found is None or expected is None:
        return found is expected
    within = 1e-9 if tolerance is None else float(tolerance)
    return abs(float(found) - float(expected)) <= within


def _same_text(found: str, expected: str) -> bool:
    """Compare texts; a case file may have lost its no-break spaces."""
    return found == expected or found.replace("\u00a0", " ") == expected


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day(given: Case) -> date | None:
    return _date(given.get("today"))
