"""Turning from somebody whose words one met in a group, wherever they stand; and saying so."""

from django.utils.translation import gettext as _

from openchair.groups.models import Membership
from openchair.kit.pages import say
from openchair.people import muting
from openchair.people.blocking import block
from openchair.people.requests import Request


def mute_writer(request: Request, writer: Membership) -> None:
    """Nothing more of what they share, one way."""
    name = writer.called
    muting.mute(person=request.person, other=writer.person, met_as=name)
    say(request, _("You see nothing more that %(name)s shares. They are not told.") % {"name": name})


def block_writer(request: Request, writer: Membership) -> None:
    """Neither sees the other any more."""
    block(person=request.person, other=writer.person, met_as=writer.called)
    say(request, _("Blocked. You do not see each other’s words any more, and they are not told."))
