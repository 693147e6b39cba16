"""Words without a name tell nobody that their writer went; and what comes in the moment of the closing."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from openchair.groups import leaving
from openchair.groups.models import Departure, Membership, Norms, Removal
from openchair.groups.models.norms import Named
from openchair.notices.models import Notice
from openchair.people.models import Person
from openchair.people.tests.steps import text_of
from openchair.project.ledger import closing
from openchair.project.ledger.tests.test_closing import CLOSE, close
from openchair.safety.subjects import of_share
from openchair.safety.telling import tell_of
from openchair.shares import writing
from openchair.shares.models import Share
from openchair.shares.tests.scene import SAID, begun, shared
from openchair.stories.tests.scene import TITLE, written
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    made = the_cast()
    Norms.objects.create(group=made.harbour, unnamed=Named.NOBODY)
    return made


def read_by(who: Person, *paths: str) -> list[str]:
    """What somebody reads on each of these pages."""
    return [text_of(client_of(who).get(path).content) for path in paths]


def test_neither_members_nor_hosts_read_more_than_on_the_day_before(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, need="experience", named=Named.NOBODY)
    story = written(cast.harbour, cast.ben, named=Named.NOBODY)
    report = tell_of(teller=cast.eli, what=of_share(share), reason="unkind")
    group = f"/groups/{cast.harbour.public_id}"
    places = [f"{group}/shares/", f"{group}/shares/?order=waiting", f"/shares/{share.public_id}/"]
    places += [f"{group}/stories/", f"/stories/{story.public_id}/", f"/shares/words/{share.public_id}/about/"]
    hosts = [*places, f"{group}/reports/", f"{group}/reports/{report.public_id}/"]
    before = [*read_by(cast.chidi, *places), *read_by(cast.amara, *hosts)]
    assert sum(SAID in one for one in before) >= 6 and sum(TITLE in one for one in before) == 4
    close(cast.ben, "stay")
    assert [*read_by(cast.chidi, *places), *read_by(cast.amara, *hosts)] == before
    answer = client_of(cast.chidi).post(f"/shares/{share.public_id}/replies/", {"words": "with you"})
    assert answer.status_code == 303 and not Notice.objects.filter(person=cast.ben).exists()


def test_a_report_that_comes_later_tells_no_more_either(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben, named=Named.NOBODY)
    close(cast.ben, "stay")
    report = tell_of(teller=cast.chidi, what=of_share(share), reason="unkind")
    (page,) = read_by(cast.amara, f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/")
    assert "A member who gave no name" in page and "account is closed" not in page


def test_whose_group_closed_yesterday_is_asked_too(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    leaving.close(group=cast.harbour, by=member_of(cast.harbour, cast.amara))
    assert 'name="becomes"' in client_of(cast.ben).get(CLOSE).content.decode()
    close(cast.ben, "stay")
    leaving.reopen(group=cast.harbour)
    (page,) = read_by(cast.chidi, f"/groups/{cast.harbour.public_id}/shares/")
    assert SAID in page and "A former member" in page


def test_what_nobody_reads_any_more_goes_and_then_the_account(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    Share.objects.filter(pk=share.pk).update(audience="me")  # as turns, a month after their meeting
    closing.let_go()
    assert not Share.objects.exists() and not Person.objects.filter(pk=cast.ben.pk).exists()


def test_looking_for_accounts_that_can_go_asks_no_more_for_many(cast: Cast) -> None:
    for _time in range(3):
        shared(cast.harbour, cast.ben)
        shared(cast.harbour, cast.chidi)
    close(cast.ben, "stay")
    with CaptureQueriesContext(connection) as one:
        closing.let_go()
    close(cast.chidi, "stay")
    with CaptureQueriesContext(connection) as two:
        closing.let_go()
    assert len(one) == len(two) > 0


def test_a_removal_in_the_moment_of_the_closing_ends_nothing(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    loaded = member_of(cast.harbour, cast.ben)
    close(cast.ben, "stay")
    leaving.remove(membership=loaded, by=member_of(cast.harbour, cast.amara), reason="too late")
    assert not Removal.objects.exists() and Departure.objects.filter(membership=loaded).exists()
    assert Membership.objects.get(pk=loaded.pk).is_former


def test_a_draft_that_is_sent_in_the_moment_of_the_closing_is_no_share(cast: Cast) -> None:
    shared(cast.harbour, cast.ben)
    loaded = begun(cast.harbour, cast.ben, "too late")
    close(cast.ben, "stay")
    with pytest.raises(Http404):
        writing.post(draft=loaded)
    assert [one.says.words for one in Share.objects.filter(person=cast.ben) if one.says] == [SAID]
