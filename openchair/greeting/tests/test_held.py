"""A newcomer's first share that is held: hosts are told of it, and let out it waits as any first one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.greeting.tests.scene import a_harbour, greets, page_of, queue_of, waits_for
from openchair.kit.clock import now
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from openchair.shares import holding
from openchair.shares.models import Share
from openchair.shares.tests.scene import shared
from tests import recipes
from tests.cast import Cast, client_of

pytestmark = pytest.mark.django_db
LINE = "something waits for a look"
LED_OUT = "I am new here, ring me, 07700 900123"


@pytest.fixture
def cast() -> Cast:
    made = a_harbour()
    greets(made.harbour, made.chidi)
    recipes.member(made.harbour, made.dana, "Dana")
    return made


def today(cast: Cast, name: str) -> str:
    return text_of(client_of(getattr(cast, name)).get("/today/").content)


def test_today_tells_hosts_that_something_waits_for_a_look(cast: Cast) -> None:
    assert LINE not in today(cast, "amara")
    held = shared(cast.harbour, cast.dana, LED_OUT)
    assert LINE in today(cast, "amara")
    for name in ("chidi", "dana", "eli"):
        assert LINE not in today(cast, name)
    holding.leave_held(hold=held.hold, by=recipes.host_of(cast.harbour), line="without the number, please")
    assert LINE not in today(cast, "amara")


def test_a_host_who_does_not_meet_the_writer_is_told_of_nothing(cast: Cast) -> None:
    shared(cast.harbour, cast.dana, LED_OUT)
    block(person=cast.dana, other=cast.amara)
    assert LINE not in today(cast, "amara")


def test_today_asks_nothing_more_on_a_quiet_day_and_as_often_for_many_groups(cast: Cast) -> None:
    def asked() -> int:
        browser = client_of(cast.amara)
        with CaptureQueriesContext(connection) as caught:
            assert browser.get("/today/").status_code == 200
        return len(caught)

    assert asked() <= 10
    shared(cast.harbour, cast.dana, LED_OUT)
    busy = asked()
    for number in range(3):
        group = recipes.group(cast.amara, alias="Amara", name=f"Group {number}")
        recipes.member(group, cast.dana, "Dana")
        shared(group, cast.dana, LED_OUT)
    assert asked() == busy


def test_the_queue_leads_hosts_to_what_is_held(cast: Cast) -> None:
    assert "is held" not in page_of(cast, cast.amara)
    shared(cast.harbour, cast.dana, LED_OUT)
    page = page_of(cast, cast.amara)
    assert "One thing is held, and waits for a look of the hosts. Look at what is held" in page
    assert "Everybody has heard from somebody" not in page
    assert "is held" not in page_of(cast, cast.chidi)


def test_let_out_it_waits_as_a_first_share_from_then_on(cast: Cast) -> None:
    held = shared(cast.harbour, cast.dana, LED_OUT, hours_ago=10)
    assert not waits_for(cast.chidi, held)
    client_of(cast.amara).post(f"/shares/words/{held.public_id}/release/")
    kept = Share.objects.get(pk=held.pk)
    assert kept.posted_at is not None and now() - kept.posted_at < timedelta(minutes=1)
    assert queue_of(cast.harbour, cast.chidi).firsts == {held.pk}
    page = page_of(cast, cast.chidi)
    assert "The first time they share here" in page and "less than an hour" in page
