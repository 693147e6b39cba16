"""What arrives while a page is open: told to those who see it, and no word of it travels."""

import pytest
from django.conf import settings

from openchair.groups import leaving
from openchair.groups.models import Norms
from openchair.live.doors import Admission
from openchair.people import limits, muting
from openchair.people.blocking import block
from openchair.people.ending import end_sessions
from openchair.people.models import Session
from openchair.shares import turning
from openchair.shares.arriving import seers_of, seers_of_reply
from openchair.shares.marking import leave_out
from openchair.shares.models import Share
from openchair.shares.stream_door import SharesDoor
from openchair.shares.tests.scene import replied, shared
from tests import recipes
from tests.cast import Cast, the_cast, token_of
from tests.recipes import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    Norms.objects.create(group=made.harbour, unnamed="nobody")
    return made


def admitted(cast: Cast, name: str) -> Admission | None:
    cookies = {settings.SESSION_COOKIE_NAME: token_of(getattr(cast, name))}
    return SharesDoor().admit(cast.harbour.public_id, cookies)


@pytest.mark.requirement("S61")
def test_members_may_listen_and_nobody_else(cast: Cast) -> None:
    for name in ("amara", "ben", "chidi", "dana", "eli"):
        assert (admitted(cast, name) is None) == (name == "dana"), name
    assert SharesDoor().admit(cast.harbour.public_id, {}) is None
    assert SharesDoor().admit("nothing", {settings.SESSION_COOKIE_NAME: token_of(cast.ben)}) is None
    leaving.close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    assert admitted(cast, "ben") is None


@pytest.mark.requirement("S61")
def test_who_has_left_or_signed_out_is_welcome_no_more(cast: Cast) -> None:
    streams = [one for one in (admitted(cast, name) for name in ("amara", "ben", "chidi")) if one]
    door = SharesDoor()
    assert list(door.still_welcome(streams)) == streams and door.state(streams[0]) == ""
    leaving.leave(membership=member_of(cast.harbour, cast.ben))
    end_sessions(Session.objects.filter(person=cast.chidi))
    assert [one.person for one in door.still_welcome(streams)] == [cast.amara.pk]
    door.left(streams[0])


def test_who_hid_it_or_left_its_topic_out_is_not_told(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, topics=("loss",))
    assert seers_of(share) == {cast.amara.pk, cast.chidi.pk, cast.eli.pk}
    turning.hide(person=cast.amara, what=share)
    leave_out(person=cast.chidi, topics=["loss"])
    leave_out(person=cast.eli, topics=["harm"])
    assert seers_of(share) == {cast.eli.pk}


def test_a_reply_is_told_to_those_who_see_it(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    assert seers_of_reply(replied(share, cast.eli)) == {cast.ben.pk, cast.chidi.pk}
    muting.mute(person=cast.chidi, other=cast.eli, met_as="Eli")
    assert seers_of_reply(replied(share, cast.eli)) == {cast.ben.pk}
    for_hosts = shared(cast.harbour, cast.chidi, "for hosts", audience=Share.Audience.HOSTS)
    assert seers_of_reply(replied(for_hosts, cast.amara)) == {cast.chidi.pk}


def test_a_writer_without_a_name_goes_by_none_below_either(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, named=Share.Named.HOSTS)
    dana = recipes.member(cast.harbour, cast.dana, "Dana", host=True)
    block(person=cast.chidi, other=cast.ben)
    block(person=dana.person, other=cast.ben)
    told = seers_of_reply(replied(share, cast.ben, "and more"))
    assert told == {cast.amara.pk, cast.chidi.pk, cast.eli.pk}
