"""Editors: two to eight who write in the same fields, and nothing lost unseen (F-11).

Each editor remembers what they last read. Everything that was acknowledged is in the
log, and nobody's text is replaced by someone who had not seen it.
"""

from dataclasses import dataclass, field
from random import Random

import pytest

from tests.cast import Cast
from tests.records.quarters import Q3, now
from trinnvis.records.changes.goal_reviews import answer_goal
from trinnvis.records.models import GoalReview, LogEntry
from trinnvis.records.refusals import Stale

FIELDS = ("achieved", "not_achieved")
STEPS = 80


@dataclass
class Editor:
    """Someone with the page open: the version and the texts they see."""

    name: str
    version: int = 0
    seen: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))

    def read(self) -> None:
        row = GoalReview.objects.first()
        if row is not None:
            self.version = row.version
            self.seen = {name: getattr(row, name) for name in FIELDS}


@pytest.mark.parametrize("seed", range(8))
def test_no_text_is_replaced_by_one_who_had_not_seen_it(cast: Cast, seed: int):
    chance = Random(seed)
    editors = [Editor(str(number)) for number in range(chance.randint(2, 8))]
    acknowledged: list[tuple[str, str]] = []
    clashes = 0
    for step in range(STEPS):
        editor = chance.choice(editors)
        if chance.random() < 0.3:
            editor.read()
            continue
        name, text = chance.choice(FIELDS), f"{editor.name} i trinn {step}"
        row = GoalReview.objects.first()
        stands = getattr(row, name) if row else ""
        try:
            saved = answer_goal(
                cast.goal,
                Q3,
                {name: text},
                version=editor.version,
                **now(cast.leif),
            )
        except Stale as stale:
            clashes += 1
            (clash,) = stale.clashes
            assert (clash.saved, clash.typed) == (stands, text)
            editor.read()
            continue
        assert editor.seen[name] == stands
        acknowledged.append((name, text))
        # The page takes the version of its own save, and only that field's text.
        editor.seen[name] = text
        if editor.version == saved.version - 1:
            editor.version = saved.version
        else:
            editor.read()
    kept = LogEntry.objects.filter(deed="answer_goal").values_list("after", flat=True)
    assert acknowledged == [
        (name, after[name]) for after in kept for name in FIELDS if name in after
    ]
    assert clashes > 0
