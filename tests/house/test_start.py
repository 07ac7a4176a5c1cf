"""bin/start: what it says before it does anything; the whole run is tried by hand."""

import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "bin" / "start"), *arguments],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


def test_help_tells_every_option() -> None:
    answer = start("--help")
    assert answer.returncode == 0
    for option in ("--port", "--data-dir", "--no-demo", "--help"):
        assert option in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--port", "åtti"), "porten er et tall"),
        (("--port",), "porten er et tall"),
        (("--port", "0"), "mellom 1 og 65535"),
        (("--port", "123456"), "mellom 1 og 65535"),
        (("--data-dir",), "trenger en mappe"),
        (("--demo",), "kjenner ikke «--demo»"),
    ],
)
def test_an_option_it_does_not_understand_is_told(
    arguments: tuple[str, ...], reason: str
) -> None:
    answer = start(*arguments)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert reason in answer.stderr


def test_a_port_in_use_is_told_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = start("--port", str(port))
    assert answer.returncode == 1
    assert answer.stderr.startswith(
        f"bin/start: port {port} er opptatt. Prøv: bin/start --port "
    )


def test_only_this_machine_is_answered() -> None:
    text = (ROOT / "bin" / "start").read_text()
    assert '--bind "127.0.0.1:$port"' in text
    assert "0.0.0.0" not in text
