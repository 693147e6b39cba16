"""Saying something to the others who welcome people, and taking it back."""

from django.db.models import Exists, OuterRef
from django.http import Http404

from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.roster.models import Debrief
from openchair.roster.models.debrief import KEPT, DebriefQuerySet
from openchair.safety.models import Report


def add(*, by: Membership, words: str) -> Debrief:
    """One more line, for those who host the group or welcome people there."""
    return Debrief.objects.create(group=by.group, person=by.person, membership=by, words=words)


def take_back(*, by: Membership, line_id: str) -> None:
    """One's own, or, for a host of the group, anybody's; it is gone at once. Twice is once."""
    those = Debrief.objects.filter(group=by.group, public_id=line_id)
    (those if by.is_host else those.filter(membership=by)).delete()


def lines_for(me: Membership) -> DebriefQuerySet:
    """The last thirty days, the oldest first, of those this member meets and has not muted.

    What they told the hosts of is out of their sight; a report stays longer than any line.
    """
    lines = Debrief.objects.filter(group=me.group, at__gt=now() - KEPT).seen_by(me.person_id)
    told_of = Report.objects.told_of_by(me.person, OuterRef("public_id"))
    return lines.exclude(Exists(told_of)).select_related("membership").order_by("at", "pk")


def line_of_another(me: Membership, line_id: str) -> Debrief:
    """A line that this member reads and did not write. Raises Http404."""
    line = lines_for(me).exclude(membership=me).filter(public_id=line_id).first()
    if line is None:
        raise Http404
    line.group = me.group
    return line
