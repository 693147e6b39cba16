"""Kills a bare writer without warning, many times a second, and looks whether anything was lost.

    python -m tests.kills.killing <how many> <seconds at most>

The environment names an empty folder. Prints one line of JSON: what was written, and what is wrong.
"""

import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import django
from django.conf import settings
from django.db import connections

django.setup()

from openchair.people.models import Person  # noqa: E402 - Django comes first
from openchair.project.ringing import beginning  # noqa: E402
from openchair.vault import opened, subjects, verifying  # noqa: E402
from openchair.vault.results import Unreadable  # noqa: E402
from tests import tables  # noqa: E402
from tests.kills.told import Told  # noqa: E402

LOOKED_EVERY = 50  # kills
MOST_LINES = 8  # that a writer has told before the kill is prepared
LONGEST_LIFE = 0.012  # seconds from then to the kill


def main(kills: int, seconds: float) -> None:
    """Kill, look, and tell."""
    tables.copy_file(Path(str(settings.DATABASES["default"]["NAME"])))
    beginning.prepare()
    told, last = Told(), time.monotonic() + seconds
    done = 0
    while done < kills and time.monotonic() < last:
        told.take(life_of_a_writer(done))
        done += 1
        if done % LOOKED_EVERY == 0:
            look(told, told.touched)
    look(told, set(told.stands))
    print(json.dumps({"kills": done, "acknowledged": told.acknowledged, "wrong": [*told.wrong, *whole()]}))


def life_of_a_writer(number: int) -> list[str]:
    """What one writer told until it was killed."""
    connections.close_all()
    opened.ring().close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(number, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with closing(os.fdopen(reading, "rb")) as pipe:
        first = b"".join(pipe.readline() for _ in range(random.randint(1, MOST_LINES)))
        time.sleep(random.uniform(0, LONGEST_LIFE))
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"writer {number} ended by itself"
        return [line for line in (first + pipe.read()).decode().split("\n")[:-1] if line]


def write(life: int, pipe: int) -> None:
    """New people, changed ones and erased ones, told before each and after each, for ever."""
    opened.KEYS.forget()
    turn = 0
    while True:
        turn += 1
        person = Person(handle=f"new-{life}-{turn}", passphrase="!")
        tell(pipe, "try", "+", person)
        person.save(force_insert=True)
        tell(pipe, "done", "+", person)
        person.handle = f"changed-{life}-{turn}"
        tell(pipe, "try", "+", person)
        person.save()
        tell(pipe, "done", "+", person)
        if turn % 3 == 0:
            tell(pipe, "try", "-", person)
            opened.destroy([person.pk])
            Person.objects.filter(pk=person.pk).delete()
            person.pk = person.id
            tell(pipe, "done", "-", person)


def tell(pipe: int, when: str, what: str, person: Person) -> None:
    """One line, in one write."""
    os.write(pipe, f"{when} {what} {person.id} {person.handle}\n".encode())


def look(told: Told, people: set[str]) -> None:
    """Whether what was acknowledged about these people is there, and opens."""
    opened.KEYS.forget()
    rows = {str(one.pk): one.handle for one in Person.objects.filter(pk__in=people)}
    keys = opened.ring().names()
    for one in people:
        held = rows.get(one)
        if isinstance(held, Unreadable) and "-" not in told.stands[one]:
            told.wrong.append(f"a row does not open: {type(held).__name__}")
        elif not isinstance(held, Unreadable) and (held or "-") not in told.stands[one]:
            told.wrong.append(f"{held} is there, and not {told.stands[one]}")
        elif told.stands[one] == {"-"} and one in keys:
            told.wrong.append("an erased key is there")
    told.touched.clear()


def whole() -> list[str]:
    """What is wrong with the ring and with the data as they lie there now."""
    _gone, missing = subjects.without_key(opened.ring())
    wrong = [f"{len(ids)} rows of {kind} have no key" for kind, ids in missing.items()]
    wrong += [str(fault) for fault in verifying.faults(opened.ring(), papered=False)]
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        said = cursor.fetchall()
    return wrong + ([] if said == [("ok",)] else [f"the data is damaged: {said}"])


if __name__ == "__main__":
    assert Path(settings.OPENCHAIR_DATA).is_dir()
    main(int(sys.argv[1]), float(sys.argv[2]))
