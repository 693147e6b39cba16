"""Mails that say nothing: no name of this place, no word of what waits. Each can be ended by one press.

List-Unsubscribe and List-Unsubscribe-Post as in RFC 8058; whoever forwards our mail signs both (DKIM).
"""

from smtplib import SMTPException
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.core.signing import BadSignature, Signer, TimestampSigner
from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.kit.ids import public_id
from openchair.notices.models import MailAddress

CONFIRM_LIVES: Final = 2 * 24 * 60 * 60  # seconds
_CONFIRM: Final = TimestampSigner(salt="openchair.notices.confirm")
_STOP: Final = Signer(salt="openchair.notices.stop")
_PATIENCE: Final = 10  # seconds for each step of the mail server


def can_be_sent() -> bool:
    """Did whoever keeps this place name a mail server?"""
    return settings.OPENCHAIR_MAIL is not None


def waits(mail: MailAddress) -> EmailMessage:
    """The mail that says that something waits."""
    body = _("Something waits for you here:") + f"\n\n{_address('today')}\n"
    return _letter(mail, _("A note for you"), body)


def confirms(mail: MailAddress) -> EmailMessage:
    """The mail that asks whether the address is theirs."""
    link = _address("mail-confirm", to_confirm(mail))
    body = _("Somebody asked to get short notes at this address. If it was you, open this and say yes:")
    also = _("If it was not you, do nothing. No more will come.")
    return _letter(mail, _("Is this your address?"), f"{body}\n\n{link}\n\n{also}\n")


def to_confirm(mail: MailAddress) -> str:
    """What stands in a link that confirms this address."""
    return _CONFIRM.sign(mail.pk.hex)


def to_stop(mail: MailAddress) -> str:
    """What stands in a link that stops its mail."""
    return _STOP.sign(mail.pk.hex)


def confirmed_by(letter: str) -> UUID | None:
    """Which address a link of `confirms` is about; None for one that is over or was never ours."""
    try:
        return UUID(_CONFIRM.unsign(letter, max_age=CONFIRM_LIVES))
    except (BadSignature, ValueError):
        return None


def stopped_by(letter: str) -> UUID | None:
    """Which address a link to stop is about; None for one that was never ours. It is never too old."""
    try:
        return UUID(_STOP.unsign(letter))
    except (BadSignature, ValueError):
        return None


def deliver(letter: EmailMessage) -> None:
    """Hand it to the mail server. Raises OSError or SMTPException when it is not taken."""
    letter.connection = _server()
    letter.send()


def server_answers() -> bool:
    """Does the mail server let us in? Nothing is sent."""
    server = _server()
    try:
        server.open()
        server.close()
    except (OSError, SMTPException):
        return False
    return True


def _server() -> EmailBackend:
    server = settings.OPENCHAIR_MAIL
    if server is None:
        raise ConnectionRefusedError
    return EmailBackend(
        host=server.host,
        port=server.port,
        username=server.name,
        password=server.password,
        use_ssl=server.secure,
        use_tls=not server.secure and not server.plain,
        timeout=_PATIENCE,
    )


def _letter(mail: MailAddress, subject: str, body: str) -> EmailMessage:
    stop = _address("mail-stop", to_stop(mail))
    ending = _("No more of these:") + f" {stop}\n"
    domain = settings.OPENCHAIR_MAIL_FROM.rpartition("@")[2]
    return EmailMessage(
        subject,
        f"{body}\n{ending}",
        settings.OPENCHAIR_MAIL_FROM,
        [str(mail.address)],
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            "Message-ID": f"<{public_id()}@{domain}>",  # Django's own would name this machine
        },
    )


def _address(name: str, *args: str) -> str:
    return settings.OPENCHAIR_ORIGIN + reverse(name, args=args)
