"""Stories of people of the demo, in words of our own; nobody real wrote or lived them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.people.topics import Topic
from openchair.stories import turning, writing
from openchair.stories.aloud import minutes_of
from openchair.stories.models import Story
from openchair.stories.told import About, Section, Stage, Theme, Told


@dataclass(frozen=True, slots=True)
class Tale:
    """Who wrote it, so many days ago, and who answered with which sign."""

    who: str
    days: int
    title: str
    sections: tuple[Section, ...]
    themes: tuple[str, ...]
    stage: str
    topics: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    named: str = Story.Named.ALIAS


OAK: Final = Tale(
    "Oak",
    12,
    "The lamp in the kitchen",
    (
        Section(
            "What it was like",
            "For years I was the one who switched off the lamp in the kitchen. Everybody had gone to "
            "bed, and I said I would follow. I knew which stair creaked. I knew how to set a glass down "
            "so that it makes no sound on wood.\n\n"
            "I was never late for work, and I think that is why it went on so long. My picture of "
            "somebody who drinks too much was a man on a bench. I had a desk and a daughter who played "
            "the cello.\n\n"
            "What I remember best is the counting. How many are left, how many will be noticed, how "
            "long until the shop closes. I could have built a bridge with all that arithmetic.",
        ),
        Section(
            "The evening of the concert",
            "My daughter played in a church, and I sat at the back, because of my breath. I had been "
            "quite careful all day. When she looked up from the strings she looked along the rows, and "
            "I saw her not find me, and I saw that she was not surprised.\n\n"
            "Nothing happened. Nobody shouted, I drove nowhere, we had soup. But I could not put that "
            "look away again, and three days later I wrote to this group at two in the morning. "
            "Somebody answered, and did not ask me how much.",
        ),
        Section(
            "What changed",
            "Less than I hoped in the first month, and more than I noticed. I slept badly. I ate sweets "
            "out of my coat pockets like a schoolboy. I told my doctor, which I had put off for eleven "
            "years, and she said I should not stop from one day to the next without her, so we did it "
            "together, with tablets and a plan on her wall.\n\n"
            "I drank again in the second spring, for nine days. I had stopped coming here the week "
            "before, and I still think that was the beginning of it, not the bottle. Ben left a "
            "message: “Your chair is still warm.” That was all. I came back and sat on it.",
        ),
        Section(
            "What my days are like now",
            "I still switch off the lamp. Now I sit under it first with tea and write down one thing. "
            "Yesterday it was: cello, second floor, window open.\n\n"
            "There are evenings when I would like to be somebody who never had to think about any of "
            "this. Then I ring my brother, or I read what one of you wrote, and the evening gets "
            "smaller and passes.",
        ),
    ),
    (Theme.FAMILY, Theme.SETBACK, Theme.ASKING),
    Stage.LATER,
    (Topic.USING,),
    (("Ben", "thanks"), ("Willow", "me-too"), ("Chidi", "thanks")),
)

SOL: Final = Tale(
    "Sol",
    5,
    "Forty-one envelopes",
    (
        Section(
            "What it was like",
            "I did not open letters. I put them in the drawer below the cutlery, and when it was full I "
            "took the one below that. I played on my telephone: in the bath, in meetings, beside my "
            "sleeping wife with the screen turned down. It was never about money, people say. For me it "
            "was about money too. I wanted to win back the rent so that nobody would ever need to know "
            "that it had been gone.",
        ),
        Section(
            "What changed",
            "My wife looked for candles and found the drawer. There were forty-one envelopes. She did "
            "not open one. She put them in a row on the table, went for a walk, and when she came back "
            "she said: “Which one is the worst? We begin with that.”\n\n"
            "The adviser at the town hall drank tea from a cup with a cat on it and had seen larger "
            "piles. My bank put a stop on payments to betting shops, and I gave my wife the second key "
            "to the account. I minded that for about a week. After that it was like a rail on a steep "
            "stair.",
        ),
        Section(
            "What my days are like now",
            "Thirty-six envelopes are paid or being paid. When I want to play I walk around the block, "
            "and if I still want to I walk around it again the other way. I have got to know all the "
            "dogs.\n\n"
            "On Saturdays I make pancakes. It sounds like nothing. On Saturdays I used to be in the "
            "bathroom.",
        ),
    ),
    (Theme.MONEY, Theme.FAMILY, Theme.JOY),
    Stage.MONTHS,
    signs=(("Amara", "hear"), ("Oak", "thanks")),
)

WILLOW: Final = Tale(
    "Willow",
    2,
    "What I can carry for my brother",
    (
        Section(
            "",
            "I came here for my brother, and it took me a while to see that I had come for me.\n\n"
            "When he used, I became very good at things. I could hear in one word on the telephone how "
            "the day was. I paid a fine and two months of rent, and I told our mother that he had a "
            "cold. I kept my own telephone under my pillow for three winters. I was so busy being his "
            "lock and his alarm that I forgot what I like to eat.",
        ),
        Section(
            "",
            "A woman in this group told me: “You can love him with the door shut.” I was angry with her "
            "for days. Then I tried it, with a small door. I told him that I would answer after "
            "breakfast, not in the night, and I gave him the number that does answer at night. My hands "
            "shook when I put the telephone in the kitchen drawer.\n\n"
            "He did not stop because of that. I want to write that down, because I read a lot of "
            "stories then in which it works. But he did not stop speaking to me either, and on the "
            "second morning I slept until seven.",
        ),
        Section(
            "",
            "He is in treatment now, for the third time, on a medicine that makes the wanting quieter. "
            "I visit on Sundays. We play cards for matchsticks and he cheats as he did when he was "
            "eight. Some Sundays I drive home singing, and some Sundays I stop at the lake and cry, and "
            "both are allowed.",
        ),
    ),
    (Theme.FAMILY, Theme.MEDICATION, Theme.ALONE),
    Stage.BESIDE,
    signs=(("Fern", "thanks"),),
)

TALES: Final = (OAK, SOL, WILLOW)


def load_stories(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """The library of Harbour, and what Ben began to write."""
    found = Membership.objects.filter(group=groups["harbour"]).select_related("group", "person")
    by_person = {one.person_id: one for one in found}
    members = {name: by_person[one.pk] for name, one in people.items() if one.pk in by_person}
    for tale in TALES:
        _place(members, tale)
    sections = (
        Section("What it was like", "Everybody thinks it began with the divorce. It began with cider."),
    )
    told = Told(About("I do not know the title yet", (Theme.START,)), sections)
    writing.keep_draft(by=members["Ben"], told=told, audience=Story.Audience.GROUP, named=Story.Named.ALIAS)


def _place(members: dict[str, Membership], tale: Tale) -> None:
    about = About(tale.title, tale.themes, tale.stage, tale.topics, minutes=minutes_of(tale.sections))
    told = Told(about, tale.sections)
    story = writing.keep_draft(
        by=members[tale.who], told=told, audience=Story.Audience.GROUP, named=tale.named
    )
    writing.place(draft=story, told=told)
    Story.objects.filter(pk=story.pk).update(placed_at=now() - timedelta(days=tale.days))
    for who, kind in tale.signs:
        turning.respond(story=story, by=members[who], kind=kind)
