"""That a turn was said travels to pages that are open. No word of it does."""

from django.urls import reverse

from openchair.gatherings.models import Gathering
from openchair.shares import streams
from openchair.shares.models import Share


def said(gathering: Gathering, share: Share) -> None:
    """Tell those who see it, on the page of the meeting and in the group's shares, once it is committed."""
    here = reverse("gathering", args=[gathering.public_id])
    to = f"{reverse('gathering-newest', args=[gathering.public_id])}"
    streams.arrived(share, target=target_of(gathering), to=to or here)
    streams.posted(share)


def target_of(gathering: Gathering) -> str:
    """The id of the line on its page that says that somebody wrote."""
    return f"turns-{gathering.public_id}"
