"""Serving: how gunicorn runs Trinnvis, and what it says while it does."""

import os
import sys
from typing import Any

from trinnvis.safety import is_loopback

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


def on_starting(server: Any) -> None:
    """Refuse to show the demo, where anyone may be anyone, to other machines."""
    if os.environ.get("TRINNVIS_DEMO") != "1":
        return
    hosts = [address.rsplit(":", 1)[0] for address in server.cfg.bind]
    if not all(is_loopback(host) for host in hosts):
        sys.exit(
            "Demoen svarer bare på denne maskinen. Bruk --bind 127.0.0.1, eller sett "
            "TRINNVIS_DEMO=0 for virkelig bruk."
        )


def when_ready(server: Any) -> None:
    _host, port = server.address[0]
    _say(f"Trinnvis er klar: http://localhost:{port}  (stopp med Ctrl-C)")


def on_exit(server: Any) -> None:  # noqa: ARG001  gunicorn gives it
    _say("Trinnvis er stoppet.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
