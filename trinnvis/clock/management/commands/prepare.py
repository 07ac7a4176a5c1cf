"""Prepare: makes the installation ready to serve; safe to run again."""

import hashlib
import json
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from trinnvis import translations
from trinnvis.records.models import Municipality

_PRIVATE = ("*.sqlite3*", "secret-key", "audit-key", "first-link")


class Command(BaseCommand):
    help = "Gjør klart: tabeller, språk, stilark og i demo kommunen."

    def handle(self, *args: object, **options: object) -> None:
        _refuse_an_unreadable_day()
        _keep_private(settings.DATA_DIR)
        self._migrate()
        _refuse_the_wrong_database()
        translations.compile_all()
        self._collect()
        if settings.DEMO:
            call_command("load_demo", stdout=self.stdout)
        elif not Municipality.objects.exists():
            self.stdout.write("Ta Trinnvis i bruk på denne adressen, innen en time:")
            call_command("first_link", stdout=self.stdout)
            self.stdout.write("Ny lenke: bin/start --no-demo igjen, når som helst.")
        _keep_private(settings.DATA_DIR)

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        unknown = set(executor.loader.applied_migrations) - set(
            executor.loader.graph.nodes
        )
        if unknown:
            raise CommandError(
                "Databasen er laget av en nyere Trinnvis. Oppgrader programmet først."
            )
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Lager tabellene …")
            call_command("migrate", verbosity=0)

    def _collect(self) -> None:
        """Collect the static files where any of them is new or changed."""
        stamp = settings.DATA_DIR / "static.stamp"
        now = _fingerprint(settings.BASE_DIR / "trinnvis" / "web" / "static")
        if (
            stamp.exists()
            and stamp.read_text() == now
            and settings.STATIC_ROOT.exists()
        ):
            return
        self.stdout.write("Samler stilark og skript …")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(now)


def _refuse_an_unreadable_day() -> None:
    try:
        date.fromisoformat(settings.TODAY or "2026-11-23")
    except ValueError as unreadable:
        raise CommandError(
            f"TRINNVIS_TODAY er «{settings.TODAY}». Skriv dagen slik: 2026-11-23"
        ) from unreadable


def _refuse_the_wrong_database() -> None:
    """A demo never holds real data, and real data never stand beside a demo."""
    if settings.DEMO and Municipality.objects.filter(is_demo=False).exists():
        raise CommandError(
            "Databasen har en ekte kommune. Start med bin/start --no-demo, eller velg "
            "en annen mappe med --data-dir."
        )
    if not settings.DEMO and Municipality.objects.filter(is_demo=True).exists():
        raise CommandError(
            "Databasen er en demo. Ekte opplysninger skal ikke dit: velg en annen "
            "mappe med --data-dir, eller start med bin/start uten --no-demo."
        )


def _keep_private(folder: Path) -> None:
    """Let the owner alone read the data folder and what lies in it."""
    folder.chmod(0o700)
    for pattern in _PRIVATE:
        for path in folder.glob(pattern):
            path.chmod(0o600)


def _fingerprint(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    told = [
        [str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns]
        for path in files
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
