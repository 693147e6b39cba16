"""Which of the rows that lead to a person are theirs to be shown, and which are the other's to tell.

A list of what is shown, not of what is hidden: a table that nobody placed here is shown to nobody, and a test
asks for its place. Whoever muted, blocked or hid must not be found out on a page (S22).
"""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.db.models import Model, Q

from openchair.checkins import models as checkins
from openchair.companions import models as companions
from openchair.days import models as days
from openchair.gatherings import models as gatherings
from openchair.greeting import models as greeting
from openchair.groups import models as groups
from openchair.meetings import models as meetings
from openchair.notices import models as notices
from openchair.paths import models as paths
from openchair.people import models as people
from openchair.rooms import models as rooms
from openchair.roster import models as roster
from openchair.safety import models as safety
from openchair.shares import models as shares
from openchair.stories import models as stories
from openchair.together import models as together

Ways = dict[type[Model], tuple[str, ...]]

_BY_PERSON: Final[Ways] = dict.fromkeys(
    (
        *(people.Block, people.Mute, people.Erasure, people.Closure, people.Consent, people.Session),
        *(people.AccountNotice, people.Passkey, people.Reading, people.RecoveryCode, people.Stewardship),
        *(notices.PushDevice, notices.CalendarFeed, notices.MailAddress, notices.Reminder, notices.Wishes),
        *(groups.Membership, groups.JoinRequest),
        *(checkins.CheckIn, checkins.Earlier, checkins.Habit, checkins.Week, checkins.HiddenReading),
        *(checkins.Plan, checkins.Pledge, checkins.Worksheet, paths.Path, paths.Celebration, paths.Entry),
        *(companions.Care, companions.Offer, companions.Showing, companions.Word, meetings.Topic),
        *(rooms.Seat, shares.Share, shares.Reply, shares.Response, shares.Hiding),
        *(stories.Story, stories.Response, stories.Hiding, days.Confided, days.Later, roster.Debrief),
        *(together.Counted, together.Celebrating, together.Around, together.SheetHolder),
        *(gatherings.Draft, gatherings.Wording),
    ),
    ("person",),
)
_BY_MEMBERSHIP: Final[Ways] = dict.fromkeys(
    (
        *(groups.Hosting, groups.Departure, groups.Acceptance, groups.Rest, groups.Succession),
        *(meetings.Claim, greeting.Greeter, greeting.Taking, greeting.Willing),
        *(roster.Carrying, roster.Shift, gatherings.Role),
    ),
    ("membership__person",),
)
_BY_SEAT: Final[Ways] = dict.fromkeys(
    (
        *(rooms.Quieting, rooms.AskedToWait, rooms.PutOut, rooms.Heard),
        *(rooms.Duty, rooms.Hand, rooms.Turn, rooms.Response),
    ),
    ("seat__person",),
)
OWN: Final[Ways] = {
    **_BY_PERSON,
    **_BY_MEMBERSHIP,
    **_BY_SEAT,
    people.Person: ("pk",),
    groups.Removal: ("departure__membership__person", "by__person"),
    groups.Closing: ("by__person",),
    groups.Invitation: ("made_by__person",),
    meetings.Cancellation: ("by__person",),
    paths.TakenBack: ("entry__person",),
    companions.Companionship: ("asker", "asked"),
    shares.Hold: ("share__person", "reply__person", "by__person"),
    stories.Hold: ("story__person", "by__person"),
    greeting.Ask: ("willing__membership__person",),
    roster.Cover: ("membership__person", "shift__membership__person"),
    gatherings.Turn: ("share__person",),
    safety.Report: ("reporter",),
    safety.Answer: ("by", "report__reporter"),
}
# Rows that say that somebody keeps apart from somebody; and what waits to be told, which others' doings make
# and which may be of somebody who does not meet them any more: Today tells what still is theirs.
OTHERS: Final[frozenset[type[Model]]] = frozenset(
    {shares.KeptFrom, stories.KeptFrom, notices.Notice, notices.Sending}
)


def rows_of(person: people.Person) -> Iterator[Model]:
    """Every row that is theirs to be shown."""
    for model, ways in OWN.items():
        which = Q()
        for way in ways:
            which |= Q(**{way: person.pk})
        for row in model._meta.base_manager.filter(which):
            if not _was_taken_back(row, person.pk):
                yield row


def others_columns(row: Model, person: people.Person) -> frozenset[str]:
    """The columns of a row of theirs in which stands what somebody else did."""
    if isinstance(row, companions.Companionship):
        mine = {"taken_back_at"} if row.asker_id == person.pk else {"set_aside_at"}
        mine |= {"ended_at", "ended_by"} if row.ended_by_id == person.pk else set()
        return frozenset({"set_aside_at", "taken_back_at", "ended_at", "ended_by"} - mine)
    if isinstance(row, shares.Share):  # an answer may be of somebody who does not meet them any more
        return frozenset({"answered_at"})
    return frozenset()


def _was_taken_back(row: Model, person_id: UUID) -> bool:
    """An ask that its asker took back is the asker's alone."""
    if not isinstance(row, companions.Companionship):
        return False
    return row.asked_id == person_id and row.taken_back_at is not None
