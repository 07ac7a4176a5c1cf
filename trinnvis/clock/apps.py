"""Apps: the commands as a Django app."""

from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "trinnvis.clock"
    label = "clock"
