"""Load demo: fills an empty database with the demo municipality."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trinnvis.records.changes.demo.loading import DemoRefusal, load_demo
from trinnvis.records.refusals import Refused

_WHY_NOT = {
    DemoRefusal.NOT_DEMO_MODE: (
        "Demokommunen lastes bare i demo. Start med bin/start, eller sett "
        "TRINNVIS_DEMO=1."
    ),
    DemoRefusal.HOLDS_REAL_DATA: (
        "Databasen har en ekte kommune. Demokommunen lastes aldri ved siden av den."
    ),
}


class Command(BaseCommand):
    help = "Lager demokommunen. Gjør ingenting når den er der."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--file",
            type=Path,
            default=settings.BASE_DIR / "demo" / "elvevag.yaml",
            help="Fila som kommunen lages av.",
        )

    def handle(self, *args: object, file: Path, **options: object) -> None:
        try:
            municipality = load_demo(file)
        except Refused as refused:
            raise CommandError(_WHY_NOT[DemoRefusal(refused.reason)]) from refused
        except FileNotFoundError as missing:
            raise CommandError(f"Fant ikke fila {file}.") from missing
        if municipality is None:
            self.stdout.write("Demokommunen er der fra før. Ingenting er endret.")
        else:
            self.stdout.write(f"{municipality.name} er klar.")
