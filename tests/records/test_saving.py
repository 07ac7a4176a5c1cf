"""Saving: nobody overwrites anyone unseen, and every change leaves one entry."""

import pytest

from tests.cast import NOON, Cast
from trinnvis.records.changes.saving import change_row
from trinnvis.records.models import Goal, LogEntry
from trinnvis.records.refusals import Clash, Stale


def change(goal: Goal, values: dict[str, object], version: int, by: object) -> bool:
    return change_row(
        "change_goal",
        goal,
        values,
        version=version,
        by=by,
        at=NOON,
        unit_id=goal.plan.unit_id,
    )


def test_a_change_leaves_one_row_and_one_entry(cast: Cast) -> None:
    assert change(cast.goal, {"title": "Nytt mål", "why": "Derfor"}, 1, cast.leif)
    goal = Goal.objects.get(pk=cast.goal.pk)
    assert (goal.title, goal.why, goal.version) == ("Nytt mål", "Derfor", 2)
    entry = LogEntry.objects.get()
    assert (entry.deed, entry.by, entry.object_id) == (
        "change_goal",
        cast.leif,
        goal.pk,
    )
    assert entry.after == {"title": "Nytt mål", "why": "Derfor", "version": 2}


def test_the_same_values_write_nothing(cast: Cast) -> None:
    assert not change(cast.goal, {"why": cast.goal.why}, 1, cast.leif)
    assert LogEntry.objects.count() == 0
    assert Goal.objects.get(pk=cast.goal.pk).version == 1


def test_an_old_version_gets_both_texts(cast: Cast) -> None:
    change(Goal.objects.get(pk=cast.goal.pk), {"why": "Leifs grunn"}, 1, cast.leif)
    with pytest.raises(Stale) as stale:
        change(cast.goal, {"why": "Karis grunn"}, 1, cast.kari)
    assert stale.value.clashes == (Clash("why", "Leifs grunn", "Karis grunn"),)
    assert (stale.value.by, stale.value.version) == ("Leif Berg", 2)
    assert Goal.objects.get(pk=cast.goal.pk).why == "Leifs grunn"


def test_two_may_change_different_fields_at_once(cast: Cast) -> None:
    change(Goal.objects.get(pk=cast.goal.pk), {"why": "Leifs grunn"}, 1, cast.leif)
    assert change(cast.goal, {"title": "Karis tittel"}, 1, cast.kari)
    goal = Goal.objects.get(pk=cast.goal.pk)
    assert (goal.why, goal.title, goal.version) == ("Leifs grunn", "Karis tittel", 3)


def test_a_version_that_the_log_does_not_explain_clashes(cast: Cast) -> None:
    Goal.objects.filter(pk=cast.goal.pk).update(version=7, why="Uten spor")
    with pytest.raises(Stale):
        change(cast.goal, {"title": "Karis tittel"}, 1, cast.kari)


def test_the_same_text_from_two_is_no_clash(cast: Cast) -> None:
    change(Goal.objects.get(pk=cast.goal.pk), {"why": "Felles grunn"}, 1, cast.leif)
    assert not change(cast.goal, {"why": "Felles grunn"}, 1, cast.kari)
