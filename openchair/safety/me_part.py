"""The ways from Me to what one told, and for stewards to what no host can look at."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry, Part
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """Receipts for everybody; the door of the reports lets stewards in alone."""
    yield Entry(reverse("receipts"), _("What I told the hosts"), _("And what came of it"))
    yield Entry(reverse("steward-reports"), _("Reports"), _("Those that no host can look at"), Part.STEWARD)
