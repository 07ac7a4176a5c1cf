"""Faults: the real server, broken on purpose, and what it had promised."""
