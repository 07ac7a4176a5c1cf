"""Deeds: the demo's past in the audit trail, in the order it happened."""

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.logging import log


def log_deeds(made: Made) -> None:
    """Append every deed to the municipality's chain. Four queries each."""
    for deed in sorted(made.deeds, key=lambda deed: deed.at):
        log(
            deed.name,
            deed.row,
            by=deed.by,
            at=deed.at,
            municipality_id=made.municipality.pk,
            unit_id=deed.unit_id,
            before=deed.before,
            after=deed.after,
        )
