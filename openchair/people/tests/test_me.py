"""What is one's own: words, blocked people, display; what is tidied away; what privacy says."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.kit.clock import now
from openchair.people.blocking import apart_from, block
from openchair.people.models import Block, Person, Session, StewardLink, Submission
from openchair.people.privacy import KEPT
from openchair.people.tasks import tidy
from openchair.people.tests import steps
from tests import recipes
from tests.cast import WORDS, client_of, ready_place, the_cast, with_words

pytestmark = pytest.mark.django_db
NEW = {"how": "own", "own": "another lamp in another harbour"}


def test_new_words_need_the_present_ones_and_end_other_sessions() -> None:
    ready_place()
    ben = with_words(recipes.person("ben"))
    here, there = client_of(ben), client_of(ben)
    assert here.post("/me/words/", NEW | {"words_now": "wrong"}).status_code == 422
    assert here.post("/me/words/", NEW | {"words_now": WORDS, "own": "short"}).status_code == 422
    assert there.get("/me/").status_code == 200
    assert here.post("/me/words/", NEW | {"words_now": WORDS})["Location"] == "/me/"
    assert (here.get("/me/").status_code, there.get("/me/").status_code) == (200, 303)
    for words, status in ((WORDS, 422), (NEW["own"], 303)):
        form = {"handle": "ben", "words": words, "mode": "own"}
        assert Client().post("/sign-in/", form).status_code == status


def test_new_offered_words_are_the_ones_that_were_shown() -> None:
    ready_place()
    ben = with_words(recipes.person("ben"))
    browser = client_of(ben)
    page = browser.get("/me/words/").content.decode()
    offered = page.split('value="offered"')[1].split("<span>")[1].split("</span>")[0]
    assert len(offered.split()) == 6
    browser.post("/me/words/", {"how": "offered", "words_now": "wrong"})
    browser.post("/me/words/", {"how": "offered", "words_now": WORDS})
    form = {"handle": "ben", "words": offered.title(), "mode": "own"}
    assert Client().post("/sign-in/", form).status_code == 303


def test_a_thief_of_the_device_cannot_try_words_for_ever() -> None:
    ready_place()
    browser = client_of(with_words(recipes.person("ben")))
    statuses = [browser.post("/me/keys/", {"words": f"guess {number}"}).status_code for number in range(6)]
    assert statuses == [422] * 5 + [429]


def test_amara_sees_and_ends_her_block_and_eli_learns_nothing() -> None:
    cast = the_cast()
    amara, eli = client_of(cast.amara), client_of(cast.eli)
    assert apart_from(cast.eli) == {cast.amara.pk}
    assert "Eli" in steps.text_of(amara.get("/me/blocked/").content)
    assert "Nobody is blocked" in steps.text_of(eli.get("/me/blocked/").content)
    mine = Block.objects.get().pk
    assert eli.post(f"/me/blocked/{mine}/end/").status_code == 303
    assert Block.objects.exists()
    assert amara.post(f"/me/blocked/{mine}/end/").status_code == 303
    assert not Block.objects.exists()


def test_display_is_kept_in_the_browser_and_the_zone_goes_along() -> None:
    ready_place()
    ben = recipes.person("ben")
    browser = client_of(ben)
    browser.post("/display/", {"theme": "dark", "next": "/me/"})
    assert 'data-theme="dark"' in browser.get("/me/").content.decode()
    browser.post("/display/", {"zone": "Asia/Kolkata"})
    assert 'value="Asia/Kolkata" selected' in client_of(ben).get("/display/").content.decode()
    browser.post("/display/", {"theme": ""})
    assert "data-theme" not in browser.get("/me/").content.decode()


@pytest.mark.parametrize("form", [{"theme": "neon"}, {"zone": "Mars/Base"}, {"language": "xx"}])
def test_a_display_that_is_not_offered_is_said_so(client: Client, form: dict[str, str]) -> None:
    ready_place()
    answer = client.post("/display/", form)
    assert answer.status_code == 422 and "There is a problem" in answer.content.decode()
    client.cookies.load({name: value * 50 for name, value in form.items()})
    assert client.get("/display/").status_code == 200


def test_what_is_over_is_tidied_away() -> None:
    ben = recipes.person("ben")
    for mode in Session.Mode:
        Session.begin(ben, mode)
    StewardLink.make()
    Submission.objects.create(key="sent", led_to="/")
    tidy()
    assert Session.objects.count() == 2 and Submission.objects.exists() and StewardLink.objects.exists()
    with time_machine.travel(now() + timedelta(days=2)):
        tidy()
    assert [session.mode for session in Session.objects.all()] == [Session.Mode.OWN]
    assert not Submission.objects.exists() and not StewardLink.objects.exists()


def test_erasing_leaves_nothing_and_export_tells_no_secret_of_others() -> None:
    cast = the_cast()
    client_of(cast.eli)
    told = repr([kept.export(cast.eli) for kept in KEPT])
    assert "eli" in told and "amara" not in told.lower()
    block(person=cast.eli, other=cast.dana, met_as="Dana")
    for kept in KEPT:
        kept.erase(cast.eli)
    assert not Person.objects.filter(handle="eli").exists()
    assert not Block.objects.exists() and not Session.objects.exists()
    assert Person.objects.count() == 4
