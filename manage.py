#!/usr/bin/env python
"""Manage: the door for commands."""

import os
import sys

from django.core.management import execute_from_command_line

from trinnvis.environment import UnsafeSettings

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trinnvis.settings")
    try:
        execute_from_command_line(sys.argv)
    except UnsafeSettings as unsafe:
        sys.exit(str(unsafe))
