"""Serving: how gunicorn runs Trinnvis, and what it says while it does."""

import sys
from typing import Any

worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 5
loglevel = "warning"
accesslog = None
control_socket_disable = True
# Files are written by their owner alone, the database's own among them.
umask = 0o077
# Behind a proxy on the same machine; from elsewhere its headers are not believed.
forwarded_allow_ips = "127.0.0.1,::1"


def when_ready(server: Any) -> None:
    _host, port = server.address[0]
    _say(f"Trinnvis er klar: http://localhost:{port}  (stopp med Ctrl-C)")


def on_exit(server: Any) -> None:  # noqa: ARG001  gunicorn gives it
    _say("Trinnvis er stoppet.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
