"""What is typed into each form, so that whoever may send it changes something."""

from collections.abc import Callable

from django.http import HttpResponse

from openchair.kit.links import Link
from openchair.notices.tests.push_service import Browser
from openchair.people.invited import mark_invited
from tests.cast import WORDS
from tests.matrix.owned import Values
from tests.matrix.world import Corner

Typed = dict[str, object]
Cookies = dict[str, str]
# Addresses that are nothing without what stands behind their question mark.
QUERIES: dict[str, Callable[[], str]] = {"away": lambda: Link.read("https://example.org/").away}
GROUP: Typed = {
    "name": "Changed",
    "focus": "Alcohol",
    "approach": "open",
    "goal": "any",
    "language": "en",
    "crosstalk": "none",
    "audience": "anyone",
    "joining": "ask",
    "agreement": "We listen.",
}
MEETING: Typed = {
    "name": "Changed",
    "repeats": "weekly",
    "weekday": 2,
    "wall": "18:00",
    "zone": "UTC",
    "minutes": 60,
    "format": "open-sharing",
    "language": "en",
    "door": "members",
    "chat_rule": "speaker",
    "capacity": 20,
}
STORY: Typed = {"audience": "group", "named": "alias", "title": "Changed", "words-1": "Changed"}
SHARE: Typed = {"audience": "group", "kind": "story", "words": "Changed", "need": "", "named": "alias"}
PATH: Typed = {"label": "Changed", "kind": "abstain", "on": "2026-10-01"}
MARKS: Typed = {"name": "Changed", "days": "45", "months": "", "years": ""}
COMES: Typed = {"alias": "Somebody New", "agreed": "on", "version": 2, "note": ""}
WORDS_AGAIN: Typed = {"how": "own", "own": "a quiet river behind the old mill", "mode": "own"}
TYPED: dict[str, Typed] = {
    "confirm": {"words": WORDS},
    "sign-in": {"handle": "member", "words": WORDS, "mode": "own"},
    "check-in": {"whole": "1", "day": "2026-11-23", "mood": "3"},
    "story-new": STORY,
    "story-edit": STORY,
    "story-responses": {"response": "thanks"},
    "story-about": {"reason": "unkind"},
    "story-out": {"line": "It names somebody."},
    "share-new": SHARE,
    "share-edit": SHARE,
    "share-norms": {"unnamed": "no"},
    "share-wishes": {"topics": ["harm"]},
    "group-patience": {"hours": "24"},
    "group-helping": {"most": "3"},
    "group-together-mine": {"around": "stage-week"},
    "gathering-new": {"name": "Changed", "length": "3", "begins": "now", "after": "away"},
    "gathering-step": {"words": "Changed", "on": "2026-11-24", "wall": "08:00"},
    "gathering-moving-on": {"step": "lead"},
    "gathering-closing": {"line": "Go gently."},
    "gathering-line": {"line": "Go gently."},
    "turn-new": {"words": "Changed", "named": "alias"},
    "turn-edit": {"words": "Changed", "named": "alias"},
    "search": {"words": "morning", "where": "mine"},
    "share-replies": {"words": "Good morning"},
    "share-responses": {"response": "hear"},
    "words-out": {"line": "It names somebody."},
    "held-answer": {"line": "Take the number out."},
    "reply-edit": {"words": "Good evening"},
    "words-about": {"reason": "unkind"},
    "habit-new": {"kind": "sleep"},
    "plan-edit": {"what_1": "Walk"},
    "companion": {"items": ["mood"]},
    "group-companions": {"capacity": "3"},
    "plan": {"done": "0"},
    "habits": {"week": "2026-11-23"},
    "worksheet-new": {"where": "There"},
    "worksheet-edit": {"where": "There"},
    "join-brings": {"brings": "own"},
    "display": {"zone": "Europe/Rome"},
    "my-passkey": {"nickname": "Changed"},
    "my-words": WORDS_AGAIN,
    "reminder": {"before": 30},
    "reminders-quiet": {"level": "quiet", "quiet_from": "21:00", "quiet_until": "07:00"},
    "reminders-devices": dict(Browser("https://push.example/changed").fields),
    "going": {"wait": "week"},
    "my-day": {"zone": "Europe/Rome", "rollover": "4"},
    "path-new": PATH,
    "path-edit": PATH,
    "path-again": {"on": "2026-11-24"},
    "path-entry": {"on": "2026-11-20", "helped": "A walk"},
    "path-milestones": {"sets": ["monthly"]},
    "group-milestones-new": MARKS,
    "group-milestones-edit": MARKS,
    "moment": {"helped": "A walk"},
    "place": {
        "name": "Changed",
        "languages": "en",
        "zone": "UTC",
        "country": "DE",
        "joining": "anyone",
        "titles": "kinds",
        "leave_to": "",
    },
    "group-new": {**GROUP, "alias": "Founder", "step": "found"},
    "group-join": COMES,
    "invitation-group": COMES,
    "group-edit": GROUP,
    "group-hours": {"weekday": 4, "begins": 9, "minutes": 120},
    "group-carrying": {"most": 5},
    "group-debrief": {"words": "It was heavy tonight."},
    "group-debrief-about": {"reason": "unkind"},
    "group-alias": {"alias": "Somebody Else"},
    "group-agreement": {"version": 2},
    "group-removal": {"reason": "You recorded a meeting."},
    "report": {"done": "nothing"},
    "report-out": {"line": "It names somebody."},
    "report-rest": {"line": "It names somebody."},
    "steward-report": {"done": "nothing"},
    "meeting-new": MEETING,
    "meeting-edit": MEETING,
    "meeting-topic": {"words": "What helps on Sundays"},
    "meeting-topic-about": {"reason": "unkind"},
    "gathering-words-about": {"reason": "unkind"},
    "meeting-cancel": {"why": "Holiday"},
    "meeting-move": {"on": "2026-12-01", "wall": "21:00"},
    "tell-the-hosts": {"reason": "unkind"},
    "room-door": {"alias": "Guest of tonight"},
    "room-words": {"words": "Good evening"},
    "room-step": {"step": "0:1"},
    "room-line": {"come_from": 0},
    "room-settings": {"door": "locked"},
}
# What is typed names a thing of the corner.
OF_THE_CORNER: dict[str, Callable[[Values], Typed]] = {
    "invitation": lambda values: {"code": values["token"]},
    "group-greeters": lambda values: {"member": values["greeter_id"]},
    "group-sheet-holders": lambda values: {"member": values["greeter_id"]},
    "gathering-roles": lambda values: {"member": values["greeter_id"], "part": "chair"},
    "group-hosts": lambda values: {"member": values["member_id"]},
    "companions-care": lambda values: {"companion": values["companion_id"], "days": 3},
    "group-companions-ask": lambda values: {"member": values["greeter_id"], "called": "friend"},
    "room-responses": lambda values: {"response": f"{values['utterance_id']}:hear"},
    "path-chip-sharing": lambda values: {"group": values["group_id"]},
    "shares-read": lambda values: {"newest": values["share_id"]},
    "moments": lambda values: {"path": values["path_id"], "choice": "keep"},
}
# Where nobody of this world changes a row: what is needed lies in a browser, or comes from a device.
WRITE_NOTHING = {
    "reminders-mail",  # this place has no mail server
    "search",  # finds, and keeps nothing
    *("help-country", "meetings-zone", "passkey-challenge", "my-passkey-challenge", "my-codes-make"),
    *(
        "invitation",
        "join",
        "join-name",
        "join-another",
        "join-codes",
        "recover",
        "recover-words",
        "my-new-codes",
    ),
    *(f"welcome-{step}" for step in ("name", "languages", "where", "joining", "group", "account", "another")),
    *(
        "welcome-keys",
        "welcome-paper",
        "welcome-check",
        "passkey-sign-in",
        "confirm-by-passkey",
        "my-new-passkey",
    ),
    *("stay", "erase-later", "close-account", "bring-copy", "my-copy-file", "paper-key", "news-read"),
    *("room-words", "room-line", "room-reading", "room-calm-end"),
}
# Whose seat a button of the room names.
SEATS = {
    "room-duties": "seated",
    "room-duties-end": "reader",
    "room-quiet": "seated",
    "room-quiet-end": "quieted",
    "room-wait": "seated",
    "room-put-out": "seated",
    "room-put-out-undo": "putout",
    "room-seen": "waiting",
    "room-admit": "waiting",
}


def typed(name: str, corner: Corner) -> Typed:
    """The fields of a form, as they are sent in this corner."""
    if name in OF_THE_CORNER:
        return OF_THE_CORNER[name](corner.values)
    if name in SEATS and corner.seats:
        return {"seat": corner.seats[SEATS[name]].public_id, "role": "reader"}
    if name in {"room-turns", "room-turn-time", "room-turn-end"} and corner.room:
        return _turn(name, corner)
    return TYPED.get(name, {})


def carried(name: str, corner: Corner) -> Cookies:
    """The cookies of a way that was begun before: an invitation that was opened."""
    answer = HttpResponse()
    if name == "invitation-group":
        mark_invited(answer, which=str(corner.values["made_id"]))
    return {name: morsel.value for name, morsel in answer.cookies.items()}


def _turn(name: str, corner: Corner) -> Typed:
    assert corner.room is not None
    hand, turn = corner.room.hands.first(), corner.room.turns.first()
    if turn is None:
        return {"hand": hand.public_id if hand else ""}
    return {"turn": turn.as_it_is if name == "room-turn-time" else turn.public_id}


def values_of(name: str, values: Values, parameters: set[str]) -> Values:
    """What stands in the address of this name; a value made for it alone goes before the common one."""
    return {one: values.get(f"{name}.{one}", values[one]) for one in parameters}
