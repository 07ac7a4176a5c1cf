"""Rebuild standings: every copy of what the rules say, made anew.

Run by the clock each night: a figure that is missing turns late by the calendar
alone. Tells how many rows differed.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from trinnvis.clock.day import day_of
from trinnvis.records.changes.standings import rebuild_standings
from trinnvis.records.models import Municipality


class Command(BaseCommand):
    help = "Make every goal's standing anew from the figures."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--day", help="the day to judge on, 2026-11-23")

    def handle(self, *_args: Any, **options: Any) -> None:
        for municipality in Municipality.objects.all():
            with transaction.atomic():
                changed = rebuild_standings(
                    municipality, day=day_of(municipality, options["day"])
                )
            self.stdout.write(f"{municipality.name}: {changed}")
