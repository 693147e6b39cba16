"""Fills a fresh place with the cast and one meeting that is on now; run inside the place's own environment.

Prints one line of JSON: the sessions of the cast, and the ids that a journey goes to.
"""

import json

import django

django.setup()

from openchair.project.ringing import beginning  # noqa: E402 - Django comes first
from openchair.rooms.tests.scene import meeting_now  # noqa: E402
from tests.cast import the_cast, token_of, with_words  # noqa: E402


def main() -> None:
    """The cast, and the meeting of Harbour, which is listed nowhere."""
    beginning.prepare()
    cast = the_cast()
    series = meeting_now(cast.harbour, door="members")
    with_words(cast.ben)
    people = {name: getattr(cast, name) for name in ("amara", "ben", "chidi", "dana", "eli")}
    told = {name: token_of(person) for name, person in people.items()}
    print(json.dumps({"sessions": told, "meeting": series.public_id, "group": cast.harbour.public_id}))


if __name__ == "__main__":
    main()
