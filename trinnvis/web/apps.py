"""Apps: the pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "trinnvis.web"
    label = "web"
