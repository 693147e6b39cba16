"""The people of our tests.

Amara hosts, Ben is a member, Chidi is new, Dana is an outsider, Eli is blocked by Amara.
"""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client

from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.people import passphrase
from openchair.people.blocking import block
from openchair.people.models import Person, Place, Session, Stewardship
from tests import recipes

WORDS = "copper garden river twelve lamp maple"


@dataclass(frozen=True, slots=True)
class Cast:
    """Five people and the group that Amara runs."""

    amara: Person
    ben: Person
    chidi: Person
    dana: Person
    eli: Person
    harbour: Group


def the_cast() -> Cast:
    """Everybody, in a place that is ready: Amara, Ben, Chidi and Eli belong to Harbour, and Dana does not."""
    ready_place()
    amara, ben, chidi, dana, eli = (recipes.person(name) for name in ("amara", "ben", "chidi", "dana", "eli"))
    harbour = recipes.group(amara, alias="Amara")
    for somebody in (ben, chidi, eli):
        recipes.member(harbour, somebody, somebody.handle.title())
    block(person=amara, other=eli, met_as="Eli")
    return Cast(amara, ben, chidi, dana, eli, harbour)


def ready_place(joining: str = Place.Joining.ANYONE) -> Place:
    """A place whose first run is over."""
    place, _new = Place.objects.update_or_create(
        pk=1, defaults={"name": "Open Chair", "joining": joining, "ready_at": now()}
    )
    return place


def with_words(person: Person, words: str = WORDS) -> Person:
    """The person, who can now sign in by these words. It hashes slowly: only for tests of signing in."""
    person.set_words(passphrase.as_kept(words))
    person.save(update_fields=["passphrase"])
    return person


def client_of(person: Person, mode: str = Session.Mode.OWN) -> Client:
    """A browser without script in which this person is signed in."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = token_of(person, mode)
    return client


def token_of(person: Person, mode: str = Session.Mode.OWN) -> str:
    """The session cookie's value of a new session, for a browser with script.

    It was begun just now, so it counts as confirmed; a steward has taken up their powers in it.
    """
    session, token = Session.begin(person, mode)
    return session.confirm(powers=True) if Stewardship.objects.filter(person=person).exists() else token
