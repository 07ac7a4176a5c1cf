"""Plain static: the product's settings; style sheets keep their plain names.

Hashed names need collectstatic first, and no fault is about style sheets.
"""

from trinnvis.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
