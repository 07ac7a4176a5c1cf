"""Hints: which way an indicator probably points. Shown, never applied in silence."""

import re

from trinnvis.sources.scorecards.facts import Direction

_NO_HINT = re.compile(
    r"\bmål for\b|reduksjon|redusert|økning|\bøkt\b|endring|andel virks"
)

_SURE_LOWER = re.compile(
    r"^(?:samlet |samla |totalt? |legemeldt |sjukmeldt |antall |andel )?"
    r"(?:syke|sjuke)?(?:fravær|fråvær|korttidsfr|langtidsfr)|^sykmeldt|mobb(?:ing|et)"
    r"|^(?:antall |antal )?(?:klage(?:r|saker)?|skader|skadar|ulykker|ulukker"
    r"|konflikter|yrkesskader)\b"
)
_SURE_HIGHER = re.compile(
    r"tilfredshet|tilfredsheit|trivsel|trivst|nærvær|mestring|meistring|grunnskolepoeng"
    r"|grunnskulepoeng"
)
_LOWER = re.compile(
    r"\bavvik\b|klage|skade|konflikt|ulykke|uønsk|fristbrudd|fristoverskrid|ventetid"
    r"|gjeld|frafall|fråfall|må dele|spesialundervisning|turnover|reinnlag|lekkasje"
    r"|driftsstans"
)
_HIGHER = re.compile(
    r"uten (?:frist|avvik)|innen (?:\w+ )?frist|støtte fra|motivasjon|fagutdanning"
    r"|fagutdann|kritisk grense|som når nivå|disposisjonsfond|driftsresultat|kartlegges"
    r"|medvirkning|medverknad|god service|god leiing|god ledelse"
)
_TESTS = re.compile(
    r"nasjonale prøver|nasjonale prøvar|eksamen|kartleggingsprøve|standpunkt"
)


def direction_hint(name: str, focus: str | None) -> Direction | None:
    """The direction that an indicator's name suggests, or None."""
    folded = name.lower()
    if sure := sure_direction(name):
        return sure
    if _NO_HINT.search(folded):
        return None
    if _HIGHER.search(folded) or _TESTS.search(f"{folded} {(focus or '').lower()}"):
        return Direction.HIGHER
    return Direction.LOWER if _LOWER.search(folded) else None


def sure_direction(name: str) -> Direction | None:
    """The direction that nobody doubts, so that a printed opposite is asked about."""
    folded = name.lower()
    if _NO_HINT.search(folded):
        return None
    if _SURE_LOWER.search(folded):
        return Direction.LOWER
    return Direction.HIGHER if _SURE_HIGHER.search(folded) else None
