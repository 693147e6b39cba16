"""Words that stay when their writer closes the account: under no name, and as guarded as before."""

from datetime import timedelta

import pytest
from django.test import Client

from openchair.companions.tests.scene import companions
from openchair.groups.leaving import forget_departed
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.notices.models import Notice
from openchair.people import blocking, muting
from openchair.people.models import Block, Mute, Person
from openchair.people.tests.steps import text_of
from openchair.project.ledger import closing
from openchair.project.ledger.tests.test_closing import close
from openchair.project.ledger.tests.test_erasing import leading_to
from openchair.shares import holding, writing
from openchair.shares.models import Reply, Share
from openchair.shares.tests.scene import SAID, begun, replied, shared
from openchair.stories.models import Story
from openchair.stories.tests.scene import TITLE, written
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db(transaction=True)
FORMER = "A former member"


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def page(who: Person, path: str) -> str:
    """What somebody reads there."""
    answer = client_of(who).get(path)
    assert answer.status_code == 200, path
    return text_of(answer.content)


def reads(who: Person, cast: Cast) -> str:
    """What somebody reads in the list of Harbour's shares."""
    return page(who, f"/groups/{cast.harbour.public_id}/shares/")


@pytest.mark.requirement("S41")
def test_they_are_read_where_they_stood_under_no_name(cast: Cast) -> None:
    mine, theirs = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.chidi, "by Chidi")
    replied(theirs, cast.ben, "answered of old")
    replied(mine, cast.chidi, "thank you")
    story = written(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    listed, whole = reads(cast.chidi, cast), page(cast.chidi, f"/shares/{mine.public_id}/")
    below, told = (
        page(cast.chidi, f"/shares/{theirs.public_id}/"),
        page(cast.chidi, f"/stories/{story.public_id}/"),
    )
    library = page(cast.chidi, f"/groups/{cast.harbour.public_id}/stories/")
    found = client_of(cast.chidi).post("/search/", {"words": "ferry", "where": cast.harbour.public_id})
    for said, where in ((SAID, listed), (SAID, whole), ("of old", below), (TITLE, told), (TITLE, library)):
        assert said in where and FORMER in where and not stands("Ben", where)
    assert "thank you" in whole and FORMER in text_of(found.content)


def test_the_name_is_gone_and_nobody_else_is_taken_for_them(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    former = Membership.objects.get(person=cast.ben)
    assert former.is_former and former.alias != "Ben"
    path = f"/groups/{cast.harbour.public_id}/alias/"
    assert client_of(cast.chidi).post(path, {"alias": "Ben"}).status_code == 422
    assert client_of(cast.chidi).post(path, {"alias": "Bee"}).status_code == 303


def test_what_only_they_or_companions_or_hosts_at_a_look_read_goes(cast: Cast) -> None:
    companions(cast.harbour, cast.ben, cast.chidi)
    for audience in ("circle", "me", "hosts"):
        shared(cast.harbour, cast.ben, audience=audience)
        if audience != "circle":
            written(cast.harbour, cast.ben, audience=audience)
    writing.take_back(share=shared(cast.harbour, cast.ben))
    holding.hold(what=shared(cast.harbour, cast.ben))
    holding.hold(what=replied(shared(cast.harbour, cast.chidi), cast.ben))
    replied(shared(cast.harbour, cast.chidi, audience="circle"), cast.ben)
    begun(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    assert [one.audience for one in Share.objects.filter(person=cast.ben)] == ["hosts"]
    assert [one.audience for one in Story.objects.filter(person=cast.ben)] == ["hosts"]
    assert not Reply.objects.filter(person=cast.ben).exists()
    assert FORMER in reads(cast.amara, cast) and FORMER not in reads(cast.chidi, cast)


def test_who_was_kept_apart_or_muted_them_does_not_read_them_now(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    blocking.block(person=cast.ben, other=cast.chidi, met_as="Whom Ben blocked")
    muting.mute(person=cast.amara, other=cast.ben, met_as="Ben")
    muting.mute(person=cast.ben, other=cast.amara, met_as="Whom Ben muted")
    close(cast.ben, "stay")
    for who in (cast.chidi, cast.amara):
        assert SAID not in reads(who, cast)
    assert SAID in reads(cast.eli, cast)
    assert Block.objects.get(person=cast.ben).met_as == ""
    assert not Mute.objects.filter(person=cast.ben).exists()
    assert FORMER in page(cast.amara, "/me/shares/") and not stands("Ben", page(cast.amara, "/me/shares/"))


def test_whoever_meets_them_later_turns_from_all_of_them(cast: Cast) -> None:
    share, _other = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.ben, "the second one")
    close(cast.ben, "stay")
    about = f"/shares/words/{share.public_id}/about/"
    assert FORMER in page(cast.chidi, about) and not stands("Ben", page(cast.chidi, about))
    chidi = client_of(cast.chidi)
    muted = text_of(chidi.post(f"/shares/words/{share.public_id}/mute/", follow=True).content)
    assert f"You see nothing more that {FORMER} shares." in muted
    assert "the second one" not in reads(cast.chidi, cast) and FORMER in page(cast.chidi, "/me/shares/")
    assert chidi.post(f"/me/shares/muted/{Mute.objects.get().pk}/end/").status_code == 303
    assert "the second one" in reads(cast.chidi, cast)


def test_nobody_is_asked_to_answer_whoever_reads_it_no_more(cast: Cast) -> None:
    share, story = shared(cast.harbour, cast.ben, need="experience"), written(cast.harbour, cast.ben)
    chidi, path = client_of(cast.chidi), f"/shares/{share.public_id}/"
    waiting = f"/groups/{cast.harbour.public_id}/shares/?order=waiting"
    before = chidi.get(path).content.decode()
    assert SAID in text_of(chidi.get(waiting).content)
    assert 'name="response"' in before and 'name="words"' in before
    close(cast.ben, "stay")
    assert SAID not in text_of(chidi.get(waiting).content)
    assert "Nobody would read an answer." in text_of(chidi.get(path).content)
    assert chidi.post(f"{path}responses/", {"response": "hear"}).status_code == 404
    assert chidi.post(f"{path}replies/", {"words": "too late"}).status_code == 404
    assert chidi.post(f"/stories/{story.public_id}/responses/", {"response": "thanks"}).status_code == 404
    assert 'name="response"' not in chidi.get(f"/stories/{story.public_id}/").content.decode()


def test_a_host_puts_them_out_of_sight_and_lets_them_be_read_again(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    amara, out = client_of(cast.amara), f"/shares/words/{share.public_id}/out/"
    asked = page(cast.amara, out)
    assert "Only hosts read your line" in asked and "A line for the hosts" in asked
    assert "A line to whoever wrote it" not in asked
    said = text_of(amara.post(out, {"line": "It names somebody"}, follow=True).content)
    assert "Out of sight." in said and "reads your line" not in said
    closing.let_go()
    closing.close(person=cast.ben, code="B", words_stay=False)
    assert SAID not in reads(cast.chidi, cast)
    assert amara.post(f"/shares/words/{share.public_id}/release/").status_code == 303
    assert SAID in reads(cast.chidi, cast) and not Notice.objects.filter(person=cast.ben).exists()


def test_the_code_that_was_kept_takes_them_along(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    code, receipt = close(cast.ben, "stay")
    assert "your words there without your name" in text_of(Client().get(receipt).content)
    assert Client().post("/gone/code/", {"code": code}).status_code == 303
    assert list(leading_to(cast.ben.pk)) == [] and SAID not in reads(cast.chidi, cast)


def test_they_stay_longer_than_thirty_days_and_whoever_left_none_does_not(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    for who in (cast.ben, cast.chidi):
        close(who, "stay")
    later = now() + timedelta(days=31)
    forget_departed(later)
    closing.let_go()
    assert SAID in reads(cast.eli, cast) and not Person.objects.filter(pk=cast.chidi.pk).exists()
    Share.objects.filter(pk=share.pk).delete()
    closing.let_go()
    assert not Person.objects.filter(pk=cast.ben.pk).exists()
    assert not member_of(cast.harbour, cast.eli).has_left
