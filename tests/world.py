"""A place with something on every page, and all their addresses: for what must hold wherever one looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from openchair.checkins import habits, worksheets
from openchair.checkins.checking_in import check_in
from openchair.checkins.told import Told
from openchair.companions import caring, offering
from openchair.companions.tests.scene import companions, membership, show_everything
from openchair.days import confiding, waiting
from openchair.days.models import Confided, Later
from openchair.days.recipients import recipients_of
from openchair.gatherings.tests.scene import a_meeting_for_days
from openchair.greeting import serving
from openchair.kit.clock import now
from openchair.paths import marking, sharing
from openchair.paths.chips import chips_of
from openchair.paths.milestones import marks_of
from openchair.paths.models import Entry
from openchair.paths.picture import Picture
from openchair.paths.tests.scene import a_path_with_a_setback, shown
from openchair.people.blocking import block
from openchair.people.models import Person, Place
from openchair.rooms.tests.scene import Scene
from openchair.safety.tests import scene as telling
from openchair.shares.tests.scene import a_few_shares, shared
from openchair.stories.tests.scene import a_few_stories, written
from tests import recipes
from tests.cast import client_of
from tests.recipes import member_of
from tests.told import everything_told

# What stands on these pages and nowhere that outlives them.
WORDS = (
    "Harbour",
    "Amara",
    "Ben",
    "Chidi",
    "Wren",
    "Evening circle",
    "boat at the quay",
    "third time",
    "We listen",
)


@dataclass(frozen=True, slots=True)
class World:
    """Everybody, and the ids that addresses need."""

    scene: Scene
    ids: dict[str, list[str | datetime]]

    @property
    def amara(self) -> Person:
        """Host of the group, chair of the room, steward of the place: she can open the most pages."""
        return self.scene.cast.amara

    def private_pages(self) -> list[str]:
        """Every address that shows Amara a page and a stranger none."""
        browser = client_of(self.amara)
        return [path for path in self.addresses() if _is_page(browser, path) and not _is_page(Client(), path)]

    def public_pages(self) -> list[str]:
        """Every address that shows a stranger a page."""
        return [path for path in self.addresses() if _is_page(Client(), path)]

    def addresses(self) -> list[str]:
        """Every address of the place that can be made from these ids."""
        made = (self._reversed(pattern) for pattern in patterns(get_resolver()))
        return sorted({path for paths in made for path in paths})

    def _reversed(self, pattern: URLPattern) -> Iterator[str]:
        names = list(pattern.pattern.converters)
        for values in product(*(self.ids.get(name, []) for name in names)):
            try:
                yield reverse(pattern.name or "", kwargs=dict(zip(names, values, strict=True)))
            except NoReverseMatch:  # an id of another kind
                continue


def the_world() -> World:
    """A room where something was told to the hosts, somebody who asks, somebody blocked, an invitation."""
    scene = telling.an_open_floor()
    Place.objects.update(country="IE")
    said = telling.utter(scene, scene.ben, telling.SAID)
    told = telling.tell_of(scene, scene.amara, scene.ben)
    telling.steward(scene.cast.amara)
    block(person=scene.cast.amara, other=scene.cast.dana, met_as="Wren")
    asked = recipes.ask(scene.cast.harbour, recipes.person("fay"), "Willow", "We listen")
    made, token = recipes.invitation(scene.cast.harbour)
    path, happened = a_path_with_a_setback(scene.cast.amara)
    meeting, it = scene.series.public_id, shown(path)
    ids: dict[str, list[str | datetime]] = {
        "group_id": [scene.cast.harbour.public_id],
        "member_id": [scene.ben.membership.public_id] if scene.ben.membership else [],
        "asked_id": [asked.public_id],
        "made_id": [made.public_id],
        "meeting_id": [scene.series.public_id],
        "series_id": [scene.series.public_id],
        "start": [scene.series.next_start] if scene.series.next_start else [],
        "room_id": [scene.room.public_id],
        "utterance_id": [said],
        "report_id": [told.public_id],
        "token": [token],
        "icon": ["leaf"],
        "day": [_a_day(scene.cast.amara)],
        "sheet": ["waves"],
        "habit_id": [
            habits.take_up(person=scene.cast.amara, kind="walk", words="", day=now().date()).public_id
        ],
        "worksheet_id": [_a_sheet(scene.cast.amara)],
        "companion_id": [_a_companion(scene)],
        **_shares(scene),
        "path_id": [path.public_id],
        "entry_id": [happened.public_id],
        "chip_id": [chips_of(it)[0].chip_id],
        **_known(scene, happened, it),
        **{name: [str(value)] for name, value in everything_told(scene.cast.amara, meeting).items()},
    }
    return World(scene, ids)


def _a_day(person: Person) -> str:
    """Today, for which this person checked in."""
    today = now().date()
    check_in(person=person, day=today, told=Told(mood=3, note="boat at the quay"))
    return today.isoformat()


def _shares(scene: Scene) -> dict[str, list[str | datetime]]:
    """What Amara shared, answered and turned from, and something of Ben that she can still turn from."""
    cast = scene.cast
    cast.harbour.refresh_from_db()
    made = a_few_shares(cast.harbour, cast.amara, cast.chidi)
    theirs = shared(cast.harbour, cast.ben, "boat at the quay", need="experience")
    shared(cast.harbour, cast.ben, "boat at the quay", need="someone")
    serving.offer(membership=member_of(cast.harbour, cast.chidi))
    return {
        "share_id": [str(made["share_id"]), theirs.public_id],
        "reply_id": [str(made["reply_id"])],
        "words_id": [theirs.public_id],
        "mute_id": [str(made["mute_id"])],
        "story_id": _stories(scene),
        **_for_days(scene),
    }


def _for_days(scene: Scene) -> dict[str, list[str | datetime]]:
    """A meeting that is open for days, in which Amara said something."""
    cast = scene.cast
    made = a_meeting_for_days(cast.harbour, cast.amara, cast.amara, cast.ben)
    names = ("gathering_id", "gathering-line.gathering_id")
    return {
        "gathering_id": [str(made[name]) for name in names],
        **{name: [str(made[name])] for name in ("step", "part", "wording_id")},
    }


def _stories(scene: Scene) -> list[str | datetime]:
    """One of Amara, who began another, and one of Ben that she can turn from."""
    cast = scene.cast
    made = a_few_stories(cast.harbour, cast.amara, cast.chidi)
    theirs = written(cast.harbour, cast.ben, "Our boat at the quay", topics=("loss",))
    return [str(made["story_id"]), theirs.public_id]


def _a_companion(scene: Scene) -> str:
    """Ben, beside Amara: each shows the other everything, and she is looked after when she goes quiet."""
    amara, ben = scene.cast.amara, scene.cast.ben
    pair = companions(scene.cast.harbour, ben, amara)
    for one in (amara, ben):
        show_everything(pair, one)
    caring.name(person=amara, companionship=pair, days=5, today=now().date())
    offering.offer(by=membership(scene.cast.harbour, amara), capacity=3)
    return pair.public_id


def _known(scene: Scene, happened: Entry, it: Picture) -> dict[str, list[str | datetime]]:
    """Ben was told by Amara, Chidi will be, and Harbour sees a chip of hers; a set it gave a name."""
    members = scene.cast.harbour.memberships.select_related("person", "group")
    confiding.confide(member=members.get(person=scene.cast.ben), entry=happened)
    chidi = members.get(person=scene.cast.chidi).public_id
    to = [one for one in recipients_of(scene.cast.amara) if one.key == f"member-{chidi}"]
    waiting.tell_on(entry=happened, recipients=to, on=now().date() + timedelta(days=3))
    shared = sharing.share(picture=it, come=it.reached[0], member=members.get(person=scene.cast.amara))
    named = marking.name_set(group=scene.cast.harbour, name="Round chips", marks=marks_of(it.about))
    return {
        "word_id": [Confided.objects.get().public_id],
        "later_id": [Later.objects.get().public_id],
        "celebration_id": [shared.public_id],
        "set_id": [named.public_id],
    }


def _a_sheet(person: Person) -> str:
    """A sheet that this person filled in."""
    answers = {"where": "boat at the quay"}
    return worksheets.keep(person=person, sheet="waves", answers=answers, day=now().date()).public_id


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every pattern below a resolver."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


def _is_page(browser: Client, path: str) -> bool:
    answer = browser.get(path)
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
