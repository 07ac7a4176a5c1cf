"""Check log: tries the audit chain and every frozen version; exit 1 when one is broken.

Run by the clock each night. With --heads the ends of the chains are noted in a file
outside the database, so that a chain cut at its end is found as well.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trinnvis.records.chain import Break
from trinnvis.records.load.trail import (
    Head,
    Wrong,
    chain_breaks,
    head_of,
    wrong_versions,
)
from trinnvis.records.models import Municipality

_MOST = 20
"""So many faults are told of each municipality; the rest are counted."""

_CHAIN = {
    "changed": "Oppføring {seq} er endret, eller lagt inn utenom Trinnvis.",
    "missing": "Oppføring {seq} mangler.",
    "truncated": "Loggen slutter ikke der den sluttet; oppføring {seq} er borte "
    "eller er ny.",
}
_WHAT = {"plan": "Planen", "quarter": "Kvartalet"}
_FROZEN = {
    "changed": "{what} {name}, versjon {number}, er ikke slik den ble frosset.",
    "unlogged": "{what} {name}, versjon {number}, står ikke i loggen.",
    "missing": "{what} med id {name}, versjon {number}, står i loggen, men er borte.",
}


class Command(BaseCommand):
    help = "Prøver loggen og alle frosne planer og kvartaler."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--heads",
            type=Path,
            help="Fil utenfor databasen der loggens slutt er notert. "
            "Nye slutter legges til når alt holder.",
        )

    def handle(self, *_args: Any, heads: Path | None, **_options: Any) -> None:
        noted = _read(heads)
        broken = 0
        ends = []
        for municipality in Municipality.objects.order_by("number"):
            told = [_of_chain(each) for each in chain_breaks(municipality, noted)]
            told += [_of_frozen(each) for each in wrong_versions(municipality)]
            end = head_of(municipality)
            self._tell(municipality, end, told)
            broken += bool(told)
            ends.append(end)
        if broken:
            raise CommandError(
                "Loggen eller det som er frosset, holder ikke. Ta vare på databasen "
                "som den er, og sammenlign med sikkerhetskopien."
            )
        if heads is not None:
            _write(heads, [end for end in ends if end not in noted])

    def _tell(self, municipality: Municipality, end: Head, told: list[str]) -> None:
        if not told:
            self.stdout.write(
                f"{municipality.name}: loggen holder, {end.seq} oppføringer, "
                f"slutt {end.mac[:16] or 'ingen'}."
            )
            return
        for sentence in told[:_MOST]:
            self.stderr.write(f"{municipality.name}: {sentence}")
        if len(told) > _MOST:
            more = len(told) - _MOST
            self.stderr.write(f"{municipality.name}: og {more} feil til.")


def _of_chain(found: Break) -> str:
    return _CHAIN[found.kind].format(seq=found.seq)


def _of_frozen(found: Wrong) -> str:
    return _FROZEN[found.how].format(
        what=_WHAT[found.what], name=found.name, number=found.number
    )


def _read(path: Path | None) -> list[Head]:
    """Read one head a line: the municipality's number, the entry's, its mac."""
    if path is None or not path.exists():
        return []
    found = []
    for line in path.read_text().splitlines():
        parts = line.split()
        if len(parts) != 3 or not parts[1].isdecimal():
            raise CommandError(f"{path.name} har en linje som ikke kan leses: {line}")
        found.append(Head(parts[0], int(parts[1]), parts[2]))
    return found


def _write(path: Path, ends: list[Head]) -> None:
    with path.open("a") as file:
        for end in ends:
            if end.seq:
                file.write(f"{end.number} {end.seq} {end.mac}\n")
