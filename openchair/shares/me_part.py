"""The way from Me to what one does not want to see."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """One row, for everybody."""
    yield Entry(
        reverse("share-wishes"),
        _("What I do not want to see"),
        _("Topics in shares and stories, and muted people"),
    )
