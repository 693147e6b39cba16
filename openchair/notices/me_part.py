"""The way from Me to reminders and notices."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people import me_parts
from openchair.people.me_parts import Entry
from openchair.people.requests import Request


@me_parts.register
def on_me(_request: Request) -> Iterator[Entry]:
    """A row for everybody."""
    yield Entry(
        reverse("reminders"),
        _("Reminders and notices"),
        _("Off until you ask. Quiet hours, devices, calendar"),
    )
