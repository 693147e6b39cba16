"""What waits to leave this site leaves: no two processes send it, and a killed one costs one more at most.

Each row is taken for two minutes before anything is sent, and deleted after. A process that is killed in
between leaves it, and whoever takes it next sends it once more; nothing else does.
"""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F

from openchair.kit.clock import now
from openchair.notices import far_away, kinds, letters, push
from openchair.notices.far_away import LONGEST, NoAnswer, Refused
from openchair.notices.models import PushDevice, Sending
from openchair.notices.telling import that_may_leave
from openchair.people.models import Person
from openchair.vault.results import Unreadable

AT_ONCE = 8
MOST_TRIES = 5
BACKOFF = timedelta(minutes=3)  # doubled with each try
LONGEST_BACKOFF = timedelta(hours=6)
GIVEN_UP = 5  # sendings in a row that came to nothing: then nobody is there any more


class Outcome(Enum):
    """What came of it."""

    SENT = "sent"
    LATER = "later"
    GONE = "gone"  # nobody is there any more, or it is a place that we do not ask


Post = Callable[[], tuple[Outcome, int]]  # and after how many seconds it may be asked again


def deliver_due(moment: datetime) -> int:
    """Send all that is due, a few at once, and say how many rows were taken."""
    done = 0
    while taken := _take(moment):
        ready = [(one, post) for one in taken if (post := _ready(one, moment))]
        outcomes = _at_once([post for _one, post in ready])
        for (one, _post), (outcome, again) in zip(ready, outcomes, strict=True):
            _settle(one, outcome, again)
        done += len(taken)
    return done


@transaction.atomic
def _take(moment: datetime) -> list[Sending]:
    return Sending.objects.take(moment, AT_ONCE)


def _ready(one: Sending, moment: datetime) -> Post | None:
    """How to send it, all that is sealed opened; None, and the row is gone, when nothing waits any more."""
    if one.what == Sending.What.WAITS and not anything_waits(one.person, moment):
        one.delete()
        return None
    if one.device is not None:
        return _push(one.device, moment)
    if one.mail is None or isinstance(one.mail.address, Unreadable) or not letters.can_be_sent():
        one.delete()
        return None
    letter = letters.confirms(one.mail) if one.what == Sending.What.CONFIRM else letters.waits(one.mail)
    return lambda: _mail(letter)


def anything_waits(person: Person, moment: datetime) -> bool:
    """Does anything that this person was told and lets out of this site still stand, and is it due?"""
    told = ((kinds.named(one.kind), one) for one in that_may_leave(person, moment))
    return any(kind.is_due(person, one.subject, moment) for kind, one in told if kind)


def _push(device: PushDevice, moment: datetime) -> Post:
    endpoint = str(device.endpoint)
    try:
        key, auth = push.as_bytes(device.public_key), push.as_bytes(device.auth)
        body = push.sealed(push.WAITS, public_key=key, auth=auth)
    except ValueError:  # it was changed where it lies
        return lambda: (Outcome.GONE, 0)
    contact = settings.OPENCHAIR_SECURITY_CONTACT or settings.OPENCHAIR_ORIGIN
    headers = push.headers(endpoint, secret=settings.OPENCHAIR_PUSH_KEY, contact=contact, moment=moment)
    return lambda: _pushed(endpoint, headers, body)


def _pushed(endpoint: str, headers: dict[str, str], body: bytes) -> tuple[Outcome, int]:
    try:
        answer = far_away.post(endpoint, headers=headers, body=body)
    except Refused:
        return Outcome.GONE, 0
    except NoAnswer:
        return Outcome.LATER, 0
    if answer.status in range(200, 300):
        return Outcome.SENT, 0
    later = answer.status in (408, 425, 429) or answer.status >= 500
    # A redirect is followed by nobody, and any other no stays one: 404, 410, or a key that is no longer ours.
    return (Outcome.LATER, answer.again) if later else (Outcome.GONE, 0)


def _mail(letter: EmailMessage) -> tuple[Outcome, int]:
    try:
        letters.deliver(letter)
    except (OSError, SMTPException):
        return Outcome.LATER, 0
    return Outcome.SENT, 0


def _settle(one: Sending, outcome: Outcome, again: int) -> None:
    """Note what came of it. `tries` counts those before this one."""
    mine = Sending.objects.filter(pk=one.pk)
    if outcome is Outcome.GONE and one.device is not None:
        one.device.delete()
    elif outcome is Outcome.LATER and one.tries + 1 < MOST_TRIES:
        wait = max(min(BACKOFF * 2**one.tries, LONGEST_BACKOFF), timedelta(seconds=again))
        mine.update(due_at=now() + wait)
    else:
        mine.delete()
        _count(one.device, came_to_nothing=outcome is Outcome.LATER)


def _count(device: PushDevice | None, *, came_to_nothing: bool) -> None:
    """A service that never answers is asked less and less, and then no more."""
    if device is None or not (came_to_nothing or device.given_up):
        return
    if came_to_nothing and device.given_up + 1 >= GIVEN_UP:
        device.delete()
    else:
        again = F("given_up") + 1 if came_to_nothing else 0
        PushDevice.objects.filter(pk=device.pk).update(given_up=again)


def _at_once(posts: Sequence[Post]) -> list[tuple[Outcome, int]]:
    """Do them side by side, so that one that hangs holds up no other; what does not end is for later."""
    outcomes: list[tuple[Outcome, int]] = [(Outcome.LATER, 0)] * len(posts)

    def run(number: int, post: Post) -> None:
        outcomes[number] = post()

    threads = [
        threading.Thread(target=run, args=(number, post), daemon=True) for number, post in enumerate(posts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST + 1)
    return list(outcomes)
