"""Presentations: results told to staff, leaders and the elected, and one case."""

from datetime import date

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.models import (
    ActionPoint,
    CasePaper,
    Goal,
    Presentation,
    Recognition,
)
from trinnvis.rules.quarters import Quarter

_KINDS = {"kvartal": "quarter", "tertial": "tertial", "arsrapport": "year"}
_AUDIENCES = {
    "ansatte": Presentation.Audience.STAFF,
    "ledelse": Presentation.Audience.LEADERSHIP,
    "politisk": Presentation.Audience.POLITICAL,
}
_RECOGNITIONS = {
    "ros": "praise",
    "framsteg": "progress",
    "suksess": "success",
    "ledermote": "leadership",
}


def make_presentations(made: Made) -> None:
    """Make the meetings with what was agreed in them, and the case paper."""
    told = made.file.sections("presentations")
    rows = Presentation.objects.bulk_create(_presentation(made, t) for t in told)
    for row, section in zip(rows, told, strict=True):
        row.units_presenting.set(
            made.units[key] for key in section.texts("units_presenting")
        )
    ActionPoint.objects.bulk_create(
        ActionPoint(
            municipality=made.municipality,
            presentation=row,
            text=point.text("text"),
            responsible=made.people[point.text("responsible")],
            due=point.day("due"),
            status=point.text("status"),
        )
        for row, section in zip(rows, told, strict=True)
        for point in section.sections("action_points")
    )
    CasePaper.objects.bulk_create(
        _case(made, section) for section in made.file.sections("cases")
    )


def make_recognitions(made: Made) -> None:
    """Make what leaders have thanked for; a shared success is tied to its goal."""
    told = made.file.sections("inspiration")
    rows = Recognition.objects.bulk_create(_recognition(made, t) for t in told)
    for row, section in zip(rows, told, strict=True):
        row.shared_with.set(made.units[key] for key in section.texts("shared_with"))


def _presentation(made: Made, told: Section) -> Presentation:
    on = told.day("date")
    kind = _KINDS[told.text("type")]
    return Presentation(
        municipality=made.municipality,
        unit=made.units.get(told.text("unit")),
        year=on.year,
        quarter=_quarter(kind, on),
        kind=kind,
        audience=_AUDIENCES[told.text("audience")],
        body=told.text("body"),
        on=on,
        case_no=told.text("case"),
        minutes=told.whole_or_none("minutes"),
        attendees=told.whole_or_none("attendees"),
        slides=told.whole_or_none("slides"),
        decision=told.text("decision"),
        feedback=list(told.texts("feedback")),
    )


def _quarter(kind: str, on: date) -> int | None:
    """Return the last quarter that was closed; a tertial report builds on one too.

    The second tertial ends in August, so its last closed quarter is the second.
    """
    if kind == "year":
        return None
    last = Quarter.of(on).previous
    return last.number if kind == "quarter" else last.previous.number


def _case(made: Made, told: Section) -> CasePaper:
    return CasePaper(
        municipality=made.municipality,
        key=told.text("id"),
        title=told.text("title"),
        body=told.text("body"),
        on=told.day("date"),
        case_handler=made.people[told.text("case_handler")],
        proposed_decision=list(told.texts("proposed_decision")),
        summary=told.text("summary"),
        sections=list(told.texts("sections")),
        attachments=list(told.texts("attachments")),
    )


def _recognition(made: Made, told: Section) -> Recognition:
    kind = _RECOGNITIONS[told.text("kind")]
    unit = told.text("unit")
    return Recognition(
        municipality=made.municipality,
        unit=made.units[unit],
        goal=_shared_success(made, unit) if kind == "success" else None,
        by=made.people[told.text("by")],
        on=told.day("date"),
        kind=kind,
        text=told.text("text"),
        language=told.text("language") or "nb",
    )


def _shared_success(made: Made, unit: str) -> Goal | None:
    """Return the unit's goal whose review says that it is shared as a success."""
    for goal in made.file.sections("goals"):
        reviews = goal.section("reviews")
        shared = (reviews.section(key).yes("share_as_success") for key in reviews.names)
        if goal.text("unit") == unit and any(shared):
            return made.goals[goal.text("id")]
    return None
