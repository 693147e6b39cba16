"""What is kept about a person so that they can be told of things, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.notices.models import (
    CalendarFeed,
    MailAddress,
    Notice,
    PushDevice,
    Reminder,
    Sending,
    Wishes,
)
from openchair.people.models import Person


def _reminders(person: Person) -> list[Row]:
    return [
        {
            "kind": one.kind,
            "time": one.wall.strftime("%H:%M") if one.wall else "",
            "weekdays": one.weekdays,
            "minutes_before": one.minutes_before,
            "next_at": one.next_at,
        }
        for one in person.reminders.order_by("pk")
    ]


def _erase_reminders(person: Person) -> None:
    person.reminders.all().delete()


def _notices(person: Person) -> list[Row]:
    return list(person.told.order_by("pk").values("kind", "told_at", "expires_at"))


def _erase_notices(person: Person) -> None:
    person.told.all().delete()


def _wishes(person: Person) -> list[Row]:
    return [
        {
            "level": one.level,
            "quiet_from": f"{one.quiet_from:%H:%M}",
            "quiet_until": f"{one.quiet_until:%H:%M}",
        }
        for one in Wishes.objects.filter(person=person)
    ]


def _erase_wishes(person: Person) -> None:
    Wishes.objects.filter(person=person).delete()


def _devices(person: Person) -> list[Row]:
    return [
        {"endpoint": one.endpoint.removeprefix("https://"), "made_on": str(one.made_on)}
        for one in person.push_devices.order_by("pk")
    ]


def _erase_devices(person: Person) -> None:
    person.push_devices.all().delete()


def _mail(person: Person) -> list[Row]:
    return [
        {"address": one.address, "asked_at": one.asked_at, "confirmed_at": one.confirmed_at}
        for one in MailAddress.objects.filter(person=person)
    ]


def _erase_mail(person: Person) -> None:
    MailAddress.objects.filter(person=person).delete()


def _calendar(person: Person) -> list[Row]:
    found = CalendarFeed.objects.filter(person=person)
    return [{"tells_names": one.tells_names, "made_on": str(one.made_on)} for one in found]


def _erase_calendar(person: Person) -> None:
    CalendarFeed.objects.filter(person=person).delete()


def _sendings(person: Person) -> list[Row]:
    return list(person.sendings.order_by("pk").values("what", "due_at", "tries"))


def _erase_sendings(person: Person) -> None:
    person.sendings.all().delete()


KEPT: list[Kept[Person]] = [
    Kept(
        model=Reminder,
        why=_("So that you are reminded when you asked for it."),
        how_long=_("Until you take it away."),
        export=_reminders,
        erase=_erase_reminders,
    ),
    Kept(
        model=Notice,
        why=_("So that Today can tell you what waits. Only what kind of thing it is, and which."),
        how_long=_("A day for most, at most 30 days, or until you have seen it."),
        export=_notices,
        erase=_erase_notices,
    ),
    Kept(
        model=Wishes,
        why=_("How much may leave this site, and your quiet hours."),
        how_long=_("Until you close your account."),
        export=_wishes,
        erase=_erase_wishes,
    ),
    Kept(
        model=PushDevice,
        why=_("So that a browser you chose shows that something waits. Its address there is sealed."),
        how_long=_("Until you turn it off or sign out there."),
        export=_devices,
        erase=_erase_devices,
    ),
    Kept(
        model=MailAddress,
        why=_("So that a mail can tell you that something waits. It is sealed, and opens nothing here."),
        how_long=_("Until you take it back; two days if nobody confirms it."),
        export=_mail,
        erase=_erase_mail,
    ),
    Kept(
        model=CalendarFeed,
        why=_("So that your calendar finds your reminders and meetings. Only a hash of its address is kept."),
        how_long=_("Until you take it back."),
        export=_calendar,
        erase=_erase_calendar,
    ),
    Kept(
        model=Sending,
        why=_("That a device or an address is still to be told. No word of what."),
        how_long=_("Until it is sent, or a few hours after it could not be."),
        export=_sendings,
        erase=_erase_sendings,
    ),
]
