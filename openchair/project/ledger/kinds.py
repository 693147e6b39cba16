"""Each kind of row about a person: its name in a copy, and what a reader calls it."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` is part of the format of a copy and never changes; `title` is for readers."""

    name: str
    title: str | Promise


KINDS: Final[dict[type[Model], Kind]] = {
    people.Person: Kind("account", _("Your account")),
    people.Session: Kind("sessions", _("Where you are signed in")),
    people.Passkey: Kind("passkeys", _("Passkeys")),
    people.RecoveryCode: Kind("spare-keys", _("Spare keys")),
    people.AccountNotice: Kind("notices", _("What changed about your sign-in")),
    people.Block: Kind("blocked", _("People you blocked")),
    people.Mute: Kind("muted", _("People whose shares and stories you do not see")),
    people.Reading: Kind("reading", _("How you read shares and stories")),
    people.Stewardship: Kind("stewardship", _("That you keep this place")),
    people.Consent: Kind("consents", _("That you agreed to the house rules")),
    people.Erasure: Kind("erasure", _("That your account is to be erased")),
    people.Closure: Kind("closure", _("That your account is closed")),
    checkins.CheckIn: Kind("check-ins", _("Your check-ins")),
    checkins.Earlier: Kind("earlier-check-ins", _("Check-ins before you changed them")),
    checkins.HiddenReading: Kind("hidden-notes", _("That you hid the notes above your plots")),
    checkins.Habit: Kind("habits", _("Small acts you took up")),
    checkins.Week: Kind("habit-days", _("Days on which you did them")),
    checkins.Plan: Kind("plans", _("Your plans for seven days")),
    checkins.Pledge: Kind("pledge", _("That you made today’s pledge")),
    checkins.Worksheet: Kind("worksheets", _("Worksheets you filled in")),
    notices.Reminder: Kind("reminders", _("Your reminders")),
    notices.Notice: Kind("told", _("What waits for you on Today")),
    notices.Wishes: Kind("wishes", _("How you wish to be told")),
    notices.PushDevice: Kind("push-devices", _("Devices that show that something waits")),
    notices.MailAddress: Kind("mail-address", _("Your mail address")),
    notices.CalendarFeed: Kind("calendar", _("The address of your calendar")),
    notices.Sending: Kind("sendings", _("Devices and addresses that are still to be told")),
    groups.Membership: Kind("memberships", _("Groups you are in, or were in lately")),
    groups.Hosting: Kind("hosting", _("Groups you host")),
    groups.Succession: Kind("succession", _("Groups you look after for now")),
    groups.Acceptance: Kind("agreements", _("Agreements you accepted")),
    groups.Departure: Kind("departures", _("Groups you left")),
    groups.Removal: Kind("removals", _("Groups you were removed from")),
    groups.Rest: Kind("rests", _("That a host asked you to write under your name")),
    groups.JoinRequest: Kind("requests", _("Groups you asked to join")),
    groups.Invitation: Kind("invitations", _("Invitations you made")),
    groups.Closing: Kind("closed-groups", _("Groups you closed")),
    paths.Path: Kind("paths", _("Your paths")),
    paths.Entry: Kind("path-entries", _("What you noted on your paths")),
    paths.Celebration: Kind("celebrations", _("Milestones you shared with a group")),
    companions.Companionship: Kind("companions", _("Companions you have, asked or were asked by")),
    companions.Showing: Kind("shown-to-companions", _("What you let companions see")),
    companions.Care: Kind("care", _("That a companion is nudged when you go quiet")),
    companions.Offer: Kind("companion-offers", _("That you can be a companion")),
    companions.Word: Kind("words-to-companions", _("That you told companions that something happened")),
    days.Confided: Kind("words-to-members", _("That you told people in groups that something happened")),
    days.Later: Kind("told-later", _("That you want to tell somebody on a later day")),
    meetings.Claim: Kind("readings", _("What you said you would read")),
    meetings.Topic: Kind("topics", _("Topics you chose for a meeting")),
    meetings.Cancellation: Kind("called-off", _("Meetings you called off")),
    rooms.Seat: Kind("seats", _("Rooms you are in now")),
    shares.Share: Kind("shares", _("What you shared, and what you began to write")),
    shares.Reply: Kind("replies", _("What you replied")),
    shares.Response: Kind("responses", _("Small signs you gave to shares")),
    shares.Hiding: Kind("hidden", _("Shares and replies you hid")),
    shares.Hold: Kind("held", _("What you wrote that waits for a host")),
    shares.KeptFrom: Kind("kept-from", _("Shares without a name that you are not shown")),
    greeting.Greeter: Kind("greeting", _("That you welcome people, offered to, or were asked")),
    greeting.Willing: Kind("willing", _("That you may be asked when somebody waits")),
    greeting.Ask: Kind("asks", _("Shares you were asked to answer")),
    greeting.Taking: Kind("takings", _("Shares you are answering just now")),
    roster.Shift: Kind("hours", _("When you are here to welcome people")),
    roster.Cover: Kind("stepping-in", _("Hours in which you step in for somebody")),
    roster.Carrying: Kind("carrying", _("How much you carry, and when you are away")),
    roster.Debrief: Kind("among-ourselves", _("What you said to others who welcome people")),
    together.Counted: Kind("counted", _("That your days count in the sum of a group")),
    together.Celebrating: Kind("birthday-night", _("That a birthday night celebrates you")),
    together.Around: Kind("around", _("That you want to know others around where you are")),
    together.SheetHolder: Kind("birthday-sheet", _("That you see the sheet of a birthday night")),
    stories.Story: Kind("stories", _("Stories you wrote, and what you began to write")),
    stories.Response: Kind("story-responses", _("Small signs you gave to stories")),
    stories.Hiding: Kind("hidden-stories", _("Stories you hid")),
    stories.Hold: Kind("stories-held", _("Stories of yours that a host put out of sight")),
    stories.KeptFrom: Kind("stories-kept-from", _("Stories without a name that you are not shown")),
    gatherings.Role: Kind(
        "meeting-roles", _("What you do, or are asked to do, in meetings that are open for days")
    ),
    gatherings.Draft: Kind("turn-drafts", _("What you began to write in meetings that are open for days")),
    gatherings.Wording: Kind(
        "chair-words", _("What you wrote in the chair of meetings that are open for days")
    ),
    safety.Report: Kind("reports", _("What you told the hosts")),
    safety.Answer: Kind("answers", _("Reports you looked at")),
}

# Rows that belong to another row about a person, and go with it.
PARTS: Final[dict[type[Model], type[Model]]] = {
    gatherings.Turn: shares.Share,
    paths.TakenBack: paths.Entry,
    rooms.AskedToWait: rooms.Seat,
    rooms.Duty: rooms.Seat,
    rooms.Hand: rooms.Seat,
    rooms.Heard: rooms.Seat,
    rooms.PutOut: rooms.Seat,
    rooms.Quieting: rooms.Seat,
    rooms.Response: rooms.Seat,
    rooms.Turn: rooms.Seat,
}
# Everybody's, though it says which seat leads for the moment.
SHARED: Final[frozenset[type[Model]]] = frozenset({rooms.Room})

COLUMNS: Final[dict[str, str | Promise]] = {
    "address": _("Address"),
    "alias": _("Your name there"),
    "away_from": _("First day away"),
    "away_until": _("Last day away"),
    "asked_at": _("Asked"),
    "at": _("When"),
    "began_at": _("Began"),
    "begins": _("Began"),
    "brings": _("What brings you"),
    "called": _("What you call it"),
    "care_note": _("Care note"),
    "capacity": _("For how many"),
    "came": _("Came in"),
    "confirmed_at": _("Confirmed"),
    "codes_kept_at": _("Spare keys kept"),
    "craving": _("Craving"),
    "date": _("Date"),
    "day": _("Day"),
    "day_begins": _("Hour at which your day begins"),
    "days": _("Days of silence"),
    "declined_at": _("Answered “not now”"),
    "done": _("What was done"),
    "due_at": _("Due"),
    "entries": _("Entries"),
    "evening": _("Looking back"),
    "ends_at": _("Until"),
    "expires_at": _("Good until"),
    "group": _("Group"),
    "group_name": _("Group"),
    "habit": _("Which of them"),
    "halt": _("Hungry, angry, lonely, tired"),
    "hidden": _("Hidden"),
    "home_zone": _("Time zone at home"),
    "intention": _("One intention"),
    "endpoint": _("Address of its push service"),
    "joined_at": _("Joined"),
    "kind": _("Kind"),
    "level": _("How much"),
    "made_at": _("Made"),
    "made_on": _("Made"),
    "meeting": _("Meeting"),
    "met_as": _("Name you knew them by"),
    "minutes": _("For how many minutes"),
    "minutes_before": _("Minutes before"),
    "mode": _("Where"),
    "mood": _("Mood"),
    "name": _("Name"),
    "not_before": _("A date you were shown before you changed your day"),
    "line": _("A line from a host"),
    "need": _("What would help"),
    "next_at": _("Next"),
    "note": _("What you wrote"),
    "noted_at": _("Noted"),
    "number": _("Number"),
    "on": _("Day"),
    "path": _("Path"),
    "plan": _("My plan"),
    "question": _("Question"),
    "quiet_from": _("Quiet from"),
    "until": _("Until"),
    "quiet_until": _("Quiet until"),
    "reading": _("Reading"),
    "reason": _("Reason"),
    "revoked_at": _("Taken back"),
    "seen_by": _("Who sees it"),
    "shown_as": _("Shown"),
    "sign_in_name": _("Sign-in name"),
    "sheet": _("Sheet"),
    "small": _("Small things you would like to do"),
    "since": _("Since"),
    "stage": _("Told from"),
    "talked": _("Talked with someone in recovery"),
    "tells_names": _("Names are told"),
    "themes": _("It speaks of"),
    "time": _("Time of day"),
    "told_at": _("Told"),
    "topics": _("Topics left out"),
    "tries": _("Tries"),
    "used_at": _("Used"),
    "used_on": _("Used"),
    "uses_left": _("Lets in"),
    "version": _("Version"),
    "what": _("What"),
    "when": _("When it was to be"),
    "who": _("Who helps"),
    "weekday": _("Weekday, Monday is 0"),
    "weekdays": _("Weekdays, a bit each"),
    "why": _("Why"),
    "words": _("All that you wrote"),
    "zone": _("Time zone"),
}
