"""Results: what one result cell says, as a figure or as the way it is missing."""

import re

from trinnvis.sources.scorecards.cells import (
    Absent,
    Figure,
    Interval,
    Reading,
    Remark,
    Several,
    Unread,
)
from trinnvis.sources.scorecards.facts import Missing, Reason, Result
from trinnvis.sources.scorecards.grid import Cell

KEPT_AS_TEXT = frozenset({Missing.TEXT, Missing.COMPOSITE, Missing.BROKEN})
"""Ways of missing where something stands in the cell that could not be imported."""

_MISSING: dict[Reason, Missing] = {
    Reason.COMPOSITE_RATIO: Missing.COMPOSITE,
    Reason.NUMBER_AMBIGUOUS: Missing.AMBIGUOUS,
    Reason.BROKEN_CELL: Missing.BROKEN,
    Reason.DATE_INSTEAD_OF_NUMBER: Missing.BROKEN,
}
_TOLD: dict[Remark, Reason] = {
    Remark.SECOND_NUMBER: Reason.SECOND_NUMBER,
    Remark.APPROXIMATE: Reason.APPROXIMATE,
    Remark.CHANGE: Reason.SIGN_CONVENTION_UNCLEAR,
    Remark.SIGNED_BY_WORDS: Reason.SIGN_CONVENTION_UNCLEAR,
}


def result_of(period: str, cell: Cell | None, reading: Reading) -> Result:
    """The result of a period. A printed limit, such as «<5», is no figure."""
    address = cell.address if cell else ""
    formula = cell is not None and cell.formula
    printed = printed_in(cell)
    if isinstance(reading, Figure) and reading.operator is None:
        return Result(period, printed, address, reading.value, None, formula)
    return Result(period, printed, address, None, _missing(reading), formula)


def result_reasons(reading: Reading) -> tuple[Reason, ...]:
    """What should be told of a reading that stands as a result."""
    if isinstance(reading, Several):
        return (Reason.TWO_VALUES,)
    if isinstance(reading, Unread):
        return (reading.reason,)
    if isinstance(reading, Interval):
        return (Reason.TEXT_NOT_NUMBER,)
    if not isinstance(reading, Figure):
        return ()
    if reading.operator:
        return (Reason.LIMIT_NOT_FIGURE,)
    return tuple(
        reason for remark, reason in _TOLD.items() if remark in reading.remarks
    )


def printed_in(cell: Cell | None) -> str:
    """The cell as printed, its lines joined by « / »; empty for an empty cell."""
    if cell is None:
        return ""
    lines = (re.sub(r"\s+", " ", line).strip() for line in cell.text.splitlines())
    return " / ".join(line for line in lines if line)


def _missing(reading: Reading) -> Missing:
    if isinstance(reading, Absent):
        return reading.missing
    if isinstance(reading, Several):
        return Missing.TWO_VALUES
    if isinstance(reading, Unread):
        return _MISSING.get(reading.reason, Missing.TEXT)
    return Missing.TEXT
