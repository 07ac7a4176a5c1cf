"""Generate: fills a database with municipalities, for benches and for trying.

    bench/generate.py --data-dir DIR [--municipalities 1] [--units 37] [--goals 1]

The same options and seed give the same rows. With --database-url the rows go to
PostgreSQL. Everything is invented and marked as a demo: look at it with
TRINNVIS_DEMO=1 and the same folder.
"""

import argparse
import json
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def prepare(folder: Path, url: str, day: str) -> None:
    """Point the settings at the folder or the database, and make the tables."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "trinnvis.settings"
    os.environ["TRINNVIS_DEMO"] = "1"
    os.environ["TRINNVIS_TODAY"] = day
    os.environ["TRINNVIS_DATA_DIR"] = str(folder)
    os.environ.pop("TRINNVIS_DATABASE_URL", None)
    if url:
        os.environ["TRINNVIS_DATABASE_URL"] = url
    import django  # noqa: PLC0415  the environment must be set first
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)


def fill(asked: argparse.Namespace) -> dict[str, Any]:
    """Fill the prepared database; tell how long it took and how many rows it has."""
    from django.apps import apps  # noqa: PLC0415  after prepare
    from django.db import transaction  # noqa: PLC0415

    from bench.filling.municipality import fill_municipality  # noqa: PLC0415
    from bench.filling.size import Size  # noqa: PLC0415

    size = Size(
        asked.municipalities,
        asked.units,
        asked.goals,
        asked.indicators,
        asked.seed,
        asked.day,
    )
    began = time.perf_counter()
    for number in range(size.municipalities):
        with transaction.atomic():
            fill_municipality(number, size)
    seconds = time.perf_counter() - began
    rows = {
        model.__name__: model._default_manager.count()
        for model in apps.get_app_config("records").get_models()
    }
    return {
        "seconds": round(seconds, 1),
        "total": sum(rows.values()),
        "rows": {name: count for name, count in sorted(rows.items()) if count},
    }


def asked_of(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--database-url", default="")
    parser.add_argument("--municipalities", type=int, default=1)
    parser.add_argument("--units", type=int, default=37)
    parser.add_argument("--goals", type=int, default=1, help="per unit")
    parser.add_argument("--indicators", type=int, default=2, help="per goal")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 23))
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    asked = asked_of(arguments)
    prepare(asked.data_dir, asked.database_url, asked.day.isoformat())
    result = fill(asked)
    if asked.json:
        print(json.dumps(result))
        return 0
    for name, count in result["rows"].items():
        print(f"{count:>9} {name}")
    print(f"{result['total']:>9} rows in {result['seconds']} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
