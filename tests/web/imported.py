"""Imported: a small målekart that the chief executive has brought."""

from typing import Any

from tests.cast import NOON, TODAY
from tests.web.scene import Scene
from trinnvis.records.changes.imports import apply_import, preview_import
from trinnvis.records.models import ImportBatch
from trinnvis.sources.scorecards import read_scorecard

CARD = (
    "Enhet;Indikator;Mål 2026;Resultat 2025\n"
    "Fjellvik skole;Trivsel;> 4,5;4,4\n"
    "Fjellvik skole;Elever som deltar;90 %;85 %\n"
    "Fjellvik skole;Ro i timene;God ro;Bra\n"
)


def with_preview(scene: Scene) -> dict[str, Any]:
    return {"import": _preview(scene).pk}


def with_import(scene: Scene) -> dict[str, Any]:
    batch = _preview(scene)
    apply_import(batch, by=scene.cast.tone, at=NOON, today=TODAY)
    return {"import": batch.pk}


def _preview(scene: Scene) -> ImportBatch:
    scorecard = read_scorecard(CARD.encode(), "maal.csv")
    return preview_import(scorecard, 2026, by=scene.cast.tone, at=NOON)
