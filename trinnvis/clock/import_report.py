"""Import report: what became of a målekart file, as text or as one JSON object."""

from collections.abc import Callable
from typing import Any

from trinnvis.records.models import ImportBatch, Person
from trinnvis.rules.import_answers import open_reasons
from trinnvis.rules.import_plan import Fate, ImportPlan, Why
from trinnvis.rules.scorecard_facts import RowKind, Scorecard, ScorecardRow, Status
from trinnvis.signs.import_reasons import reason_sentence
from trinnvis.signs.import_words import notice_sentence, why_sentence
from trinnvis.sources.scorecards import to_expected_rows

_ROWS = (RowKind.INDICATOR, RowKind.KEY_FIGURE)


def json_report(
    scorecard: Scorecard,
    year: int,
    plan: ImportPlan,
    *,
    batch: ImportBatch | None,
    already: bool,
    by: Person | None,
) -> dict[str, Any]:
    """Return one object; `rows` has one for each indicator, as the file says it."""
    fates = [
        fate
        for fate, row in zip(plan.fates, scorecard.rows, strict=True)
        if row.kind in _ROWS
    ]
    rows: list[dict[str, Any]] = []
    for plain, fate in zip(to_expected_rows(scorecard), fates, strict=True):
        row: dict[str, Any] = dict(plain)
        row["acceptable"] = {
            period: target["acceptable"]
            for period, target in row["targets"].items()
            if target.get("acceptable") is not None
        }
        row["outcome"] = fate.fate.value
        row["why"] = fate.why.value if fate.why else None
        rows.append(row)
    return {
        "file": scorecard.name,
        "year": year,
        "municipality_in_file": scorecard.municipality,
        "written": batch is not None,
        "already_there": already,
        "import": batch.pk if batch else None,
        "by": by.username if by else None,
        "indicators": len(plan.indicators),
        "figures": sum(len(made.figures) for made in plan.indicators),
        "units_not_found": list(_units_not_found(scorecard, plan)),
        "rows": rows,
    }


def text_report(
    scorecard: Scorecard,
    year: int,
    plan: ImportPlan,
    *,
    batch: ImportBatch | None,
    already: bool,
    by: Person | None,
) -> str:
    """Return what was taken in, what must be confirmed, and what is text."""
    lines = _summary(scorecard, year, plan, batch, by, already=already)
    lines += _told(
        "Må bekreftes på siden for målekart",
        scorecard,
        lambda row: row.status is Status.ASK and bool(open_reasons(row, year)),
        year,
    )
    lines += _told(
        "Ikke lest som tall",
        scorecard,
        lambda row: row.status is Status.REJECT,
        year,
    )
    lines += _left(plan, year)
    lines += [
        f"{notice.sheet} {notice.cell}: {notice_sentence(notice)}"
        for notice in scorecard.notices
        if notice.kind != "footnote"
    ]
    return "\n".join(lines)


def _summary(
    scorecard: Scorecard,
    year: int,
    plan: ImportPlan,
    batch: ImportBatch | None,
    by: Person | None,
    *,
    already: bool,
) -> list[str]:
    lines = [f"{scorecard.name}: {len(scorecard.rows)} rader."]
    if already:
        lines.append("Denne filen er tatt inn før. Ingenting er endret.")
    figures = sum(len(made.figures) for made in plan.indicators)
    judged = sum(not made.watched for made in plan.indicators)
    verb = "Tatt inn" if batch else "Kan tas inn"
    lines.append(
        f"{verb} for {year}: {len(plan.indicators)} indikatorer "
        f"({judged} med mål), {figures} tall."
    )
    if by and batch:
        lines.append(f"Ført på {by.name} ({by.username}). Import {batch.pk}.")
    for name in _units_not_found(scorecard, plan):
        lines.append(f"Fant ikke enheten «{name}». Radene er ikke tatt inn.")
    return lines


def _told(
    title: str, scorecard: Scorecard, chosen: Callable[[ScorecardRow], bool], year: int
) -> list[str]:
    rows = [row for row in scorecard.rows if chosen(row)]
    if not rows:
        return []
    lines = [f"{title}: {len(rows)} rader."]
    for row in rows:
        reasons = open_reasons(row, year) or row.reasons
        said = " ".join(
            reason_sentence(reason, row, scorecard.rows) for reason in reasons
        )
        lines.append(f"  {_where(row)}: {said}")
    return lines


def _left(plan: ImportPlan, year: int) -> list[str]:
    """Return the rows that the plans themselves leave out, counted by why."""
    whys = (Why.PLAN_FROZEN, Why.ALREADY_THERE, Why.NOT_ALLOWED)
    counted = {
        why: sum(fate.why is why and fate.fate is Fate.LEFT_OUT for fate in plan.fates)
        for why in whys
    }
    return [
        f"{count} rader: {why_sentence(why, year)}"
        for why, count in counted.items()
        if count
    ]


def _units_not_found(scorecard: Scorecard, plan: ImportPlan) -> tuple[str, ...]:
    names = {
        row.unit: None
        for fate, row in zip(plan.fates, scorecard.rows, strict=True)
        if fate.why is Why.NO_UNIT
    }
    return tuple(names)


def _where(row: ScorecardRow) -> str:
    return f"{row.sheet}, rad {row.row}, {row.unit}: {row.indicator}"
