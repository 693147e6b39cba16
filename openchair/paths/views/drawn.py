"""The path that an address names, as it stands."""

from django.http import Http404

from openchair.paths.models import Path
from openchair.paths.picture import Picture, picture_of
from openchair.people.requests import Request


def drawn(request: Request, path: Path) -> Picture:
    """The picture of one's own path. Raises Http404 where its ledger cannot be opened."""
    picture = picture_of(path, request.person, request.place)
    if picture is None:
        raise Http404
    return picture
