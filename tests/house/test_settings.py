"""Settings: what is unsafe is refused before anything starts, each with its sentence."""

import os
import re
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STRONG = secrets.token_urlsafe(64)
PRODUCTION = {"TRINNVIS_URL": "https://trinnvis.kommunen.no"}

Prepare = Callable[[Path], None]


def manage(
    folder: Path, given: dict[str, str], *command: str
) -> subprocess.CompletedProcess[str]:
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TRINNVIS_", "DJANGO_", "COVERAGE_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=ours | {"TRINNVIS_DATA_DIR": str(folder)} | given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


TOO_SHORT = (
    "TRINNVIS_SECRET_KEY er for kort eller kjent. Fjern den, så lages en trygg "
    "nøkkel, eller bruk minst 50 tilfeldige tegn."
)
NEEDS_ADDRESS = (
    "TRINNVIS_URL må være hele adressen, for eksempel https://trinnvis.kommunen.no."
)
NEEDS_HTTPS = (
    "TRINNVIS_URL må begynne med https. Uten kryptering kan andre lese det som skrives."
)
NEEDS_POSTGRESQL = (
    "TRINNVIS_DATABASE_URL må begynne med postgresql://. Uten den brukes SQLite i "
    "datamappa."
)
DEMO_ELSEWHERE = (
    "Demoen svarer bare på denne maskinen. Fjern TRINNVIS_URL, eller sett "
    "TRINNVIS_DEMO=0 for virkelig bruk."
)

UNSAFE = {
    "debug": (
        {"TRINNVIS_DEBUG": "1"},
        "TRINNVIS_DEBUG finnes ikke. Feilsider med innhold viser hemmeligheter.",
    ),
    "debug in words": (
        {"TRINNVIS_DEBUG": "true"},
        "TRINNVIS_DEBUG er «true». Skriv 1 eller 0.",
    ),
    "demo in words": (
        {"TRINNVIS_DEMO": "ja"},
        "TRINNVIS_DEMO er «ja». Skriv 1 eller 0.",
    ),
    "short key": ({"TRINNVIS_SECRET_KEY": STRONG[:49]}, TOO_SHORT),
    "Django's own key": (
        {"TRINNVIS_SECRET_KEY": f"django-insecure-{STRONG}"},
        TOO_SHORT,
    ),
    "key from a guide": ({"TRINNVIS_SECRET_KEY": f"ChangeMe{STRONG}"}, TOO_SHORT),
    "short audit key": (
        {"TRINNVIS_AUDIT_KEY": "kort"},
        TOO_SHORT.replace("SECRET", "AUDIT"),
    ),
    "every host": ({"TRINNVIS_URL": "*"}, NEEDS_ADDRESS),
    "every host below": ({"TRINNVIS_URL": "https://*.kommunen.no"}, NEEDS_ADDRESS),
    "host alone": ({"TRINNVIS_URL": "trinnvis.kommunen.no"}, NEEDS_ADDRESS),
    "nothing": ({"TRINNVIS_URL": ""}, NEEDS_ADDRESS),
    "plain http": ({"TRINNVIS_URL": "http://trinnvis.kommunen.no"}, NEEDS_HTTPS),
    "plain http on every network": ({"TRINNVIS_URL": "http://0.0.0.0"}, NEEDS_HTTPS),
    "plain http on the local net": ({"TRINNVIS_URL": "http://10.0.0.7"}, NEEDS_HTTPS),
    "http in disguise": (
        {"TRINNVIS_URL": "http://localhost.kommunen.no"},
        NEEDS_HTTPS,
    ),
    "another database": (
        {"TRINNVIS_DATABASE_URL": "mysql://root@/trinnvis"},
        NEEDS_POSTGRESQL,
    ),
    "database as a file": (
        {"TRINNVIS_DATABASE_URL": "sqlite:///trinnvis.db"},
        NEEDS_POSTGRESQL,
    ),
    "database without a name": (
        {"TRINNVIS_DATABASE_URL": "postgresql://trinnvis@db"},
        "TRINNVIS_DATABASE_URL mangler navnet på databasen, for eksempel "
        "postgresql://trinnvis@/trinnvis.",
    ),
    "demo for others": (
        {"TRINNVIS_DEMO": "1", "TRINNVIS_URL": "https://demo.kommunen.no"},
        DEMO_ELSEWHERE,
    ),
    "demo on every network": (
        {"TRINNVIS_DEMO": "1", "TRINNVIS_URL": "http://0.0.0.0:8000"},
        DEMO_ELSEWHERE,
    ),
    "a day that is none": (
        {"TRINNVIS_TODAY": "23.11.2026"},
        "TRINNVIS_TODAY er «23.11.2026». Skriv dagen slik: 2026-11-23.",
    ),
}


@pytest.mark.parametrize(("given", "sentence"), UNSAFE.values(), ids=UNSAFE)
def test_what_is_unsafe_is_refused_in_one_sentence(tmp_path, given, sentence):
    answer = manage(tmp_path, given, "check")
    assert (answer.returncode, answer.stdout, answer.stderr.strip()) == (
        1,
        "",
        sentence,
    )


def open_to_others(folder: Path, name: str) -> str:
    (folder / name).write_text(STRONG)
    (folder / name).chmod(0o640)
    return f"{name} kan leses av andre. Kjør: chmod 600 {folder / name}"


def cut_short(folder: Path, name: str) -> str:
    (folder / name).write_text("")
    (folder / name).chmod(0o600)
    return (
        f"{name} er for kort eller kjent. Fjern den, så lages en trygg nøkkel, "
        "eller bruk minst 50 tilfeldige tegn."
    )


@pytest.mark.parametrize("name", ["secret-key", "audit-key"])
@pytest.mark.parametrize("spoil", [open_to_others, cut_short])
def test_a_key_that_others_know_is_refused(tmp_path, name, spoil):
    sentence = spoil(tmp_path, name)
    answer = manage(tmp_path, {}, "check")
    assert (answer.returncode, answer.stderr.strip()) == (1, sentence)


def test_keys_are_made_once_and_read_by_their_owner_alone(tmp_path):
    assert manage(tmp_path, {}, "check").returncode == 0
    keys = [tmp_path / "secret-key", tmp_path / "audit-key"]
    first = [key.read_text() for key in keys]
    assert [oct(key.stat().st_mode & 0o777) for key in keys] == ["0o600", "0o600"]
    assert [len(text) >= 50 for text in first] == [True, True]
    assert first[0] != first[1]
    manage(tmp_path, {}, "check")
    assert [key.read_text() for key in keys] == first


def test_a_demo_writes_no_secret_key(tmp_path):
    assert manage(tmp_path, {"TRINNVIS_DEMO": "1"}, "check").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audit-key"]


def test_the_demo_is_not_served_to_other_machines(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "trinnvis.wsgi"]
    command += ["--config", "python:trinnvis.serving", "--bind", f"0.0.0.0:{port}"]
    answer = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"TRINNVIS_DATA_DIR": str(tmp_path), "TRINNVIS_DEMO": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (answer.returncode, answer.stderr.strip()) == (
        1,
        "Demoen svarer bare på denne maskinen. Bruk --bind 127.0.0.1, eller sett "
        "TRINNVIS_DEMO=0 for virkelig bruk.",
    )


def test_real_use_passes_django_s_own_checks_for_it(tmp_path):
    answer = manage(
        tmp_path, PRODUCTION, "check", "--deploy", "--fail-level", "WARNING"
    )
    assert (answer.returncode, answer.stdout) == (
        0,
        "System check identified no issues (1 silenced).\n",
    )


# — docs/settings.md —

READ = re.compile(
    r"(?:environment\.\w+\(|environ(?:\.get\(|\[))\s*\"(TRINNVIS_[A-Z_]+)\""
)


def variables_read() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "trinnvis").rglob("*.py"):
        found |= set(READ.findall(path.read_text()))
    return found


def variables_explained() -> set[str]:
    page = (ROOT / "docs/settings.md").read_text()
    return set(re.findall(r"^\| `(TRINNVIS_[A-Z_]+)` \|", page, re.MULTILINE))


def test_every_variable_that_is_read_is_explained_and_no_other():
    assert variables_explained() == variables_read()


def test_only_settings_and_what_they_ask_read_the_environment():
    asks = re.compile(r"\bos\.(?:environ|getenv)\b")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "trinnvis").rglob("*.py")
        if asks.search(path.read_text())
    }
    assert found == {
        "trinnvis/environment.py",
        "trinnvis/safety.py",
        "trinnvis/serving.py",
        "trinnvis/wsgi.py",
    }


def test_no_variable_of_ours_is_named_that_nobody_reads():
    named: set[str] = set()
    for place in ("bin", "docs", "tests", "bench"):
        for path in (ROOT / place).rglob("*"):
            if path.is_file() and path.suffix in {"", ".py", ".md", ".service"}:
                text = path.read_text(errors="ignore")
                named |= set(re.findall(r"TRINNVIS_[A-Z]+(?:_[A-Z]+)*\b", text))
    assert named - variables_read() == set()
