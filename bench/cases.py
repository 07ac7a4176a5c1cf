"""Cases: run a file of test cases against the rules and say how many agree.

    python bench/cases.py FILE.jsonl [--json]

Each line names a `method` with `input`, `expected` and perhaps `tolerance`; a line
of goal texts has `text` and `labels` instead. Exit 0 whatever the score.
"""

import argparse
import json
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

if not settings.configured:
    settings.configure(USE_I18N=False, LANGUAGE_CODE="nb")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.case_methods import GOAL_TEXT, METHODS, Unsupported

Case = dict[str, Any]
Outcome = dict[str, list[str]]


def method_of(case: Case) -> str:
    """Return the case's method; lines of goal texts are told by their labels."""
    return case.get("method") or (GOAL_TEXT if "labels" in case else "unnamed")


def run(cases: list[Case]) -> dict[str, Outcome]:
    """Run each case; one list of ids per outcome and method."""
    outcomes: dict[str, Outcome] = defaultdict(
        lambda: {"passed": [], "failed": [], "unsupported": []}
    )
    for case in cases:
        outcomes[method_of(case)][outcome_of(case)].append(case["id"])
    return dict(sorted(outcomes.items()))


def outcome_of(case: Case) -> str:
    agrees = METHODS.get(method_of(case))
    if agrees is None:
        return "unsupported"
    try:
        return "passed" if agrees(case) else "failed"
    except Unsupported:
        return "unsupported"
    except (ArithmeticError, KeyError, TypeError, ValueError):
        return "failed"


def read(path: Path) -> list[Case]:
    """Read one case a line; numbers keep the spelling that tells their decimals."""
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal) for line in lines if line.strip()]


def summary(methods: dict[str, Outcome]) -> dict[str, Any]:
    kinds = ("passed", "failed", "unsupported")
    totals = {
        kind: sum(len(outcome[kind]) for outcome in methods.values()) for kind in kinds
    }
    return {**totals, "methods": methods}


def told(result: dict[str, Any]) -> str:
    """Write the result as lines for people: one per method, failures by id."""
    lines = []
    for method, outcome in result["methods"].items():
        counts = ", ".join(f"{len(ids)} {kind}" for kind, ids in outcome.items() if ids)
        lines.append(f"{method}: {counts}")
        lines += [f"    failed {case}" for case in outcome["failed"]]
    totals = ("passed", "failed", "unsupported")
    return "\n".join([*lines, ", ".join(f"{result[kind]} {kind}" for kind in totals)])


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    chosen = parser.parse_args(arguments)
    result = summary(run(read(chosen.file)))
    print(json.dumps(result, ensure_ascii=False) if chosen.json else told(result))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
