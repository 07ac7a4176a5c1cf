"""Import refusals: why a file is not taken in, or not taken out again."""

from dataclasses import dataclass
from enum import StrEnum


class ImportRefusal(StrEnum):
    """Why a file is not taken in, or not taken out again."""

    NOT_ALLOWED = "import_not_allowed"
    ALREADY_APPLIED = "import_already_applied"
    """The same file stands already, and gives nothing new. `missing` has the batch."""
    NOTHING_TO_IMPORT = "import_nothing_to_import"
    NOT_PREVIEWED = "import_not_previewed"
    NOT_APPLIED = "import_not_applied"
    BUILT_ON = "import_built_on"
    """Somebody has gone on from it. `missing` has what, as BuiltOn."""


@dataclass(frozen=True, slots=True)
class BuiltOn:
    """Something people have done with what the file made."""

    kind: str
    """«changed», «plan_moved», or the name of the model that was added."""
    name: str
    unit: str
    count: int = 1
