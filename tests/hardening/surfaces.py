"""Every place in which people say something to a group: where it is posted, and who reads it where."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, TypeAlias

from django.test import Client
from django.urls import reverse

from openchair.gatherings.tests.scene import opened
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.people import limits
from openchair.rooms.tests.scene import meeting_now
from openchair.shares.models import Share
from openchair.shares.tests.scene import shared
from openchair.stories.models import Story
from tests.cast import client_of, the_cast

_SEEN: Final = re.compile(r'name="seen" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Said:
    """How the form was answered, what it said, and the pages on which the words can be read now."""

    status: int
    page: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Harbour, where Ben writes and Chidi reads. Amara hosts it, and has a thread with whoever greets."""

    amara: Client
    ben: Client
    chidi: Client
    group: str
    quay: str  # a share of Chidi's, to be replied to
    nights: str
    meeting: str
    topic: str

    def read(self, *addresses: str) -> tuple[str, ...]:
        """These pages, as Chidi reads them."""
        return tuple(self.chidi.get(one).content.decode() for one in addresses)


Surface: TypeAlias = Callable[[Place, str], Said]


def harbour() -> Place:
    """All that is needed to say something anywhere."""
    limits.forget()
    cast = the_cast()
    group, series = cast.harbour, meeting_now(cast.harbour)
    Membership.objects.update(joined_at=now() - timedelta(days=60))  # whose links wait for no host
    Group.objects.filter(pk=group.pk).update(crosstalk=Group.Crosstalk.WELCOME)
    group.refresh_from_db()
    return Place(
        amara=client_of(cast.amara),
        ben=client_of(cast.ben),
        chidi=client_of(cast.chidi),
        group=f"/groups/{group.public_id}/",
        quay=f"/shares/{shared(group, cast.chidi, 'the quay').public_id}/",
        nights=f"/open-for-days/{opened(group, cast.amara).public_id}/",
        meeting=f"/meetings/{series.public_id}/",
        topic=reverse("meeting-topic", args=[series.public_id, series.next_start]),
    )


def share(place: Place, words: str) -> Said:
    """Looked over first; then in the list, among what is new, and on a page of its own."""
    where = f"{place.group}shares/"
    told = {"audience": "group", "kind": "victory", "words": words, "need": "ideas", "named": "alias"}
    kept = _sent(place.ben, f"{where}new/", told)
    if kept.status != 303:
        return kept
    over = place.ben.get(f"{where}draft/").content.decode()
    place.ben.post(f"{where}draft/posting/")
    made = Share.objects.latest("posted_at").public_id
    return Said(303, "", (over, *place.read(where, "/shares/new/", f"/shares/{made}/")))


def reply(place: Place, words: str) -> Said:
    """Below a share."""
    kept = _sent(place.ben, f"{place.quay}replies/", {"words": words})
    return kept if kept.status != 303 else Said(303, "", place.read(place.quay))


def story(place: Place, words: str) -> Said:
    """Looked over first; then on a page of its own, and in big type."""
    where = f"{place.group}stories/"
    told = {"audience": "group", "named": "alias", "title": "A winter", "heading-1": "", "words-1": words}
    kept = _sent(place.ben, f"{where}new/", told)
    if kept.status != 303:
        return kept
    over = place.ben.get(f"{where}draft/").content.decode()
    place.ben.post(f"{where}draft/placing/")
    made = Story.objects.filter(placed_at__isnull=False).latest("placed_at").public_id
    return Said(303, "", (over, *place.read(f"/stories/{made}/", f"/stories/{made}/aloud/")))


def turn(place: Place, words: str) -> Said:
    """Looked over first; then in the thread of a meeting that is open for days."""
    kept = _sent(place.ben, f"{place.nights}turns/new/", {"words": words, "named": "alias"})
    if kept.status != 303:
        return kept
    over = place.ben.get(f"{place.nights}turns/draft/").content.decode()
    place.ben.post(f"{place.nights}turns/draft/posting/")
    return Said(303, "", (over, *place.read(place.nights)))


def topic(place: Place, words: str) -> Said:
    """On the page of the meeting."""
    kept = _sent(place.ben, place.topic, {"words": words})
    return kept if kept.status != 303 else Said(303, "", place.read(place.meeting))


def debrief(place: Place, words: str) -> Said:
    """In the thread of those who welcome people."""
    where = f"{place.group}debrief/"
    kept = _sent(place.amara, where, {"words": words})
    return kept if kept.status != 303 else Said(303, "", (place.amara.get(where).content.decode(),))


SURFACES: Final[tuple[Surface, ...]] = (share, reply, story, turn, topic, debrief)


def _sent(browser: Client, address: str, told: dict[str, str]) -> Said:
    """Sent, and once more where the place first pointed at something that could lead to the writer."""
    answer = browser.post(address, {**told, "submit_id": public_id()})
    seen = _SEEN.search(answer.content.decode())
    if answer.status_code == 422 and seen:
        answer = browser.post(address, {**told, "seen": seen[1], "submit_id": public_id()})
    return Said(answer.status_code, answer.content.decode())
