"""Somebody who is told of things by every way there is, and what then stands in addresses."""

from datetime import timedelta

from openchair.kit.clock import now
from openchair.notices import feeds, letters
from openchair.notices.models import MailAddress, Notice, Reminder
from openchair.notices.tests.push_service import Browser
from openchair.people.models import Person


def everything_told(person: Person, meeting: str) -> dict[str, object]:
    """A reminder of a meeting (its public id), a notice, a device, an address and a calendar of theirs."""
    mail = MailAddress.objects.create(person=person, address="ben@mail.example")
    until = now() + timedelta(hours=1)
    return {
        "kind": "meeting",
        "subject": meeting,
        "reminder_id": Reminder.objects.create(person=person, kind="meeting", minutes_before=10).public_id,
        "notice_id": Notice.objects.create(person=person, kind="meeting", expires_at=until).public_id,
        "device_id": Browser(f"https://push.example/{person.pk}").subscribe(person).pk,
        "feed": feeds.make(person=person, tells_names=True),
        "letter": letters.to_stop(mail),
        "mail-confirm.letter": letters.to_confirm(mail),
    }
