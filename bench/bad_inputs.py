"""Bad inputs: what our form fields answer to the inputs people get wrong.

    bench/bad_inputs.py FILE.jsonl [--json]

Runs the cases of figures, dates and free text through real Django form fields and
compares each answer with the `outcome` the case states. Other areas are left out;
cases that no form can meet (clocks of servers and browsers) are listed as skipped.
Ends with 0 whatever the score.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django
from django import forms
from django.conf import settings

if not settings.configured:
    settings.configure(
        USE_I18N=True, LANGUAGE_CODE="nb", SECRET_KEY="only for this bench"
    )
    django.setup()

from trinnvis.signs.reading.deadlines import (
    check_action_deadline,
    check_goal_deadline,
    check_period,
    check_result_quarter,
)
from trinnvis.signs.reading.numbers import NumberContext
from trinnvis.signs.reading.time_messages import time_message
from trinnvis.web.forms.fields import (
    DayField,
    FigureField,
    LineField,
    MomentField,
    ProseField,
    QuarterField,
    Subject,
    WeekField,
    YearField,
)

Case = dict[str, Any]
Answer = dict[str, str]

_CLOCK = re.compile(r"\bkl\b|T?[0-9]{2}:[0-9]{2}")
TODAY = date(2026, 11, 23)
"""The day the cases are told on, where they do not say another."""


class PeriodForm(forms.Form):
    """A start and a deadline, as on an action."""

    start = DayField(year=TODAY.year)
    deadline = DayField(year=TODAY.year)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if len(given) == 2:
            checked = check_period(given["start"], given["deadline"])
            if checked.problem:
                self.add_error("start", time_message(checked))
                self.add_error("deadline", time_message(checked))
        return given


def answer_of(field: forms.Field, typed: str) -> Answer:
    """Post what was typed in a form of that one field, and tell what came back."""
    form = type("OneField", (forms.Form,), {"typed": field})({"typed": typed})
    is_valid = form.is_valid()
    reading = form.fields["typed"].reading
    message = "" if is_valid else str(form.errors["typed"][0])
    standing = str(field.help_text)
    shown_again = form["typed"].value() == typed
    value = form.cleaned_data["typed"] if is_valid else ""
    return {
        "outcome": str(reading.outcome),
        "message": message,
        "standing": standing,
        "value": str(value)[:200],
        "kept": "yes" if shown_again else "no",
    }


def figure_answer(case: Case) -> Answer:
    """Answer a figure in the indicator the case describes."""
    given = case.get("context") or {}
    limits = {name: given.get(name) for name in ("min", "max", "previous")}
    known = {
        name: None if value is None else Decimal(str(value))
        for name, value in limits.items()
    }
    context = NumberContext(
        unit=given.get("unit") or "",
        decimals=given.get("decimals"),
        minimum=known["min"],
        maximum=known["max"],
        previous=known["previous"],
        has_denominator=bool(given.get("has_denominator")),
    )
    return answer_of(FigureField(context), case["literal"])


def time_answer(case: Case) -> Answer | None:
    """Answer a time in the field that the case speaks of; None when none can."""
    literal, about = case["literal"], case["input"].casefold()
    for pattern, answer in _TOLD:
        if found := re.fullmatch(pattern, literal, re.IGNORECASE):
            return answer(case, found)
    if "clock" in about or "klokke" in literal.casefold():
        return None
    if re.search(r"\bhour\b|\btime of day\b", about) or _CLOCK.search(literal):
        return answer_of(MomentField(), literal)
    if re.search(r"\bweek\b", about):
        return answer_of(WeekField(year=TODAY.year), literal)
    if "quarter" in about or "kvartal" in literal.casefold():
        return answer_of(QuarterField(year=TODAY.year), literal)
    if "plan year" in about:
        return answer_of(YearField(), literal)
    return answer_of(DayField(today=TODAY), literal)


def result_quarter_answer(_case: Case, found: re.Match[str]) -> Answer:
    """Answer «2026K4 den 15.11.2026»: a result for a quarter, on a day."""
    today = DayField().clean(found["day"])
    check = partial(check_result_quarter, today=today)
    return answer_of(QuarterField(check=check), found["quarter"])


def plan_deadline_answer(case: Case, found: re.Match[str]) -> Answer:
    """Answer «15.01.2027 i plan 2026»: an action's deadline, or a goal's."""
    about_goal = re.search(r"\bgoal\b", case["input"], re.IGNORECASE)
    judge = check_goal_deadline if about_goal else check_action_deadline
    check = partial(judge, plan_year=int(found["year"]))
    return answer_of(DayField(check=check), found["day"])


def period_answer(_case: Case, found: re.Match[str]) -> Answer:
    """Answer «Start 01.10, frist 01.03» with both fields of a form."""
    form = PeriodForm({"start": found["start"], "deadline": found["deadline"]})
    if form.is_valid():
        return {"outcome": "accept", "message": ""}
    return {"outcome": "reject", "message": str(form.errors["deadline"][0])}


_TOLD: tuple[tuple[str, Callable[[Case, re.Match[str]], Answer]], ...] = (
    (r"(?P<quarter>.+?) (?:den|pr\.?|per) (?P<day>[\d.]+)", result_quarter_answer),
    (r"(?P<day>[\d.]+) i plan(?:en)? (?P<year>\d{4})", plan_deadline_answer),
    (r"start (?P<start>[\d.]+), (?:frist|slutt) (?P<deadline>[\d.]+)", period_answer),
)


def text_answer(case: Case) -> Answer:
    """Answer free text in a goal's line or in a comment."""
    typed = spelled_out(case["literal"])
    about = case["input"].casefold()
    one_line = re.search(r"\btitle\b|one-line|\bname\b|\bpath\b|formula", about)
    if one_line or not typed.strip():
        return answer_of(LineField(subject=Subject.GOAL), typed)
    return answer_of(ProseField(subject=Subject.COMMENT), typed)


def spelled_out(literal: str) -> str:
    """Return the text that a literal describes: «(a × 1 000 000)», Tenor numbers."""
    if found := re.fullmatch(r"\(?(.{1,20}?) × ([\d \u00a0]+)\)?", literal):
        return found[1] * int(re.sub(r"\D", "", found[2]))
    if "fødselsnummer" in literal and not re.search(r"\d{6}", literal):
        return f"Gjelder {synthetic_identity_number()}."
    return literal


def synthetic_identity_number() -> str:
    """Return an invented number of the kind Tenor gives: the month plus 80."""
    weights = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    for serial in range(900, 1000):
        digits = [int(sign) for sign in f"018190{serial}"]
        for row in weights:
            total = sum(w * d for w, d in zip(row, digits, strict=True))
            digits.append(-total % 11)
        if max(digits) < 10:
            return "".join(map(str, digits))
    raise LookupError("no synthetic number")


AREAS: tuple[tuple[str, Callable[[Case], Answer | None]], ...] = (
    ("resultat/måltall", figure_answer),
    ("dato", time_answer),
    ("fritekst", text_answer),
)


def run(cases: list[Case]) -> dict[str, Any]:
    """Answer every case of the three areas. One entry per case, in their order."""
    entries, skipped = [], []
    for case in cases:
        reader = next((r for area, r in AREAS if case["area"].startswith(area)), None)
        if reader is None:
            continue
        answer = reader(case) if isinstance(case.get("literal"), str) else None
        if answer is None:
            skipped.append(case["id"])
            continue
        entries.append(entry_of(case, answer))
    passed = sum(entry["passed"] for entry in entries)
    told = [entry for entry in entries if entry["message_nb"]]
    return {
        "passed": passed,
        "failed": len(entries) - passed,
        "messages_same": sum(entry["message"] == entry["message_nb"] for entry in told),
        "messages_told": len(told),
        "skipped": skipped,
        "cases": entries,
    }


def entry_of(case: Case, answer: Answer) -> dict[str, Any]:
    """Hold an answer up against its case.

    Where the case asks for standing advice and no detection, the advice beside
    the field is the warning.
    """
    outcome, message = answer["outcome"], answer["message"]
    advised = outcome == "accept" and case["message_nb"] == answer.get("standing")
    if advised and case["message_nb"]:
        outcome, message = "warn", answer["standing"]
    return {
        "id": case["id"],
        "outcome": outcome,
        "expected": case["outcome"],
        "passed": outcome == case["outcome"],
        "message": message,
        "message_nb": case["message_nb"],
        "value": answer.get("value", ""),
        "kept": answer.get("kept", "yes") == "yes",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").split("\n")
    result = run([json.loads(line) for line in lines if line.strip()])
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for entry in result["cases"]:
        if not entry["passed"] or entry["message"] != (entry["message_nb"] or ""):
            print(
                f"{'  ' if entry['passed'] else '✗ '}{entry['id']}: "
                f"{entry['outcome']} ({entry['expected']})"
                f"\n     ours: {entry['message']}\n     case: {entry['message_nb']}"
            )
    print(
        f"{result['passed']} passed, {result['failed']} failed; "
        f"{result['messages_same']} of {result['messages_told']} messages the same; "
        f"skipped: {', '.join(result['skipped']) or 'none'}"
    )


if __name__ == "__main__":
    main()
