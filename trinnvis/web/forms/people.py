"""People: the door's form, and the first administrator's."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from trinnvis.web.forms.fields import LineField


class SignInForm(AuthenticationForm):
    """E-mail and password."""

    error_messages = {
        "invalid_login": gettext_lazy(
            "E-posten eller passordet stemmer ikke. Prøv én gang til."
        ),
        "inactive": gettext_lazy(
            "Denne brukeren er ikke i bruk lenger. Spør den som styrer brukerne."
        ),
    }

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        super().__init__(request, *args, **options)
        self.fields["username"].label = gettext_lazy("E-post")
        self.fields["password"].label = gettext_lazy("Passord")

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class FirstStartForm(forms.Form):
    """What an empty installation needs to know."""

    municipality = LineField(
        label=gettext_lazy("Kommunens navn"),
        help_text=gettext_lazy("For eksempel Elvevåg kommune"),
        limit=120,
    )
    number = forms.CharField(
        label=gettext_lazy("Kommunenummer"),
        help_text=gettext_lazy("Fire siffer"),
        validators=(
            RegexValidator(
                r"\A[0-9]{4}\Z", gettext_lazy("Kommunenummeret er fire siffer.")
            ),
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = LineField(label=gettext_lazy("Navnet ditt"), limit=120)
    email = forms.EmailField(
        label=gettext_lazy("E-posten din"),
        help_text=gettext_lazy("Den logger du inn med."),
        max_length=150,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Passord"),
        help_text=gettext_lazy("Minst tolv tegn. Flere ord etter hverandre går fint."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password
