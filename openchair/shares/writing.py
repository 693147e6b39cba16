"""From a draft to a share, and back out of sight."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from openchair.groups.models import Membership
from openchair.groups.one_at_a_time import wait_for
from openchair.groups.resting import names_for
from openchair.kit.clock import now
from openchair.kit.two_windows import ALONE, Page
from openchair.people.models import Person
from openchair.shares.holding import hold_of, keep_from_whoever_is_apart, settle
from openchair.shares.models import Share
from openchair.shares.reach import within_reach
from openchair.shares.told import Told

NAMED = Share.Named


class NotSo(Exception):
    """The group does not allow a share without a name, or not any more: the writer chooses again."""


class TooWide(Exception):
    """Somebody answered, and would be read by more people than they spoke to."""


@transaction.atomic
def keep_draft(*, by: Membership, told: Told, audience: str, named: str, page: Page = ALONE) -> Share:
    """Keep what is written so far; a person has one draft a group. Raises WrittenElsewhere."""
    wait_for(by)
    begun = draft_of(by)
    page.may_replace(begun)
    draft = begun or Share(group=by.group, person=by.person, membership=by)
    told = replace(told, page=page.name)
    draft.told, draft.audience, draft.named, draft.begun_at = told.as_kept(), audience, named, now()
    draft.save()
    return draft


def draft_of(membership: Membership) -> Share | None:
    """What this member began to write."""
    return Share.objects.drafts().filter(group=membership.group_id, person=membership.person_id).first()


def own_draft(person: Person, group_id: str) -> Told | None:
    """What this person began to write in the group of this public id, though they see it no longer."""
    begun = Share.objects.drafts().filter(group__public_id=group_id, person=person).first()
    return begun.says if begun else None


@transaction.atomic
def throw_away(*, membership: Membership, page: Page = ALONE) -> None:
    """The draft goes, and leaves nothing. Raises WrittenElsewhere."""
    wait_for(membership)
    page.may_replace(draft_of(membership))
    Share.objects.drafts().filter(group=membership.group_id, person=membership.person_id).delete()


@transaction.atomic
def post(*, draft: Share) -> bool:
    """Let its audience see it; False when a host looks first. Raises NotSo."""
    wait_for(draft.membership)
    if not may_be_named_so(draft):
        raise NotSo
    if draft.says:
        draft.told = replace(draft.says, page="").as_kept()
    draft.posted_at = now()
    draft.save()
    keep_from_whoever_is_apart(draft)
    return settle(what=draft, by=draft.membership)


@transaction.atomic
def change(*, share: Share, told: Told, audience: str) -> bool:
    """Other words, or another audience; True when others see it from now on, and did not before.

    Under which name it stands is settled when it is posted. Raises TooWide, and then nothing is changed.
    Whoever answers in the same moment waits for this to end, or is seen here.
    """
    if audience not in within_reach(Share.objects.select_for_update().get(pk=share.pk)):
        raise TooWide
    held = hold_of(share)
    share.told, share.audience = told.as_kept(), audience
    if held is None or held.stood_before:
        share.changed_at = now()
    share.save(update_fields=["told", "audience", "changed_at"])
    keep_from_whoever_is_apart(share)
    return settle(what=share, by=share.membership, changed=True)


def take_back(*, share: Share) -> None:
    """Out of everybody's sight at once; for thirty days it can be put back as it was."""
    Share.objects.filter(pk=share.pk, taken_back_at=None).update(taken_back_at=now())


def put_back(*, share: Share) -> None:
    """As if it had not been taken back."""
    Share.objects.filter(pk=share.pk).update(taken_back_at=None)


def may_be_named_so(share: Share) -> bool:
    """Does the group allow its writer the name that was chosen?"""
    return share.named in names_for(share.membership)
