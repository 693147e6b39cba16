"""Harbour, where people answer each other, and somebody welcomes."""

from datetime import timedelta

from openchair.greeting import serving
from openchair.greeting.queue import Queue, queue_for
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.shares.models import Share
from openchair.shares.seeing import reader_of
from openchair.shares.tests.scene import replied, shared
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of


def a_harbour() -> Cast:
    """Everybody has shared something before, so that what comes now is nobody's first."""
    limits.forget()
    cast = the_cast()
    cast.harbour.crosstalk = Group.Crosstalk.WELCOME
    cast.harbour.save()
    for somebody in (cast.amara, cast.ben, cast.chidi, cast.eli):
        answered(cast.harbour, somebody, hours_ago=2500)
    return cast


def answered(group: Group, person: Person, *, hours_ago: int, after: float = 1) -> Share:
    """Something that was shared, and answered some hours later."""
    share = shared(group, person, "some time ago", hours_ago=hours_ago)
    hello = next(one for one in group.memberships.select_related("person") if one.person_id != person.pk)
    replied(share, hello.person, "hello")
    at = now() - timedelta(hours=hours_ago) + timedelta(hours=after)
    share.replies.update(posted_at=at)
    Share.objects.filter(pk=share.pk).update(answered_at=at)
    return share


def greets(group: Group, person: Person) -> None:
    """This member offered, and a host said yes."""
    serving.agree(greeter=serving.offer(membership=member_of(group, person)))


def queue_of(group: Group, person: Person) -> Queue:
    """What waits, as far as this person can tell."""
    return queue_for(reader_of(person, [member_of(group, person)]), group)


def waits_for(person: Person, share: Share) -> bool:
    """Does it stand in this person's queue?"""
    return share.pk in queue_of(share.group, person).keys


def page_of(cast: Cast, person: Person, more: str = "waiting/") -> str:
    """What a page of Harbour says; empty when there is none."""
    answer = client_of(person).get(f"/groups/{cast.harbour.public_id}/{more}")
    return text_of(answer.content) if answer.status_code == 200 else ""
