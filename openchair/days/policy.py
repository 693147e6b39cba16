"""Who may: a moment is an entry of a path, and as much its owner's alone."""

from openchair.paths.models import Entry
from openchair.paths.policy import POLICY
from openchair.people.models import Person


def door(who: Person | None, act: str, entry_id: str) -> Entry:
    """The entry of this public id, for this act on its path. Raises Http404 when it is not there for them."""
    entry = Entry.objects.standing().get_or_404(public_id=entry_id)
    POLICY.require(who, act, entry.path)
    return entry
