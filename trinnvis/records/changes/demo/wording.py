"""Wording: the few sentences the demo fills in where the file states only a result.

The unit's own language, bokmål or nynorsk. They tell what the file's figures say
and nothing more.
"""

from decimal import Decimal

from trinnvis.records.models import Unit
from trinnvis.rules.facts import IndicatorFacts

_NYNORSK = "nn"

_POLITICAL = {
    "T1": "rapport for 1. tertial",
    "T2": "rapport for 2. tertial",
    "AR": "årsrapport",
}


def political_report(body: str, key: str, kind: str) -> str:
    return f"{body}: {_POLITICAL.get(key, kind)}"


def unit_decision(language: str, year: int) -> str:
    if language == _NYNORSK:
        return f"Eininga bruker mål- og resultatstyring i {year}."
    return f"Enheten bruker mål- og resultatstyring i {year}."


def staff_meeting() -> str:
    return "personalmøte"


def discussed_with(language: str) -> str:
    if language == _NYNORSK:
        return "Tillitsvald og verneombod"
    return "Tillitsvalgt og verneombud"


def about(unit: Unit) -> str:
    """Say what the file tells of the unit's size."""
    fte = _comma(unit.fte)
    budget = _comma(unit.net_budget_mnok)
    if unit.language == _NYNORSK:
        return (
            f"{unit.name} har {unit.headcount} tilsette, {fte} årsverk og eit "
            f"nettobudsjett på {budget} millionar kroner."
        )
    return (
        f"{unit.name} har {unit.headcount} ansatte, {fte} årsverk og et "
        f"nettobudsjett på {budget} millioner kroner."
    )


def took_part(language: str, participants: int | None) -> str:
    """Say how the staff took part in making the plan."""
    if language == _NYNORSK:
        return (
            f"{participants} tilsette var med på målverkstaden. Planen er drøfta med "
            "tillitsvald og verneombod."
        )
    return (
        f"{participants} ansatte var med på målverkstedet. Planen er drøftet med "
        "tillitsvalgt og verneombud."
    )


def legal_duty(language: str, titles: tuple[str, ...]) -> str:
    """Say which of the reports that the law asks for use the plan's goals."""
    named = ", ".join(titles)
    if language == _NYNORSK:
        return f"Mål i planen blir brukte i: {named}."
    return f"Mål i planen brukes i: {named}."


def suggested(value: Decimal, indicator: IndicatorFacts) -> str:
    """Say what the figure is and where it began; the same in both languages."""
    now = f"{_comma(value)} {indicator.unit}."
    if indicator.baseline is None:
        return now
    began = f"{_comma(indicator.baseline)} ({indicator.baseline_label})"
    return f"{now} Utgangspunktet var {began}."


def off_the_path(expected: Decimal, indicator: IndicatorFacts) -> str:
    """Say where the path stood; the same in both languages."""
    return f"Banen var {_comma(expected)} {indicator.unit} ved slutten av kvartalet."


def too_few(language: str) -> str:
    """Say why nothing is told of a figure that rests on too few to be shown."""
    if language == _NYNORSK:
        return "Talet gjeld færre enn fem og blir ikkje vist."
    return "Tallet gjelder færre enn fem og vises ikke."


def key_figures(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return the unit's own key figures as label and text; at most three."""
    nynorsk = unit.language == _NYNORSK
    staff = "Tilsette" if nynorsk else "Ansatte"
    users = "Brukarar" if nynorsk else "Brukere"
    found = [(staff, str(unit.headcount)), ("Årsverk", _comma(unit.fte))]
    if unit.users_count is not None:
        found.append((users, str(unit.users_count)))
    return tuple(found)


def _comma(figure: Decimal | None) -> str:
    return "" if figure is None else f"{figure.normalize():f}".replace(".", ",")
