"""The way from Me to finding something again."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """One row, for everybody."""
    yield Entry(reverse("search"), _("Find something again"), _("In what you wrote, or in your groups"))
