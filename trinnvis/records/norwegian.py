"""Norwegian: text found and sorted the Norwegian way on both databases.

PostgreSQL has its own collation nb-x-icu; SQLite gets one of the same name, and
a folding function, when it connects.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, F, Func
from django.db.models.expressions import OrderBy
from django.db.models.functions import Collate

COLLATION = "nb-x-icu"

_FROM = "åäàáâãøöòóôõæéèêëüùúûíìîïçñčđŋšŧž"
_TO = "aaaaaaooooooaeeeeuuuuiiiicncdnstz"
_FOLDED = str.maketrans(_FROM + _FROM.upper(), _TO + _TO)
_SORTED = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def fold(text: str | None) -> str:
    """Return the text as search sees it: «Åpen» and «apen» are the same."""
    return (text or "").translate(_FOLDED).lower()


def sort_key(text: str) -> str:
    """Return the text as a Norwegian list sorts it: æ, ø, å last; aa as å."""
    return text.casefold().replace("aa", "å").translate(_SORTED)


class Fold(Func):
    """The same folding, in the database."""

    arity = 1
    output_field = CharField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return self.as_sql(compiler, connection, function="trinnvis_fold", **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = (
            f"lower(translate(%(expressions)s, '{_FROM}{_FROM.upper()}', '{_TO}{_TO}'))"
        )
        return self.as_sql(compiler, connection, template=template, **extra)


def by_name(field: str = "name") -> OrderBy:
    """Return an ordering by the field, the Norwegian way."""
    return OrderBy(Collate(F(field), COLLATION))


def teach_sqlite(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Give a new SQLite connection the folding and the collation."""
    if connection.vendor != "sqlite":
        return
    database = connection.connection
    database.create_function("trinnvis_fold", 1, fold, deterministic=True)
    database.create_collation(COLLATION, _compare)


def _compare(one: str, other: str) -> int:
    first, second = sort_key(one), sort_key(other)
    return (first > second) - (first < second)
