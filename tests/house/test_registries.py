"""Registries: no file names a package registry's host or this machine's folders."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Written in pieces, so that this file does not name them either.
HOSTS = re.compile(
    "py"
    + r"pi\.org|python"
    + r"hosted\.org|npm"
    + r"js\.(org|com)|deb\.deb"
    + r"ian\.org"
)


def test_no_tracked_file_names_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".xlsx", ".woff2", ".png", ".ttf"} or not path.is_file():
            continue
        if HOSTS.search(path.read_text(errors="replace")):
            found.append(name)
    assert found == []
