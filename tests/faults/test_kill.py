"""F-01: kill -9 of the web server while people write, on SQLite."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import readback
from tests.faults.conftest import Installation
from tests.faults.serving import ROOT, Server, environment
from tests.faults.writing import Crowd

RESTART_SECONDS = 15
"""The promise is 5 s; a machine that runs other tests too is slower."""


def write_and_kill(
    installation: Installation, server: Server, rounds: int, each: int
) -> Crowd:
    """Let eight people write, kill, restart; so many acknowledgements a round."""
    crowd = Crowd(installation.scene, installation.folder)
    for _ in range(rounds):
        assert server.start() < RESTART_SECONDS
        crowd.write_until(server.port, each)
        server.kill()
        crowd.leave()
    return crowd


def broken_promises(folder: Path, crowd: Crowd) -> list[str]:
    """Return every promise that does not hold, in words."""
    stands = readback.figures(folder)
    lost = [sent for sent in crowd.acknowledged if not stands[sent]]
    twice = [sent for sent, times in stands.items() if times > 1]
    entries, ids = readback.log_entries(folder), readback.figure_ids(folder)
    unlogged = [pk for pk in ids if entries[pk] != 1]
    ghosts = [pk for pk in entries if pk not in ids]
    told = {
        "acknowledged figures are lost": lost,
        "figures stand twice": twice,
        "figures without exactly one log entry": unlogged,
        "log entries without a figure": ghosts,
        "faults in SQLite's pages": readback.faults_in_pages(folder),
        "the log does not hold": check_log(folder),
    }
    return [f"{len(found)} {what}" for what, found in told.items() if found]


def check_log(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "manage.py", "check_log"],
        cwd=ROOT,
        env=environment(folder, 8000),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.splitlines() if done.returncode else []


def assert_nothing_is_lost(
    installation: Installation, rounds: int, each: int, at_least: int
) -> None:
    crowd = write_and_kill(installation, installation.server, rounds, each)
    kept = crowd.history.read_text().splitlines()
    assert len(kept) == len(crowd.acknowledged)
    assert len(crowd.acknowledged) >= at_least, "vacuous: too few acknowledgements"
    assert crowd.refused == []
    assert broken_promises(installation.folder, crowd) == []
    never_sent = (installation.scene["indicators"][0], 9_999)
    crowd.acknowledged.append(never_sent)
    assert broken_promises(installation.folder, crowd) == [
        "1 acknowledged figures are lost"
    ]


@pytest.mark.fault
def test_a_killed_server_loses_nothing_it_acknowledged(installation):
    assert_nothing_is_lost(installation, rounds=3, each=20, at_least=60)


@pytest.mark.long
def test_two_hundred_kills_lose_nothing_acknowledged(installation):
    assert_nothing_is_lost(installation, rounds=200, each=30, at_least=5_000)


@pytest.mark.fault
def test_without_transactions_the_same_check_fails(installation):
    server = Server(installation.folder, "tests.faults.without_transactions")
    try:
        crowd = write_and_kill(installation, server, rounds=1, each=20)
    finally:
        server.kill()
    assert broken_promises(installation.folder, crowd) != []
