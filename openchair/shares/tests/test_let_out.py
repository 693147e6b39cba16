"""A host lets out what they have read, and not what its writer made of it since."""

import pytest

from openchair.people import limits
from openchair.shares import writing
from openchair.shares.models import Hold
from openchair.shares.tests.scene import shared
from openchair.shares.tests.test_sharing import place
from openchair.shares.told import Told
from tests.cast import Cast, client_of, the_cast

pytestmark = pytest.mark.django_db
CALL = "ring me, 07700 900123, any time"


@pytest.fixture
def cast() -> Cast:
    """Chidi came to Harbour today."""
    limits.forget()
    return the_cast()


def test_what_was_changed_after_a_host_read_it_is_not_let_out_unread(cast: Cast) -> None:
    share, amara = shared(cast.harbour, cast.chidi, CALL), client_of(cast.amara)
    page = amara.get(place(cast, "to-look-at/")).content.decode()
    read = page.partition('name="read" value="')[2].partition('"')[0]
    writing.change(share=share, told=Told(f"{CALL}, and my street too"), audience="group")
    release = f"/shares/words/{share.public_id}/release/"
    answer = amara.post(release, {"read": read}, follow=True)
    assert "changed it meanwhile" in answer.content.decode() and "my street" in answer.content.decode()
    assert Hold.objects.exists()
    read = answer.content.decode().partition('name="read" value="')[2].partition('"')[0]
    amara.post(release, {"read": read})
    assert not Hold.objects.exists()
