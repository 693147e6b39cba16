"""Whoever answers somebody who is erased meanwhile loses none of their words."""

import pytest

from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.project.ledger import erasing
from openchair.shares.models import Reply, Share
from openchair.shares.tests.scene import ANSWERED, SAID, shared
from openchair.vault import opened
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    return made


@pytest.mark.parametrize("wait", ["now", "week"])
def test_a_reply_to_somebody_who_is_being_erased_comes_back_whole(cast: Cast, wait: str) -> None:
    share, chidi = shared(cast.harbour, cast.ben, need="ideas"), client_of(cast.chidi)
    where = f"/shares/{share.public_id}/"
    assert "<textarea" in chidi.get(where).content.decode()
    erasing.ask(person=cast.ben, wait=wait)
    erasing.carry_out_due()
    assert Share.objects.filter(pk=share.pk).exists() == (wait == "week")
    for _twice in range(2):
        answer = chidi.post(f"{where}replies/", {"words": ANSWERED, "submit_id": "one"})
        page = text_of(answer.content)
        assert answer.status_code == 404 and ANSWERED in page and "Nothing was sent." in page
        assert "This is not here any more" in page and SAID not in page and not stands("Ben", page)
    assert not Reply.objects.exists() and chidi.get(where).status_code == 404


def test_a_reply_between_the_key_and_the_rows_comes_back_too(cast: Cast) -> None:
    share, chidi = shared(cast.harbour, cast.ben), client_of(cast.chidi)
    opened.destroy(
        [cast.ben.pk]
    )  # as erasing begins; whoever is killed then leaves the rows for the next look
    answer = chidi.post(f"/shares/{share.public_id}/replies/", {"words": ANSWERED, "submit_id": "one"})
    assert answer.status_code == 404 and ANSWERED in text_of(answer.content)
    assert not Reply.objects.exists()
