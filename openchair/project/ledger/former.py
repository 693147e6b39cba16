"""Words that stay in groups when their writer closes the account: without a name, and sealed as before.

Who was kept apart from whom stays so for them, and whoever muted their writer does not read them now.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, TypeAlias

from django.db import transaction
from django.db.models import Model, Q

from openchair.groups.models import Membership
from openchair.groups.vanishing import take_name_off
from openchair.people import blocking, muting
from openchair.people.models import Block, Mute, Person
from openchair.shares import models as shares
from openchair.shares.models import Reply, Share
from openchair.shares.models.reply import ReplyQuerySet
from openchair.shares.models.share import ShareQuerySet
from openchair.stories import models as stories
from openchair.stories.models import Story
from openchair.stories.models.story import StoryQuerySet

Words: TypeAlias = ShareQuerySet | ReplyQuerySet | StoryQuerySet

WORDS: Final[frozenset[type[Model]]] = frozenset({Share, Reply, Story})
# What keeps words from some people, or from everybody.
GUARDS: Final[frozenset[type[Model]]] = frozenset({Block, Mute, shares.Hold, stories.Hold})
_STAY_FOR: Final = (Share.Audience.GROUP, Share.Audience.HOSTS)  # companions are companions no more
_WORDLESS: Final = Q(shares=None, replies=None, stories=None)


def has_words(person: Person) -> bool:
    """Is there anything that could stay?"""
    mine = Membership.objects.current().filter(person=person)
    return any(stays.filter(membership__in=mine).exists() for _all, stays in _written())


@transaction.atomic
def leave_words(*, person: Person, at: datetime) -> None:
    """Leave to the groups that this person was in until `at` what others read there, and delete all the rest.

    What waits for a host, or was put out of sight, goes: its writer could say nothing to it any more.
    """
    until_now = Membership.objects.filter(person=person, departure__at=at, departure__removal=None)
    until_now.update(is_former=True)
    for words, stays in _written():
        kept = list(stays.filter(person=person).values_list("pk", flat=True))
        words.filter(person=person).exclude(pk__in=kept).delete()
    until_now.filter(_WORDLESS).update(is_former=False)
    for one in until_now.filter(is_former=True):
        take_name_off(one)
    blocking.forget_names(person)
    muting.end_all_of(person)


def let_go() -> None:
    """Whoever has no words left in a group is nobody there any more; those that a host put away are left.

    What nobody reads any more goes first, as turns do a while after their meeting.
    """
    Share.objects.filter(membership__is_former=True).exclude(audience__in=_STAY_FOR).delete()
    Membership.objects.filter(_WORDLESS, is_former=True).delete()


def _written() -> Iterator[tuple[Words, Words]]:
    """All words of each kind, and those of them that others read."""
    read = Share.objects.standing().filter(audience__in=_STAY_FOR)
    yield Share.objects.all(), read
    yield Reply.objects.all(), Reply.objects.standing().filter(share__in=read)
    yield Story.objects.all(), Story.objects.standing().filter(audience__in=_STAY_FOR)
