"""From a draft to a turn. A turn is a share, so holding, hiding and taking back are those of shares."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from openchair.gatherings.models import Draft, Gathering, Role, Turn
from openchair.groups.models import Membership
from openchair.groups.one_at_a_time import wait_for
from openchair.kit.clock import now
from openchair.kit.two_windows import ALONE, Page
from openchair.people.models import Person
from openchair.shares import writing as of_shares
from openchair.shares.models import Share
from openchair.shares.told import Kind, Told


class Closed(Exception):
    """It takes no turns: it has not begun, or it is over."""


@transaction.atomic
def keep_draft(*, gathering: Gathering, by: Membership, told: Told, named: str, page: Page = ALONE) -> Draft:
    """Keep what is written so far; a person has one draft a gathering. Raises WrittenElsewhere."""
    wait_for(by)
    begun = draft_of(gathering, by)
    page.may_replace(begun)
    draft = begun or Draft(gathering=gathering, group=by.group, person=by.person, membership=by)
    told = replace(told, page=page.name)
    draft.told, draft.named, draft.begun_at = told.as_kept(), named, now()
    draft.save()
    return draft


def draft_of(gathering: Gathering, membership: Membership) -> Draft | None:
    """What this member began to write here."""
    mine = Draft.objects.filter(gathering=gathering, person=membership.person_id)
    return mine.select_related("group", "person", "membership").first()


def own_draft(person: Person, gathering_id: str) -> Told | None:
    """What this person began to write in the meeting of this public id, though they see it no longer."""
    begun = Draft.objects.filter(gathering__public_id=gathering_id, person=person).first()
    return begun.says if begun else None


@transaction.atomic
def throw_away(*, gathering: Gathering, membership: Membership, page: Page = ALONE) -> None:
    """The draft goes, and leaves nothing. Raises WrittenElsewhere."""
    wait_for(membership)
    page.may_replace(draft_of(gathering, membership))
    Draft.objects.filter(gathering=gathering, person=membership.person_id).delete()


@transaction.atomic
def post(*, draft: Draft) -> tuple[Share, bool]:
    """The turn, and whether others see it: False when a host looks first. Raises Closed and shares' NotSo.

    The first turn under their name of whoever leads is the lead share.
    """
    gathering = Gathering.objects.select_for_update().get(pk=draft.gathering_id)
    if not gathering.is_open:
        raise Closed
    share = draft.as_share()
    stands = of_shares.post(draft=share)
    Turn.objects.create(gathering=gathering, share=share, leads=_takes_the_lead(gathering, draft))
    draft.delete()
    return share, stands


@transaction.atomic
def carry_to_shares(*, draft: Draft) -> bool:
    """What was not said here becomes a draft for the group. False when one is begun there already."""
    told, mine = draft.says, draft.membership
    if told is None or of_shares.draft_of(mine):
        return False
    told = Told(told.words, Kind.STORY, told.need, told.topics, told.other)
    of_shares.keep_draft(by=mine, told=told, audience=Share.Audience.GROUP, named=draft.named)
    draft.delete()
    return True


def will_lead(gathering: Gathering, membership: Membership) -> bool:
    """Is what this member says next under their name the lead share?

    Never without it: everybody sees who leads, so standing first would tell whose words they are.
    """
    mine = Role.objects.held().filter(gathering=gathering, membership=membership, part=Role.Part.LEAD)
    leading = Turn.objects.filter(gathering=gathering, leads=True, share__taken_back_at=None)
    return mine.exists() and not leading.filter(share__membership__departure=None).exists()


def _takes_the_lead(gathering: Gathering, draft: Draft) -> bool:
    if draft.named != Share.Named.ALIAS or not will_lead(gathering, draft.membership):
        return False
    Turn.objects.filter(gathering=gathering, leads=True).update(leads=False)
    return True
