"""Every page that shows what is somebody's own, or asks for it, says who can see it."""

import pytest
from django.test import Client
from django.urls import reverse

from openchair.meetings.tests.recipes import NOW, series_at
from openchair.rooms.tests.scene import Scene, the_scene
from tests.cast import client_of

pytestmark = pytest.mark.django_db
OWN = ("today", "groups", "me", "my-sessions", "my-words", "my-codes", "blocked", "handed-over", "group-new")
OF_THE_GROUP = ("group", "group-people", "group-alias", "group-agreement", "group-stories", "story-new")
OF_HOSTS = ("group-edit", "group-invitations", "group-hosts", "meeting-new")


@pytest.fixture
def scene() -> Scene:
    """Amara hosts Harbour, Ben is a member; a meeting is on."""
    return the_scene()


def says_who_sees(client: Client, url: str) -> bool:
    """True when the page stands and has the line that says who sees what is on it."""
    answer = client.get(url)
    assert answer.status_code == 200, url
    return 'class="audience"' in answer.content.decode()


@pytest.mark.parametrize("name", OWN)
def test_what_is_ones_own(scene: Scene, name: str) -> None:
    assert says_who_sees(client_of(scene.cast.ben), reverse(name))


@pytest.mark.parametrize("name", OF_THE_GROUP)
def test_what_a_group_shares(scene: Scene, name: str) -> None:
    assert says_who_sees(client_of(scene.cast.ben), reverse(name, args=[scene.cast.harbour.public_id]))


@pytest.mark.parametrize("name", OF_HOSTS)
def test_what_hosts_look_after(scene: Scene, name: str) -> None:
    assert says_who_sees(client_of(scene.cast.amara), reverse(name, args=[scene.cast.harbour.public_id]))


def test_a_meeting_its_door_and_its_room(scene: Scene) -> None:
    ben = client_of(scene.cast.ben)
    made = series_at(scene.cast.harbour, NOW)

    assert says_who_sees(ben, reverse("meetings")) and says_who_sees(
        ben, reverse("meeting", args=[made.public_id])
    )
    assert says_who_sees(ben, reverse("room-door", args=[scene.series.public_id]))
    assert says_who_sees(ben, reverse("room", args=[scene.room.public_id]))


@pytest.mark.parametrize("name", ["landing", "meetings", "groups", "sign-in", "join", "help-now"])
@pytest.mark.usefixtures("scene")
def test_whoever_has_no_account_is_one_tap_from_what_is_private(name: str) -> None:
    assert f'href="{reverse("about")}"' in Client().get(reverse(name)).content.decode()
