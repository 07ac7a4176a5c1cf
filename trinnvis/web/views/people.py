"""People: signing in and out, and one's own language and colours."""

from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from trinnvis.web.views.demo import sign_in_choices


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door. In the demo: named people of all roles, no passwords."""
    form = AuthenticationForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(next_page(request))
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "next": request.GET.get("next", ""),
        "people": sign_in_choices(),
    }
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
