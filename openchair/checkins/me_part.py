"""The way from Me to one's own days."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.me_parts import Entry, Part
from openchair.people.requests import Request


def on_me(_request: Request) -> Iterator[Entry]:
    """For everybody."""
    yield Entry(reverse("check-ins"), _("My check-ins"), _("How your days were, for you alone"), Part.DAYS)
    yield Entry(reverse("habits"), _("Habits"), _("Small acts, by the week"), Part.DAYS)
    yield Entry(reverse("plan"), _("My next seven days"), _("What, when, and who helps"), Part.DAYS)
    yield Entry(reverse("worksheets"), _("Worksheets"), _("To think with, for you alone"), Part.DAYS)
