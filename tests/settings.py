"""Settings: the product's own, with what only tests may change."""

import os
import tempfile

os.environ.setdefault("TRINNVIS_DATA_DIR", tempfile.mkdtemp(prefix="trinnvis-test-"))

from trinnvis.settings import *  # noqa: F403

# WhiteNoise looks for the folder that collectstatic makes.
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405

# Hashing is slow by design; no test tries the hash itself.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {  # hashed names need collectstatic first; bin/test tries them apart
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
