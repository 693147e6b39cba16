"""A place of real files in which Ben lives and is erased, run by a test that looks at the files meanwhile."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 - models may be imported only once Django is set up
from django.db import connection, connections  # noqa: E402

from openchair.live.words import words  # noqa: E402
from openchair.people import hashing  # noqa: E402
from openchair.project.ledger import erasing  # noqa: E402
from openchair.project.ledger.tests.life import Life, a_rich_life  # noqa: E402
from openchair.vault import opened  # noqa: E402


def main() -> None:
    """Tell what there is to be found; erase once a line comes in; tell again."""
    hashing.Argon2id.memory_cost, hashing.Argon2id.time_cost = 1024, 1
    opened.ring().begin()
    life = a_rich_life()
    told = _told(life)
    connections.close_all()
    _tell(told)
    sys.stdin.readline()
    erasing.ask(person=life.ben, wait="now")
    erasing.purge([life.ben.pk])
    _tell({"said": _said(life)})
    sys.stdin.readline()


def _tell(told: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


def _told(life: Life) -> dict[str, object]:
    mine = life.evening.memberships.get(person=life.ben)
    with connection.cursor() as cursor:
        cursor.execute("SELECT alias FROM groups_membership WHERE public_id = %s", [mine.public_id])
        alias = bytes(cursor.fetchone()[0])
        cursor.execute("SELECT handle FROM people_person WHERE handle_key = %s", [life.ben.handle_key])
        handle = bytes(cursor.fetchone()[0])
    wrapped = opened.ring().ask("SELECT wrapped FROM keys WHERE subject = ?", [str(life.ben.pk)])[0][0]
    return {
        "sealed": [alias.hex(), handle.hex()],
        "key": bytes(wrapped).hex(),
        "person": str(life.ben.pk),
        "membership": mine.public_id,
        "files": [str(settings.OPENCHAIR_RING), str(settings.DATABASES["default"]["NAME"])],
        "said": _said(life),
    }


def _said(life: Life) -> list[bool]:
    """For each thing that was said in the room, whether Ben said it."""
    room = life.scene.again()
    return [one.person == life.ben.pk for one in words().said(room.pk, room.word_key, room.opened_at)]


if __name__ == "__main__":
    main()
