"""What an invitation opens, for whom; and that no address, header or page tells of it before."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from openchair.groups.models import Invitation, Membership
from openchair.groups.tests.invited import CODE_PAGE, GROUP_PAGE, Answer, open_it, said, told_by
from openchair.groups.views.invitation import BY_PERSON
from openchair.kit.clock import now
from openchair.people.models import Place
from tests import recipes
from tests.cast import Cast, client_of, ready_place, the_cast

pytestmark = pytest.mark.django_db
COMING = {"alias": "Dana", "agreed": "on", "version": "1"}


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def token(cast: Cast) -> str:
    return recipes.invitation(cast.harbour)[1]


@pytest.mark.requirement("S80")
def test_link_and_code_are_shown_once_and_taken_back(cast: Cast) -> None:
    amara, place = client_of(cast.amara), reverse("group-invitations", args=[cast.harbour.public_id])
    link, code = told_by(amara, place)
    parts = urlsplit(link)
    assert parts.path == CODE_PAGE and not parts.query and Invitation.find(parts.fragment)
    assert Invitation.find(code) and 'id="link"' not in said(amara.get(place))
    made = Invitation.objects.get()
    amara.post(reverse("group-revocation", args=[cast.harbour.public_id, made.public_id]))
    assert not made.is_open


@pytest.mark.requirement("S80")
def test_only_hosts_see_who_made_it(cast: Cast, token: str) -> None:
    place = reverse("group-invitations", args=[cast.harbour.public_id])
    assert "By Amara" in said(client_of(cast.amara).get(place))
    assert client_of(cast.ben).get(place).status_code == 404
    assert "Amara" not in said(open_it(client_of(cast.dana), token))


@pytest.mark.requirement("S80")
def test_asking_for_the_page_names_nothing_and_uses_nothing_up(cast: Cast, token: str) -> None:
    for client in (Client(), client_of(cast.dana)):
        for path in (CODE_PAGE, GROUP_PAGE, f"{CODE_PAGE}?code={token}"):
            answer = client.get(path, follow=True)
            assert answer.request["PATH_INFO"] == CODE_PAGE and "Harbour" not in said(answer)
            assert "draft-invited" not in client.cookies
    assert Invitation.objects.get().uses_left == 10


@pytest.mark.requirement("S80")
def test_a_stranger_who_opened_it_does_not_learn_which_group_it_is(token: str) -> None:
    shown = said(open_it(Client(), token))
    assert "Somebody invited you" in shown and "Harbour" not in shown


def test_opening_uses_nothing_up(cast: Cast, token: str) -> None:
    assert "Harbour" in said(open_it(client_of(cast.dana), token))
    assert Invitation.objects.get().uses_left == 10


def test_a_stranger_may_join_a_place_for_invited_people_after_opening_it(token: str) -> None:
    ready_place(joining=Place.Joining.INVITED)
    invited, other = Client(), Client()
    open_it(invited, token)
    assert said(invited.get(reverse("join"))) != said(other.get(reverse("join")))


def test_somebody_signed_in_comes_in_and_the_browser_forgets_the_invitation(cast: Cast, token: str) -> None:
    dana = client_of(cast.dana)
    open_it(dana, token)
    answer = dana.post(GROUP_PAGE, COMING)
    assert answer["Location"] == reverse("group", args=[cast.harbour.public_id])
    assert Membership.objects.current().filter(group=cast.harbour, person=cast.dana).exists()
    assert not dana.cookies["draft-invited"].value


def test_a_form_with_gaps_is_shown_again_and_uses_nothing_up(cast: Cast, token: str) -> None:
    dana = client_of(cast.dana)
    open_it(dana, token)
    answer = dana.post(GROUP_PAGE, {"alias": "Ben", "version": "1"})
    assert answer.status_code == 422 and 'value="Ben"' in said(answer)
    assert Invitation.objects.get().uses_left == 10


def test_a_member_is_led_to_the_group(cast: Cast, token: str) -> None:
    answer = open_it(client_of(cast.ben), token)
    assert answer.request["PATH_INFO"] == reverse("group", args=[cast.harbour.public_id])


SHUT = [{"uses_left": 0}, {"revoked_at": now()}, {"expires_at": now() - timedelta(1)}, {"made_by": None}]


@pytest.mark.requirement("S80")
@pytest.mark.parametrize("change", SHUT)
def test_one_that_is_shut_is_answered_as_one_that_never_was(
    cast: Cast, token: str, change: dict[str, object]
) -> None:
    for client in (Client(), client_of(cast.dana)):
        never_was = client.post(CODE_PAGE, {"code": "0" * 32})
        Invitation.objects.update(**change)
        answer = client.post(CODE_PAGE, {"code": token})
        assert _tells(answer, token) == _tells(never_was, "0" * 32)
        assert answer.status_code == 422 and "opens nothing now" in said(answer)
        assert client.get(GROUP_PAGE)["Location"] == CODE_PAGE


def test_one_that_is_shut_while_somebody_reads_says_so_kindly(cast: Cast, token: str) -> None:
    dana = client_of(cast.dana)
    open_it(dana, token)
    Invitation.objects.update(revoked_at=now())
    answer = dana.post(GROUP_PAGE, COMING)
    assert answer.status_code == 410 and "says nothing about you" in said(answer)
    assert "Harbour" not in said(answer)


def test_whoever_was_removed_reads_that_a_host_has_to_say_yes(cast: Cast, token: str) -> None:
    recipes.remove(cast.harbour.memberships.get(person=cast.ben))
    ben = client_of(cast.ben)
    open_it(ben, token)
    answer = ben.post(GROUP_PAGE, COMING | {"alias": "Ben"})
    assert answer.status_code == 422 and "A host has to say yes first" in said(answer)


@pytest.mark.requirement("S80")
def test_codes_are_tried_a_few_times_a_minute(cast: Cast, token: str) -> None:
    home, dana = Client(REMOTE_ADDR="203.0.113.7"), client_of(cast.dana)
    tries = [home.post(CODE_PAGE, {"code": f"try {number}"}).status_code for number in range(21)]
    assert tries == [422] * 20 + [429]
    assert home.post(CODE_PAGE, {"code": token}).status_code == 429
    mine = [dana.post(CODE_PAGE, {"code": "none"}).status_code for _one in range(BY_PERSON.times + 1)]
    assert mine == [422] * BY_PERSON.times + [429]
    assert open_it(Client(REMOTE_ADDR="198.51.100.7"), token).status_code == 200


def _tells(answer: Answer, typed: str) -> tuple[int, list[str], list[str]]:
    """What can be learnt from an answer, but for what was typed and the form's own token."""
    lines = [line for line in said(answer).replace(typed, "").splitlines() if "csrfmiddleware" not in line]
    return answer.status_code, lines, sorted(answer.cookies)
