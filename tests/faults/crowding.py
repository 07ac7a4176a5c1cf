"""Crowding: eight processes that read and then write, again and again.

    python -m tests.faults.crowding TIMES

Prints how many of their transactions were done and how many failed, as JSON.
"""

import json
import multiprocessing
import sys
from datetime import UTC, datetime
from typing import Any

WRITERS = 8


def main() -> None:
    import django  # noqa: PLC0415  the environment is set by the one who runs this
    from django.db import connections  # noqa: PLC0415

    django.setup()
    connections.close_all()
    context = multiprocessing.get_context("fork")
    begin, done = context.Barrier(WRITERS), context.Queue()
    writers = [
        context.Process(target=write, args=(int(sys.argv[1]), begin, done))
        for _ in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    counts = [done.get(timeout=300) for _ in writers]
    for writer in writers:
        writer.join()
    succeeded, failed = map(sum, zip(*counts, strict=True))
    print(json.dumps({"done": succeeded, "failed": failed}))  # noqa: T201


def write(times: int, begin: Any, done: Any) -> None:
    """Append to the log so many times: read its end, then write after it."""
    from django.db import OperationalError, transaction  # noqa: PLC0415

    from trinnvis.records.changes.logging import log  # noqa: PLC0415
    from trinnvis.records.models import Municipality  # noqa: PLC0415

    row = Municipality.objects.order_by("pk")[0]
    at = datetime(2026, 10, 5, 10, tzinfo=UTC)
    failed = 0
    begin.wait()
    for _ in range(times):
        try:
            with transaction.atomic():
                log("try", row, by=None, at=at, municipality_id=row.pk)
        except OperationalError:
            failed += 1
    done.put((times - failed, failed))


if __name__ == "__main__":
    main()
