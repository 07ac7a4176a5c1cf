"""Imports: a file looked through, answered, taken in, and taken out again."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from trinnvis.records.changes.import_making import make_rows
from trinnvis.records.changes.import_undoing import built_on, remove_rows
from trinnvis.records.changes.logging import Fields, log
from trinnvis.records.load.imports import (
    answers_of,
    applied_before,
    frame_for,
    may_import_anywhere,
    plan_of,
    scorecard_of,
    units_by_id,
)
from trinnvis.records.models import ImportBatch, Municipality, Person
from trinnvis.records.refusals import Refused
from trinnvis.records.versions import freeze
from trinnvis.rules.import_answers import Answer, ImportAnswers, choices_for
from trinnvis.rules.import_plan import plan_import
from trinnvis.rules.import_refusals import ImportRefusal
from trinnvis.rules.scorecard_facts import Scorecard

_LONGEST_NAME = 160


@transaction.atomic
def preview_import(
    scorecard: Scorecard, year: int, *, by: Person, at: datetime
) -> ImportBatch:
    """Keep a file that was read, to be looked through. One row, one log entry.

    The same file again is the same preview, with its answers. Nothing in any plan is
    touched. Raises Refused where the person may bring no files, or with
    ALREADY_APPLIED where the same file stands and gives nothing new.
    """
    _refuse_stranger(by)
    _refuse_again(scorecard, year, by)
    content, _checksum = freeze(scorecard)
    waiting = ImportBatch.objects.select_for_update().filter(
        by=by,
        municipality_id=by.municipality_id,
        sha256=scorecard.checksum,
        year=year,
        state=ImportBatch.State.PREVIEWED,
    )
    batch = waiting.first()
    if batch is not None and batch.content == content:
        return batch
    if batch is None:
        batch = ImportBatch(
            municipality_id=by.municipality_id,
            by=by,
            sha256=scorecard.checksum,
            year=year,
        )
    batch.at, batch.content, batch.answers = at, content, {}
    batch.file_name = _cut(scorecard.name)
    batch.save()
    after = {"file": batch.file_name, "sha256": batch.sha256, "year": year}
    _log("preview_import", batch, by=by, at=at, after=after)
    return batch


@transaction.atomic
def look_again(batch: ImportBatch, *, by: Person, at: datetime) -> ImportBatch:
    """Open what a file did not give as a new preview. One row, one log entry.

    The units stay answered; the rows are asked about anew.
    """
    _refuse_stranger(by)
    if batch.state != ImportBatch.State.APPLIED:
        raise Refused(ImportRefusal.NOT_APPLIED)
    new = ImportBatch.objects.create(
        municipality_id=batch.municipality_id,
        by=by,
        at=at,
        file_name=batch.file_name,
        sha256=batch.sha256,
        year=batch.year,
        content=batch.content,
        answers={"units": batch.answers.get("units", {})},
    )
    _log("preview_import", new, by=by, at=at, after={"again": batch.pk})
    return new


@transaction.atomic
def answer_import(
    batch: ImportBatch, answers: ImportAnswers, *, by: Person, at: datetime
) -> bool:
    """Keep the person's answers; what cannot be answered so is left unanswered.

    Returns False, and writes nothing, when they are as before. One log entry.
    """
    saved = _previewed(batch, by)
    told = _as_json(_allowed(saved, answers))
    if told == _as_json(answers_of(saved)):
        return False
    before = {"answers": saved.answers}
    saved.answers = told
    saved.version += 1
    saved.save(update_fields=("answers", "version"))
    batch.answers, batch.version = saved.answers, saved.version
    _log("answer_import", saved, by=by, at=at, before=before, after={"answers": told})
    return True


@transaction.atomic
def apply_import(
    batch: ImportBatch, *, by: Person, at: datetime, today: date
) -> ImportBatch:
    """Take the file into the units' plans for its year: all of it, or nothing.

    Makes plans where units have none, goals, indicators and year figures. One log
    entry for the file and one for each plan. Raises Refused when there is nothing to
    take in, or when it is taken in already.
    """
    # Two who take the same file in at once wait for each other here.
    Municipality.objects.select_for_update().get(pk=by.municipality_id)
    saved = _previewed(batch, by)
    plan = plan_of(saved, person=by)
    if not plan.indicators:
        raise Refused(ImportRefusal.NOTHING_TO_IMPORT)
    made = make_rows(saved, plan, by=by, at=at, today=today)
    saved.state = ImportBatch.State.APPLIED
    saved.applied_at = at
    saved.made = made
    saved.version += 1
    saved.save(update_fields=("state", "applied_at", "made", "version"))
    after = {"state": saved.state, "made": _counted(made)}
    _log(
        "apply_import", saved, by=by, at=at, before={"state": "previewed"}, after=after
    )
    return saved


@transaction.atomic
def undo_import(batch: ImportBatch, *, by: Person, at: datetime) -> ImportBatch:
    """Take out exactly what the file made. One log entry, and one for each plan.

    Raises Refused with BUILT_ON and what it is, when someone has gone on from it.
    """
    _refuse_stranger(by)
    saved = _own(batch, by)
    if saved.state != ImportBatch.State.APPLIED:
        raise Refused(ImportRefusal.NOT_APPLIED)
    if built := built_on(saved):
        raise Refused(ImportRefusal.BUILT_ON, built)
    made = saved.made
    remove_rows(saved, by=by, at=at)
    saved.state = ImportBatch.State.UNDONE
    saved.undone_at = at
    saved.made = []
    saved.version += 1
    saved.save(update_fields=("state", "undone_at", "made", "version"))
    before = {"state": "applied", "made": _counted(made)}
    _log(
        "undo_import", saved, by=by, at=at, before=before, after={"state": saved.state}
    )
    return saved


def _refuse_stranger(by: Person) -> None:
    if by.facts is None or not may_import_anywhere(by.facts):
        raise Refused(ImportRefusal.NOT_ALLOWED)


def _refuse_again(scorecard: Scorecard, year: int, by: Person) -> None:
    """Raise Refused when the same file, answered alike, would give nothing new."""
    before = applied_before(scorecard.checksum, year, by.municipality_id)
    if before is None:
        return
    answers = answers_of(before) if before.by_id == by.pk else ImportAnswers()
    frame = frame_for(scorecard, year, answers, person=by)
    if not plan_import(scorecard.rows, frame).indicators:
        raise Refused(ImportRefusal.ALREADY_APPLIED, (before,))


def _own(batch: ImportBatch, by: Person) -> ImportBatch:
    """Return the batch anew, held; only the one who brought the file goes on."""
    saved = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if saved.by_id != by.pk:
        raise Refused(ImportRefusal.NOT_ALLOWED)
    return saved


def _previewed(batch: ImportBatch, by: Person) -> ImportBatch:
    _refuse_stranger(by)
    saved = _own(batch, by)
    if saved.state != ImportBatch.State.PREVIEWED:
        raise Refused(ImportRefusal.NOT_PREVIEWED)
    return saved


def _allowed(batch: ImportBatch, answers: ImportAnswers) -> ImportAnswers:
    scorecard = scorecard_of(batch)
    units = units_by_id(batch.municipality_id)
    named = set(scorecard.units)
    rows = {
        index: said
        for index, said in answers.rows.items()
        if 0 <= index < len(scorecard.rows)
        and said in (Answer.LEAVE, *choices_for(scorecard.rows[index], batch.year))
    }
    chosen = {
        name: unit
        for name, unit in answers.units.items()
        if name in named and (unit == 0 or unit in units)
    }
    return ImportAnswers(chosen, rows, answers.key_figures)


def _as_json(answers: ImportAnswers) -> dict[str, Any]:
    return {
        "units": dict(sorted(answers.units.items())),
        "rows": {str(row): str(said) for row, said in sorted(answers.rows.items())},
        "key_figures": answers.key_figures,
    }


def _cut(name: str) -> str:
    """Return a file's name that fits, with its ending."""
    if len(name) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    tail = dot + ending if len(ending) <= 5 else ""
    return (stem or name)[: _LONGEST_NAME - len(tail)] + tail


def _counted(made: list[list[Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind, *_rest in made:
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def _log(
    deed: str,
    batch: ImportBatch,
    *,
    by: Person,
    at: datetime,
    before: Fields | None = None,
    after: Fields | None = None,
) -> None:
    log(
        deed,
        batch,
        by=by,
        at=at,
        municipality_id=batch.municipality_id,
        before=before,
        after=after,
    )
