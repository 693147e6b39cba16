"""The room's door to the hub: who may listen, and what they see first."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from openchair.kit.clock import now
from openchair.live.doors import Admission
from openchair.live.frames import frame
from openchair.people import sessions
from openchair.people.models import Session
from openchair.people.preferences import chosen_in
from openchair.rooms import streams
from openchair.rooms.entering import came
from openchair.rooms.models import Seat
from openchair.rooms.models.seat import HERE_BY_STREAM, SeatQuerySet
from openchair.rooms.picture import EVERYBODY, own_views, picture_of
from openchair.rooms.speaking import heard_by

GRACE = timedelta(seconds=20)


class RoomDoor:
    """`/live/rooms/<room>/`."""

    def admit(self, key: str, cookies: Mapping[str, str]) -> Admission | None:
        """A person with a seat, inside or on the doorstep, while the room is open."""
        session = sessions.at_door(cookies)
        seat = _seats().filter(room__public_id=key, person=session.person_id if session else None).first()
        if session is None or seat is None:
            return None
        seat.came_at, since = came(seat, now()), seat.came_at
        if seat.came_at != since:
            seat.save(update_fields=["came_at"])
        _renew(Q(pk=seat.pk))
        language = chosen_in(cookies, "language")
        return Admission(
            topic=seat.room.topic,
            person=seat.person_id,
            session=str(session.pk),
            language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
            audience=streams.audience_of(seat),
        )

    def state(self, admission: Admission) -> str:
        """The room as it is, and for those inside every word since they came."""
        seat = _seat_of(admission)
        if seat is None:
            return ""
        picture = picture_of(seat.room)
        own = own_views(picture).get(seat.person_id, EVERYBODY)
        html = streams.state_frames(picture, admission.audience, own)
        return html if admission.audience == streams.WAITING else html + _words_frames(seat)

    def still_welcome(self, admissions: Sequence[Admission]) -> Collection[Admission]:
        """Those with a living session, a seat, and the same rights as when their stream was opened."""
        living = _living([one.session for one in admissions])
        seats = {
            (seat.room.topic, seat.person_id): seat
            for seat in _seats().filter(person__in=[one.person for one in admissions])
        }
        welcome = []
        for one in admissions:
            seat = seats.get((one.topic, one.person))
            if seat and one.session in living and streams.audience_of(seat) == one.audience:
                welcome.append(one)
        _renew(Q(pk__in=[seats[(one.topic, one.person)].pk for one in welcome]))
        return welcome

    def left(self, admission: Admission) -> None:
        """A closed tab, a lost phone: the seat stays for a short while, in case they come back."""
        seat = _seat_of(admission)
        if seat and seat.present_until < now() + HERE_BY_STREAM:
            Seat.objects.filter(pk=seat.pk).update(present_until=now() + GRACE)
            streams.changed_soon(seat.room_id)


def _seats() -> SeatQuerySet:
    return (
        Seat.objects.filter(room__closed_at=None)
        .exclude(place=Seat.Place.GONE)
        .exclude(membership__departure__isnull=False)
        .select_related("room__occurrence__series__group", "person")
        .prefetch_related("duties")
    )


def _living(sessions: Sequence[str]) -> set[str]:
    """Listening is use: whoever sits in a meeting is not signed out of it for being idle."""
    living = [row for row in Session.objects.filter(pk__in=sessions) if row.lives_at(now())]
    for row in living:
        row.renew()
    return {str(row.pk) for row in living}


def _seat_of(admission: Admission) -> Seat | None:
    public_id = admission.topic.removeprefix("rooms/")
    return _seats().filter(room__public_id=public_id, person=admission.person).first()


def _renew(seats: Q) -> None:
    until = now() + HERE_BY_STREAM
    Seat.objects.filter(seats, present_until__lt=until).update(present_until=until)


def _words_frames(seat: Seat) -> str:
    said = heard_by(seat.person, seat.room, seat.came_at)
    names = seat.room.seats.filter(public_id__in={one.seat for one in said}).names()
    return "".join(
        frame("append", "log", streams.turn_html(one, names.get(one.seat, ""), seat.room)) for one in said
    )
