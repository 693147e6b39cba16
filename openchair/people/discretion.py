"""What somebody sees who looks over a shoulder, at the tabs or at the home screen.

Each choice is the reader's own and lives in their browser; where they chose nothing the place decides
about titles, and the kind of session about the cover.
"""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from openchair.kit.ways import way
from openchair.people.elsewhere import https_address
from openchair.people.models import Place, Session
from openchair.people.preferences import chosen
from openchair.people.requests import place_of, session_of

COVER, NO_COVER = "on", "off"


class Icon(models.TextChoices):
    """What stands on the tab and on the home screen."""

    SEATS = "seats", _("The ring of seats")
    NOTEBOOK = "notebook", _("A notebook")
    LEAF = "leaf", _("A leaf")
    PLAIN = "plain", _("A plain sheet")


def leave_target(request: HttpRequest) -> str:
    """Where leaving this site leads: what the steward picked, or our own blank page."""
    return https_address(place_of(request).leave_to) or way("blank")


def titles_are_notes(request: HttpRequest) -> bool:
    """Is every title the word "Notes", and nothing else?"""
    titles = chosen(request, "titles")
    return (titles if titles in Place.Titles.values else place_of(request).titles) == Place.Titles.NOTES


def icon_of(request: HttpRequest) -> str:
    """The icon of the tab; whoever reads "Notes" there sees a notebook unless they chose another."""
    icon = chosen(request, "icon")
    if icon in Icon.values:
        return icon
    return Icon.NOTEBOOK if titles_are_notes(request) else Icon.SEATS


def covers(request: HttpRequest) -> bool:
    """Is the page covered when its reader looks elsewhere? Unless they chose: only on what others use too."""
    session = session_of(request)
    if (choice := chosen(request, "cover")) in {COVER, NO_COVER}:
        return choice == COVER
    return session is not None and session.mode == Session.Mode.SHARED
