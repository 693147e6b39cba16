"""What is kept about a person before they join any group, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import (
    AccountNotice,
    Block,
    Closure,
    Consent,
    Erasure,
    Mute,
    Passkey,
    Person,
    Reading,
    RecoveryCode,
    Session,
    Stewardship,
)


def _person(person: Person) -> list[Row]:
    return [
        {
            "sign_in_name": person.handle,
            "brings": person.brings,
            "zone": person.zone,
            "home_zone": person.home_zone,
            "day_begins": person.rollover,
            "not_before": str(person.not_before or ""),
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


def _passkeys(person: Person) -> list[Row]:
    return [
        {"name": one.nickname, "made_on": str(one.made_on), "used_on": str(one.used_on or "")}
        for one in person.passkeys.all()
    ]


def _erase_passkeys(person: Person) -> None:
    person.passkeys.all().delete()


def _notices(person: Person) -> list[Row]:
    return list(person.notices.values("kind", "at"))


def _erase_notices(person: Person) -> None:
    person.notices.all().delete()


def _sessions(person: Person) -> list[Row]:
    return list(person.sessions.values("mode", "began_at", "used_at"))


def _erase_sessions(person: Person) -> None:
    # The act that closes an account ends them first by `ending.end_sessions`, so that open pages close.
    person.sessions.all().delete()


def _blocks(person: Person) -> list[Row]:
    # Who blocked this person is the other one's secret, so it is not told here.
    return [{"met_as": one.called, "since": one.since} for one in person.blocks.shown()]


def _erase_blocks(person: Person) -> None:
    person.blocks.all().delete()
    person.blocked_by.all().delete()


def _stewardship(person: Person) -> list[Row]:
    return list(Stewardship.objects.filter(person=person).values("since"))


def _erase_stewardship(person: Person) -> None:
    Stewardship.objects.filter(person=person).delete()


def _consents(person: Person) -> list[Row]:
    return [{"version": one.version, "on": str(one.on)} for one in Consent.objects.filter(person=person)]


def _erase_consents(person: Person) -> None:
    Consent.objects.filter(person=person).delete()


def _erasure(person: Person) -> list[Row]:
    return list(Erasure.objects.filter(person=person).values("asked_at", "due_at"))


def _erase_erasure(person: Person) -> None:
    Erasure.objects.filter(person=person).delete()


def _closure(person: Person) -> list[Row]:
    return [{"on": str(one.on)} for one in Closure.objects.filter(person=person)]


def _erase_closure(person: Person) -> None:
    Closure.objects.filter(person=person).delete()


def _mutes(person: Person) -> list[Row]:
    return [{"met_as": one.called, "since": one.since} for one in Mute.objects.filter(person=person).shown()]


def _erase_mutes(person: Person) -> None:
    Mute.objects.filter(person=person).delete()
    Mute.objects.filter(other=person).delete()


def _reading(person: Person) -> list[Row]:
    found = Reading.objects.filter(person=person).first()
    return [{"topics": ", ".join(found.wishes.topics)}] if found else []


def _erase_reading(person: Person) -> None:
    Reading.objects.filter(person=person).delete()


KEPT: list[Kept[Person]] = [
    Kept(
        model=RecoveryCode,
        why=_("So that a spare key opens the account once. Only a hash of it is kept."),
        how_long=_("Until you make a new set, or close your account."),
        export=_codes,
        erase=_erase_codes,
    ),
    Kept(
        model=Passkey,
        why=_("So that your device can sign you in. No maker and no name of the device is kept."),
        how_long=_("Until you remove it, or close your account."),
        export=_passkeys,
        erase=_erase_passkeys,
    ),
    Kept(
        model=AccountNotice,
        why=_("So that you learn in each session when somebody changes how you sign in."),
        how_long=_("Until that session has read it or ends; with no other session there, for seven days."),
        export=_notices,
        erase=_erase_notices,
    ),
    Kept(
        model=Session,
        why=_(
            "So that you stay signed in. On your own device we keep the week and the last day, no more. "
            "No address and no name of a device is kept."
        ),
        how_long=_("Until you sign out, or for at most 90 days."),
        export=_sessions,
        erase=_erase_sessions,
    ),
    Kept(
        model=Block,
        why=_("So that you and someone you blocked do not meet."),
        how_long=_("Until you take it back, or one of you closes the account and leaves no words here."),
        export=_blocks,
        erase=_erase_blocks,
    ),
    Kept(
        model=Mute,
        why=_("So that you do not see what somebody shares. They are not told, and the name is sealed."),
        how_long=_("Until you take it back or close your account, or nothing is left of the other."),
        export=_mutes,
        erase=_erase_mutes,
    ),
    Kept(
        model=Reading,
        why=_("So that Today knows how far you said you had read, and leaves out what you chose. Sealed."),
        how_long=_("As long as your account."),
        export=_reading,
        erase=_erase_reading,
    ),
    Kept(
        model=Stewardship,
        why=_("So that we know who keeps this place."),
        how_long=_("As long as you are a steward."),
        export=_stewardship,
        erase=_erase_stewardship,
    ),
    Kept(
        model=Consent,
        why=_("So that we know that you agreed to the house rules, to which version, and on which day."),
        how_long=_("Until you take it back: by closing your account, or having everything erased."),
        export=_consents,
        erase=_erase_consents,
    ),
    Kept(
        model=Erasure,
        why=_("So that your account is erased when you said, and you can take it back until then."),
        how_long=_("Until it is done or taken back: seven days at most."),
        export=_erasure,
        erase=_erase_erasure,
    ),
    Kept(
        model=Closure,
        why=_(
            "So that a closed account stays closed, and your erase code still works. Only its hash is kept."
        ),
        how_long=_("Until nothing of the account is left."),
        export=_closure,
        erase=_erase_closure,
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
