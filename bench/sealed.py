"""What sealing costs: `python bench/sealed.py [how many rows] [how many rounds]`.

One table of notes in clear and one of the same notes sealed, 20,000 rows each by 50 people in one group. The
same page of 50 is made of either, whole requests through Django's test client; then the rows alone are
fetched and read. Measured in turns; medians of CPU, and how many times the clear one.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from place import make_ready, serve  # first: it sets Django up

# ruff: isort: split
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from openchair.groups.founding import found_group
from openchair.groups.models import Group
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.pages import page
from openchair.people.models import Person, Place
from openchair.people.requests import Request, open_to_all
from openchair.vault import opened
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet

ROWS, PEOPLE, SHOWN = 20_000, 50, 50
ROUNDS, VISITS, WARM = 15, 20, 5
WORDS = "Today I called somebody before it got dark, and then we walked along the water. " * 4


class Note(models.Model):
    """A note in clear."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    at = models.DateTimeField(default=now, db_index=True)
    objects: models.Manager["Note"] = models.Manager()

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return "note"


class SealedNoteQuerySet(SealedQuerySet["SealedNote"]):
    """Notes, opened together."""


class SealedNote(models.Model):
    """The same note, sealed by its person within its group."""

    id = models.UUIDField(primary_key=True, default=ids.row_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    words = Sealed(by="person", within="group", max_length=4000)
    at = models.DateTimeField(default=now, db_index=True)
    objects = SealedNoteQuerySet.as_manager()

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return "sealed note"


def main(rows: int, rounds: int) -> None:
    """Write the rows, visit the pages, print the table."""
    make_ready()
    Place(name="Open Chair", ready_at=now()).save()
    serve(path("clear/", clear, name="clear"), path("sealed/", sealed, name="sealed"))
    write(rows)
    client = Client()
    cases: dict[str, Callable[[], object]] = {
        "a page of 50 in clear": partial(visit, client, "/clear/"),
        "a page of 50 sealed": partial(visit, client, "/sealed/"),
        "a page of 50 sealed, no key held": partial(after_forgetting, partial(visit, client, "/sealed/")),
        "50 rows in clear": partial(words_of, Note),
        "50 rows sealed": partial(words_of, SealedNote),
        "50 rows sealed, no key held": partial(after_forgetting, partial(words_of, SealedNote)),
    }
    print(table(measured(cases, rounds)))


def measured(cases: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median milliseconds of CPU of each."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for act in cases.values():
        for _time in range(WARM):
            act()
    for _round in range(rounds):
        for name, act in cases.items():
            began = time.process_time()
            for _time in range(VISITS):
                act()
            found[name].append((time.process_time() - began) * 1000 / VISITS)
    return {name: median(taken) for name, taken in found.items()}


def write(rows: int) -> None:
    """Both tables, row by row the same."""
    with connection.schema_editor() as editor:
        for model in (Note, SealedNote):
            editor.create_model(model)
    people = [Person.objects.create(handle=f"heron-{number}", passphrase="!") for number in range(PEOPLE)]
    group = found_group(
        person=people[0], alias="Heron", agreement="We listen.", name="Harbour", focus="Alcohol"
    )
    told = [(people[at % PEOPLE], f"{at} {WORDS}") for at in range(rows)]
    Note.objects.bulk_create([Note(person=who, group=group, words=words) for who, words in told])
    SealedNote.objects.bulk_create([SealedNote(person=who, group=group, words=words) for who, words in told])


def words_of(model: type[Note] | type[SealedNote]) -> list[str]:
    """The words of the latest fifty."""
    return [one.words for one in model.objects.order_by("-at")[:SHOWN]]


def after_forgetting(act: Callable[[], object]) -> None:
    """Do it with no key held."""
    opened.KEYS.forget()
    act()


@open_to_all
def clear(request: Request) -> HttpResponse:
    """The latest fifty notes in clear."""
    return listing(request, words_of(Note))


@open_to_all
def sealed(request: Request) -> HttpResponse:
    """The latest fifty notes that are sealed."""
    return listing(request, words_of(SealedNote))


def listing(request: HttpRequest, words: list[str]) -> HttpResponse:
    """Fifty notes on the emptiest page of the place, so that nothing hides what opening them costs."""
    answer = page(request, "people/blank.html")
    answer.write("".join(f"<p>{one}</p>" for one in words))
    return answer


def visit(client: Client, where: str) -> None:
    """One visit, which has to succeed and to show words."""
    if b"called somebody" not in client.get(where).content:
        raise SystemExit(f"{where} shows no words")


def table(found: dict[str, float]) -> str:
    """The figures, each beside the clear one of its kind."""
    lines = [f"{'':36} {'ms CPU':>8} {'× clear':>8}"]
    base = 1.0
    for name, taken in found.items():
        base = taken if name.endswith("in clear") else base
        lines.append(f"{name:36} {taken:8.2f} {taken / base:8.2f}")
    return "\n".join(lines)


if __name__ == "__main__":
    said = [int(word) for word in sys.argv[1:]]
    main(*(said + [ROWS, ROUNDS][len(said) :]))
