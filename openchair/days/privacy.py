"""What is kept of whom somebody told, and whom they want to tell."""

from django.utils.translation import gettext_lazy as _

from openchair.days.models import Confided, Later
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def _confided(person: Person) -> list[Row]:
    mine = Confided.objects.filter(person=person).select_related("member__group")
    # By which name they go there is theirs.
    return [{"group_name": one.member.group.name, "at": one.at} for one in mine]


def _erase_confided(person: Person) -> None:
    Confided.objects.filter(person=person).delete()
    Confided.objects.filter(member__person=person).delete()


def _later(person: Person) -> list[Row]:
    return [{"day": one.on.isoformat()} for one in Later.objects.filter(person=person)]


def _erase_later(person: Person) -> None:
    Later.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Confided,
        why=_("So that those you chose in a group read that something happened. It is sealed."),
        how_long=_("30 days, or until you take it back."),
        export=_confided,
        erase=_erase_confided,
    ),
    Kept(
        model=Later,
        why=_("So that those you chose are told on the day you chose. Who they are is sealed."),
        how_long=_("Until that day, or until you take it back."),
        export=_later,
        erase=_erase_later,
    ),
)
