"""Whoever leaves a topic out is led to nothing about it, and told nothing of it."""

import pytest

from openchair.greeting.tests.scene import a_harbour, greets, page_of
from openchair.people.tests.steps import text_of
from openchair.shares.marking import leave_out
from openchair.shares.models import Share
from openchair.shares.tests.scene import shared
from tests.cast import Cast, client_of

pytestmark = pytest.mark.django_db
LINE = "somebody waits for a first answer"


@pytest.fixture
def cast() -> Cast:
    made = a_harbour()
    greets(made.harbour, made.chidi)
    leave_out(person=made.chidi, topics=["loss"])
    return made


@pytest.fixture
def about_loss(cast: Cast) -> Share:
    return shared(cast.harbour, cast.ben, "my brother", hours_ago=30, topics=("loss",))


def today(cast: Cast, name: str) -> str:
    return text_of(client_of(getattr(cast, name)).get("/today/").content)


def hello(cast: Cast) -> str:
    answer = client_of(cast.chidi).post(f"/groups/{cast.harbour.public_id}/helping/hello/")
    return str(answer["Location"])


@pytest.mark.usefixtures("about_loss")
def test_today_claims_nothing_of_it_and_says_what_else_waits(cast: Cast) -> None:
    assert LINE in today(cast, "amara") and LINE not in today(cast, "chidi")
    shared(cast.harbour, cast.eli, "something else", hours_ago=20)
    assert LINE in today(cast, "chidi")


@pytest.mark.usefixtures("about_loss")
def test_the_queue_claims_no_number_above_an_empty_list(cast: Cast) -> None:
    page = page_of(cast, cast.chidi)
    assert "waits here" not in page and "my brother" not in page
    assert "What waits on this page is about topics that you leave out." in page
    assert "One share waits here." in page_of(cast, cast.amara)


@pytest.mark.usefixtures("about_loss")
def test_a_hello_leads_past_it(cast: Cast) -> None:
    assert hello(cast) == f"/groups/{cast.harbour.public_id}/helping/"
    other = shared(cast.harbour, cast.eli, "something else", hours_ago=20)
    assert hello(cast) == f"/shares/{other.public_id}/?begin="
