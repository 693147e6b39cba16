"""The ways from Me to a copy, to what could be handed over, and to the door."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry, Part
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """Four rows."""
    yield Entry(reverse("my-copy"), _("A copy of everything"), _("To keep, or to take along"), Part.KEPT)
    yield Entry(reverse("bring-copy"), _("Bring a copy"), _("From here or from another place"), Part.KEPT)
    yield Entry(
        reverse("handed-over"), _("What could be handed over"), _("All that is stored about you"), Part.KEPT
    )
    yield Entry(reverse("going"), _("Close my account"), _("Or erase everything about you"), Part.KEPT)
