"""Visiting: requests straight to the WSGI application, as gunicorn hands them over.

Every middleware, session, template and database connection is the product's own, and
a connection to the database is opened and closed for each request as behind gunicorn.
Only gunicorn's reading of the socket is left out: it costs every page the same, so
without it the ratios come out stricter.
"""

import io
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db import connection

CSRF = "benchbenchbenchbenchbenchbench32"


@dataclass(slots=True)
class Answer:
    """What came back, and what it cost."""

    status: int
    headers: dict[str, str]
    body: bytes
    cpu: float
    """Milliseconds of this process, answer fully read."""
    wall: float
    """Milliseconds by the clock; with the wait for the disk."""

    @property
    def on_the_wire(self) -> int:
        """Bytes with the lines of the head, as HTTP/1.1 writes them."""
        lines = (f"{name}: {value}\r\n" for name, value in self.headers.items())
        return len(self.body) + len("".join(lines).encode()) + 19


@dataclass
class Visitor:
    """One signed-in browser."""

    application: Any
    session: str
    queries: list[str] = field(default_factory=list)

    def get(self, address: str, **headers: str) -> Answer:
        return self._ask("GET", address, b"", headers)

    def post(self, address: str, form: dict[str, Any], **headers: str) -> Answer:
        return self._ask("POST", address, urlencode(form).encode(), headers)

    def count_queries(self, ask: Any) -> int:
        """Return how many queries the asking makes."""
        counted = 0

        def counter(execute, sql, parameters, many, context):
            nonlocal counted
            counted += 1
            return execute(sql, parameters, many, context)

        with connection.execute_wrapper(counter):
            ask()
        return counted

    def _ask(
        self, method: str, address: str, body: bytes, headers: dict[str, str]
    ) -> Answer:
        environ = self._environ(method, address, body, headers)
        told: dict[str, Any] = {}

        def start(status, lines, exc_info=None):  # noqa: ARG001  WSGI gives it
            told["status"], told["headers"] = int(status.split()[0]), dict(lines)

        cpu, wall = time.process_time(), time.perf_counter()
        response = self.application(environ, start)
        try:
            read = b"".join(response)
        finally:
            response.close()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        return Answer(told["status"], told["headers"], read, cpu * 1000, wall * 1000)

    def _environ(
        self, method: str, address: str, body: bytes, headers: dict[str, str]
    ) -> dict[str, Any]:
        path, _, query = address.partition("?")
        asked = {
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_COOKIE": f"trinnvis-session={self.session}; trinnvis-csrf={CSRF}",
        }
        if method == "POST":
            asked["HTTP_X_CSRFTOKEN"] = CSRF
            asked["CONTENT_TYPE"] = "application/x-www-form-urlencoded"
            asked["CONTENT_LENGTH"] = str(len(body))
        for name, value in headers.items():
            asked[f"HTTP_{name.upper()}"] = value
        return {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            **asked,
        }
