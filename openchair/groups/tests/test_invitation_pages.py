"""What a link opens, for whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Invitation, Membership
from openchair.kit.clock import now
from openchair.people.models import Place
from tests import recipes
from tests.cast import Cast, client_of, ready_place, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def where(cast: Cast) -> str:
    _made, token = recipes.invitation(cast.harbour)
    return reverse("invitation", args=[token])


def test_a_link_is_made_shown_once_and_taken_back(cast: Cast) -> None:
    amara, place = client_of(cast.amara), reverse("group-invitations", args=[cast.harbour.public_id])
    first = amara.post(place, {"submit_id": "one"}, follow=True).content.decode()
    assert "/invitations/" in first
    assert 'id="link"' not in amara.get(place).content.decode()
    made = Invitation.objects.get()
    amara.post(reverse("group-revocation", args=[cast.harbour.public_id, made.public_id]))
    made.refresh_from_db()
    assert made.revoked_at


def test_a_stranger_does_not_learn_which_group_it_is(where: str) -> None:
    shown = Client().get(where).content.decode()
    assert "Somebody invited you" in shown and "Harbour" not in shown


def test_looking_uses_nothing_up(cast: Cast, where: str) -> None:
    dana = client_of(cast.dana)
    assert "Harbour" in dana.get(where).content.decode()
    assert Invitation.objects.get().uses_left == 10


def test_a_stranger_may_join_a_place_for_invited_people_after_opening_it(where: str) -> None:
    ready_place(joining=Place.Joining.INVITED)
    invited, other = Client(), Client()
    invited.get(where)
    assert invited.get(reverse("join")).content != other.get(reverse("join")).content


def test_somebody_signed_in_comes_in(cast: Cast, where: str) -> None:
    form = {"alias": "Dana", "agreed": "on", "version": "1"}
    answer = client_of(cast.dana).post(where, form)
    assert answer["Location"] == reverse("group", args=[cast.harbour.public_id])
    assert Membership.objects.current().filter(group=cast.harbour, person=cast.dana).exists()


def test_a_form_with_gaps_is_shown_again_and_uses_nothing_up(cast: Cast, where: str) -> None:
    answer = client_of(cast.dana).post(where, {"alias": "Ben", "version": "1"})
    assert answer.status_code == 422 and 'value="Ben"' in answer.content.decode()
    assert Invitation.objects.get().uses_left == 10


def test_a_member_is_led_to_the_group(cast: Cast, where: str) -> None:
    assert client_of(cast.ben).get(where)["Location"] == reverse("group", args=[cast.harbour.public_id])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"uses_left": 0}, "as many people as it could"),
        ({"revoked_at": now()}, "took it back"),
        ({"expires_at": now() - timedelta(1)}, "good for seven days"),
    ],
)
def test_a_link_that_is_shut_says_kindly_why(
    cast: Cast, where: str, change: dict[str, object], words: str
) -> None:
    Invitation.objects.update(**change)
    for client in (Client(), client_of(cast.dana)):
        answer = client.get(where)
        assert answer.status_code == 410
        assert words in answer.content.decode() and "Harbour" not in answer.content.decode()


def test_whoever_was_removed_reads_that_a_host_has_to_say_yes(cast: Cast, where: str) -> None:
    recipes.remove(cast.harbour.memberships.get(person=cast.ben))
    form = {"alias": "Ben", "agreed": "on", "version": "1"}
    answer = client_of(cast.ben).post(where, form)
    assert answer.status_code == 422 and "A host has to say yes first" in answer.content.decode()


def test_a_link_that_never_was_is_not_there(cast: Cast) -> None:
    assert Client().get(reverse("invitation", args=["never-was"])).status_code == 404
