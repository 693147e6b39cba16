"""A world in which every address of the place has something behind it, and the way to all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from openchair.companions.tests.scene import companions
from openchair.gatherings.tests.scene import a_meeting_for_days
from openchair.greeting import serving, taking
from openchair.groups.joining import ask
from openchair.kit.ids import public_id
from openchair.library.readings import readings
from openchair.meetings.choosing import choose
from openchair.paths.chips import chips_of
from openchair.paths.noting import When, set_back, take_back
from openchair.paths.tests.scene import a_path_with_a_setback, shown
from openchair.people.models import Block, Passkey, Person, Session, StewardLink
from openchair.rooms.models import Room
from openchair.rooms.speaking import say
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.roster import debriefing
from openchair.safety.tests.scene import steward, tell_of
from openchair.shares import holding
from openchair.shares.tests.scene import a_few_shares, shared
from openchair.stories import holding as out_of_sight
from openchair.stories.tests.scene import a_few_stories, written
from tests import recipes
from tests.cast import client_of
from tests.matrix.owned import known, of_days, reported, rostered
from tests.recipes import member_of
from tests.told import everything_told

Name = str


@dataclass(frozen=True, slots=True)
class World:
    """The scene of a room, and what stands in the addresses: parameter, or name of the address, → value."""

    scene: Scene
    values: dict[str, object]

    @property
    def readers(self) -> dict[str, Client]:
        """Amara hosts and keeps the place, Ben is a member, Dana is an outsider; the last has no account."""
        cast = self.scene.cast
        known = {"amara": cast.amara, "ben": cast.ben, "dana": cast.dana}
        return {**{name: client_of(person) for name, person in known.items()}, "nobody": Client()}

    def addresses(self) -> dict[Name, str]:
        """Every address of the place. Raises KeyError for a parameter that has no value here yet."""
        return {name: self._filled(name, pattern) for name, pattern in named_patterns()}

    def _filled(self, name: Name, pattern: URLPattern) -> str:
        needed, known = pattern.pattern.converters, self.values
        return reverse(name, kwargs={one: known.get(f"{name}.{one}") or known[one] for one in needed})


def named_patterns(resolver: URLResolver | None = None) -> Iterator[tuple[Name, URLPattern]]:
    """Every address by its name."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from named_patterns(one)
        elif one.name:
            yield one.name, one


def the_world() -> World:
    """Harbour in the middle of a meeting, with something that waits for everybody."""
    scene = the_scene()
    Room.objects.update(chat="all")
    cast, group = scene.cast, scene.cast.harbour
    steward(cast.amara)
    utterance = public_id()
    report = tell_of(scene, scene.ben, scene.chidi)
    say(room=scene.again(), seat=scene.seat(cast.chidi), text="I am glad to be here", utterance_id=utterance)
    asked = ask(person=recipes.person("farah"), group=group, alias="Farah", note="May I come?")
    made, token = recipes.invitation(group)
    path, happened = a_path_with_a_setback(cast.amara)
    back = set_back(path=path, when=When(happened.event.on), again=None)
    take_back(entry=back, on=happened.event.on)
    values = {
        "group_id": group.public_id,
        "member_id": group.memberships.get(person=cast.chidi).public_id,
        "asked_id": asked.public_id,
        "made_id": made.public_id,
        "token": token,
        "steward-link.token": StewardLink.make(),
        "meeting_id": scene.series.public_id,
        "series_id": scene.series.public_id,
        "start": scene.room.occurrence.planned_at,
        "reading": readings()[0].key,
        "room_id": scene.room.public_id,
        "utterance_id": utterance,
        "report_id": report.public_id,
        "session_id": a_session(cast.amara).pk,
        "passkey_id": Passkey.objects.create(person=cast.amara, holder=b"h", credential=b"c").pk,
        "path_id": path.public_id,
        "entry_id": happened.public_id,
        "path-entry-return.entry_id": back.public_id,
        **of_days(cast.amara) | known(cast.amara, group, cast.chidi) | {"icon": "leaf"},
        "companion_id": companions(group, cast.ben, cast.amara).public_id,
        "chip_id": chips_of(shown(path))[0].chip_id,
        "block_id": Block.objects.get(person=cast.amara).pk,
        **everything_told(cast.amara, scene.series.public_id),
    }
    return World(scene, values | _shares(scene) | rostered(group, cast.amara) | _of_ben(scene))


def _of_ben(scene: Scene) -> dict[str, object]:
    """A line and a topic of Ben that Amara can turn from."""
    ben = member_of(scene.cast.harbour, scene.cast.ben)
    line = debriefing.add(by=ben, words="A long night, and a good one.").public_id
    start = scene.series.next_start
    assert start
    choose(series=scene.series, start=start, membership=ben, words="Patience")
    ways = ("about", "mute", "block")
    reports = reported(scene.cast.ben, scene.cast.harbour, scene.cast.chidi)
    return {
        **reports,
        **dict.fromkeys((f"group-debrief-{one}.line_id" for one in ways), line),
        **dict.fromkeys((f"meeting-topic-{one}.start" for one in ways), start),
    }


def _shares(scene: Scene) -> dict[str, object]:
    """Amara's, and something of Ben that she can turn from."""
    cast = scene.cast
    theirs = shared(cast.harbour, cast.ben).public_id
    turned = dict.fromkeys(("words-about.words_id", "words-mute.words_id", "words-block.words_id"), theirs)
    made = a_few_shares(cast.harbour, cast.amara, cast.chidi)
    tales = a_few_stories(cast.harbour, cast.amara, cast.chidi)
    days = a_meeting_for_days(cast.harbour, cast.amara, cast.amara, cast.chidi)
    told = written(cast.harbour, cast.ben).public_id
    turned |= dict.fromkeys(
        (f"story-{one}.story_id" for one in ("about", "mute", "block", "hiding", "responses", "out")), told
    )
    out = written(cast.harbour, cast.ben, "Out of sight")
    out_of_sight.take_out(story=out, by=member_of(cast.harbour, cast.amara), line="It names somebody.")
    turned["story-out-end.story_id"] = out.public_id
    held = holding.hold(what=shared(cast.harbour, cast.chidi, "looked at")).words.public_id
    looked = dict.fromkeys(("held-answer.words_id", "held-release.words_id"), held)
    waits = shared(cast.harbour, cast.ben, need="someone")
    taking.take_on(share=waits, by=member_of(cast.harbour, cast.amara))
    offered = serving.offer(membership=member_of(cast.harbour, cast.chidi)).membership.public_id
    greeter = dict.fromkeys(("group-greeter-agreement.member_id", "group-greeter-ending.member_id"), offered)
    taken = dict.fromkeys(("share-taking.share_id", "share-taking-ending.share_id"), waits.public_id)
    return {**made, **tales, **days, **turned, **looked, **taken, **greeter, "words-hiding.words_id": theirs}


def a_session(person: Person) -> Session:
    """Somebody's device."""
    return Session.begin(person, Session.Mode.OWN)[0]
