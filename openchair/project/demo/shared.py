"""What people of the demo shared, in words of our own, and how others answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from openchair.groups.models import Group, Membership, Norms
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.topics import Topic
from openchair.shares import replying, writing
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.told import Kind, Need, Told


@dataclass(frozen=True, slots=True)
class Story:
    """Who shared what, so many hours ago; who replied, and who gave which sign."""

    who: str
    hours: int
    told: Told
    replies: tuple[tuple[str, str], ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    audience: str = Share.Audience.GROUP
    named: str = Share.Named.ALIAS


STORIES: Final = (
    Story(
        "Chidi",
        9,
        Told(
            "I have read here for two days and this is the first time I write. I did not drink today. "
            "I do not know yet what to do with the evenings. They are long.",
            Kind.CHALLENGE,
            Need.EXPERIENCE,
        ),
        (
            (
                "Oak",
                "The evenings were the longest part for me too. I moved supper to nine and rang my brother.",
            ),
        ),
        (("Willow", "hear"), ("River", "me-too"), ("Amara", "with")),
    ),
    # Chidi is new, and this holds a number: it waits for Amara to look.
    Story(
        "Chidi",
        3,
        Told(
            "Still awake. If somebody else is, you can ring me on 07700 900123. I do not mind the hour.",
            Kind.CHALLENGE,
            Need.SOMEONE,
        ),
    ),
    Story(
        "Willow",
        15,
        Told(
            "Small one. The kiosk at the station was open and I walked past it with both hands in my "
            "pockets. Nobody saw. I wanted somebody to know.",
            Kind.VICTORY,
            Need.COURAGE,
        ),
        (("Fern", "I see you walking past it. Hands in pockets is how it is done."),),
        (("Ben", "proud"), ("Maple", "proud"), ("Oak", "with")),
    ),
    Story(
        "River",
        31,
        Told(
            "My uncle’s funeral was on Thursday. Everyone had a glass and I had tea. I was not strong. I "
            "just stood next to my aunt the whole time and she held my sleeve.",
            Kind.STORY,
            Need.LISTEN,
            (Topic.LOSS,),
        ),
        signs=(("Amara", "hear"), ("Willow", "with")),
    ),
    Story(
        "Ash",
        34,
        Told(
            "Does anyone have a sentence for when a colleague asks a third time why I am not having one? "
            "The first two times I manage.",
            Kind.QUESTION,
            Need.IDEAS,
        ),
        (
            ("Juniper", "“I am driving.” Even when I came by bus."),
            ("Ben", "I say it is a long story and a boring one, and ask about theirs."),
        ),
    ),
    Story(
        "Maple",
        52,
        Told(
            "I drank on Sunday. I am writing it here before I have an explanation for it, because if I wait "
            "for the explanation I will not come back at all.",
            Kind.SETBACK,
            Need.SOMEONE,
            (Topic.USING,),
        ),
        (("Oak", "Glad you wrote before the explanation. I am here tonight after eight."),),
        (("Ben", "with"), ("Amara", "hear"), ("Sol", "me-too")),
        named=Share.Named.HOSTS,
    ),
    Story(
        "Fern",
        75,
        Told("Somebody put soup outside my door. I know it was one of you. Thank you.", Kind.GRATITUDE),
        (("Oak", "I hope it was the lentil one."),),
        signs=(("Willow", "thanks"),),
    ),
    Story(
        "Juniper",
        98,
        Told("Frost on the allotment, and I was awake to see it.", Kind.VICTORY),
        (("Willow", "I like that you were there for it."),),
    ),
    # Lark closed the account after it, and left the words to the group.
    Story(
        "Lark",
        64,
        Told(
            "I am moving to the coast and will not be here any more. What I take along is the sentence with "
            "which Oak met me in March: you do not have to explain it to sit down.",
            Kind.GRATITUDE,
            Need.COURAGE,
        ),
        (("Willow", "Go well. Your chair by the window will be sat on by somebody who needs it."),),
    ),
    Story(
        "Ben",
        20,
        Told(
            "Could one of you look at how the Friday meeting ends? People stand in the doorway for half an "
            "hour and the new ones do not dare to go.",
            Kind.QUESTION,
            Need.IDEAS,
        ),
        audience=Share.Audience.HOSTS,
    ),
    Story(
        "Ben",
        40,
        Told("A long day. I want to remember that I got through it.", Kind.CHALLENGE, Need.LISTEN),
        audience=Share.Audience.ME,
    ),
)


def load_shares(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """A few days of Harbour, and how it shares; a draft that Ben began."""
    harbour = groups["harbour"]
    Norms.objects.create(group=harbour, unnamed=Norms.Unnamed.NOBODY)
    found = Membership.objects.filter(group=harbour).select_related("group", "person")
    by_person = {one.person_id: one for one in found}
    members = {name: by_person[one.pk] for name, one in people.items() if one.pk in by_person}
    # They have been here for a while, but for Chidi: what is new to somebody came after them.
    old = found.exclude(person=people["Chidi"])
    Membership.objects.filter(pk__in=[one.pk for one in old]).update(joined_at=now() - timedelta(days=200))
    found.filter(person=people["Chidi"]).update(joined_at=now() - timedelta(days=2))
    for story in STORIES:
        _share(members, story, now() - timedelta(hours=story.hours))
    told = Told("I keep thinking about what Oak said on Tuesday.", Kind.GRATITUDE)
    writing.keep_draft(by=members["Ben"], told=told, audience=Share.Audience.GROUP, named=Share.Named.ALIAS)


def _share(members: dict[str, Membership], story: Story, at: datetime) -> None:
    share = writing.keep_draft(
        by=members[story.who], told=story.told, audience=story.audience, named=story.named
    )
    writing.post(draft=share)
    Share.objects.filter(pk=share.pk).update(posted_at=at)
    Hold.objects.filter(share=share).update(since=at)
    for number, (who, words) in enumerate(story.replies, 1):
        reply = replying.reply(share=share, by=members[who], words=words)
        Reply.objects.filter(pk=reply.pk).update(posted_at=at + timedelta(minutes=40 * number))
    for who, kind in story.signs:
        replying.respond(share=share, by=members[who], kind=kind)
