"""A browser that left this site hears nothing more, even while its word to the server is still on the way."""

import pytest
from django.conf import settings

from openchair.people.models import Session
from openchair.rooms.stream_door import RoomDoor
from openchair.rooms.tests.scene import the_scene
from tests.cast import token_of

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S14")
@pytest.mark.parametrize("mode", [Session.Mode.OWN, Session.Mode.SHARED])
def test_a_stream_of_a_browser_that_left_is_refused(mode: str) -> None:
    scene = the_scene()
    cookies = {settings.SESSION_COOKIE_NAME: token_of(scene.cast.ben, mode)}
    assert RoomDoor().admit(scene.room.public_id, cookies)
    assert RoomDoor().admit(scene.room.public_id, cookies | {"left": "1"}) is None
    assert RoomDoor().admit(scene.room.public_id, cookies | {"left": ""})
