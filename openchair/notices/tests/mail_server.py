"""A mail server on this machine that catches what we send."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class MailServer:
    """What came in, and what is answered to it."""

    port: int = 0
    answer: str = "250 Taken"
    caught: list[tuple[list[str], EmailMessage]] = field(default_factory=list)

    async def handle_DATA(  # noqa: N802 - the name aiosmtpd looks for
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """As aiosmtpd asks its handlers."""
        if self.answer.startswith("250"):
            found = message_from_bytes(envelope.original_content or b"", policy=policy.default)
            assert isinstance(found, EmailMessage)
            self.caught.append((envelope.rcpt_tos, found))
        return self.answer


@contextmanager
def serving() -> Iterator[MailServer]:
    """A mail server while the block lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = MailServer(port=probe.getsockname()[1])
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
