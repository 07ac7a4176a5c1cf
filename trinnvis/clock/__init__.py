"""Clock: what happens by time or from the shell, as commands."""
