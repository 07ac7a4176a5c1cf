"""Serving: the server as bin/start runs it, as a child that a test may kill."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, port: int, url: str = "") -> dict[str, str]:
    """Return the environment of an installation in the folder, for real use."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TRINNVIS_", "DJANGO_", "COVERAGE_"))
    }
    ours |= {
        "TRINNVIS_DATA_DIR": str(folder),
        "TRINNVIS_URL": f"http://localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "trinnvis.settings",
    }
    if url:
        ours["TRINNVIS_DATABASE_URL"] = url
    return ours


def run(folder: Path, *command: str, url: str = "") -> str:
    """Run one of our commands in the installation; return what it told."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(folder, 8000, url),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def prepare(folder: Path, url: str = "") -> dict[str, Any]:
    """Make the tables and the scene; return where the writers may write."""
    run(folder, "manage.py", "migrate", "--verbosity", "0", url=url)
    return json.loads(run(folder, "-m", "tests.faults.scene", url=url))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """gunicorn with two workers, on loopback, in a process group of its own."""

    def __init__(
        self, folder: Path, application: str = "trinnvis.wsgi", url: str = ""
    ) -> None:
        self.folder, self.application, self.url = folder, application, url
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start, wait until it answers, and return how many seconds that took."""
        began = time.monotonic()
        settings = {"DJANGO_SETTINGS_MODULE": "tests.faults.plain_static"}
        command = [sys.executable, "-m", "gunicorn", self.application]
        command += ["--config", "python:trinnvis.serving"]
        command += ["--bind", f"127.0.0.1:{self.port}"]
        with (self.folder / "server.log").open("ab") as told:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment(self.folder, self.port, self.url) | settings,
                stdout=told,
                stderr=told,
                start_new_session=True,
            )
        while not self.answers():
            assert self.process.poll() is None, self.log()
            assert time.monotonic() - began < 30, self.log()
            time.sleep(0.02)
        return time.monotonic() - began

    def answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """Kill master and workers at once; nobody gets to say goodbye."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        os.killpg(self.process.pid, number)
        self.process.wait(timeout=20)

    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")[-2000:]
