"""Words in place of ours, by whoever has the chair; and who reads them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404

from openchair.gatherings.models import Gathering, Wording
from openchair.gatherings.models.wording import WordingQuerySet
from openchair.groups.models import Membership
from openchair.people.models import Person
from openchair.safety.models import Report


@transaction.atomic
def write(*, gathering: Gathering, by: Membership, place: str, words: str) -> None:
    """These stand there from now on; none: ours again. What a member wrote and is as it was stays theirs."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    before = Wording.objects.filter(gathering=gathering, place=place)
    here = before.filter(membership__departure=None).first()
    if here and here.words == words:
        return
    before.delete()
    if words:
        Wording.objects.create(
            gathering=gathering,
            group=gathering.group,
            person=by.person,
            membership=by,
            place=place,
            words=words,
        )


def take_away(*, by: Membership, gathering: Gathering, public_id: str) -> bool:
    """One's own, or, for a host of the group, anybody's. Twice is once; False when it is another's."""
    those = Wording.objects.filter(gathering=gathering, public_id=public_id)
    mine = those if by.is_host else those.filter(person=by.person_id)
    found = mine.exists()
    mine.delete()
    return found or not those.exists()


def read_by(person: Person, gathering: Gathering) -> Mapping[str, Wording]:
    """By their place, those that this person reads. One question."""
    return {one.place: one for one in _read_by(person).filter(gathering=gathering)}


def of_another(person: Person, gathering: Gathering, public_id: str) -> Wording:
    """One that this person reads and did not write. Raises Http404."""
    those = _read_by(person).filter(gathering=gathering, public_id=public_id)
    found = those.exclude(person=person).select_related("membership").first()
    if found is None:
        raise Http404
    found.group = gathering.group
    return found


def _read_by(person: Person) -> WordingQuerySet:
    """What they told the hosts of is out of their sight."""
    told_of = Report.objects.told_of_by(person, OuterRef("public_id"))
    return Wording.objects.met_by(person).exclude(Exists(told_of))
