"""A place of its own, in a folder that is gone afterwards. Import this before anything that needs Django."""

import os
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import URLPattern, include, path

_FOLDER = tempfile.TemporaryDirectory(prefix="openchair-bench-")
HERE = Path(_FOLDER.name)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
for part in ("data", "keys"):
    (HERE / part).mkdir(mode=0o700)
os.environ |= {
    "OPENCHAIR_DATA": str(HERE / "data"),
    "OPENCHAIR_KEYS": str(HERE / "keys"),
    "OPENCHAIR_DEMO": "1",
    "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
}
os.environ.pop("OPENCHAIR_REDIS", None)
django.setup()

from openchair.project import urls  # noqa: E402 - Django comes first
from openchair.project.serve import spare_the_collector  # noqa: E402
from openchair.project.who_may import Declared, declared  # noqa: E402
from openchair.vault import opened  # noqa: E402
from tests import tables  # noqa: E402


def make_ready() -> None:
    """The tables, styles under their hashed names, and memory kept as they are where it is served."""
    settings.STATIC_ROOT = HERE / "static"
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]  # as Django's test client calls itself
    if connection.vendor == "sqlite":
        tables.copy_file(HERE / tables.FILE)
    call_command("migrate", verbosity=0)
    opened.ring().begin()
    call_command("collectstatic", verbosity=0, interactive=False)
    spare_the_collector()


def serve(*pages: URLPattern) -> None:
    """Pages of a bench beside those of the place. Each is named, for what says not who may is not served."""
    urls.urlpatterns.append(path("", include(list(pages))))
    declared().update({str(one.name): Declared("Bench", ("GET",)) for one in pages})
