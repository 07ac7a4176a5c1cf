"""Test the bad inputs' bench: it posts real forms, and tells the truth of them."""

import json
import subprocess
import sys
from pathlib import Path

from bench.bad_inputs import run, spelled_out

ROOT = Path(__file__).parents[2]
STATED = ROOT / "tests" / "data" / "bad-inputs.jsonl"


def stated():
    lines = STATED.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def test_every_stated_case_comes_out_as_stated_in_the_same_words():
    result = run(stated())
    failed = [entry["id"] for entry in result["cases"] if not entry["passed"]]
    lost = [entry["id"] for entry in result["cases"] if not entry["kept"]]
    assert (failed, lost, result["skipped"]) == ([], [], ["DATO-032", "DATO-033"])
    assert result["messages_same"] == result["messages_told"] == 47


def test_a_case_that_expects_something_else_is_failed():
    wrong = {**stated()[0], "outcome": "reject"}
    result = run([wrong])
    assert (result["passed"], result["failed"]) == (0, 1)
    assert result["cases"][0]["outcome"] == "accept"


def test_a_described_literal_is_spelled_out():
    assert spelled_out("(a × 1 000)") == "a" * 1000
    assert spelled_out("[ × 10 000") == "[" * 10000
    assert spelled_out("2 × 3 er 6") == "2 × 3 er 6"


def test_the_command_prints_json_and_ends_well():
    ended = subprocess.run(
        [sys.executable, ROOT / "bench" / "bad_inputs.py", STATED, "--json"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert json.loads(ended.stdout)["failed"] == 0
