"""Import scorecard: a målekart from the shell, tried first, taken in once."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.cast import Cast
from trinnvis.records.models import (
    Goal,
    ImportBatch,
    Indicator,
    LogEntry,
    Observation,
    Plan,
    Unit,
)

DATA = Path(__file__).resolve().parents[1] / "data" / "scorecards"
LEVELS = ("value", "acceptable", "low", "high", "acceptable_low", "acceptable_high")
SIMPLE = (
    "Enhet;Indikator;Mål 2026;Resultat 2025\n"
    "Fjellvik skole;Trivsel;> 4,5;4,4\n"
    "Fjellvik skole;Elever som deltar;90 %;85 %\n"
    "Ukjent skole;Trivsel;> 4,5;4,4\n"
)


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_scorecard", *(str(each) for each in arguments), stdout=out)
    return out.getvalue()


def answer(*arguments: object) -> dict[str, Any]:
    told = run(*arguments, "--json")
    assert len(told.strip().splitlines()) == 1
    return json.loads(told)


@pytest.fixture
def simple(tmp_path: Path) -> Path:
    file = tmp_path / "maal.csv"
    file.write_text(SIMPLE, "utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "year"),
    [("asker", 2016), ("klepp", 2014), ("loten", 2015), ("sandnes", 2016)],
)
def test_the_json_rows_are_the_right_answers(cast: Cast, name: str, year: int) -> None:
    right = json.loads((DATA / "expected.json").read_text())["workbooks"]
    told = answer(
        DATA / f"{name}.xlsx", "--municipality", 9999, "--year", year, "--dry-run"
    )["rows"]
    expected = right[f"{name}.xlsx"]["indicators"]
    assert len(told) == len(expected)
    wrong = [
        (row["unit"], row["indicator"])
        for row, other in zip(told, expected, strict=True)
        if (row["unit"], row["indicator"], row["direction"])
        != (other["unit"], other["indicator"], other["direction"])
        or _levels(row) != _levels(other)
    ]
    assert wrong == []


def _levels(row: dict[str, Any]) -> dict[str, Any]:
    return {
        year: {level: target.get(level) for level in LEVELS}
        for year, target in row["targets"].items()
    }


def test_every_row_says_acceptable_levels_results_status_and_reasons(
    cast: Cast,
) -> None:
    rows = answer(
        DATA / "asker.xlsx", "--municipality", 9999, "--year", 2016, "--dry-run"
    )["rows"]
    first = rows[0]
    assert first["acceptable"] == {"2016": 4}
    assert first["results"] == {"2014": 4.85}
    assert (first["status"], first["reasons"]) == ("ok", [])


def test_a_dry_run_writes_nothing(cast: Cast, simple: Path) -> None:
    told = run(simple, "--municipality", 9999, "--year", 2026, "--dry-run")
    assert told.splitlines()[:3] == [
        "maal.csv: 3 rader.",
        "Kan tas inn for 2026: 1 indikatorer (1 med mål), 1 tall.",
        "Fant ikke enheten «Ukjent skole». Radene er ikke tatt inn.",
    ]
    assert (ImportBatch.objects.count(), LogEntry.objects.count()) == (0, 0)
    assert Plan.objects.filter(unit=cast.fjellvik).count() == 0


def test_a_dry_run_needs_no_municipality(db: None, simple: Path) -> None:
    told = answer(simple, "--municipality", 4242, "--year", 2026, "--dry-run")
    assert [row["unit"] for row in told["rows"]] == [
        "Fjellvik skole",
        "Fjellvik skole",
        "Ukjent skole",
    ]
    assert told["written"] is False


def test_what_needs_no_question_is_taken_in_and_the_rest_listed(
    cast: Cast, simple: Path
) -> None:
    told = run(simple, "--municipality", 9999, "--year", 2026)
    assert list(Indicator.objects.filter(goal__plan__unit=cast.fjellvik)) == [
        Indicator.objects.get(name="Trivsel")
    ]
    assert told.splitlines() == [
        "maal.csv: 3 rader.",
        "Tatt inn for 2026: 1 indikatorer (1 med mål), 1 tall.",
        f"Ført på Tone Dahl (tone). Import {ImportBatch.objects.get().pk}.",
        "Fant ikke enheten «Ukjent skole». Radene er ikke tatt inn.",
        "Må bekreftes på siden for målekart: 1 rader.",
        "  maal, rad 3, Fjellvik skole: Elever som deltar: "
        "Det står ikke om høyere eller lavere er bedre enn «90 %».",
    ]


def test_the_same_file_again_changes_nothing_and_says_so(
    cast: Cast, simple: Path
) -> None:
    run(simple, "--municipality", 9999, "--year", 2026)
    before = _rows()
    told = run(simple, "--municipality", 9999, "--year", 2026)
    assert _rows() == before
    assert "Denne filen er tatt inn før. Ingenting er endret." in told.splitlines()
    assert answer(simple, "--municipality", 9999, "--year", 2026)["already_there"]


def _rows() -> tuple[int, ...]:
    kinds = (ImportBatch, LogEntry, Plan, Goal, Indicator, Observation, Unit)
    return tuple(kind.objects.count() for kind in kinds)


def test_two_runs_on_fresh_databases_say_the_same(cast: Cast) -> None:
    arguments = (DATA / "loten.xlsx", "--municipality", 9999, "--year", 2015)
    assert run(*arguments, "--dry-run") == run(*arguments, "--dry-run")


def test_units_are_made_only_when_asked_for(cast: Cast, simple: Path) -> None:
    run(simple, "--municipality", 9999, "--year", 2026)
    assert not Unit.objects.filter(name="Ukjent skole").exists()
    run(simple, "--municipality", 9999, "--year", 2026, "--create-units")
    made = Unit.objects.get(name="Ukjent skole")
    assert (made.parent, made.path) == (cast.root, f"{cast.root.path}{made.pk:06d}/")
    assert Indicator.objects.filter(goal__plan__unit=made).count() == 1


def test_a_file_that_cannot_be_read_says_why(cast: Cast, tmp_path: Path) -> None:
    empty = tmp_path / "tom.xlsx"
    empty.write_bytes(b"")
    with pytest.raises(CommandError, match=r"^tom\.xlsx: Filen er tom\.$"):
        run(empty, "--municipality", 9999, "--year", 2026)
    with pytest.raises(CommandError, match="Fikk ikke åpnet"):
        run(tmp_path / "borte.xlsx", "--municipality", 9999, "--year", 2026)


def test_an_unknown_municipality_or_year_is_refused(cast: Cast, simple: Path) -> None:
    with pytest.raises(CommandError, match="Fant ingen kommune med nummer 4242"):
        run(simple, "--municipality", 4242, "--year", 2026)
    with pytest.raises(CommandError, match="Skriv et år fra 2000 til 2100"):
        run(simple, "--municipality", 9999, "--year", 26)
    with pytest.raises(CommandError, match="velg brukernavn med --by"):
        run(simple, "--municipality", 9999, "--year", 2026, "--by", "ingen")


def test_windows_1252_with_semicolons_is_read(cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "maal.csv"
    file.write_bytes(SIMPLE.encode("windows-1252"))
    rows = answer(file, "--municipality", 9999, "--year", 2026, "--dry-run")["rows"]
    assert rows[0]["targets"]["2026"]["value"] == 4.5
