"""First link: writes a new one-time address for an empty installation."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from trinnvis import first_link
from trinnvis.records.models import Municipality


class Command(BaseCommand):
    help = "Skriver en engangslenke for å ta en tom installasjon i bruk."

    def handle(self, *args: object, **options: object) -> None:
        if settings.DEMO:
            raise CommandError("Demoen trenger ingen lenke.")
        if Municipality.objects.exists():
            raise CommandError("Trinnvis er tatt i bruk. Logg inn på vanlig måte.")
        token = first_link.make_link(settings.DATA_DIR, at=timezone.now())
        self.stdout.write(f"{settings.URL.rstrip('/')}/first-start/{token}/")
