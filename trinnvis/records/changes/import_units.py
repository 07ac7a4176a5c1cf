"""Import units: units made because a file names them and somebody asked for it."""

import re
from datetime import datetime

from django.db import transaction

from trinnvis.records.changes.logging import log
from trinnvis.records.load.imports import answers_of, frame_for, scorecard_of
from trinnvis.records.models import ImportBatch, Person, Unit
from trinnvis.records.refusals import Refused
from trinnvis.rules.access import why_not_run_municipality
from trinnvis.rules.import_plan import Why
from trinnvis.rules.import_units import folded

_LONGEST_KEY = 50
_LONGEST_NAME = 120


@transaction.atomic
def make_missing_units(
    batch: ImportBatch, *, by: Person, at: datetime
) -> tuple[Unit, ...]:
    """Make a unit, under the municipality's own, for each name that has none.

    One row and one log entry for each. They are no part of an undo: a unit that
    stands in the log is not erased. Raises Refused for others than the
    municipality's staff.
    """
    municipality_id = batch.municipality_id
    if by.facts is None:
        return ()
    if reason := why_not_run_municipality(by.facts, municipality_id):
        raise Refused(reason)
    frame = frame_for(scorecard_of(batch), batch.year, answers_of(batch), person=by)
    missing = [
        place.name for place in frame.places.values() if place.why_not is Why.NO_UNIT
    ]
    root = Unit.objects.filter(municipality_id=municipality_id, parent=None).first()
    made = tuple(_unit(name, root, municipality_id) for name in missing)
    for unit in made:
        log(
            "make_unit",
            unit,
            by=by,
            at=at,
            municipality_id=municipality_id,
            unit_id=unit.pk,
            after={"name": unit.name, "import": batch.pk},
        )
    told = dict(batch.answers)
    chosen = {unit.name: unit.pk for unit in made}
    told["units"] = {**told.get("units", {}), **chosen}
    ImportBatch.objects.filter(pk=batch.pk).update(answers=told)
    batch.answers = told
    return made


def _unit(name: str, root: Unit | None, municipality_id: int) -> Unit:
    stem = re.sub(r"\s+", "-", folded(name))[:_LONGEST_KEY] or "enhet"
    units = Unit.objects.filter(municipality_id=municipality_id, key__startswith=stem)
    taken = set(units.values_list("key", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    key = next(key for key in (stem, *numbered) if key not in taken)
    unit = Unit.objects.create(
        municipality_id=municipality_id,
        parent=root,
        key=key,
        name=name[:_LONGEST_NAME],
        path=f"new/{key}",
    )
    # The path holds the row's own number, so it is known only afterwards.
    unit.path = f"{root.path if root else ''}{unit.pk:06d}/"
    unit.save(update_fields=("path",))
    return unit
