"""Pages: what each page costs, held against an empty signed-in page of the same run.

    bench/pages.py [--quick] [--json] [--keep DIR]

Fills two databases, one as large as the demo and one of 300 units with 3,000 goals,
and visits one unit that is the same in both: 5 goals, 20 indicators, 16 quarters.
--quick makes the large one smaller and the rounds fewer. Ends with 0 whatever the
figures; the limits stand beside them. bench/README.md says how to read them.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-11-23"

LIMITS = {"plan": 6, "goal": 4, "save": 4, "save_htmx": 4}
"""CPU, as multiples of the empty page."""
FIRST_VISIT, LATER_VISIT = 100_000, 20_000
"""Bytes, compressed, with everything."""
GROWTH = 1.2
"""A unit's pages at the large size, against the small."""

SMALL = ("--units", "37", "--goals", "1")
LARGE = ("--units", "300", "--goals", "10")
QUICK = ("--units", "60", "--goals", "10")


def environment(folder: Path) -> dict[str, str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith("TRINNVIS_")}
    return ours | {
        "TRINNVIS_DEMO": "1",
        "TRINNVIS_TODAY": DAY,
        "TRINNVIS_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PYTHONPATH": str(ROOT),
    }


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def measured(folder: Path, size: tuple[str, ...], rounds: int) -> dict[str, Any]:
    """Fill a database of the size unless the folder has one, and measure it."""
    if not (folder / "demo.sqlite3").exists():
        folder.mkdir(parents=True, exist_ok=True)
        run(folder, "bench/generate.py", "--data-dir", str(folder), *size)
        run(folder, "manage.py", "collectstatic", "--no-input", "--verbosity", "0")
    return json.loads(run(folder, "-m", "bench.measuring", str(rounds)))


def result_of(small: dict[str, Any], large: dict[str, Any]) -> dict[str, Any]:
    """Put both sizes together with what is wanted of them."""
    pages = {}
    for name in small:
        wanted = LIMITS.get(name)
        grown = round(large[name]["ratio"] / small[name]["ratio"], 2)
        pages[name] = {
            "demo": small[name],
            "large": large[name],
            "limit": wanted,
            "within": None
            if wanted is None
            else max(small[name]["ratio"], large[name]["ratio"]) <= wanted,
            "growth": grown,
            "grows_within": grown <= GROWTH,
            "queries_same": small[name]["queries"] == large[name]["queries"],
        }
        if "first_visit_bytes" in small[name]:
            pages[name]["bytes_within"] = (
                small[name]["first_visit_bytes"] <= FIRST_VISIT
                and small[name]["later_visit_bytes"] <= LATER_VISIT
            )
    return {"python": platform.python_version(), "pages": pages}


def told(result: dict[str, Any]) -> str:
    """Write the result as a table for people: the demo's size / the large one."""
    head = (
        f"{'':10}{'ratio':>14}{'limit':>7}{'growth':>8}{'cpu ms':>15}"
        f"{'p50 ms':>15}{'p95 ms':>15}{'queries':>9}{'page kB':>9}{'first kB':>9}"
        f"{'later kB':>9}"
    )
    lines = [head]
    for name, page in result["pages"].items():
        small, large = page["demo"], page["large"]

        def both(key: str, small=small, large=large) -> str:
            return f"{small[key]:g} / {large[key]:g}"

        line = f"{name:10}{both('ratio'):>14}{page['limit'] or '':>7}"
        line += f"{page['growth']:>8}{both('cpu_ms'):>15}{both('p50_ms'):>15}"
        line += f"{both('p95_ms'):>15}{both('queries'):>9}"
        for key in ("page_bytes", "first_visit_bytes", "later_visit_bytes"):
            line += f"{small[key] / 1000:>9.1f}" if key in small else ""
        lines.append(line)
    return "\n".join([*lines, *_misses(result)])


def _misses(result: dict[str, Any]) -> list[str]:
    words = {
        "within": "costs more than its limit",
        "grows_within": f"grows more than {GROWTH} times with the municipality",
        "queries_same": "asks more in a larger municipality",
        "bytes_within": "weighs more than its limit",
    }
    return [
        f"{name} {word}"
        for name, page in result["pages"].items()
        for key, word in words.items()
        if page.get(key) is False
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--keep", type=Path, help="keep the databases, and use them")
    asked = parser.parse_args(arguments)
    rounds = 5 if asked.quick else 20
    with tempfile.TemporaryDirectory() as temporary:
        home = asked.keep or Path(temporary)
        large_name = "quick" if asked.quick else "large"
        small = measured(home / "demo", SMALL, rounds)
        large = measured(home / large_name, QUICK if asked.quick else LARGE, rounds)
    result = result_of(small, large)
    print(json.dumps(result) if asked.json else told(result))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
