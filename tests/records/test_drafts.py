"""Drafts: half-written text, one per person and field."""

from tests.cast import NOON, Cast
from trinnvis.records.changes.drafts import drop_draft, drop_drafts, keep_draft
from trinnvis.records.models import Draft, LogEntry

FIELD = "goal-review:17:achieved"


def texts() -> list[tuple[str, str]]:
    return list(Draft.objects.order_by("pk").values_list("person__name", "text"))


def test_a_draft_is_kept_once_per_person_and_field(cast: Cast):
    keep_draft(FIELD, "Vi", by=cast.kari, at=NOON)
    keep_draft(FIELD, "Vi har", by=cast.kari, at=NOON)
    keep_draft(FIELD, "Jeg", by=cast.leif, at=NOON)
    assert texts() == [("Kari Nes", "Vi har"), ("Leif Berg", "Jeg")]
    assert LogEntry.objects.count() == 0


def test_an_emptied_field_has_no_draft(cast: Cast):
    keep_draft(FIELD, "Vi", by=cast.kari, at=NOON)
    assert keep_draft(FIELD, "  ", by=cast.kari, at=NOON) is None
    assert texts() == []


def test_a_sent_text_has_no_draft(cast: Cast):
    keep_draft(FIELD, "Vi", by=cast.kari, at=NOON)
    drop_draft(FIELD, by=cast.kari)
    assert texts() == []


def test_a_form_is_forgotten_with_all_its_fields(cast: Cast):
    for field in ("condition:4:title", "condition:4:text", "condition:5:title"):
        keep_draft(field, "Turnus", by=cast.kari, at=NOON)
    drop_drafts("condition:4:", by=cast.kari)
    assert list(Draft.objects.values_list("field", flat=True)) == ["condition:5:title"]


def test_nobody_else_sees_a_draft(cast: Cast):
    draft = keep_draft(FIELD, "Vi", by=cast.kari, at=NOON)
    seen = [draft in Draft.objects.visible_to(who) for who in (cast.kari, cast.leif)]
    assert seen == [True, False]
