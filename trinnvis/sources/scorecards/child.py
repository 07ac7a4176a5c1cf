"""Child: the process that reads one file for the guard, and then ends."""

import pickle
import resource
import sys

from trinnvis.sources.scorecards.reading import read_scorecard
from trinnvis.sources.scorecards.refusals import FileRefused


def main(memory: int, seconds: int) -> None:
    """Read (content, name, encoding) from standard input, answer with the scorecard.

    Either limit broken ends the process without an answer.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content, name, encoding = pickle.load(sys.stdin.buffer)  # noqa: S301 - our parent's
    answer: object
    try:
        answer = read_scorecard(content, name, encoding=encoding)
    except FileRefused as refused:
        answer = refused
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
