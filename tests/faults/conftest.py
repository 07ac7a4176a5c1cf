"""Conftest: an installation to break, made once and copied for each test."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults import postgresql
from tests.faults.serving import Server, prepare


@dataclass
class Installation:
    """A data folder, its scene, and its server while it runs."""

    folder: Path
    scene: dict[str, Any]
    server: Server


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("installation")
    return folder, prepare(folder)


@pytest.fixture
def installation(
    prepared: tuple[Path, dict[str, Any]], tmp_path: Path
) -> Iterator[Installation]:
    template, scene = prepared
    folder = tmp_path / "installation"
    shutil.copytree(template, folder)
    server = Server(folder)
    yield Installation(folder, scene, server)
    server.kill()


@pytest.fixture
def installation_on_postgresql(tmp_path: Path) -> Iterator[Installation]:
    """The same on PostgreSQL: a server of its own."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        folder.chmod(0o711)
        with postgresql.running(folder) as url:
            server = Server(tmp_path, url=url)
            yield Installation(tmp_path, prepare(tmp_path, url), server)
            server.stop()
