"""What a form did beside the database is taken back when nothing came of the form, and only then."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory

from openchair.kit.pages import SeeOther
from openchair.people.models import Submission
from openchair.people.once import id_by_form, if_undone, once
from openchair.people.requests import Request, open_to_all

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("S18")]
Ending = Callable[[], HttpResponse]


def breaks() -> HttpResponse:
    raise LookupError


def breaks_after_commit() -> HttpResponse:
    transaction.on_commit(breaks)
    return SeeOther("/there/")


def sent(ends: Ending, said: list[str], **form: str) -> int:
    """What a form was answered (0: by a fault), whose view says its id and then ends in this way."""

    @open_to_all
    @once
    def view(_request: Request) -> HttpResponse:
        with transaction.atomic():
            name = id_by_form("none")
            if_undone(lambda: said.remove(name))
            said.append(name)
            return ends()

    try:
        return view(RequestFactory().post("/here/", form)).status_code
    except LookupError:
        return 0


@pytest.mark.parametrize("form", [{"submit_id": "one"}, {}])
def test_after_a_fault_it_is_taken_back_and_the_form_may_be_sent_again(form: dict[str, str]) -> None:
    said: list[str] = []
    assert sent(breaks, said, **form) == 0
    assert said == [] and not Submission.objects.exists()
    assert sent(lambda: SeeOther("/there/"), said, **form) == 303
    assert len(said) == 1


def test_a_page_that_is_no_success_takes_it_back_too() -> None:
    said: list[str] = []
    assert sent(lambda: HttpResponse(status=422), said, submit_id="one") == 422
    assert said == [] and not Submission.objects.exists()


def test_a_fault_after_the_commit_takes_nothing_back_and_a_repeat_does_nothing() -> None:
    said: list[str] = []
    assert sent(breaks_after_commit, said, submit_id="one") == 0
    assert len(said) == 1
    assert sent(breaks, said, submit_id="one") == 303
    assert len(said) == 1


def test_what_cannot_be_taken_back_hides_no_fault_and_keeps_nothing_else_from_it() -> None:
    said: list[str] = []

    def breaks_twice() -> HttpResponse:
        if_undone(breaks)
        return breaks()

    assert sent(breaks_twice, said, submit_id="one") == 0
    assert said == []


def test_a_form_has_the_same_id_each_time_and_another_form_another() -> None:
    said: list[str] = []
    with pytest.raises(ValueError, match="first"):
        sent(partial(_keep_and_break, said), said, submit_id="one")
    assert sent(lambda: SeeOther("/there/"), said, submit_id="one") == 303
    assert sent(lambda: SeeOther("/there/"), said, submit_id="two") == 303
    assert sent(lambda: SeeOther("/there/"), said) == 303
    first, again, other, none = said
    assert first == again != other and none == "none" and len(first) == len(other) == 16
    assert id_by_form("nothing is being answered") == "nothing is being answered"


def _keep_and_break(said: list[str]) -> HttpResponse:
    said.append(said[0])
    raise ValueError("first")
