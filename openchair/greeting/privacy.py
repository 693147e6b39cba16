"""What greeting keeps about a person, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.greeting.models import Ask, Greeter, Taking, Willing
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def _greeters(person: Person) -> list[Row]:
    mine = Greeter.objects.filter(membership__person=person).select_related("membership__group")
    return [
        {"group_name": one.membership.group.name, "asked_at": one.begun_at, "since": one.since}
        for one in mine
    ]


def _erase_greeters(person: Person) -> None:
    Greeter.objects.filter(membership__person=person).delete()


def _willing(person: Person) -> list[Row]:
    mine = Willing.objects.filter(membership__person=person).select_related("membership__group")
    return [
        {
            "group_name": one.membership.group.name,
            "number": one.most,
            "small": ", ".join(str(thing.label) for thing in one.small),
            "since": one.since,
        }
        for one in mine
    ]


def _erase_willing(person: Person) -> None:
    Willing.objects.filter(membership__person=person).delete()


def _asks(person: Person) -> list[Row]:
    mine = Ask.objects.filter(willing__membership__person=person)
    return [
        {"group_name": one.willing.membership.group.name, "at": one.at}
        for one in mine.select_related("willing__membership__group")
    ]


def _erase_asks(person: Person) -> None:
    Ask.objects.filter(willing__membership__person=person).delete()


def _takings(person: Person) -> list[Row]:
    mine = Taking.objects.filter(membership__person=person).select_related("membership__group")
    return [{"group_name": one.membership.group.name, "expires_at": one.until} for one in mine]


def _erase_takings(person: Person) -> None:
    Taking.objects.filter(membership__person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Greeter,
        why=_("So that you and the hosts know that you welcome people, offered to, or were asked."),
        how_long=_("Until you or a host ends it."),
        export=_greeters,
        erase=_erase_greeters,
    ),
    Kept(
        model=Willing,
        why=_(
            "So that you are asked no more often than you said, and are offered small things that you like."
        ),
        how_long=_("Until you choose “Not now” and no small thing."),
        export=_willing,
        erase=_erase_willing,
    ),
    Kept(
        model=Ask,
        why=_("So that you are not asked more often than you said, nor twice about one share."),
        how_long=_("Two weeks."),
        export=_asks,
        erase=_erase_asks,
    ),
    Kept(
        model=Taking,
        why=_(
            "So that two people do not answer the same share at once. Others are not shown that it is you."
        ),
        how_long=_("Half an hour, and until the next tidying."),
        export=_takings,
        erase=_erase_takings,
    ),
)
