"""The door of a group's shares to the hub: its members may listen."""

from collections.abc import Collection, Mapping, Sequence

from django.conf import settings

from openchair.groups.models import Membership
from openchair.groups.models.membership import MembershipQuerySet
from openchair.kit.clock import now
from openchair.live.doors import Admission
from openchair.people import sessions
from openchair.people.models import Session
from openchair.people.preferences import chosen_in
from openchair.shares.streams import MEMBERS, topic_of


class SharesDoor:
    """`/live/shares/<group>/`."""

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:
        """A member of the group, while it stands."""
        session = sessions.at_door(cookies)
        if session is None or not _members([key]).filter(person=session.person_id).exists():
            return None
        language = chosen_in(cookies, "language")
        return Admission(
            topic=topic_of(key),
            person=session.person_id,
            session=str(session.pk),
            language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
            audience=MEMBERS,
        )

    def state(self, admission: Admission) -> str:  # noqa: ARG002
        """Nothing: the page itself was the state when it was made."""
        return ""

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        """Those whose session lives and who are in the group."""
        living = {
            str(one.pk)
            for one in Session.objects.filter(pk__in=[one.session for one in admissions])
            if one.lives_at(now())
        }
        keys = {one.topic.removeprefix("shares/") for one in admissions}
        here = set(_members(keys).values_list("group__public_id", "person_id"))
        return [
            one
            for one in admissions
            if one.session in living and (one.topic.removeprefix("shares/"), one.person) in here
        ]

    def left(self, admission: Admission) -> None:
        """Nothing is kept about who looks on."""


def _members(keys: Collection[str]) -> MembershipQuerySet:
    return Membership.objects.current().filter(group__public_id__in=keys, group__closing=None)
