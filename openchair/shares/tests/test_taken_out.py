"""A host puts words out of sight: they are held, their writer is told why, and nothing is lost."""

import pytest

from openchair.groups.models import Norms
from openchair.groups.newcomers import FIRST_WEEKS
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.people import limits
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.tests.scene import ANSWERED, SAID, replied, shared
from openchair.shares.tests.test_sharing import TYPED, place, seen
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
LINE = "It names somebody who is here."


@pytest.fixture
def cast() -> Cast:
    """Ben has been in Harbour for a while."""
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    made.harbour.memberships.filter(person=made.ben).update(joined_at=now() - FIRST_WEEKS)
    return made


def out(words: Share | Reply) -> str:
    return f"/shares/words/{words.public_id}/out/"


def about(words: Share | Reply) -> str:
    return f"/shares/words/{words.public_id}/about/"


def test_a_host_puts_a_share_out_of_sight_and_its_writer_reads_why(cast: Cast) -> None:
    share, amara, ben = shared(cast.harbour, cast.ben), client_of(cast.amara), client_of(cast.ben)
    assert "As a host" in seen(amara, about(share))
    assert SAID in seen(amara, out(share))
    for _time in range(2):
        amara.post(out(share), {"line": LINE})
    assert SAID not in seen(client_of(cast.chidi), place(cast)) and SAID not in seen(amara, place(cast))
    assert [one.line for one in told_to(cast.ben)] == ["A host looked at what you wrote in Harbour."]
    page = seen(ben, place(cast, "held/"))
    assert (
        SAID in page and LINE in page and "put this out of sight" in page and "Share it as it is" not in page
    )
    assert "phone number" not in page and SAID in seen(amara, place(cast, "to-look-at/"))


def test_its_writer_cannot_let_it_out_and_a_change_waits_for_a_host(cast: Cast) -> None:
    share, amara, ben = shared(cast.harbour, cast.ben), client_of(cast.amara), client_of(cast.ben)
    amara.post(out(share), {"line": LINE})
    assert ben.post(f"/shares/words/{share.public_id}/release/").status_code == 404
    ben.post(f"/shares/{share.public_id}/edit/", TYPED | {"words": "the ferry, and no name"})
    assert "and no name" not in seen(client_of(cast.chidi), place(cast))
    assert Hold.objects.get().looked_at is None
    amara.post(f"/shares/words/{share.public_id}/release/")
    assert "and no name" in seen(client_of(cast.chidi), place(cast)) and not Hold.objects.exists()


def test_a_reply_and_a_share_without_a_name_are_put_out_of_sight_too(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    share = shared(cast.harbour, cast.ben, named=Share.Named.NOBODY)
    reply, amara = replied(share, cast.chidi), client_of(cast.amara)
    amara.post(out(reply), {"line": LINE})
    assert ANSWERED not in seen(client_of(cast.eli), f"/shares/{share.public_id}/")
    amara.post(out(share), {"line": LINE})
    page = seen(amara, place(cast, "to-look-at/"))
    assert SAID in page and not stands("Ben", page)


def test_only_a_host_puts_others_words_out_of_sight_and_says_why(cast: Cast) -> None:
    share, own = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.amara)
    for who in (cast.chidi, cast.dana, cast.ben):
        assert client_of(who).post(out(share), {"line": LINE}).status_code == 404
    amara = client_of(cast.amara)
    for_hosts = shared(cast.harbour, cast.ben, audience=Share.Audience.HOSTS)
    for nobody_else_reads in (own, for_hosts, replied(for_hosts, cast.ben)):
        assert amara.post(out(nobody_else_reads), {"line": LINE}).status_code == 404
    answer = amara.post(out(share), {"line": ""})
    assert answer.status_code == 422 and SAID in answer.content.decode() and not Hold.objects.exists()
    assert "As a host" not in seen(client_of(cast.chidi), about(share))
