"""Child: the process that reads one file for the guard, and then ends."""

import pickle
import resource
import sys

from trinnvis.sources.scorecards.guard import OUT_OF_MEMORY
from trinnvis.sources.scorecards.reading import read_scorecard
from trinnvis.sources.scorecards.refusals import FileRefused


def main(memory: int, seconds: int) -> None:
    """Read (content, name, encoding) from standard input, answer with the scorecard.

    Either limit broken ends the process without an answer.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        content, name, encoding = pickle.load(sys.stdin.buffer)  # noqa: S301 - ours
        answer = pickle.dumps(_answer(content, name, encoding))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.buffer.write(answer)


def _answer(content: bytes, name: str, encoding: str | None) -> object:
    try:
        return read_scorecard(content, name, encoding=encoding)
    except FileRefused as refused:
        return refused


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
