"""What is kept about a person before they join any group, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Block, Person, RecoveryCode, Session, Stewardship


def _person(person: Person) -> list[Row]:
    return [
        {
            "sign_in_name": person.handle,
            "brings": person.brings,
            "zone": person.zone,
            "joined_at": person.joined_at,
            "codes_kept_at": person.codes_kept_at,
        }
    ]


def _erase_person(person: Person) -> None:
    Person.objects.filter(pk=person.pk).delete()


def _codes(person: Person) -> list[Row]:
    return list(person.recovery_codes.values("made_at", "used_at"))


def _erase_codes(person: Person) -> None:
    person.recovery_codes.all().delete()


def _sessions(person: Person) -> list[Row]:
    return list(person.sessions.values("mode", "began_at", "used_at"))


def _erase_sessions(person: Person) -> None:
    # The act that closes an account ends them first by `ending.end_sessions`, so that open pages close.
    person.sessions.all().delete()


def _blocks(person: Person) -> list[Row]:
    # Who blocked this person is the other one's secret, so it is not told here.
    return list(person.blocks.values("met_as", "since"))


def _erase_blocks(person: Person) -> None:
    person.blocks.all().delete()
    person.blocked_by.all().delete()


def _stewardship(person: Person) -> list[Row]:
    return list(Stewardship.objects.filter(person=person).values("since"))


def _erase_stewardship(person: Person) -> None:
    Stewardship.objects.filter(person=person).delete()


KEPT: list[Kept[Person]] = [
    Kept(
        model=RecoveryCode,
        why=_("So that a spare key opens the account once. Only a hash of it is kept."),
        how_long=_("Until you make a new set, or close your account."),
        export=_codes,
        erase=_erase_codes,
    ),
    Kept(
        model=Session,
        why=_("So that you stay signed in. No address and no name of a device is kept."),
        how_long=_("Until you sign out, or for at most 90 days."),
        export=_sessions,
        erase=_erase_sessions,
    ),
    Kept(
        model=Block,
        why=_("So that you and someone you blocked do not meet."),
        how_long=_("Until you take it back, or one of you closes the account."),
        export=_blocks,
        erase=_erase_blocks,
    ),
    Kept(
        model=Stewardship,
        why=_("So that we know who keeps this place."),
        how_long=_("As long as you are a steward."),
        export=_stewardship,
        erase=_erase_stewardship,
    ),
    Kept(
        model=Person,
        why=_(
            "So that you can come back: a sign-in name, a hash of your words, a time zone, what brings you."
        ),
        how_long=_("Until you close your account."),
        export=_person,
        erase=_erase_person,
    ),
]
