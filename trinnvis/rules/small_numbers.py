"""Small numbers: intervals, the noise floor, and what so few answers can bear.

Floats live here only; shares are 0–1. Source: docs/method/status.md, «Små tall».
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import comb, sqrt
from statistics import NormalDist

_SCALE_SD = 0.9
"""Usual spread of single answers on a scale of six."""


@dataclass(frozen=True, slots=True)
class Interval:
    lower: float
    upper: float

    def holds(self, value: float) -> bool:
        return self.lower <= value <= self.upper


@dataclass(frozen=True, slots=True)
class Difference:
    """First share minus second, with its interval."""

    difference: float
    interval: Interval

    @property
    def beyond_chance(self) -> bool:
        return not self.interval.holds(0.0)


def wilson(x: int, n: int, level: float = 0.95) -> Interval:
    """Return Wilson's score interval for x of n. Source: Newcombe 1998, method 3.

    Raises ValueError when n is below 1 or x is not in 0–n.
    """
    _check_counts(x, n)
    z = NormalDist().inv_cdf((1 + level) / 2)
    p = x / n
    spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    centre = p + z * z / (2 * n)
    scale = 1 + z * z / n
    lower = 0.0 if x == 0 else (centre - spread) / scale
    upper = 1.0 if x == n else (centre + spread) / scale
    return Interval(lower, upper)


def newcombe(x1: int, n1: int, x2: int, n2: int, level: float = 0.95) -> Difference:
    """Return the first share minus the second. Source: Newcombe 1998, method 10."""
    first, second = wilson(x1, n1, level), wilson(x2, n2, level)
    p1, p2 = x1 / n1, x2 / n2
    difference = p1 - p2
    down = sqrt((p1 - first.lower) ** 2 + (second.upper - p2) ** 2)
    up = sqrt((first.upper - p1) ** 2 + (p2 - second.lower) ** 2)
    return Difference(difference, Interval(difference - down, difference + up))


def two_counts(
    count1: int, count2: int, exposure1: Decimal, exposure2: Decimal
) -> float:
    """Return the two-sided p-value that two counts come from the same rate.

    The conditional binomial test; exposures in any common unit. Source: Przyborowski
    and Wilenski 1940. Raises ValueError for negative counts or exposures not above 0.
    """
    if min(count1, count2) < 0 or min(exposure1, exposure2) <= 0:
        raise ValueError("counts must be at least 0 and exposures above 0")
    total = count1 + count2
    share = float(exposure1 / (exposure1 + exposure2))
    chances = [
        comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(total + 1)
    ]
    seen = chances[count1] * (1 + 1e-7)
    return min(1.0, sum(chance for chance in chances if chance <= seen))


def noise_floor_mean(n: int, sd: Decimal | None = None) -> Decimal:
    """Return the smallest year-to-year change of a mean that stands out from chance.

    In the scale's own unit; 95 %, two groups of n. Without a known spread that of a
    scale of six is used.
    """
    _check_counts(0, n)
    spread = _SCALE_SD if sd is None else float(sd)
    return _decimal(_two_groups(n) * spread)


def noise_floor_share(n: int, share: Decimal = Decimal("0.85")) -> Decimal:
    """Return the smallest change of a share, 0–1, that stands out from chance."""
    _check_counts(0, n)
    p = float(share)
    return _decimal(_two_groups(n) * sqrt(p * (1 - p)))


def _two_groups(n: int) -> float:
    return NormalDist().inv_cdf(0.975) * sqrt(2 / n)


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def _check_counts(x: int, n: int) -> None:
    if n < 1 or not 0 <= x <= n:
        raise ValueError(f"{x} of {n}")
