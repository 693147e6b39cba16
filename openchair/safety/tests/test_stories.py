"""Telling the hosts about a story: two taps, a receipt, and readers who are not its subject."""

import pytest

from openchair.groups.models import Norms
from openchair.people.tests.steps import text_of
from openchair.safety.models import Report
from openchair.shares.tests.scene import shared
from openchair.stories.models import Story
from openchair.stories.tests.scene import SAID, TITLE, written
from openchair.stories.told import MOST_SIGNS
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def about(story: Story) -> str:
    return f"/stories/{story.public_id}/about/"


def text(cast: Cast, name: str, where: str) -> str:
    return text_of(client_of(getattr(cast, name)).get(where).content)


@pytest.mark.requirement("S21")
def test_two_taps_tell_and_the_story_is_gone_from_sight(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben), client_of(cast.chidi)
    library = f"/groups/{cast.harbour.public_id}/stories/"
    told = chidi.post(about(story), {"reason": "unkind"})
    report = Report.objects.get()
    assert told["Location"] == f"/receipts/{report.public_id}/" == chidi.get(about(story))["Location"]
    assert TITLE not in text(cast, "chidi", library) and TITLE in text(cast, "amara", library)
    page = text(cast, "amara", f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/")
    assert TITLE in page and SAID in page and "Ben" in page and "Chidi" not in page


def test_hosts_are_given_all_of_the_longest_story(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben, words=(("", "x" * (MOST_SIGNS - 3) + "end"),))
    client_of(cast.chidi).post(about(story), {"reason": "other"})
    assert Report.objects.get().words.endswith("xend") and len(Report.objects.get().words) > MOST_SIGNS


def test_a_host_never_reads_what_is_about_themselves(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.amara), client_of(cast.chidi)
    assert "There is nobody else to tell here" in text(cast, "chidi", about(story))
    assert chidi.post(about(story), {"reason": "unkind"}).status_code == 409
    assert chidi.post(about(written(cast.harbour, cast.ben)), {"reason": "colour"}).status_code == 422
    assert client_of(cast.amara).get(about(story)).status_code == 404
    assert client_of(cast.dana).get(about(story)).status_code == 404 and not Report.objects.exists()


def test_telling_is_no_way_to_learn_whose_a_story_without_a_name_is(cast: Cast) -> None:
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    story = written(cast.harbour, cast.ben, named=Story.Named.NOBODY)
    client_of(cast.amara).post(about(story), {"reason": "unkind"})
    page = text(cast, "amara", f"/groups/{cast.harbour.public_id}/reports/{Report.objects.get().public_id}/")
    assert "A member who gave no name" in page and SAID in page and not stands("Ben", page)


def test_whoever_is_muted_beside_a_story_is_muted_among_shares_too(cast: Cast) -> None:
    story, chidi = written(cast.harbour, cast.ben), client_of(cast.chidi)
    shared(cast.harbour, cast.ben, "a boat at the quay")
    shares = f"/groups/{cast.harbour.public_id}/shares/"
    assert "a boat at the quay" in text(cast, "chidi", shares)
    chidi.post(f"/stories/{story.public_id}/mute/")
    assert "a boat at the quay" not in text(cast, "chidi", shares)
    assert "a boat at the quay" in text(cast, "amara", shares)
