"""People: signing in and out."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from trinnvis.records.models import Municipality
from trinnvis.web import cast
from trinnvis.web.forms.people import SignInForm


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. In the demo: named people of all roles, no passwords."""
    if settings.DEMO:
        return _choose(request)
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(next_page(request))
    context = {
        "form": form,
        "next": next_page(request),
        "empty": not Municipality.objects.exists(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "people/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave, and leave nothing behind in the browser."""
    logout(request)
    response = redirect("sign-in")
    response["Clear-Site-Data"] = '"storage"'
    return response


def next_page(request: HttpRequest) -> str:
    """Return where the person was going, if that is a page of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else "/"


def _choose(request: HttpRequest) -> HttpResponse:
    """Whom one wants to be in the demo: some to begin with, and everyone."""
    wanted = request.GET.get("q", "").strip()[:100]
    context = {
        "next": next_page(request),
        "wanted": wanted,
        "suggested": () if wanted else cast.suggested(),
        "groups": cast.groups(wanted),
    }
    return render(request, "people/choose.html", context)
