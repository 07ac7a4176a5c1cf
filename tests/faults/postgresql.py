"""PostgreSQL: a server of one's own, on a socket alone, for as long as it is needed."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path:
    """Return where Debian keeps the newest PostgreSQL's programs."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: int(path.parent.name),
    )
    assert found, "PostgreSQL is missing. Run: sudo apt-get install postgresql"
    return found[-1]


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start PostgreSQL with its data in the folder; give its address."""
    home = folder / "pg"
    home.mkdir(mode=0o700)
    # PostgreSQL refuses to run as root.
    runs_as: list[str] = []
    if os.getuid() == 0:
        subprocess.run(["chown", "postgres", str(home)], check=True)
        runs_as = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    made = ["-U", "trinnvis", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(
        [*runs_as, programs() / "initdb", "-D", home, *made],
        check=True,
        capture_output=True,
    )
    with (folder / "pg.log").open("wb") as told:
        options = ["-c", "listen_addresses=", "-c", "fsync=off"]
        server = subprocess.Popen(
            [*runs_as, programs() / "postgres", "-D", home, "-k", home, *options],
            stdout=told,
            stderr=told,
        )
    try:
        _wait(home, folder)
        yield f"postgresql://trinnvis@/postgres?host={home}"
    finally:
        server.send_signal(2)  # a fast shutdown, without waiting for clients
        server.wait(timeout=30)


def _wait(home: Path, folder: Path) -> None:
    for _ in range(200):
        asked = subprocess.run([programs() / "pg_isready", "-q", "-h", home])
        if asked.returncode == 0:
            return
        time.sleep(0.05)
    raise AssertionError((folder / "pg.log").read_text()[-2000:])
