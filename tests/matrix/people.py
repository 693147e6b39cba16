"""Everybody who could knock at an address, by what they are to the groups of the world."""

from django.conf import settings

from openchair.groups.leaving import leave
from openchair.groups.models import Group
from openchair.people import codes
from openchair.people.blocking import block
from openchair.people.models import Person, Session, Stewardship
from openchair.project.ledger.closing import close
from openchair.project.ledger.erasing import ask, purge
from tests import recipes
from tests.cast import with_words

NOBODY, ERASED, CLOSED, LEAVING, STALE = "nobody", "erased", "closed", "leaving", "stale"
MEMBERS = (
    *("member", "seated", "chair", "cohost", "greeter", "timekeeper", "reader", "waiting", "putout"),
    *("quieted", "speaker", "second", "blocked", "removed", "departed"),
)
TONIGHT = ("chair", "cohost", "greeter", "timekeeper", "reader")
OTHERS = ("visitor", "newcomer", "guest", "elsewhere", "steward", "staff", "host", LEAVING, ERASED, CLOSED)
# The columns of the table: everywhere, and in rooms. Who was quieted, or spoke, is a member without a column.
EVERYWHERE = (
    *(NOBODY, "visitor", "newcomer", "member", STALE, "seated", "host", "chair", "guest", "blocked"),
    *("removed", "departed", LEAVING, ERASED, CLOSED, "elsewhere", "steward", "staff"),
)
ROLES = (*EVERYWHERE, "cohost", "greeter", "timekeeper", "reader", "waiting", "putout")
MEANS = {
    NOBODY: "without an account",
    "visitor": "signed in, and in no group",
    "newcomer": "asked to join, and waits for an answer",
    "member": "a member who is in no room; whose passkey, session and block are asked for",
    STALE: "the same, who showed who they are longer ago than five minutes",
    "seated": "a member in the circle; who told the hosts of something",
    "host": "runs the groups, and sits in the circle",
    **dict.fromkeys(
        ("chair", "cohost", "greeter", "timekeeper", "reader"), "a member with this role tonight"
    ),
    "guest": "no member, in the circle of the group that welcomes guests",
    "waiting": "a member who was asked to wait outside",
    "putout": "a member who was put out of the room",
    "blocked": "a member whom the host blocked",
    "removed": "a host ended their membership",
    "departed": "left by themselves",
    LEAVING: "a member who asked to be erased next week; the cookie is of a session begun since",
    ERASED: "erased; the old cookie is still in a browser",
    CLOSED: "closed their account; the old cookie is still in a browser",
    "elsewhere": "runs a group of their own, and is in no other",
    "steward": "keeps the place, and has not taken up their powers",
    "staff": "keeps the place, with their powers",
}


class People(dict[str, Person]):
    """Persons by role, and the cookie each of them knocks with."""

    def __init__(self) -> None:
        self.told: dict[str, object] = {}  # ways by which "member" is told of things
        super().__init__({name: recipes.person(name) for name in (*MEMBERS, *OTHERS)})
        block(person=self["host"], other=self["blocked"], met_as="Blocked")
        for name in ("steward", "staff"):
            Stewardship.objects.create(person=self[name])
        with_words(self["member"])
        self.cookies = {name: self._cookie(name) for name in ROLES}

    def join(self, group: Group) -> None:
        """Everybody to their place in a group; the host runs it already."""
        for name in (*MEMBERS, LEAVING, ERASED, CLOSED):
            recipes.member(group, self[name], name.title())
        recipes.ask(group, self["newcomer"], "Newcomer")
        leave(membership=group.memberships.get(person=self["departed"]))
        recipes.remove(group.memberships.get(person=self["removed"]))

    def erase(self) -> None:
        """Somebody asks to be erased, one is, and one closes their account, whatever stood open before."""
        ask(person=self[LEAVING], wait="week")
        self.cookies[LEAVING] = self._cookie(LEAVING)
        purge([self[ERASED].pk])
        close(person=self[CLOSED], code=codes.make()[0], words_stay=True)

    def _cookie(self, name: str) -> dict[str, str]:
        if name == NOBODY:
            return {}
        session, token = Session.begin(self["member" if name == STALE else name], Session.Mode.OWN)
        if name == STALE:
            Session.objects.filter(pk=session.pk).update(confirmed_at=None)
        if name == "staff":
            token = session.confirm(powers=True)
        return {settings.SESSION_COOKIE_NAME: token}
