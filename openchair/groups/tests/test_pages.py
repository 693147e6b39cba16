"""What people see and send: messages beside the field, 422, and nothing typed in vain."""

import pytest
from django.test import Client
from django.urls import reverse

from openchair.groups.editing import change_agreement
from openchair.groups.models import Group, Membership
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db

FOUNDING = {
    "name": "Evening",
    "focus": "Alcohol",
    "purpose": "A quiet hour.",
    "approach": "open",
    "goal": "any",
    "crosstalk": "none",
    "audience": "anyone",
    "language": "en",
    "joining": "ask",
    "agreement": "We listen.",
    "alias": "Dana",
}


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def dana(cast: Cast) -> Client:
    return client_of(cast.dana)


def entering(group: Group, **changes: str) -> dict[str, str]:
    return {"alias": "Dana", "agreed": "on", "version": str(group.agreement.version)} | changes


def test_a_group_is_looked_over_before_it_is_founded(dana: Client) -> None:
    look = dana.post(reverse("group-new"), FOUNDING | {"step": "check"})
    assert look.status_code == 200 and "Is this right?" in look.content.decode()
    assert not recipes.groups_called("Evening")
    dana.post(reverse("group-new"), FOUNDING | {"step": "found"})
    assert recipes.groups_called("Evening")[0].memberships.get().is_host


def test_changing_something_brings_everything_back(dana: Client) -> None:
    again = dana.post(reverse("group-new"), FOUNDING | {"step": "change"}).content.decode()
    assert all(words in again for words in ("Evening", "A quiet hour.", "We listen.", 'value="Dana"'))


def test_a_form_with_gaps_says_so_beside_the_field_and_keeps_the_rest(dana: Client) -> None:
    answer = dana.post(reverse("group-new"), {**FOUNDING, "name": " ", "goal": "winning", "step": "found"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_name"' in shown and "Give the group a name." in shown
    assert "Please choose one of these." in shown and "A quiet hour." in shown
    assert "<title>Error:" in shown


@pytest.mark.parametrize("name", ["name", "focus", "purpose", "agreement", "alias"])
def test_words_that_are_too_long_are_refused_and_kept(dana: Client, name: str) -> None:
    long = "word " * 900
    answer = dana.post(reverse("group-new"), {**FOUNDING, name: long, "step": "found"})
    assert answer.status_code == 422 and long.strip() in answer.content.decode()


def test_an_empty_form_is_refused_kindly(dana: Client) -> None:
    assert dana.post(reverse("group-new")).status_code == 422


def test_an_open_door_lets_in_whoever_accepts_the_agreement(cast: Cast, dana: Client) -> None:
    Group.objects.update(listed=True, joining=Group.Joining.OPEN)
    where = reverse("group-join", args=[cast.harbour.public_id])
    assert dana.post(where, entering(cast.harbour, agreed="")).status_code == 422
    taken = dana.post(where, entering(cast.harbour, alias="ben"))
    assert taken.status_code == 422 and "Somebody here has this name" in taken.content.decode()
    assert not cast.harbour.memberships.filter(person=cast.dana).exists()
    assert dana.post(where, entering(cast.harbour)).status_code == 303
    assert cast.harbour.memberships.get(person=cast.dana).alias == "Dana"


def test_an_agreement_that_changed_while_it_was_read_is_shown_again(cast: Cast, dana: Client) -> None:
    Group.objects.update(listed=True, joining=Group.Joining.OPEN)
    form = entering(cast.harbour)
    change_agreement(group=cast.harbour, words="We listen more.")
    answer = dana.post(reverse("group-join", args=[cast.harbour.public_id]), form)
    assert answer.status_code == 422 and "We listen more." in answer.content.decode()


def test_asking_shows_how_it_stands_and_the_host_answers(cast: Cast, dana: Client) -> None:
    Group.objects.update(listed=True)
    where = reverse("group-join", args=[cast.harbour.public_id])
    assert dana.post(where, entering(cast.harbour, note="Four weeks in.")).status_code == 303
    assert "A host will answer" in dana.get(where).content.decode()
    amara = client_of(cast.amara)
    assert (
        "Four weeks in."
        in amara.get(reverse("group-requests", args=[cast.harbour.public_id])).content.decode()
    )
    asked = cast.harbour.join_requests.get()
    amara.post(reverse("group-request-acceptance", args=[cast.harbour.public_id, asked.public_id]))
    assert Membership.objects.current().filter(group=cast.harbour, person=cast.dana).exists()


def test_the_last_host_reads_what_to_do_first(cast: Cast) -> None:
    answer = client_of(cast.amara).post(reverse("group-departure", args=[cast.harbour.public_id]))
    assert answer.status_code == 422 and "You are the only host" in answer.content.decode()


def test_leaving_offers_undo_on_the_next_page(cast: Cast) -> None:
    ben = client_of(cast.ben)
    after = ben.post(reverse("group-departure", args=[cast.harbour.public_id]), follow=True)
    undo = reverse("group-return", args=[cast.harbour.public_id])
    assert f'action="{undo}"' in after.content.decode()
    ben.post(undo)
    assert Membership.objects.current().filter(group=cast.harbour, person=cast.ben).exists()


def test_whoever_was_removed_reads_the_reason_and_nothing_else(cast: Cast) -> None:
    ben = cast.harbour.memberships.get(person=cast.ben)
    amara, where = (
        client_of(cast.amara),
        reverse("group-removal", args=[cast.harbour.public_id, ben.public_id]),
    )
    assert amara.post(where, {"reason": " "}).status_code == 422
    amara.post(where, {"reason": "You recorded a meeting."})
    his = client_of(cast.ben)
    shown = his.get(reverse("groups")).content.decode()
    assert "You recorded a meeting." in shown and "Amara" not in shown
    assert his.get(reverse("group", args=[cast.harbour.public_id])).status_code == 404
    assert (
        "You recorded a meeting."
        in his.get(reverse("group-join", args=[cast.harbour.public_id])).content.decode()
    )


def test_people_who_are_kept_apart_do_not_see_each_other_among_the_people(cast: Cast) -> None:
    where = reverse("group-people", args=[cast.harbour.public_id])
    seen_by = {
        name: client_of(getattr(cast, name)).get(where).content.decode() for name in ("amara", "eli", "ben")
    }
    assert "Eli" in seen_by["ben"] and "Amara" in seen_by["ben"], "both are there to be seen"
    assert not stands("Eli", seen_by["amara"]) and "Amara" not in seen_by["eli"]


def test_a_host_does_not_read_the_request_of_somebody_they_blocked(cast: Cast) -> None:
    other = recipes.group(cast.amara, alias="River")
    recipes.member(other, cast.ben, "Oak", host=True)
    recipes.ask(other, cast.eli, "Thistle")
    where = reverse("group-requests", args=[other.public_id])
    assert "Thistle" in client_of(cast.ben).get(where).content.decode()
    assert "Thistle" not in client_of(cast.amara).get(where).content.decode()


def test_a_changed_agreement_waits_for_every_member(cast: Cast) -> None:
    ben, here = client_of(cast.ben), reverse("group", args=[cast.harbour.public_id])
    assert "changed the agreement" not in ben.get(here).content.decode()
    change_agreement(group=cast.harbour, words="We listen more.")
    assert "changed the agreement" in ben.get(here).content.decode()
    ben.post(reverse("group-agreement", args=[cast.harbour.public_id]), {"version": "2"})
    assert "changed the agreement" not in ben.get(here).content.decode()
