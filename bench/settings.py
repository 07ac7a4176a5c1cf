"""Settings: the product's own, with the bench's empty page among the addresses."""

from trinnvis.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
