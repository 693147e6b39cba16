"""Who does not meet whom. Every `visible_to` asks here."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from openchair.people.models import Block, Person


def apart_from(person: Person) -> set[UUID]:
    """The ids of everyone this person blocked or was blocked by: the two sides look the same."""
    pairs = Block.objects.filter(Q(person=person) | Q(other=person)).values_list("person_id", "other_id")
    return {other if mine == person.pk else mine for mine, other in pairs}


def is_apart(person: UUID, column: str) -> Exists:
    """Within a question: whoever stands in this column of a row, and this person, do not meet."""
    ways = Q(person=person, other=OuterRef(column)) | Q(other=person, person=OuterRef(column))
    return Exists(Block.objects.filter(ways))


def with_whom_apart(person: UUID) -> Q:
    """As `is_apart`, of a row's `person`, where many rows are looked at: the pairs are found once for all."""
    blocked = Block.objects.filter(person=person).values("other")
    blocking = Block.objects.filter(other=person).values("person")
    return Q(person__in=blocked) | Q(person__in=blocking)


def block(*, person: Person, other: Person, met_as: str = "") -> None:
    """Keep the two apart from now on, silently. Blocking twice is blocking once."""
    if person.pk != other.pk:
        Block.objects.get_or_create(person=person, other=other, defaults={"met_as": met_as})


def unblock(*, person: Person, block_id: UUID) -> None:
    """Take one's own block back."""
    Block.objects.filter(person=person, pk=block_id).delete()


def forget_names(person: Person) -> None:
    """Whom this person blocked stays apart from them; under which name they met is kept no longer."""
    for one in Block.objects.filter(person=person):
        one.met_as = ""
        one.save(update_fields=["met_as"])
