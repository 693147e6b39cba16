"""Ben began two hundred days ago; run inside the place's own environment. Prints nothing to go to."""

import json

import django

django.setup()

from openchair.paths.tests.scene import a_path  # noqa: E402 - Django comes first
from openchair.people.models import Person, Place  # noqa: E402
from openchair.people.settling import settle  # noqa: E402


def main() -> None:
    """His path, counted at home."""
    ben = Person.objects.by_handle("ben").get()
    settle(person=ben, place=Place.here(), zone="Europe/Rome", rollover=0)
    path = a_path(ben)
    print(json.dumps({"path": path.public_id}))


if __name__ == "__main__":
    main()
