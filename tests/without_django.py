"""Without Django: a plugin that proves the rules run with pen and paper."""

import sys


class _Blocked:
    """Refuses the framework, so that a rule which needs it fails."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.split(".")[0] in ("django", "psycopg", "sqlite3"):
            raise ImportError(f"rules may not import {name}")


sys.meta_path.insert(0, _Blocked())
