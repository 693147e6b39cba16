"""A signed-in browser. The token is in its cookie; here are its hash and coarse times."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.people.models.person import Person
from openchair.vault.rules import coded

RENEW_AFTER = timedelta(minutes=5)
SKEW = timedelta(minutes=5)  # by how much a clock may step back before its earlier times are put right
NEW = timedelta(hours=24)  # what a session may not do on its first day
CONFIRMED = timedelta(minutes=5)  # how old a confirmation may be
GRACE = timedelta(seconds=10)  # for an answer that is on its way while the token changes


class Session(models.Model):
    """Ends when idle too long, when too old, or when the person says so.

    What is kept of time is what the limits need and no more. On *my device*: the week it began and the day
    it was used, so that nobody who takes the table learns when somebody sat at it; limits then come up to
    a week (of 90 days) and a day (of 14) early. On a *shared computer*, which is over in hours: minutes.
    """

    class Mode(models.TextChoices):
        """Where the person is signed in."""

        OWN = "own", "my device"
        SHARED = "shared", "shared computer"

    IDLE = {Mode.OWN: timedelta(days=14), Mode.SHARED: timedelta(minutes=15)}
    ABSOLUTE = {Mode.OWN: timedelta(days=90), Mode.SHARED: timedelta(hours=4)}
    POWERS_IDLE, POWERS_ABSOLUTE = timedelta(minutes=30), timedelta(hours=12)

    has_news = False  # `find` looks

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sessions")
    token_hash = coded(models.CharField(max_length=64, unique=True))
    earlier_hash = coded(models.CharField(max_length=64, blank=True, db_index=True))
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.OWN)
    began_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(default=now)
    new_until = models.DateTimeField(null=True, blank=True)  # forgotten once it is past
    confirmed_at = models.DateTimeField(null=True, blank=True)
    turned_at = models.DateTimeField(null=True, blank=True)  # when the token changed last
    # A steward's powers are taken up and given back; without them the session goes on as it was.
    powers_at = models.DateTimeField(null=True, blank=True)
    powers_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(powers_at=None, powers_used_at=None)
                | Q(powers_at__isnull=False, powers_used_at__isnull=False),
                name="powers_have_both_times",
            ),
        ]

    def __str__(self) -> str:
        return "session"

    @classmethod
    def begin(cls, person: Person, mode: str, token: str = "", *, first: bool = False) -> tuple[Self, str]:
        """A new session and its 256-bit token, which is told once and never stored.

        It begins with a proof, so it counts as confirmed. `first`: the session an account is written with.
        Nobody had the account before it, so it is not *new*; every other session
        is, for a day, on an account's first day too.
        """
        token, moment = token or new_token(), now()
        return cls.objects.create(
            person=person,
            mode=mode,
            token_hash=hashed(token),
            began_at=week_of(moment) if mode == cls.Mode.OWN else moment,
            used_at=day_of(moment) if mode == cls.Mode.OWN else moment,
            new_until=None if first else moment + NEW,
            confirmed_at=moment,
        ), token

    @classmethod
    def find(cls, token: str) -> Session | None:
        """The living session of a token; one that ended is deleted on the way.

        For a few seconds after a turn the token before it opens too, so that a form that was sent twice, or
        a page that was asked for meanwhile, signs nobody out. `has_news` says without another question
        whether there is something to tell (`models.notice`).
        """
        moment = now()
        session = next(iter(_of_token(hashed(token), moment - GRACE)), None)
        if session is None:
            return None
        session.put_right(moment)
        if not session.lives_at(moment):
            session.delete()
            return None
        return session

    def lives_at(self, moment: datetime) -> bool:
        """True within both its idle and its absolute limit."""
        mode = self.Mode(self.mode)
        return moment - self.used_at < self.IDLE[mode] and moment - self.began_at < self.ABSOLUTE[mode]

    def put_right(self, moment: datetime) -> None:
        """When the machine's clock went back, limits count from now: nobody is signed out, nothing lives on.

        Five minutes are let be. Times of a proof are not put right but forgotten: then one is asked again.
        """
        latest, changed = moment + SKEW, []
        for name in ("began_at", "used_at"):
            if getattr(self, name) > latest:
                setattr(self, name, moment)
                changed.append(name)
        if self.new_until and self.new_until > latest + NEW:
            self.new_until = moment + NEW
            changed.append("new_until")
        if changed:
            self.save(update_fields=changed)

    def renew(self) -> None:
        """Note that it was used, once in five minutes (on my device once a day): a view is not a write."""
        moment = now()
        used = day_of(moment) if self.mode == self.Mode.OWN else moment
        if used - self.used_at > RENEW_AFTER:
            self.used_at = used
            self.save(update_fields=["used_at"])

    def is_new_at(self, moment: datetime) -> bool:
        """True in its first 24 hours, unless it is the one its account began with."""
        return self.new_until is not None and moment < self.new_until

    def is_confirmed_at(self, moment: datetime) -> bool:
        """True when the person showed who they are in the last five minutes."""
        return self.confirmed_at is not None and -SKEW <= moment - self.confirmed_at < CONFIRMED

    def has_powers_at(self, moment: datetime) -> bool:
        """True while staff powers are taken up: idle 30 minutes, 12 hours in all."""
        if self.powers_at is None or self.powers_used_at is None:
            return False
        idle, age = moment - self.powers_used_at, moment - self.powers_at
        return -SKEW <= idle < self.POWERS_IDLE and -SKEW <= age < self.POWERS_ABSOLUTE

    def use_powers(self) -> None:
        """Note that a steward's page was used, at most once in five minutes."""
        if self.powers_used_at and now() - self.powers_used_at > RENEW_AFTER:
            self.powers_used_at = now()
            Session.objects.filter(pk=self.pk, powers_at__isnull=False).update(
                powers_used_at=self.powers_used_at
            )

    def confirm(self, *, powers: bool = False) -> str:
        """The person showed who they are; `powers`: and takes up staff powers. Gives the new token.

        "" when the session ended meanwhile, or when other words were chosen since its person was read.
        """
        self.confirmed_at = now()
        taken = {"powers_at": self.confirmed_at, "powers_used_at": self.confirmed_at} if powers else {}
        these = Session.objects.filter(person__passphrase=self.person.passphrase)
        return self._turn(these, confirmed_at=self.confirmed_at, **taken)

    def give_back_powers(self) -> str:
        """Without staff powers from now on. Gives the new token; "" when the session ended meanwhile."""
        return self._turn(Session.objects.all(), powers_at=None, powers_used_at=None)

    def _turn(self, these: models.QuerySet[Session], **changed: datetime | None) -> str:
        """Another token for the same session (ASVS 5.0, 7.2.4); the one before it is over in ten seconds.

        One conditional UPDATE: a row that is gone is never written again, so what ended stays ended.
        """
        token = new_token()
        same = Q(token_hash=self.token_hash) | Q(earlier_hash=self.token_hash)  # or turned a moment ago
        written = these.filter(same, pk=self.pk).update(
            earlier_hash=F("token_hash"), token_hash=hashed(token), turned_at=now(), **changed
        )
        return token if written else ""


@prepared
def _of_token(given: str, turned_after: datetime) -> models.QuerySet[Session]:
    news = Session.objects.filter(pk=OuterRef("pk"), notices__isnull=False)
    # Nobody is signed in who asked to be erased, whatever came in at the same moment.
    living = Session.objects.filter(person__erasure=None)
    living = living.annotate(has_news=Exists(news))  # type: ignore[no-redef] # rows of no query have it too
    by_token = Q(token_hash=given) | Q(earlier_hash=given, turned_at__gt=turned_after)
    return living.filter(by_token).select_related("person")


def new_token() -> str:
    """256 random bits, safe in a cookie (ASVS 5.0, 7.2.3)."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """SHA-256 is enough for 256 random bits; a slow hash is for words people choose."""
    return hashlib.sha256(token.encode()).hexdigest()


def day_of(moment: datetime) -> datetime:
    """The day, in UTC: its first instant."""
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def week_of(moment: datetime) -> datetime:
    """The week, in UTC: its Monday's first instant."""
    return day_of(moment) - timedelta(days=moment.astimezone(UTC).weekday())
