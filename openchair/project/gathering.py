"""Styles and scripts, gathered under hashed names into one folder; again only when one of them changed."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from openchair.project.setup.locks import one_at_a_time
from openchair.project.setup.places import ROOT


def gather() -> None:
    """Fill `STATIC_ROOT` if what it was made from has changed."""
    stamp = settings.STATIC_ROOT / "made-from"
    wanted = _fingerprint()
    with one_at_a_time(ROOT / ".setup.lock", meanwhile=lambda: None):
        if stamp.exists() and stamp.read_text() == wanted:
            return
        # Nothing is pruned: another process may be serving yesterday’s names from the same folder.
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)


def _fingerprint() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            changed = storage.get_modified_time(path).timestamp()
            found.update(f"{path} {storage.size(path)} {changed}\n".encode())
    return found.hexdigest()
