"""Exports: a plan's figures as a file; the same reader, the same figures."""

from django.http import HttpResponse

from trinnvis.records.load.plans import plan_facts
from trinnvis.reports.contents.figures import figures_of
from trinnvis.reports.paper.delimited import write_csv
from trinnvis.reports.paper.workbook import write_workbook
from trinnvis.web.requests import Request
from trinnvis.web.views.plans import plan_of

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def figures_csv(request: Request, plan_id: int) -> HttpResponse:
    """The plan's figures as CSV, for those who may read the plan."""
    plan = plan_of(request, plan_id)
    table = figures_of(plan_facts(plan, reader=request.user.sight))
    return _file(write_csv(table), "text/csv; charset=utf-8", plan_id, "csv")


def figures_workbook(request: Request, plan_id: int) -> HttpResponse:
    """The plan's figures as an Excel workbook."""
    plan = plan_of(request, plan_id)
    table = figures_of(plan_facts(plan, reader=request.user.sight))
    return _file(write_workbook((table,)), _WORKBOOK, plan_id, "xlsx")


def _file(content: bytes, kind: str, plan_id: int, ending: str) -> HttpResponse:
    """Answer with a file that is only ever downloaded."""
    name = f"trinnvis-plan-{plan_id}.{ending}"
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
