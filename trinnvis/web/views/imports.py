"""Imports: a file chosen, looked through, answered, taken in, and taken out again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trinnvis.records.changes import imports as changes
from trinnvis.records.load.imports import may_import_anywhere, scorecard_of
from trinnvis.records.models import ImportBatch, Plan
from trinnvis.records.refusals import Refused
from trinnvis.rules.import_refusals import ImportRefusal
from trinnvis.rules.scorecard_facts import Scorecard
from trinnvis.rules.scorecard_faults import FileFault
from trinnvis.signs.import_words import fault_sentence, refusal_sentence
from trinnvis.signs.refusals import missing_text
from trinnvis.sources.scorecards import FileRefused, read_scorecard_guarded
from trinnvis.sources.scorecards.archive import LARGEST_FILE
from trinnvis.web.forms.imports import UploadForm, posted_answers
from trinnvis.web.presenting.imports import not_taken_in, preview_page
from trinnvis.web.requests import Request

_State = ImportBatch.State


def index(request: Request) -> HttpResponse:
    """Choose a file; below it the files this person has brought before."""
    _only_those_who_may(request)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if answer := _received(request, form):
            return answer
    else:
        year = request.GET.get("year", str(request.day.year))
        form = UploadForm(
            initial={"year": year, "encoding": request.GET.get("encoding", "")}
        )
    batches = ImportBatch.objects.visible_to(request.user)
    context = {"form": form, "batches": batches.defer("content", "made")[:50]}
    status = 422 if form.errors else 200
    return render(request, "imports/index.html", context, status=status)


def _received(request: Request, form: UploadForm) -> HttpResponse | None:
    """Return where the preview is, or None when the form says what is wrong."""
    if not form.is_valid():
        return None
    scorecard = _read(form)
    if scorecard is None:
        return None
    try:
        batch = changes.preview_import(
            scorecard, form.cleaned_data["year"], by=request.user, at=request.at
        )
    except Refused as refused:
        return _again(request, form, refused)
    return redirect("import-show", batch.pk)


def _read(form: UploadForm) -> Scorecard | None:
    file = form.cleaned_data["file"]
    encoding = form.cleaned_data["encoding"] or None
    try:
        if file.size > LARGEST_FILE:
            raise FileRefused(FileFault.TOO_LARGE)
        return read_scorecard_guarded(file.read(), file.name, encoding=encoding)
    except FileRefused as refused:
        sentence = fault_sentence(
            refused.fault, sheet=refused.sheet, row=refused.row, text=refused.text
        )
        form.add_error("file", sentence)
        return None


def _again(request: Request, form: UploadForm, refused: Refused) -> HttpResponse | None:
    """Answer a file that stands already: with its own page, where it is theirs."""
    if refused.reason is not ImportRefusal.ALREADY_APPLIED:
        raise refused
    before = refused.missing[0]
    if isinstance(before, ImportBatch) and before.by_id == request.user.pk:
        messages.warning(request, refusal_sentence(ImportRefusal.ALREADY_APPLIED))
        return redirect("import-show", before.pk)
    form.add_error("file", refusal_sentence(ImportRefusal.ALREADY_APPLIED))
    return None


def show(request: Request, import_id: int) -> HttpResponse:
    """The preview of a file, or what became of it."""
    return _page(request, _batch_of(request, import_id))


def _page(
    request: Request, batch: ImportBatch, problems: tuple[dict[str, str], ...] = ()
) -> HttpResponse:
    status = 422 if problems else 200
    if batch.state == _State.PREVIEWED:
        page = preview_page(batch, request.user)
        context = {"batch": batch, "page": page, "problems": problems}
        return render(request, "imports/preview.html", context, status=status)
    made = [key for kind, key, *_rest in batch.made if kind == "goal"]
    plans = Plan.objects.visible_to(request.user).filter(goals__in=made)
    context = {
        "batch": batch,
        "plans": plans.select_related("unit").distinct().order_by("unit__path"),
        "goals": len(made),
        "figures": sum(kind == "observation" for kind, *_rest in batch.made),
        "left": not_taken_in(batch, request.user)
        if batch.state == _State.APPLIED
        else (),
        "problems": problems,
    }
    return render(request, "imports/done.html", context, status=status)


@require_POST
def answer(request: Request, import_id: int) -> HttpResponse:
    """Keep the answers; with the button «Ta inn» also take the file in."""
    batch = _batch_of(request, import_id)
    if batch.state != _State.PREVIEWED:
        # The same form twice: it stands already, and the page says so.
        return redirect("import-show", batch.pk)
    by, at = request.user, request.at
    answers = posted_answers(request.POST, scorecard_of(batch), batch.year)
    changes.answer_import(batch, answers, by=by, at=at)
    if request.POST.get("do") != "apply":
        messages.success(request, _("Svarene er lagret."))
        return redirect("import-show", batch.pk)
    try:
        changes.apply_import(batch, by=by, at=at, today=request.day)
    except Refused as refused:
        if refused.reason is not ImportRefusal.NOTHING_TO_IMPORT:
            raise
        problem = {"id": "units", "text": refusal_sentence(refused.reason)}
        return _page(request, batch, (problem,))
    messages.success(request, _("Målekartet er tatt inn i planene."))
    return redirect("import-show", batch.pk)


@require_POST
def undo(request: Request, import_id: int) -> HttpResponse:
    """Take out what the file made, unless somebody has gone on from it."""
    batch = _batch_of(request, import_id)
    if batch.state == _State.UNDONE:
        return redirect("import-show", batch.pk)
    try:
        changes.undo_import(batch, by=request.user, at=request.at)
    except Refused as refused:
        if refused.reason is not ImportRefusal.BUILT_ON:
            raise
        first = {"id": "", "text": refusal_sentence(ImportRefusal.BUILT_ON)}
        built = ({"id": "", "text": missing_text(item)} for item in refused.missing)
        return _page(request, batch, (first, *built))
    messages.success(request, _("Importen er angret. Alt den ga, er tatt ut igjen."))
    return redirect("import-show", batch.pk)


@require_POST
def again(request: Request, import_id: int) -> HttpResponse:
    """Open what the file did not give as a new preview."""
    batch = _batch_of(request, import_id)
    new = changes.look_again(batch, by=request.user, at=request.at)
    return redirect("import-show", new.pk)


def _batch_of(request: Request, import_id: int) -> ImportBatch:
    """Return the person's own file; 404 for everyone else's."""
    _only_those_who_may(request)
    visible = ImportBatch.objects.visible_to(request.user)
    return get_object_or_404(visible, pk=import_id)


def _only_those_who_may(request: Request) -> None:
    if request.user.facts is None or not may_import_anywhere(request.user.facts):
        raise Http404
