"""A meeting of Harbour that is open for days, begun two days ago, in words of our own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from openchair.gatherings import opening, serving, wording, writing
from openchair.gatherings.models import Gathering, Role, Step
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.shares import replying
from openchair.shares.models import Share
from openchair.shares.told import Kind, Told


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what, so many hours ago, and who answered with which sign."""

    who: str
    hours: int
    words: str
    signs: tuple[tuple[str, str], ...] = ()


NAME: Final = "The hour between three and four"
BEGAN: Final = timedelta(hours=50)
DAYS: Final = 7
ASKED: Final = (
    "Maple asks what you give that hour to do. Write a line whenever yours comes round, wherever the sun is."
)
TURNS: Final = (
    Said(
        "Maple",
        49,
        "I work nights at a bakery, so three in the morning is my lunch. For a long time it was also my "
        "worst hour: the dough rests, the radio is off, and nobody would have noticed.\n\n"
        "I did not get through that hour by being brave. I got through it by giving it a job. At ten past "
        "three I oil the tins, and I write one line to somebody who is asleep and will read it at "
        "breakfast. Some nights the line is only “still here”.\n\n"
        "I lead this because I asked for a meeting that I can come to. So: what do you give that hour to do?",
        (("Amara", "thanks"), ("Ben", "me-too"), ("Willow", "with")),
    ),
    Said(
        "Willow",
        38,
        "I hear the clock in the hall. I get up and fold the washing, badly, and my daughter thinks a tidy "
        "stranger lives with us.",
        (("Maple", "hear"), ("Fern", "proud")),
    ),
    Said(
        "Robin",
        30,
        "It is afternoon where I am when it is three for you. I will put the kettle on then and think of "
        "this circle.",
        (("Maple", "thanks"), ("Amara", "with")),
    ),
    Said(
        "Ben",
        21,
        "I used to lie there and count what I owe. Now I get up, drink a glass of water in the dark "
        "kitchen, and go back. It is not much of a plan. It has worked four nights out of five.",
        (("Oak", "with"), ("Maple", "me-too")),
    ),
    Said("Fern", 5, "I have no answer yet. I read all of yours twice."),
)


def load_for_days(people: dict[str, Person], groups: dict[str, Group]) -> None:
    """Amara has the chair, Maple leads, Willow greets; nobody has answered Fern yet, and nobody reads."""
    found = Membership.objects.filter(group=groups["harbour"]).select_related("group", "person")
    by_person = {one.person_id: one for one in found}
    members = {name: by_person[one.pk] for name, one in people.items() if one.pk in by_person}
    begins = now()
    made = opening.open_for_days(
        by=members["Amara"], name=NAME, begins=begins, ends=begins + timedelta(days=DAYS)
    )
    _begin_earlier(made)
    wording.write(gathering=made, by=members["Amara"], place="open", words=ASKED)
    for who, part in (("Maple", Role.Part.LEAD), ("Willow", Role.Part.GREETER)):
        serving.say_yes(role=Role(gathering=made, membership=members[who], part=part))
    for one in TURNS:
        share = _say(made, members[one.who], one.words, one.hours)
        for other, kind in one.signs:
            replying.respond(share=share, by=members[other], kind=kind)


def _begin_earlier(made: Gathering) -> None:
    for one in made.steps.all():
        Step.objects.filter(pk=one.pk).update(at=one.at - BEGAN)
    begins, ends = made.begins_at - BEGAN, made.ends_at - BEGAN
    Gathering.objects.filter(pk=made.pk).update(begins_at=begins, ends_at=ends)


def _say(made: Gathering, member: Membership, words: str, hours: int) -> Share:
    told = Told(words, Kind.TURN, "listen")
    draft = writing.keep_draft(gathering=made, by=member, told=told, named=Share.Named.ALIAS)
    share, _stands = writing.post(draft=draft)
    Share.objects.filter(pk=share.pk).update(posted_at=now() - timedelta(hours=hours))
    return share
