"""Changes: the only files that write rows. One function per thing a person does.

Each is atomic, takes `by=` and `at=`, and leaves one log entry in the same
transaction. Raises Refused or Stale instead of writing.
"""
