"""A room at one moment, read in a fixed number of queries, whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openchair.kit.clock import now
from openchair.library.readings import reading
from openchair.library.scripts import script
from openchair.library.sheet import Reading, Script, Step
from openchair.meetings.models import ChatRule, Claim
from openchair.people.models import Block
from openchair.rooms.models import Duty, Hand, PutOut, Role, Room, Seat, Turn
from openchair.rooms.models.seat import UNDO, SeatQuerySet
from openchair.rooms.policy import POLICY, roles_of

MOST_NAMES = 60
MOST_HANDS = 12
EXACT_UP_TO = 20


@dataclass
class Picture:
    """Everything the room's pages and frames show, but for words that were said.

    What only those who lead are shown is read when it is asked for: names are sealed, and opening sixty of
    them costs more than all the rest of a member's page.
    """

    room: Room
    turn: Turn | None
    hands: list[Hand]
    here: int
    quieted: Mapping[UUID, str]

    roles = Role.choices
    door_choices = Room.Door.choices
    chat_choices = ChatRule.choices
    roles_of = staticmethod(roles_of)

    @cached_property
    def people(self) -> list[Seat]:
        """Those in the circle whose names the panel shows: hosts first, then by name."""
        return _by_name(_helpers_first(self.room.seats.inside(), self.room)[:MOST_NAMES])

    @cached_property
    def waiting(self) -> list[Seat]:
        """Those on the doorstep, who has waited longest first."""
        return list(self.room.seats.waiting().order_by("waits_since")[:MOST_NAMES])

    @cached_property
    def put_out(self) -> list[PutOut]:
        """Who was put out so lately that it can be undone."""
        lately = PutOut.objects.filter(seat__room=self.room, at__gt=now() - UNDO)
        return list(lately.select_related("seat"))

    @cached_property
    def claims(self) -> Mapping[str, UUID]:
        """The membership that claimed each reading of this date."""
        claims = Claim.objects.filter(occurrence=self.room.occurrence_id)
        return dict(claims.values_list("reading", "membership"))

    @cached_property
    def script(self) -> Script:
        return script(self.room.occurrence.series.format)

    @property
    def step(self) -> Step:
        return self.script.steps[min(self.room.step, len(self.script.steps) - 1)]

    @property
    def is_last_step(self) -> bool:
        return self.room.step >= len(self.script.steps) - 1

    @property
    def next_step(self) -> Step | None:
        return None if self.is_last_step else self.script.steps[self.room.step + 1]

    @property
    def speaker(self) -> Seat | None:
        return self.turn.seat if self.turn else None

    @cached_property
    def queue(self) -> list[Hand]:
        """Raised hands: those who have not spoken first, then by who has waited longest."""
        return [hand for hand in self.hands if hand.kind == Hand.Kind.HAND]

    @cached_property
    def burning(self) -> list[Hand]:
        return [hand for hand in self.hands if hand.kind == Hand.Kind.BURNING]

    @property
    def shown_queue(self) -> list[Hand]:
        return self.queue[:MOST_HANDS]

    @property
    def more_hands(self) -> int:
        return max(0, len(self.queue) - MOST_HANDS)

    @property
    def about(self) -> int:
        """Exact up to twenty; above, rounded to the nearest ten."""
        return self.here if self.here <= EXACT_UP_TO else round(self.here, -1)

    @property
    def how_many(self) -> str:
        """The number in words: exact up to twenty."""
        if self.here <= EXACT_UP_TO:
            return ngettext("%(count)s person here", "%(count)s people here", self.here) % {
                "count": self.here
            }
        return _("About %(count)s people here") % {"count": self.about}

    def facts_of(self, seat: Seat) -> list[str]:
        """What stands beside a name for those who lead: roles, host or guest, asked to listen."""
        facts = [str(duty.get_role_display()) for duty in seat.duties.all()]
        facts += [_("host")] if seat.is_host else []
        facts += [] if seat.membership_id else [_("guest")]
        return [*facts, *([_("listening for ten minutes")] if seat.person_id in self.quieted else [])]

    @property
    def chair(self) -> Seat | None:
        return next(
            (seat for seat in self.people if any(d.role == Role.CHAIR for d in seat.duties.all())), None
        )

    @property
    def leader(self) -> Seat | None:
        """The chair, or who acts as chair while the chair's connection is lost."""
        return next((seat for seat in self.people if seat.pk == self.room.acting_id), None) or self.chair

    @property
    def reading(self) -> Reading | None:
        """The reading of this step, if it has one."""
        return reading(self.step.reading) if self.step.reading else None

    @property
    def reader(self) -> Seat | None:
        """Who claimed the reading of this step, if they are here."""
        claimed = self.claims.get(self.step.reading)
        return next((seat for seat in self.people if claimed and seat.membership_id == claimed), None)

    @property
    def readers(self) -> list[str]:
        """The public ids of the seats that may read this step's reading aloud."""
        if not self.reading:
            return []
        by_role = [seat for seat in self.people if Role.READER in roles_of(seat)]
        return [seat.public_id for seat in {*by_role, *([self.reader] if self.reader else [])}]

    @property
    def now(self) -> datetime:
        return now()

    @property
    def has_more(self) -> bool:
        """Are there more people than the panel names?"""
        return self.here > len(self.people)

    @property
    def named(self) -> list[Seat]:
        """The seats whose names everybody in the room is shown just now."""
        shown = [hand.seat for hand in self.shown_queue]
        return [*shown, self.speaker] if self.speaker else shown


def picture_of(room: Room) -> Picture:
    """The room as it is now. `room` should come with its occurrence, series and group."""
    return Picture(
        room=room,
        turn=room.turns.filter(ended_at=None).select_related("seat").first(),
        hands=list(room.hands.filter(seat__membership__departure=None).select_related("seat")),
        here=room.seats.inside().count(),
        quieted=dict(room.seats.filter(quieting__until__gt=now()).values_list("person_id", "public_id")),
    )


def everyone(room: Room) -> list[Seat]:
    """All who are in the circle, hosts first, by name. Names are sealed: this opens each of them."""
    return _by_name(room.seats.inside().select_related("room").prefetch_related("duties"))


def _helpers_first(inside: SeatQuerySet, room: Room) -> SeatQuerySet:
    """Who leads or reads is always among the first names, however many are here."""
    duties = Duty.objects.filter(seat=OuterRef("pk"))
    claims = Claim.objects.filter(occurrence=room.occurrence_id, membership=OuterRef("membership"))
    first = inside.annotate(helps=Exists(duties) | Exists(claims)).order_by("-is_host", "-helps", "came_at")
    return first.prefetch_related("duties")


def _by_name(seats: Iterable[Seat]) -> list[Seat]:
    # Names are sealed in the database, so those who are shown are sorted here.
    return sorted(seats, key=lambda seat: (not seat.is_host, seat.alias.casefold()))


def may_read(seat: Seat, picture: Picture) -> bool:
    """True for whoever claimed this step's reading, for readers by role, and for those who lead."""
    leading = POLICY.allows(seat, "room.run", picture.room)
    return bool(picture.reading) and (leading or seat.public_id in picture.readers)


@dataclass(frozen=True, slots=True)
class Own:
    """What one person's view has that is not everybody's: names not shown to them, what only they know."""

    hidden: frozenset[UUID] = frozenset()
    burning: str = ""  # their own seat's public id, while they need to speak now
    quieted: str = ""  # their own seat's public id, while they listen for ten minutes


EVERYBODY = Own()


def own_views(picture: Picture) -> dict[UUID, Own]:
    """The persons whose view of this picture is their own; everybody else shares one."""
    hidden = _hidden_from(picture)
    burning = {hand.seat.person_id: hand.seat.public_id for hand in picture.burning}
    people = {*hidden, *burning, *picture.quieted}
    return {
        person: Own(
            frozenset(hidden.get(person, ())), burning.get(person, ""), picture.quieted.get(person, "")
        )
        for person in people
    }


def _hidden_from(picture: Picture) -> dict[UUID, set[UUID]]:
    named = {seat.person_id: seat.pk for seat in picture.named}
    hidden: dict[UUID, set[UUID]] = {}
    pairs = Block.objects.filter(Q(person__in=named) | Q(other__in=named)).values_list(
        "person_id", "other_id"
    )
    for one, other in pairs:
        for viewer, shown in ((one, other), (other, one)):
            if shown in named:
                hidden.setdefault(viewer, set()).add(named[shown])
    return hidden
