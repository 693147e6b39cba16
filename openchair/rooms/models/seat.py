"""A seat: one person in one room, under the name they go by there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.rooms.models.room import Room
from openchair.vault.blind import Blind
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

HERE_BY_STREAM = timedelta(seconds=50)  # renewed every 30 s while a stream is open
HERE_BY_PAGE = timedelta(minutes=3)  # without script a request counts for three minutes
ANSWERS_FOR = timedelta(seconds=10)  # a page with a role says "still here" every 4 s
SAME_VISIT = timedelta(minutes=10)  # back within ten minutes: one's own span goes on
UNDO = timedelta(seconds=10)


class SeatQuerySet(SealedQuerySet["Seat"]):
    """Seats by where they are now."""

    def inside(self) -> Self:
        """Those who are in the circle at this moment."""
        return self.filter(place=Seat.Place.INSIDE, present_until__gt=now(), membership__departure=None)

    def names(self) -> dict[str, str]:
        """The name under which each goes, by public id."""
        seats = self.only("public_id", "alias", "person_id", "room_id")
        return {seat.public_id: seat.alias for seat in seats}

    def waiting(self) -> Self:
        """Those who wait outside at this moment."""
        return self.filter(place=Seat.Place.WAITING, present_until__gt=now(), membership__departure=None)


class Seat(models.Model):
    """Deleted when the room closes: nobody can learn afterwards who was here."""

    class Place(models.TextChoices):
        """Where the person is."""

        INSIDE = "inside", _("in the room")
        WAITING = "waiting", _("waiting outside")
        GONE = "gone", _("gone out")

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    membership = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.CASCADE, related_name="seats"
    )
    alias = Sealed(by="person", max_length=30, gone=_("Someone who left"))
    alias_key = Blind(of="alias", within="room", alike=str.casefold)
    is_host = models.BooleanField(default=False)
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.WAITING)
    waits_since = models.DateTimeField(null=True, blank=True)
    seen_by_greeter = models.BooleanField(default=False)
    came_at = models.DateTimeField(default=now)
    present_until = models.DateTimeField()
    answers_until = models.DateTimeField()
    has_spoken = models.BooleanField(default=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "person"], name="one_seat_each"),
            models.UniqueConstraint(fields=["room", "alias_key"], name="one_name_a_seat"),
        ]
        indexes = [models.Index(fields=["room", "place", "present_until"], name="seat_presence")]

    def __str__(self) -> str:
        return "seat"

    @classmethod
    def key_of(cls, alias: str, room: Room) -> str:
        """By this whoever goes by a name in the room is found."""
        field = cls._meta.get_field("alias_key")
        return field.key(alias, room.pk) if isinstance(field, Blind) else ""

    @property
    def is_inside(self) -> bool:
        """True in the circle, whether or not the connection is there this second."""
        return self.place == Seat.Place.INSIDE

    def answers_at(self, moment: datetime) -> bool:
        """True while this person's page can be counted on to lead."""
        return self.is_inside and self.answers_until > moment

    def goes_on(self, moment: datetime) -> bool:
        """True while whoever comes back goes on with the span they had; later a new one begins."""
        return moment - self.present_until <= SAME_VISIT

    def heard_until(self, moment: datetime) -> datetime:
        """When a span ends that ends now: for somebody long away, when they were last there."""
        return moment if self.goes_on(moment) else self.present_until

    def is_late(self, moment: datetime) -> bool:
        """True for those the Calm Room sends outside: guests, and who came in the last ten minutes."""
        return self.membership_id is None or moment - self.came_at < SAME_VISIT


class Quieting(models.Model):
    """This person cannot write or raise a hand until then."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="quieting")
    until = models.DateTimeField()

    def __str__(self) -> str:
        return "quieting"


class AskedToWait(models.Model):
    """Somebody who leads asked this person to wait outside: only a person lets them in again, no clock."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="asked_to_wait")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "asked to wait"


class PutOut(models.Model):
    """This person was put out of the room; it can be undone at once."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="put_out")
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return "put out"
