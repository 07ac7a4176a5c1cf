"""Deferred: the product's settings with SQLite's own way of beginning, the control.

A transaction that reads first and writes later can then not wait for its turn.
"""

from trinnvis.settings import *  # noqa: F403
from trinnvis.settings import DATABASES

DATABASES["default"]["OPTIONS"]["transaction_mode"] = "DEFERRED"
