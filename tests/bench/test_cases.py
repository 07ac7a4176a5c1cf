"""Test the case bench: every case a rule answers agrees, and the rest are named."""

import json
import subprocess
import sys
from pathlib import Path

from bench.cases import outcome_of, read, run, summary, told

ROOT = Path(__file__).parents[2]
STATED = ROOT / "tests" / "data" / "stat-cases.jsonl"


def counted(kind):
    return {
        method: len(outcome[kind])
        for method, outcome in run(read(STATED)).items()
        if outcome[kind]
    }


def test_no_stated_case_fails():
    assert counted("failed") == {}


def test_these_methods_are_answered():
    assert set(counted("passed")) >= {
        "conditional-binomial-two-counts",
        "format-nb",
        "lix",
        "newcombe-difference",
        "path",
        "percent-vs-pp",
        "rwg-ad",
        "status",
        "suppression",
        "wilson",
    }


def test_case_with_another_answer_fails():
    [case] = [each for each in read(STATED) if each["id"] == "status-higher-met"]
    wrong = {**case, "expected": {"state": "ikke nådd", "gap": 0}}
    wrong_gap = {**case, "expected": {"state": "nådd", "gap": 1}}
    assert [outcome_of(each) for each in (case, wrong, wrong_gap)] == [
        "passed",
        "failed",
        "failed",
    ]


def test_case_that_cannot_be_read_fails_and_unknown_methods_are_unsupported():
    broken = {"id": "a", "method": "status", "input": {}, "expected": {}}
    strange = {"id": "b", "method": "astrology", "input": {}, "expected": {}}
    result = summary(run([broken, strange]))
    assert (result["passed"], result["failed"], result["unsupported"]) == (0, 1, 1)
    assert told(result).splitlines() == [
        "astrology: 1 unsupported",
        "status: 1 failed",
        "    failed a",
        "0 passed, 1 failed, 1 unsupported",
    ]


def test_command_prints_one_object():
    done = subprocess.run(
        [sys.executable, "bench/cases.py", str(STATED), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout)
    assert (result["failed"], sorted(result)) == (
        0,
        ["failed", "methods", "passed", "unsupported"],
    )
