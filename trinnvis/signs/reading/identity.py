"""Identity: national identity numbers that have slipped into a text.

Source: Skatteetaten, fødselsnummer: two check digits by modulus 11. D-numbers
add 40 to the day, synthetic numbers add 40, 65 or 80 to the month.
"""

import re

_CANDIDATE = re.compile(r"(?<![0-9])([0-9]{6})[ .\u00a0\u202f-]?([0-9]{5})(?![0-9])")
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_D_NUMBER = 40
_SYNTHETIC = (0, 40, 65, 80)


def has_identity_number(text: str) -> bool:
    """Tell whether eleven digits in the text are somebody's identity number.

    Other numbers of eleven digits (accounts) can look the same, so this is a
    reason to ask and not to refuse.
    """
    return any(
        _is_identity_number(found[1] + found[2]) for found in _CANDIDATE.finditer(text)
    )


def _is_identity_number(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    day, month = int(digits[:2]), int(digits[2:4])
    if not (1 <= day <= 31 or 1 <= day - _D_NUMBER <= 31):
        return False
    if not any(1 <= month - added <= 12 for added in _SYNTHETIC):
        return False
    return not any(
        sum(weight * number for weight, number in zip(weights, numbers, strict=False))
        % 11
        for weights in (_FIRST, _SECOND)
    )
