"""Writing: people who record one figure after another, and a history of the answers.

The history holds what the server acknowledged, written to disk before the next
figure is sent. What got no answer may or may not have been written; it is sent
again with the same key, as a browser does.
"""

import json
import os
import threading
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.faults.readback import figure_in_force

QUARTER = "2026-Q3"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status, and where a redirect leads."""

    status: int
    location: str


class Person:
    """One signed-in browser at one server."""

    def __init__(self, port: int, scene: dict[str, Any], number: int = 0) -> None:
        self.unit = scene["unit"]
        cookies = {
            "trinnvis-session": scene["sessions"][number],
            "trinnvis-csrf": scene["csrf"],
        }
        self.headers = {
            "Host": f"localhost:{port}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "X-CSRFToken": scene["csrf"],
        }
        self.connection = HTTPConnection("127.0.0.1", port, timeout=30)

    def record(self, indicator: int, value: int, seen: int | None, key: str) -> Answer:
        """Save a figure. Raises OSError or HTTPException when nobody answers."""
        form = {"value": value, "seen": "" if seen is None else seen, "key": key}
        address = f"/units/{self.unit}/quarters/{QUARTER}/figures/{indicator}/"
        self.connection.request("POST", address, urlencode(form), self.headers)
        answer = self.connection.getresponse()
        answer.read()
        return Answer(answer.status, answer.headers.get("Location", ""))


@dataclass
class Crowd:
    """Writers with a figure each, through as many server lives as it takes."""

    scene: dict[str, Any]
    folder: Path
    acknowledged: list[tuple[int, int]] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    _next: dict[int, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def history(self) -> Path:
        return self.folder / "history.jsonl"

    def write_until(self, port: int, enough: int) -> None:
        """Let all write; return when so many more have been acknowledged."""
        wanted = len(self.acknowledged) + enough
        self._stopped = threading.Event()
        self._enough = threading.Event()
        self._threads = [
            threading.Thread(target=self._write, args=(port, number, wanted))
            for number in range(len(self.scene["indicators"]))
        ]
        for thread in self._threads:
            thread.start()
        assert self._enough.wait(timeout=60), "the server answered too few"

    def leave(self) -> None:
        """Wait for the writers, after the server has died under them."""
        self._stopped.set()
        for thread in self._threads:
            thread.join(timeout=60)

    def _write(self, port: int, number: int, wanted: int) -> None:
        person = Person(port, self.scene, number)
        indicator = self.scene["indicators"][number]
        try:
            while not self._stopped.is_set():
                self._write_next(person, indicator, wanted)
        except (OSError, HTTPException):
            return
        finally:
            person.connection.close()

    def _write_next(self, person: Person, indicator: int, wanted: int) -> None:
        value = self._next.setdefault(indicator, 1)
        seen = figure_in_force(self.folder, indicator)
        answer = person.record(indicator, value, seen, f"{indicator}-{value}")
        if answer.status != 302:
            self.refused.append(answer.status)
            self._next[indicator] = value + 1
            return
        with self._lock:
            self._keep(indicator, value)
            if len(self.acknowledged) >= wanted:
                self._enough.set()
        self._next[indicator] = value + 1

    def _keep(self, indicator: int, value: int) -> None:
        with self.history.open("a") as file:
            file.write(json.dumps([indicator, value]) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.acknowledged.append((indicator, value))
