"""Joining: four short screens, no e-mail, nothing written before the third."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from openchair.kit.clock import now
from openchair.people.invited import mark_invited
from openchair.people.models import Person, Place, Session
from openchair.people.tests import steps
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_place() -> Place:
    return ready_place()


@pytest.mark.requirement("S30")
def test_four_screens_and_one_is_in(client: Client) -> None:
    assert "Before you come in" in steps.text_of(client.get("/join/").content)
    steps.read_the_rules(client)
    assert client.post("/join/name/", steps.OFFERED)["Location"] == "/join/keys/"
    _keys, ending = steps.keys_on(client)
    assert client.post("/join/keys/", {"ending": f" {ending.lower()} "})["Location"] == "/join/brings/"
    assert client.post("/join/brings/", {"brings": "own"})["Location"] == "/meetings/"
    person = Person.objects.get()
    assert (person.brings, person.codes_kept_at is not None, person.recovery_codes.count()) == (
        "own",
        True,
        8,
    )
    assert client.get("/me/").status_code == 200


@pytest.mark.requirement("S30")
def test_a_person_has_no_field_for_who_they_are() -> None:
    assert {field.name for field in Person._meta.get_fields() if not field.is_relation} == {
        "id", "handle", "handle_key", "passphrase", "brings", "zone", "codes_kept_at", "joined_at",
        "home_zone", "home_offset", "rollover", "not_before",
    }  # fmt: skip


def test_nothing_is_written_before_the_keys(client: Client) -> None:
    steps.choose_words(client)
    steps.keys_on(client)
    assert not Person.objects.exists() and not Session.objects.exists()


def test_what_brings_you_can_be_skipped_and_cannot_be_invented(client: Client) -> None:
    steps.join(client)
    assert client.post("/join/brings/", {"brings": "wine"}).status_code == 422
    assert client.post("/join/brings/").status_code == 303
    assert Person.objects.get().brings == ""


def test_the_keys_can_wait_and_today_says_so(client: Client) -> None:
    steps.choose_words(client)
    assert client.post("/join/keys/", {"later": "1"}).status_code == 303
    assert Person.objects.get().codes_kept_at is None
    assert "Keep your spare keys" in steps.text_of(client.get("/today/").content)


def test_another_name_is_another_name_with_other_words(client: Client) -> None:
    steps.read_the_rules(client)
    before = client.get("/join/name/").content
    client.post("/join/name/another/")
    after = client.get("/join/name/").content
    assert steps.text_of(before) != steps.text_of(after)


def test_another_name_takes_back_the_words_that_were_chosen(client: Client) -> None:
    steps.choose_words(client)
    client.post("/join/name/another/")
    assert client.get("/join/keys/")["Location"] == "/join/name/"
    assert client.post("/join/keys/", {"later": "1"})["Location"] == "/join/name/"
    assert not Person.objects.exists()


def test_the_end_of_another_key_does_not_do(client: Client) -> None:
    steps.choose_words(client)
    keys, ending = steps.keys_on(client)
    for typed in (
        "",
        "XXXXX",
        ending[1:],
        next(key[-5:] for key in keys if key[-5:] != ending),
        "x" * 100_000,
    ):
        answer = client.post("/join/keys/", {"ending": typed})
        assert answer.status_code == 422
        assert keys[0] in answer.content.decode()
    assert not Person.objects.exists()


def test_a_plain_file_holds_the_keys_and_names_no_place(client: Client) -> None:
    steps.choose_words(client)
    keys, _ending = steps.keys_on(client)
    answer = client.get("/join/keys/notes.txt")
    assert answer.content.decode().split() == keys
    assert answer["Content-Disposition"] == 'attachment; filename="notes.txt"'


@pytest.mark.parametrize("path", ["/join/name/", "/join/keys/", "/join/keys/notes.txt"])
def test_out_of_order_one_begins_at_the_beginning(client: Client, path: str) -> None:
    assert client.get(path)["Location"] == "/join/"
    steps.read_the_rules(client)
    client.get(path)
    assert not Person.objects.exists()


def test_after_half_an_hour_one_begins_again(client: Client) -> None:
    steps.choose_words(client)
    _keys, ending = steps.keys_on(client)
    with time_machine.travel(now() + timedelta(minutes=31)):
        answer = client.post("/join/keys/", {"ending": ending}, follow=True)
    assert "Nothing was kept" in steps.text_of(answer.content)
    assert not Person.objects.exists()


@pytest.mark.parametrize("touched", ["", "x", "A" * 400, "ünïcode", "=" * 9])
def test_a_draft_somebody_touched_is_no_draft(client: Client, touched: str) -> None:
    steps.choose_words(client)
    sealed = client.cookies["draft-join"].value
    client.cookies["draft-join"] = touched or sealed[:-8] + sealed[-8:].swapcase()
    assert client.post("/join/keys/", {"later": "1"})["Location"] == "/join/"
    assert not Person.objects.exists()


def test_a_draft_of_one_purpose_does_not_do_for_another(client: Client) -> None:
    steps.choose_words(client)
    client.cookies["draft-recover"] = client.cookies["draft-join"].value
    assert client.get("/recover/words/")["Location"] == "/recover/"


def test_a_draft_that_was_used_and_signed_out_opens_nothing(client: Client) -> None:
    steps.choose_words(client)
    sealed = client.cookies["draft-join"].value
    client.post("/join/keys/", {"later": "1"})
    client.post("/sign-out/")
    client.cookies["draft-join"] = sealed
    assert client.post("/join/keys/", {"later": "1"})["Location"] == "/sign-in/"
    assert client.get("/me/").status_code == 303
    assert Person.objects.count() == 1


def test_a_name_taken_meanwhile_gives_another(client: Client) -> None:
    steps.choose_words(client)
    page = client.get("/join/name/").content.decode()
    recipes.person(page.split('name="username" value="')[1].split('"')[0])
    answer = client.post("/join/keys/", {"later": "1"}, follow=True)
    assert "taken a moment ago" in steps.text_of(answer.content)
    assert Person.objects.count() == 1


def test_who_is_in_already_goes_to_today() -> None:
    assert client_of(recipes.person("ben")).get("/join/")["Location"] == "/today/"


def test_by_invitation_means_by_invitation(client: Client) -> None:
    ready_place(Place.Joining.INVITED)
    assert "by invitation" in steps.text_of(client.get("/join/").content)
    assert client.post("/join/").status_code == 403
    invite(client, "/invitation/group/")
    steps.read_the_rules(client)
    client.post("/join/name/", steps.OFFERED)
    landed = client.post("/join/keys/", {"later": "1"})["Location"]
    assert client.post(landed, {"next": "/invitation/group/"})["Location"] == "/invitation/group/"
    assert Person.objects.count() == 1


def test_an_invitation_lasts_a_day(client: Client) -> None:
    ready_place(Place.Joining.INVITED)
    invite(client, "/invitation/group/")
    with time_machine.travel(now() + timedelta(hours=25)):
        assert client.post("/join/").status_code == 403
    assert client.post("/join/").status_code == 303


def invite(client: Client, where: str) -> None:
    answer = HttpResponse()
    mark_invited(answer, back_to=where)
    client.cookies.load({name: morsel.value for name, morsel in answer.cookies.items()})
