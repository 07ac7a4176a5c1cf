"""Guard: reading a file in a child process that may not eat the machine.

The child is started as a fresh interpreter, never forked from a web process with its
threads and its database connections.
"""

import pickle
import subprocess
import sys

from trinnvis.sources.scorecards.facts import Scorecard
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

SECONDS = 20
MEMORY = 1024 * 1024 * 1024

_CHILD = "trinnvis.sources.scorecards.child"


def read_scorecard_guarded(
    content: bytes, name: str, *, encoding: str | None = None
) -> Scorecard:
    """As read_scorecard, within 20 seconds and one GiB of address space.

    Raises FileRefused as read_scorecard does, and with TOO_SLOW or TOO_HEAVY where the
    child had to be stopped. Costs the start of an interpreter, about half a second.
    """
    question = pickle.dumps((content, name, encoding))
    try:
        answer = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", _CHILD, str(MEMORY), str(SECONDS)],
            input=question,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FileRefused(FileFault.TOO_SLOW) from error
    if answer.returncode or not answer.stdout:
        raise FileRefused(FileFault.TOO_HEAVY)
    read = pickle.loads(answer.stdout)  # noqa: S301 - our own child's answer
    if isinstance(read, FileRefused):
        raise read
    if not isinstance(read, Scorecard):
        raise FileRefused(FileFault.TOO_HEAVY)
    return read
