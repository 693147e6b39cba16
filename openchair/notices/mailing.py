"""A mail address is given, confirmed by whoever reads what comes there, and taken back by one press."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.kit.clock import now
from openchair.notices import letters
from openchair.notices.models import MailAddress, Sending
from openchair.people.models import Person


@transaction.atomic
def give_address(*, person: Person, address: str) -> MailAddress:
    """Ask at this address whether it is theirs; an earlier one goes, and every link that was sent to it."""
    MailAddress.objects.filter(person=person).delete()
    mail = MailAddress.objects.create(person=person, address=address)
    Sending.objects.create(person=person, mail=mail, what=Sending.What.CONFIRM, due_at=now())
    return mail


def confirm(*, address_id: UUID) -> bool:
    """It is theirs. Twice is once; False when the address was taken back meanwhile."""
    found = MailAddress.objects.filter(pk=address_id)
    found.filter(confirmed_at=None).update(confirmed_at=now())
    return found.exists()


def stop(*, address_id: UUID) -> None:
    """No more mail, and the address is gone. Twice is once."""
    MailAddress.objects.filter(pk=address_id).delete()


def forget_unconfirmed(moment: datetime) -> None:
    """An address that nobody confirmed while its link was good is not kept."""
    old = moment - timedelta(seconds=letters.CONFIRM_LIVES)
    MailAddress.objects.filter(confirmed_at=None, asked_at__lt=old).delete()
