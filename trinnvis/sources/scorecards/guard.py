"""Guard: reading a file in a child process that may not eat the machine.

The child is started as a fresh interpreter, never forked from a web process with its
threads and its database connections, and without its environment and its secrets.
"""

import logging
import pickle
import subprocess
import sys
from pathlib import Path

from trinnvis.sources.scorecards.facts import Scorecard
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

SECONDS = 20
MEMORY = 1024 * 1024 * 1024
OUT_OF_MEMORY = 3
"""The child's exit code where an allocation failed."""

_CHILD = "trinnvis.sources.scorecards.child"
_ROOT = Path(__file__).resolve().parents[3]
_LOG = logging.getLogger(__name__)


def read_scorecard_guarded(
    content: bytes, name: str, *, encoding: str | None = None
) -> Scorecard:
    """As read_scorecard, within 20 seconds and one GiB of address space.

    Raises FileRefused as read_scorecard does, with TOO_SLOW or TOO_HEAVY where the
    child had to be stopped, and with DAMAGED where it failed, which is logged.
    Costs the start of an interpreter, about half a second.
    """
    question = pickle.dumps((content, name, encoding))
    try:
        answer = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", _CHILD, str(MEMORY), str(SECONDS)],
            input=question,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=_ROOT,
            env={"PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise FileRefused(FileFault.TOO_SLOW) from error
    if answer.returncode < 0 or answer.returncode == OUT_OF_MEMORY:
        raise FileRefused(FileFault.TOO_HEAVY)
    if answer.returncode or not answer.stdout:
        _LOG.error("Reading a scorecard failed: %s", answer.stderr[-2000:].decode())
        raise FileRefused(FileFault.DAMAGED)
    read = pickle.loads(answer.stdout)  # noqa: S301 - our own child's answer
    if isinstance(read, FileRefused):
        raise read
    if not isinstance(read, Scorecard):
        raise FileRefused(FileFault.DAMAGED)
    return read
