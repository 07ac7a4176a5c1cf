"""Guard: the same reading, in a process that may not eat the machine."""

from pathlib import Path

import pytest

from tests.sources.scorecards.books import DATA, PLAIN, book
from trinnvis.sources.scorecards import (
    FileFault,
    FileRefused,
    guard,
    read_scorecard,
    read_scorecard_guarded,
)


def test_guarded_reading_gives_the_same_scorecard() -> None:
    content = (DATA / "klepp.xlsx").read_bytes()
    assert read_scorecard_guarded(content, "klepp.xlsx") == read_scorecard(
        content, "klepp.xlsx"
    )


def test_guarded_reading_refuses_as_reading_does() -> None:
    with pytest.raises(FileRefused) as refused:
        read_scorecard_guarded(b"Indikator,Resultat 2015\nTrivsel,4,5\n", "x.csv")
    assert (refused.value.fault, refused.value.row) == (FileFault.RAGGED_ROW, 2)


def test_too_little_memory_stops_the_child_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "MEMORY", 24 * 1024 * 1024)
    with pytest.raises(FileRefused) as refused:
        read_scorecard_guarded(b"x" * 9_000_000, "bok.csv")
    assert refused.value.fault is FileFault.TOO_HEAVY


def test_too_little_time_stops_the_child_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.01)
    with pytest.raises(FileRefused) as refused:
        read_scorecard_guarded(book(*PLAIN), "bok.xlsx")
    assert refused.value.fault is FileFault.TOO_SLOW


def test_child_is_found_from_any_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    scorecard = read_scorecard_guarded(book(*PLAIN), "bok.xlsx")
    assert [row.indicator for row in scorecard.rows] == ["Trivsel"]
