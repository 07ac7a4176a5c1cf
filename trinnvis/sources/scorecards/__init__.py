"""Scorecards: a municipality's målekart, as a workbook or CSV, read into facts."""

from trinnvis.sources.scorecards.facts import (
    LAST_MEASURED,
    REASON_STATUS,
    YEAR_UNKNOWN,
    Direction,
    DirectionSource,
    Missing,
    Notice,
    NoticeKind,
    Reason,
    Result,
    RowKind,
    Scorecard,
    ScorecardRow,
    Status,
    Target,
)
from trinnvis.sources.scorecards.guard import read_scorecard_guarded
from trinnvis.sources.scorecards.plain import to_expected_rows, to_expected_workbook
from trinnvis.sources.scorecards.reading import read_scorecard, shown_name
from trinnvis.sources.scorecards.refusals import FileFault, FileRefused

__all__ = [
    "LAST_MEASURED",
    "REASON_STATUS",
    "YEAR_UNKNOWN",
    "Direction",
    "DirectionSource",
    "FileFault",
    "FileRefused",
    "Missing",
    "Notice",
    "NoticeKind",
    "Reason",
    "Result",
    "RowKind",
    "Scorecard",
    "ScorecardRow",
    "Status",
    "Target",
    "read_scorecard",
    "read_scorecard_guarded",
    "shown_name",
    "to_expected_rows",
    "to_expected_workbook",
]
