"""Harbour at night: a first share that nobody has answered yet, who welcomes people, and who would help."""

from datetime import datetime, time, timedelta
from typing import Final

from openchair.greeting import offering, serving
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.meetings.recurrence import WEEK
from openchair.people.models import Person
from openchair.roster import debriefing, standing
from openchair.roster.models import Debrief
from openchair.roster.rota import rota_for
from openchair.shares import replying
from openchair.shares.answered import note_answers
from openchair.shares.models import Reply, Share
from openchair.shares.told import Kind, Need, Told

FIRST: Final = Told(
    "I have never written in a place like this. It is my second night without, the flat is quiet, and I have "
    "tidied the same drawer three times. I would just like to know that somebody reads this.",
    Kind.CHALLENGE,
)
SOMEONE: Final = Told(
    "Tomorrow I see my brother for the first time since spring. I go over what I will say and it comes out "
    "wrong each time. Is anybody up?",
    Kind.CHALLENGE,
    Need.SOMEONE,
)
# So that nobody but Wren shares for the first time, and the group knows how soon answers usually come.
EARLIER: Final = (
    (
        "Amara",
        12,
        "The Tuesday circle ran long and nobody minded.",
        "Oak",
        "It was warm in there. I stayed for the stacking of chairs.",
        1.5,
    ),
    (
        "Ben",
        14,
        "I left the party at nine. On the bus I was almost proud.",
        "Willow",
        "Nine is a good hour. I see you on that bus.",
        0.7,
    ),
    ("Willow", 17, "My daughter asked why I hum in the mornings now.", "Fern", "Mine hums too, by now.", 2.2),
    (
        "River",
        20,
        "I put the bottles by the bins and went back to bed.",
        "Amara",
        "I know that walk to the bins.",
        1.1,
    ),
    ("Ash", 23, "First payday in years on which I bought socks.", "Juniper", "What colour are they?", 4.0),
    ("Maple", 26, "I want to be somebody who picks up the phone.", "Oak", "I pick up. Badly, but I do.", 2.4),
    (
        "Fern",
        31,
        "Grey week. I walked round the reservoir twice.",
        "Ben",
        "Twice round is far, in that wind.",
        3.1,
    ),
    ("Juniper", 37, "Nothing to tell, which is new.", "River", "New is allowed to be quiet.", 1.9),
    (
        "Sol",
        44,
        "I told my doctor the true number.",
        "Willow",
        "That was the hardest number I ever said.",
        0.9,
    ),
    (
        "Oak",
        52,
        "Nine years ago this kitchen was a different place.",
        "Maple",
        "And somebody drinks tea in it now.",
        6.5,
    ),
    (
        "Robin",
        58,
        "I read here most nights. Hello.",
        "Amara",
        "Hello, Robin. Nights are better with you here.",
        2.0,
    ),
)
WAITS: Final = (("Wren", 14, FIRST), ("Sol", 2, SOMEONE))
# Who is here each week: the weekday (Monday is 0), from when, and for how many minutes.
HOURS: Final = (("Willow", 1, 20, 120), ("Willow", 5, 7, 60), ("Amara", 3, 21, 60), ("Amara", 6, 19, 120))
AMONG_US: Final = (
    (
        "Willow",
        30,
        "Three first shares in one evening. I made tea after each of them, slept badly, and am all right.",
    ),
    ("Amara", 6, "Thank you for saying it. I take Thursday. Two evenings off, please, you."),
)


def load_welcomed(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """Willow welcomes people and Fern offered; Ben would help, and is asked; two shares wait."""
    found = Membership.objects.filter(group=groups["harbour"]).select_related("group", "person")
    by_person = {one.person_id: one for one in found}
    members = {name: by_person[one.pk] for name, one in people.items() if one.pk in by_person}
    serving.agree(greeter=serving.offer(membership=members["Willow"]))
    serving.offer(membership=members["Fern"])
    offering.be_willing(membership=members["Ben"], most=2)
    for who, days, words, other, answer, after in EARLIER:
        at = now() - timedelta(days=days)
        share = _shared(members[who], Told(words, Kind.STORY), at)
        reply = replying.reply(share=share, by=members[other], words=answer)
        Reply.objects.filter(pk=reply.pk).update(posted_at=at + timedelta(hours=after))
        note_answers(share)
    _rostered(members)
    for who, hours, told in WAITS:
        _shared(members[who], told, now() - timedelta(hours=hours))
    offering.ask_round(now())


def _rostered(members: dict[str, Membership]) -> None:
    """Who is here when, an hour for which somebody is looked for, and what was said afterwards."""
    for who, weekday, hour, minutes in HOURS:
        standing.be_here(
            membership=members[who], weekday=weekday, wall=time(hour), minutes=minutes, zone="Europe/Rome"
        )
    rota = rota_for(members["Willow"].person, members["Willow"].group)
    mine = next(
        one
        for one in rota.slots(now() + timedelta(hours=12), now() + WEEK)
        if one.holder == members["Willow"]
    )
    standing.ask(by=members["Willow"], shift_id=mine.shift.public_id, start=mine.span.start)
    for who, hours, words in AMONG_US:
        line = debriefing.add(by=members[who], words=words)
        Debrief.objects.filter(pk=line.pk).update(at=now() - timedelta(hours=hours))


def _shared(member: Membership, told: Told, at: datetime) -> Share:
    share = Share(group=member.group, person=member.person, membership=member, told=told.as_kept())
    share.posted_at = at
    share.save()
    return share
