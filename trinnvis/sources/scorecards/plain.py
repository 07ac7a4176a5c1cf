"""Plain: a scorecard as JSON values, for the command line and for comparing."""

from decimal import Decimal

from trinnvis.sources.scorecards.facts import (
    RowKind,
    Scorecard,
    ScorecardRow,
    Target,
)

JsonValue = None | str | int | float | list["JsonValue"] | dict[str, "JsonValue"]
PlainRow = dict[str, JsonValue]


def to_expected_rows(scorecard: Scorecard) -> list[PlainRow]:
    """One value per indicator row, in reading order; percent is percent points."""
    kinds = (RowKind.INDICATOR, RowKind.KEY_FIGURE)
    return [_row(row) for row in scorecard.rows if row.kind in kinds]


def to_expected_workbook(scorecard: Scorecard) -> dict[str, JsonValue]:
    """The whole file: units, indicators, and the tables of other shapes apart."""
    municipality = scorecard.municipality or ""
    return {
        "workbook": scorecard.name,
        "kommune": municipality.removesuffix(" kommune"),
        "units": [*sorted(scorecard.units)],
        "indicators": list(to_expected_rows(scorecard)),
        "unit_figures": _of_kind(scorecard, RowKind.UNIT_FIGURE),
        "transposed_tables": _of_kind(scorecard, RowKind.TRANSPOSED),
        "notices": [
            {
                "kind": notice.kind.value,
                "sheet": notice.sheet,
                "cell": notice.cell,
                "text": notice.text,
                "suggestion": notice.suggestion,
            }
            for notice in scorecard.notices
        ],
    }


def _of_kind(scorecard: Scorecard, kind: RowKind) -> list[JsonValue]:
    return [_row(row) for row in scorecard.rows if row.kind is kind]


def _row(row: ScorecardRow) -> PlainRow:
    missing: dict[str, JsonValue] = {
        result.period: result.missing.value
        for result in row.results
        if result.missing is not None
    }
    plain: PlainRow = {
        "sheet": row.sheet,
        "row": row.row,
        "unit": row.unit,
        "year": int(row.year) if row.year.isdecimal() else row.year,
        "focus": row.focus,
        "goal": row.goal,
        "code": row.code,
        "indicator": row.indicator,
        "measure": row.measure,
        "source_url": row.source_url,
        "direction": row.direction,
        "direction_source": row.direction_source,
        "direction_hint": row.direction_hint,
        "targets": {target.year: _target(target) for target in row.targets},
        "results": {result.period: _number(result.value) for result in row.results},
        "missing": missing,
        "printed_results": {result.period: result.printed for result in row.results},
        "status": row.status.value,
        "reasons": [reason.value for reason in row.reasons],
    }
    if row.kind is not RowKind.INDICATOR:
        plain["kind"] = row.kind.value
    optional: dict[str, JsonValue] = {
        "direction_printed": row.direction_printed,
        "rejected_fields": list(row.rejected_fields),
        "source_or_method": row.source,
        "published_status": row.published_status,
        "published_trend": row.published_trend,
    }
    return plain | {key: value for key, value in optional.items() if value}


def _target(target: Target) -> JsonValue:
    plain: dict[str, JsonValue] = {
        "printed": target.printed,
        "op": target.operator,
    }
    if target.printed_acceptable is not None:
        plain["printed_acceptable"] = target.printed_acceptable
        plain["printed_not_approved"] = target.printed_not_approved
    if target.low is not None:
        plain |= {
            "kind": "band",
            "low": _number(target.low),
            "high": _number(target.high),
            "acceptable_low": _number(target.acceptable_low),
            "acceptable_high": _number(target.acceptable_high),
        }
        return plain
    plain["value"] = _number(target.value)
    if target.acceptable is not None:
        plain["acceptable"] = _number(target.acceptable)
    if target.is_change:
        plain["kind"] = "change"
    return plain


def _number(value: Decimal | None) -> int | float | None:
    """JSON knows no Decimal; whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
