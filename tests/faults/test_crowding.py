"""F-28: eight writers at once on SQLite, where each reads before it writes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.serving import ROOT, environment


def crowd(folder: Path, times: int, settings: str) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.crowding", str(times)],
        cwd=ROOT,
        env=environment(folder, 8000) | {"DJANGO_SETTINGS_MODULE": settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def failures_when_deferred(folder: Path, times: int) -> int:
    return crowd(folder, times, "tests.faults.deferred")["failed"]


@pytest.mark.fault
def test_eight_writers_wait_for_each_other(installation):
    assert crowd(installation.folder, 25, "trinnvis.settings") == {
        "done": 200,
        "failed": 0,
    }
    assert failures_when_deferred(installation.folder, 25) > 0


@pytest.mark.long
def test_eight_writers_of_two_hundred_wait_for_each_other(installation):
    assert crowd(installation.folder, 200, "trinnvis.settings") == {
        "done": 1_600,
        "failed": 0,
    }
    assert failures_when_deferred(installation.folder, 200) > 0
