"""The way from Me to one's paths."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry, Part
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """One row."""
    yield Entry(reverse("paths"), _("My paths"), _("Days, chips, what you noted"), Part.DAYS)
