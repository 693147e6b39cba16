"""Fills a fresh place with `the_world`; run inside the place's own environment. Prints one line of JSON."""

import json

import django

django.setup()

from openchair.people.models import Session  # noqa: E402 - Django comes first
from openchair.project.ringing import beginning  # noqa: E402
from tests.cast import token_of, with_words  # noqa: E402
from tests.world import the_world  # noqa: E402

HANDLE = "quiet-otter-7731"
OWN_SESSIONS, SHARED_SESSIONS = 300, 20


def main() -> None:
    """Addresses, and for each journey a session of its own: they end in these journeys."""
    beginning.prepare()
    world = the_world()
    ben = with_words(world.scene.cast.ben)
    ben.handle = HANDLE
    ben.save()
    told = {
        "addresses": world.addresses(),
        "handle": HANDLE,
        "room": world.scene.room.public_id,
        "group": world.scene.cast.harbour.public_id,
        "own": [token_of(world.amara) for _one in range(OWN_SESSIONS)],
        "shared": [token_of(world.amara, Session.Mode.SHARED) for _one in range(SHARED_SESSIONS)],
        "ben": token_of(ben),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
