"""The way from Me to one's companions."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """For everybody."""
    yield Entry(reverse("companions"), _("Companions"), _("Who is beside you, and what they may see"))
