"""Settings: the product's own, in demo mode on a fixed day, for a browser to walk.

Static files are read where they stand, so no collecting is needed first.
"""

from trinnvis.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
