"""Import scorecard: takes a målekart file into the plans from the shell.

What needs no question is taken in, all of it or nothing; the rest is listed, and can
be answered on the page. With --dry-run nothing is written. The same file twice changes
nothing. Exit 1 for a file that cannot be read.
"""

import json
from pathlib import Path
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from trinnvis.clock.day import day_of, moment_of
from trinnvis.clock.import_report import json_report, text_report
from trinnvis.records.changes.import_units import make_missing_units
from trinnvis.records.changes.imports import (
    answer_import,
    apply_import,
    look_again,
    preview_import,
)
from trinnvis.records.load.imports import (
    answers_of,
    frame_for,
    importer_of,
    plan_of,
)
from trinnvis.records.load.people import sight_on
from trinnvis.records.models import ImportBatch, Municipality, Person
from trinnvis.records.refusals import Refused
from trinnvis.rules.import_answers import Answer, ImportAnswers, choices_for
from trinnvis.rules.import_plan import ImportFrame, ImportPlan, plan_import
from trinnvis.rules.import_refusals import ImportRefusal
from trinnvis.rules.scorecard_facts import Scorecard
from trinnvis.signs.import_words import fault_sentence
from trinnvis.signs.refusals import refusal_text
from trinnvis.sources.scorecards import FileRefused, read_scorecard_guarded
from trinnvis.sources.scorecards.archive import LARGEST_FILE


class Command(BaseCommand):
    help = "Tar et målekart (.xlsx eller CSV) inn i enhetenes planer for et år."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Regneark eller CSV.")
        parser.add_argument(
            "--municipality", required=True, help="Kommunenummer, fire siffer."
        )
        parser.add_argument("--year", required=True, type=int, help="Planens år.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Vis hva som ville skjedd."
        )
        parser.add_argument(
            "--json", action="store_true", help="Ett JSON-objekt i stedet for tekst."
        )
        parser.add_argument(
            "--create-units",
            action="store_true",
            help="Lag enheter som filen nevner og kommunen ikke har.",
        )
        parser.add_argument("--by", default="", help="Brukernavnet som filen føres på.")
        parser.add_argument("--encoding", help="Tegnsett for CSV, om det ikke er gitt.")

    def handle(self, *_args: Any, **options: Any) -> None:
        year = options["year"]
        if not 2000 <= year <= 2100:
            raise CommandError(f"Året er {year}. Skriv et år fra 2000 til 2100.")
        scorecard = _read(options["file"], options["encoding"])
        number = options["municipality"]
        municipality = Municipality.objects.filter(number=number).first()
        if municipality is None and not options["dry_run"]:
            raise CommandError(f"Fant ingen kommune med nummer {number}.")
        person = _importer(municipality, options["by"])
        if person is None and not options["dry_run"]:
            raise CommandError(
                "Fant ingen som kan hente inn filer i kommunen. Gi en rolle som "
                "controller, eller velg brukernavn med --by."
            )
        if options["dry_run"] or person is None or municipality is None:
            plan, already, batch = _looked(scorecard, year, person), False, None
        else:
            plan, already, batch = _taken_in(
                scorecard, year, person, municipality, units=options["create_units"]
            )
        write = json_report if options["json"] else text_report
        told = write(scorecard, year, plan, batch=batch, already=already, by=person)
        self.stdout.write(
            told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
        )


def _read(file: Path, encoding: str | None) -> Scorecard:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise CommandError(f"Fikk ikke åpnet {file}: {error.strerror}.") from error
    try:
        return read_scorecard_guarded(content, file.name, encoding=encoding)
    except FileRefused as refused:
        sentence = fault_sentence(
            refused.fault, sheet=refused.sheet, row=refused.row, text=refused.text
        )
        raise CommandError(f"{file.name}: {sentence}") from refused


def _importer(municipality: Municipality | None, username: str) -> Person | None:
    if municipality is None:
        return None
    day = day_of(municipality)
    person = importer_of(municipality, day, username)
    if person is not None:
        person.sight = sight_on(person, day)
    return person


def _without_asking(
    scorecard: Scorecard, year: int, batch: ImportBatch | None = None
) -> ImportAnswers:
    """Leave out every row that somebody has to be asked about; units stay answered."""
    asked = {
        index: Answer.LEAVE
        for index, row in enumerate(scorecard.rows)
        if choices_for(row, year)
    }
    units = answers_of(batch).units if batch else {}
    return ImportAnswers(units=units, rows=asked)


def _looked(scorecard: Scorecard, year: int, person: Person | None) -> ImportPlan:
    """Return what would become of the file, and write nothing."""
    answers = _without_asking(scorecard, year)
    if person is None:
        return plan_import(scorecard.rows, ImportFrame(year, answers))
    frame = frame_for(scorecard, year, answers, person=person)
    return plan_import(scorecard.rows, frame)


@transaction.atomic
def _taken_in(
    scorecard: Scorecard,
    year: int,
    person: Person,
    municipality: Municipality,
    *,
    units: bool,
) -> tuple[ImportPlan, bool, ImportBatch | None]:
    """Return what became of the file, whether it stood before, and the batch."""
    who: dict[str, Any] = {"by": person, "at": moment_of(municipality)}
    plan, before = _looked(scorecard, year, person), None
    try:
        batch = preview_import(scorecard, year, **who)
    except Refused as refused:
        if refused.reason is not ImportRefusal.ALREADY_APPLIED:
            raise CommandError(refusal_text(refused.reason)) from refused
        before = cast(ImportBatch, refused.missing[0])
        if not units:
            return plan, True, None
        batch = look_again(before, **who)
    answer_import(batch, _without_asking(scorecard, year, batch), **who)
    try:
        if units:
            make_missing_units(batch, **who)
        plan = plan_of(batch, person=person)
        apply_import(batch, today=day_of(municipality), **who)
    except Refused as refused:
        if refused.reason is not ImportRefusal.NOTHING_TO_IMPORT:
            raise CommandError(refusal_text(refused.reason)) from refused
        # A preview that gave nothing is not kept.
        transaction.set_rollback(True)
        return plan, before is not None, None
    batch.refresh_from_db()
    return plan, False, batch
