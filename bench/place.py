"""A place of its own, in a folder that is gone afterwards. Import this before anything that needs Django."""

import os
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

_FOLDER = tempfile.TemporaryDirectory(prefix="openchair-bench-")
HERE = Path(_FOLDER.name)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
for part in ("data", "keys"):
    (HERE / part).mkdir()
os.environ |= {
    "OPENCHAIR_DATA": str(HERE / "data"),
    "OPENCHAIR_KEYS": str(HERE / "keys"),
    "OPENCHAIR_DEMO": "1",
    "DJANGO_SETTINGS_MODULE": "openchair.project.settings",
}
os.environ.pop("OPENCHAIR_REDIS", None)
django.setup()


def make_ready() -> None:
    """The tables, and styles under their hashed names as they are served."""
    settings.STATIC_ROOT = HERE / "static"
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
