"""What is kept about somebody's paths: their ledger, for them alone."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.paths import sharing
from openchair.paths.ledger import Event
from openchair.paths.models import Celebration, Entry, Path
from openchair.paths.noting import events_of
from openchair.people.models import Person

UNTIL = _("Until you delete the path, or close your account. What you take back: 30 days.")


def _paths(person: Person) -> list[Row]:
    paths = Path.objects.of(person).order_by("public_id")
    return [{"path": one.public_id, "entries": one.entries.count()} for one in paths]


def _erase_paths(person: Person) -> None:
    Path.objects.of(person).delete()


def _entries(person: Person) -> list[Row]:
    return [
        row
        for entry in Entry.objects.of(person)
        for row in map(_row, events_of([entry]), [entry.path.public_id])
    ]


def _row(event: Event, path: str) -> Row:
    return {
        "path": path,
        "number": event.number,
        "kind": event.kind.value,
        "date": event.on.isoformat(),
        "noted_at": event.at,
        "words": event.words(),
    }


def _erase_entries(person: Person) -> None:
    Entry.objects.of(person).delete()


def _celebrations(person: Person) -> list[Row]:
    mine = Celebration.objects.filter(person=person).select_related("group").order_by("shared_at")
    return [
        {"group_name": one.group.name, "what": sharing.name_in_words(one), "at": one.shared_at}
        for one in mine
    ]


def _erase_celebrations(person: Person) -> None:
    Celebration.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Celebration,
        why=_("So that a group sees a milestone that you shared with it. Which one is sealed."),
        how_long=_("31 days, or until you take it back."),
        export=_celebrations,
        erase=_erase_celebrations,
    ),
    Kept(
        model=Entry,
        why=_("So that your days are counted as you say. Kind, dates and words are sealed."),
        how_long=UNTIL,
        export=_entries,
        erase=_erase_entries,
    ),
    Kept(
        model=Path,
        why=_("So that you can have several paths. What they are about stands in their entries, sealed."),
        how_long=UNTIL,
        export=_paths,
        erase=_erase_paths,
    ),
)
