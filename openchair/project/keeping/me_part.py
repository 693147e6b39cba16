"""The way from a steward's Me to the place itself."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry, Part
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """One row."""
    yield Entry(reverse("place"), _("This place"), _("Name, languages, who may join"), Part.STEWARD)
