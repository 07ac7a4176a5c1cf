"""Serving: the product as a child on loopback, with a scene for a browser to walk in."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-10-05"
"""The cast's day; another is given to Product."""


_KEY = secrets.token_urlsafe(64)
"""Signs the sessions that a scene makes and the server reads."""


class Product:
    """gunicorn as bin/start runs it, on a folder and a day of its own.

    `scene` is what scenes.py told when it filled the folder's database.
    """

    def __init__(
        self, folder: Path, scene: dict[str, Any] | None = None, day: str = DAY
    ) -> None:
        self.folder, self.day, self.scene = folder, day, scene or {}
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self, scene: str) -> dict[str, Any]:
        """Make the tables and fill them; return what the scene tells."""
        self._run("manage.py", "migrate", "--verbosity", "0")
        self.scene = self.act(scene)
        return self.scene

    def act(self, deed: str, *words: str) -> Any:
        """Do one of the deeds in tests/journeys/scenes.py; return what it tells."""
        told = self._run("-m", "tests.journeys.scenes", deed, *words)
        return json.loads(told or "null")

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "trinnvis.wsgi"]
        command += ["--config", "python:trinnvis.serving", "--workers", "1"]
        command += ["--bind", f"127.0.0.1:{self.port}"]
        with (self.folder / "server.log").open("ab") as told:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self._environment(),
                stdout=told,
                stderr=told,
                start_new_session=True,
            )
        began = time.monotonic()
        while not self._answers():
            assert self._process.poll() is None, self.log()
            assert time.monotonic() - began < 30, self.log()
            time.sleep(0.05)

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(timeout=20)

    def log(self) -> str:
        return (self.folder / "server.log").read_text(errors="replace")[-3000:]

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TRINNVIS_", "DJANGO_", "COVERAGE_"))
        }
        return kept | {
            "TRINNVIS_DATA_DIR": str(self.folder),
            "TRINNVIS_DEMO": "1",
            "TRINNVIS_SECRET_KEY": _KEY,
            "TRINNVIS_TODAY": self.day,
            "TRINNVIS_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        }

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
