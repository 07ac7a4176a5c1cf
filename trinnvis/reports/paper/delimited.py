"""Delimited: the only writer of CSV. Semicolons and decimal commas, as Excel reads.

Text that a spreadsheet would take for a formula gets an apostrophe before it; our
own import takes it away again. Source: docs/decisions/0021-one-writer-for-each-file.md.
"""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from trinnvis.reports.paper.plain import pieces
from trinnvis.reports.tables import Cell, Table

_STARTS_FORMULA = tuple("=+-@＝＋－＠'")
_BYTE_ORDER_MARK = "\ufeff"


def write_csv(table: Table) -> bytes:
    """Return the table as UTF-8 with a byte order mark, so that æ, ø and å stand."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([_text(column) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(cell) for cell in row])
    return (_BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}".replace(".", ",")
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return _text(cell)


def _text(text: str) -> str:
    """Return the whole text; a CSV has no longest cell."""
    whole = "".join(pieces(text))
    return f"'{whole}" if whole.startswith(_STARTS_FORMULA) else whole
