"""What the roster keeps about a person, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.roster.models import Carrying, Cover, Debrief, Shift


def _shifts(person: Person) -> list[Row]:
    mine = Shift.objects.filter(membership__person=person).select_related("membership__group")
    return [
        {
            "group_name": one.membership.group.name,
            "weekday": one.weekday,
            "time": f"{one.wall:%H:%M}",
            "minutes": one.minutes,
            "zone": one.zone,
        }
        for one in mine
    ]


def _erase_shifts(person: Person) -> None:
    Shift.objects.filter(membership__person=person).delete()


def _covers(person: Person) -> list[Row]:
    mine = Cover.objects.filter(membership__person=person).select_related("membership__group")
    return [{"group_name": one.membership.group.name, "at": one.starts_at} for one in mine if one.membership]


def _erase_covers(person: Person) -> None:
    Cover.objects.filter(membership__person=person).update(membership=None)


def _carrying(person: Person) -> list[Row]:
    mine = Carrying.objects.filter(membership__person=person).select_related("membership__group")
    return [
        {
            "group_name": one.membership.group.name,
            "number": one.most,
            "away_from": one.away_from.isoformat() if one.away_from else None,
            "away_until": one.away_until.isoformat() if one.away_until else None,
        }
        for one in mine
    ]


def _erase_carrying(person: Person) -> None:
    Carrying.objects.filter(membership__person=person).delete()


def _debriefs(person: Person) -> list[Row]:
    mine = Debrief.objects.filter(person=person).select_related("group").order_by("at")
    return [{"group_name": one.group.name, "at": one.at, "words": one.words} for one in mine]


def _erase_debriefs(person: Person) -> None:
    Debrief.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Shift,
        why=_("So that those who welcome people know who is here when."),
        how_long=_("Until you drop the hours, or stop welcoming people."),
        export=_shifts,
        erase=_erase_shifts,
    ),
    Kept(
        model=Cover,
        why=_("So that everybody knows that you step in for somebody on one date."),
        how_long=_("Until that date is over."),
        export=_covers,
        erase=_erase_covers,
    ),
    Kept(
        model=Carrying,
        why=_("So that nobody is here more often than they said, and so that you can be away."),
        how_long=_("Until you stop welcoming people. Your days away go when they are over."),
        export=_carrying,
        erase=_erase_carrying,
    ),
    Kept(
        model=Debrief,
        why=_("What you said to the others who welcome people in your group."),
        how_long=_("Thirty days, or until you take it back."),
        export=_debriefs,
        erase=_erase_debriefs,
    ),
)
