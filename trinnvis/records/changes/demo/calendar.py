"""Calendar: the demo's own quarter dates, its year wheel and its legal reports."""

from trinnvis.records.changes.demo.made import Made
from trinnvis.records.changes.demo.reading import Section
from trinnvis.records.changes.demo.wording import political_report
from trinnvis.records.models import ReportingPeriod, StatutoryReport, YearEvent

_KINDS = {
    "frist": "deadline",
    "mote": "meeting",
    "vedtak": "decision",
    "lovfrist": "legal_deadline",
}


def make_calendar(made: Made) -> None:
    """Make the quarters' dates, the wheel's days and the reports the law asks for."""
    calendar = made.file.section("reporting_calendar")
    periods = [_period(made, told) for told in calendar.sections("periods")]
    made_periods = ReportingPeriod.objects.bulk_create(periods)
    made.periods = {row.quarter: row for row in made_periods}
    _make_events(made, calendar.sections("political"))
    _make_reports(made)


def _period(made: Made, told: Section) -> ReportingPeriod:
    return ReportingPeriod(
        municipality=made.municipality,
        year=made.year,
        quarter=int(told.text("id").removeprefix("Q")),
        collect_by=told.day("collect_by"),
        unit_meeting_by=told.day("unit_meeting_by"),
        leadership_on=told.day("leadership"),
    )


def _make_events(made: Made, political: tuple[Section, ...]) -> None:
    """Make the wheel; a political report that is already in it gets its details."""
    events = [_event(made, told) for told in made.file.sections("year_wheel")]
    for told in political:
        body, on = told.text("body"), told.day("meeting")
        known = [
            event for event in events if event.on == on and event.text.startswith(body)
        ]
        if not known:
            text = political_report(body, told.text("id"), told.text("type"))
            known = [
                YearEvent(
                    municipality=made.municipality, on=on, kind="meeting", text=text
                )
            ]
            events += known
        known[0].body, known[0].cutoff = body, told.day("cutoff")
    YearEvent.objects.bulk_create(events)


def _event(made: Made, told: Section) -> YearEvent:
    return YearEvent(
        municipality=made.municipality,
        on=told.day("date"),
        kind=_KINDS[told.text("kind")],
        text=told.text("text"),
        text_nn=told.text("nn"),
        law=told.text("law"),
        step=told.text("step"),
    )


def _make_reports(made: Made) -> None:
    StatutoryReport.objects.bulk_create(
        StatutoryReport(
            municipality=made.municipality,
            title=told.text("title"),
            law=told.text("law"),
            due=told.day("due"),
            uses=list(told.texts("uses")),
        )
        for told in made.file.sections("lovpalagte_rapporter")
    )
