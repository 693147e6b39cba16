"""What somebody sees of a gathering. Which turns, `shares/seeing.py` alone says."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from openchair.gatherings.models import Gathering
from openchair.people.blocking import apart_from
from openchair.shares.models import Response, Share
from openchair.shares.models.share import ShareQuerySet
from openchair.shares.seeing import AUDIENCE, NAMED, Reader, shares_for, waiting_for


def turns_for(reader: Reader, gathering: Gathering) -> ShareQuerySet:
    """The turns, the lead share first and then in the order of time.

    `writes_again`: its writer shared under their name before. Of what has no name nothing is said.
    """
    found = shares_for(reader).filter(turn__gathering=gathering)
    by_writer = Share.objects.filter(group=OuterRef("group"), person=OuterRef("person"), named=NAMED.ALIAS)
    earlier = by_writer.filter(audience=AUDIENCE.GROUP, posted_at__lt=OuterRef("posted_at"))
    again = Exists(earlier.filter(taken_back_at=None))
    found = found.select_related("turn").annotate(writes_again=again)
    return found.order_by("-turn__leads", "posted_at", "id")


def new_turns(reader: Reader, gathering: Gathering, since: datetime) -> ShareQuerySet:
    """What others said since then, the first of it first."""
    found = turns_for(reader, gathering).exclude(person=reader.person)
    return found.filter(posted_at__gt=since)


def unanswered(reader: Reader, gathering: Gathering) -> ShareQuerySet:
    """Others' turns to which nobody gave a word or a sign, as far as this reader can tell."""
    signs = Response.objects.filter(share=OuterRef("pk"), membership__departure=None)
    met = signs.exclude(person__in=apart_from(reader.person))
    found = waiting_for(reader).filter(turn__gathering=gathering)
    return found.filter(~Exists(met)).order_by("posted_at", "id")
