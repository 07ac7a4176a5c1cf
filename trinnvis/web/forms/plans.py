"""Plans: the plan's texts, what was discussed, and the words of a move."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trinnvis.web.forms.fields import DayField, LineField, ProseField

MOST_FIGURES = 3


class SummaryForm(forms.Form):
    """Three sentences: «Kort sagt»."""

    summary = ProseField(
        label=gettext_lazy("Kort sagt"),
        help_text=gettext_lazy(
            "Tre setninger: hvem dere er, og hva som skal bli bedre."
        ),
        required=False,
        limit=1000,
    )


class ChapterForm(forms.Form):
    """One text chapter, or that it does not apply."""

    text = ProseField(label=gettext_lazy("Tekst"), required=False, limit=6000)
    not_applicable = forms.BooleanField(
        label=gettext_lazy("Ikke aktuelt for oss"), required=False
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("text") and values.get("not_applicable"):
            self.add_error(
                "not_applicable",
                _("Kapittelet har tekst. Fjern teksten, eller fjern krysset."),
            )
        return values


class KeyFiguresForm(forms.Form):
    """At most three figures that tell how large the unit is."""

    def __init__(
        self, *args: Any, saved: tuple[tuple[str, str], ...] = (), **options: Any
    ) -> None:
        initial: dict[str, str] = {}
        for number, (label, text) in enumerate(saved[:MOST_FIGURES], start=1):
            initial |= {f"label_{number}": label, f"text_{number}": text}
        super().__init__(*args, initial=initial, **options)
        for number in range(1, MOST_FIGURES + 1):
            words = {"number": number}
            self.fields[f"label_{number}"] = LineField(
                label=_("Nøkkeltall %(number)s") % words, required=False, limit=80
            )
            self.fields[f"text_{number}"] = LineField(
                label=_("Verdi %(number)s") % words, required=False, limit=40
            )

    def figures(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs that have both a name and a value."""
        values = self.cleaned_data
        pairs = (
            (values[f"label_{number}"], values[f"text_{number}"])
            for number in range(1, MOST_FIGURES + 1)
        )
        return tuple((label, text) for label, text in pairs if label and text)


class DiscussionForm(forms.Form):
    """The statement on drøfting: when, with whom, and what they disagreed on."""

    discussed_on = DayField(label=gettext_lazy("Drøftet"), required=False)
    discussed_with = LineField(
        label=gettext_lazy("Med hvem?"),
        help_text=gettext_lazy(
            "Tillitsvalgte og verneombud, gjerne med navn og forbund."
        ),
        required=False,
        limit=300,
    )
    disagreement = ProseField(
        label=gettext_lazy("Uenighet"), required=False, limit=3000
    )
    not_discussed_reason = ProseField(
        label=gettext_lazy("Ikke drøftet, fordi"), required=False, limit=1000
    )


class MoveForm(forms.Form):
    """The words of a move: why, and the case or minutes it stands in."""

    reason = ProseField(label=gettext_lazy("Begrunnelse"), required=False, limit=2000)
    reference = LineField(
        label=gettext_lazy("Saksnummer eller referat"), required=False, limit=80
    )

    def __init__(self, *args: Any, needs_reason: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        reason = self.fields["reason"]
        reason.required = needs_reason
        reason.error_messages["required"] = _("Skriv hvorfor. Én setning holder.")


class CommentForm(forms.Form):
    """A comment, an answer or a statement."""

    text = ProseField(label=gettext_lazy("Kommentar"), limit=4000)

    def __init__(self, *args: Any, label: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = label or self.fields["text"].label
