"""Scorecard facts: the plain facts of rules/scorecard_facts, known here by name."""

from trinnvis.rules.scorecard_facts import (
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

__all__ = [
    "LAST_MEASURED",
    "REASON_STATUS",
    "YEAR_UNKNOWN",
    "Direction",
    "DirectionSource",
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
]
