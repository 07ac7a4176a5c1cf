"""Apps: the memory as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from trinnvis.records.norwegian import teach_sqlite


class RecordsConfig(AppConfig):
    name = "trinnvis.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        connection_created.connect(teach_sqlite, dispatch_uid="teach-sqlite")
