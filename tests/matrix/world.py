"""A small place in which every address has something behind it, and everybody somewhere to stand."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from openchair.gatherings.tests.scene import a_meeting_for_days
from openchair.groups.hosting import make_host
from openchair.groups.leaving import close
from openchair.groups.models import Agreement, Group, Succession
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.library.readings import readings
from openchair.live.words import words
from openchair.meetings.cancelling import cancel
from openchair.meetings.choosing import choose
from openchair.meetings.claiming import claim
from openchair.meetings.models import Series
from openchair.meetings.scheduling import end
from openchair.notices.letters import to_confirm
from openchair.notices.models import MailAddress
from openchair.people.blocking import block
from openchair.people.models import Block, Passkey, Person, Session, StewardLink
from openchair.people.models.session import NEW
from openchair.rooms.closing import close as close_room
from openchair.rooms.duties import give
from openchair.rooms.entering import ask_to_wait, enter, let_in
from openchair.rooms.guarding import put_out, quiet
from openchair.rooms.hands import raise_hand
from openchair.rooms.models import Room, Seat
from openchair.rooms.opening import open_room
from openchair.rooms.speaking import heard, say
from openchair.rooms.tests.scene import meeting_now
from openchair.rooms.turns import invite
from openchair.safety.models import Report
from openchair.safety.telling import tell
from openchair.shares.tests.scene import a_few_shares
from openchair.stories.tests.scene import a_few_stories
from tests import recipes
from tests.cast import ready_place
from tests.matrix.owned import (
    Values,
    beside,
    known,
    of_days,
    on_a_path,
    reported,
    rostered,
    together,
    welcomed,
)
from tests.matrix.people import TONIGHT, People
from tests.told import everything_told

REMOVED = "group-readmission.member_id"
READING = readings()[0].key
INSIDE = {"seated", "host", "chair", "cohost", "greeter", "timekeeper", "reader"}
# Whose browser is given the stream of a room.
LISTENERS = {"harbour": INSIDE | {"waiting"}, "beacon": INSIDE | {"waiting", "guest"}, "shut": set[str]()}


@dataclass(slots=True)
class Corner:
    """A group with all that its addresses name; `values` by parameter, seats by role."""

    group: Group
    series: Series
    values: Values
    seats: dict[str, Seat] = field(default_factory=dict)
    room: Room | None = None

    @property
    def open_room(self) -> Room:
        """The room, where one is open."""
        assert self.room is not None
        return self.room


@dataclass(frozen=True, slots=True)
class World:
    """The corners by name: harbour is unlisted, beacon listed and open to guests, cove was closed.

    In `shut` the room of harbour's earlier meeting has closed; `mixed` names harbour's things in beacon.
    """

    people: People
    corners: dict[str, Corner]

    def variants(self, name: str, parameters: set[str]) -> list[str]:
        """In which corners an address of this name, with these parameters, is asked for."""
        if name in OF_A_LINK:
            return ["harbour", "beacon", "cove"]
        if "room_id" in parameters:
            rooms = ["harbour", "beacon", "shut"]
            return [*rooms, "mixed"] if "utterance_id" in parameters else rooms
        if not parameters & OF_A_GROUP:
            return ["anywhere"]
        groups = ["harbour", "beacon", "cove"]
        return [*groups, "mixed"] if len(parameters & WITHIN) > 1 else groups

    def values(self, variant: str) -> Values:
        """What stands in the addresses of a corner."""
        return self.corners[variant].values


OF_A_LINK = {"invitation", "invitation-group"}
OF_A_GROUP = {
    *("group_id", "meeting_id", "series_id", "report_id", "token", "subject"),
    *("share_id", "words_id", "reply_id", "story_id", "gathering_id"),
}
WITHIN = {"group_id", "member_id", "asked_id", "made_id", "report_id", "set_id"}


def the_world() -> World:
    """Everything at once, in an evening of meetings."""
    ready_place()
    people, link = People(), StewardLink.make()
    host = people["host"]
    harbour = _corner(people, recipes.group(host, name="Harbour"))
    beacon = _corner(people, recipes.group(host, name="Beacon", listed=True, guests=True))
    cove = _corner(people, recipes.group(host, name="Cove", listed=True))
    recipes.group(people["elsewhere"], name="Mole")
    for corner in (harbour, beacon):
        _evening(people, corner)
    shut = _shut(people, harbour)
    _report_of(cove, people)
    close(group=cove.group, by=recipes.host_of(cove.group))
    sets = (
        "set_id",
        "group-milestones-return.set_id",
        *(f"report-{one}.report_id" for one in ("out", "out-end", "rest", "rest-end")),
    )
    things = {
        name: harbour.values[name]
        for name in ("member_id", "asked_id", "made_id", "report_id", "utterance_id", *sets)
    }
    mixed = Corner(beacon.group, beacon.series, beacon.values | things)
    people.erase()
    for corner in (harbour, beacon, cove):
        corner.values["steward-link.token"] = link
    named = {"harbour": harbour, "beacon": beacon, "cove": cove, "shut": shut, "mixed": mixed}
    return World(people, named | {"anywhere": harbour})


def forget_words() -> None:
    """What was said in these rooms lies in memory, which no rollback reaches."""
    for room in Room.objects.all():
        words().forget(room.pk)


def _corner(people: People, group: Group) -> Corner:
    people.join(group)
    Agreement.objects.create(group=group, version=2, words="We listen, and nobody records.")
    Succession.objects.create(membership=recipes.host_of(group))
    make_host(membership=group.memberships.get(person=people["second"]))
    series = meeting_now(group)
    made, token = recipes.invitation(group)
    owner = people["member"]
    block(person=owner, other=people["putout"], met_as="Someone")
    values: Values = {
        "group_id": group.public_id,
        "member_id": group.memberships.get(person=people["seated"]).public_id,
        "greeter_id": group.memberships.get(person=people["greeter"]).public_id,
        REMOVED: group.memberships.get(person=people["removed"]).public_id,
        "asked_id": group.join_requests.get(person=people["newcomer"]).public_id,
        "made_id": made.public_id,
        "token": token,
        "meeting_id": series.public_id,
        "series_id": series.public_id,
        **_dates(series, people),
        "reading": READING,
        "session_id": Session.begin(owner, Session.Mode.OWN)[0].pk,
        "passkey_id": _passkey(owner).pk,
        "cancel-passkey.passkey_id": _passkey(owner, works_from=now() + NEW).pk,
        "block_id": Block.objects.get(person=owner).pk,
        "icon": "leaf",
        **on_a_path(owner),
        **of_days(owner),
        **beside(owner, group, people),
        **known(owner, group, people["host"]),
        **reported(owner, group, people["chair"]),
        **a_few_shares(group, owner, people["speaker"]),
        **welcomed(owner, group, people),
        **rostered(group, people["seated"]),
        **together(owner, group, people),
        **a_few_stories(group, owner, people["speaker"]),
        **a_meeting_for_days(group, people["host"], owner, people["seated"]),
        **_told(people, series),
    }
    return Corner(group, series, values)


def _told(people: People, series: Series) -> Values:
    """Ways to be told, once for all corners: an address that still waits to be confirmed is another's."""
    if not MailAddress.objects.exists():
        asked = MailAddress.objects.create(person=people["seated"], address="seated@mail.example")
        people.told = everything_told(people["member"], series.public_id)
        people.told["mail-confirm.letter"] = to_confirm(asked)
    return people.told | {"subject": series.public_id}


def _passkey(owner: Person, works_from: datetime | None = None) -> Passkey:
    credential = public_id().encode()
    return Passkey.objects.create(person=owner, holder=b"h", credential=credential, works_from=works_from)


def _dates(series: Series, people: People) -> Values:
    """Next week's date, one called off, one whose reading is claimed; a meeting that ended, one to come."""
    group, begins = series.group, series.next_start
    assert begins is not None
    start, off, claimed = (begins + timedelta(weeks=weeks) for weeks in (1, 2, 3))
    cancel(series=series, start=off, by=recipes.host_of(group), why="")
    mine = group.memberships.get(person=people["seated"])
    claim(series=series, start=claimed, membership=mine, reading=READING)
    choose(series=series, start=claimed, membership=mine, words="Patience")
    ended, tomorrow = meeting_now(group, minutes_ago=40), meeting_now(group, minutes_ago=-24 * 60)
    end(series=ended)
    return {
        "start": start,
        "meeting-hold-again.start": off,
        "meeting-reading-back.start": claimed,
        **dict.fromkeys(
            (f"meeting-topic-{one}.start" for one in ("back", "about", "mute", "block")), claimed
        ),
        "meeting-resume.meeting_id": ended.public_id,
        "meeting-edit.meeting_id": tomorrow.public_id,
    }


def _evening(people: People, corner: Corner) -> None:
    """The room is open, everybody has their seat and their role, and somebody says something."""
    room = corner.room = open_room(series=corner.series, person=people["host"])
    inside = ("host", *TONIGHT, "seated", "quieted", "speaker", "waiting", "putout")
    corner.seats = {name: enter(room=room, person=people[name]) for name in inside}
    if corner.group.guests:
        corner.seats["guest"] = enter(room=room, person=people["guest"], alias="Guest")
        let_in(room=room, seat=corner.seats["guest"])
    for role in TONIGHT:
        give(room=room, seat=corner.seats[role], role=role)
    Room.objects.filter(pk=room.pk).update(chat="all")
    room.refresh_from_db()
    corner.values |= {"room_id": room.public_id, "utterance_id": _said(room, corner.seats["speaker"])}
    _report_of(corner, people)
    quiet(room=room, seat=corner.seats["quieted"])
    ask_to_wait(room=room, seat=corner.seats["waiting"])
    put_out(room=room, seat=corner.seats["putout"])
    raise_hand(room=room, seat=corner.seats["seated"])
    if corner.group.guests:
        invite(room=room, hand=room.hands.get())


def _said(room: Room, seat: Seat) -> str:
    utterance = public_id()
    say(room=room, seat=seat, text="I am glad to be here", utterance_id=utterance)
    return utterance


def _report_of(corner: Corner, people: People) -> None:
    """Who sits in the circle told the hosts of what Speaker said; where no room is open, some time ago."""
    if corner.room is None:
        who = {"reporter": people["seated"], "about": people["speaker"], "told_to": "hosts"}
        what = {"utterance": public_id(), "reason": "unkind", "words": "words", "alias": "Speaker"}
        report = Report.objects.create(group=corner.group, **who, **what)
    else:
        said = heard(corner.seats["seated"], _said(corner.room, corner.seats["speaker"]))
        assert said is not None
        report = tell(seat=corner.seats["seated"], said=said, reason="unkind")
    corner.values["report_id"] = report.public_id


def _shut(people: People, corner: Corner) -> Corner:
    """The room of an earlier meeting of the same group, which has closed."""
    series = meeting_now(corner.group, minutes_ago=20)
    room = open_room(series=series, person=people["host"])
    seat = enter(room=room, person=people["seated"])
    values = corner.values | {"room_id": room.public_id, "series_id": series.public_id}
    values |= {"utterance_id": _said(room, seat)} if room.chat == "all" else {}
    close_room(room=room)
    return Corner(corner.group, series, values)
