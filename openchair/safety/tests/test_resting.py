"""Whoever wrote something without a name is asked to rest from it, and no host learns who that is."""

from datetime import timedelta

import pytest
from django.test import Client

from openchair.groups import leaving, resting
from openchair.groups.hosting import make_host
from openchair.groups.models import Norms, Rest
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.people import limits
from openchair.people.tests.steps import text_of
from openchair.safety.models import Report
from openchair.shares import writing
from openchair.shares.models import Share
from openchair.shares.tests.scene import begun, shared
from openchair.shares.told import Told
from openchair.stories.models import Story
from openchair.stories.tests.scene import begun as a_story
from openchair.stories.tests.scene import written
from openchair.stories.writing import NotSo, place
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
LINE = "You wrote where somebody lives."
NOBODY = Share.Named.NOBODY
TYPED = {"audience": "group", "kind": "story", "words": "on I go", "need": "", "named": "nobody"}


@pytest.fixture
def cast() -> Cast:
    """In Harbour hosts are shown no name either, and Ben wrote something without one."""
    limits.forget()
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    Norms.objects.create(group=made.harbour, unnamed="nobody")
    return made


def in_harbour(cast: Cast, more: str = "") -> str:
    return f"/groups/{cast.harbour.public_id}/{more}"


def reported(cast: Cast, what: Share) -> str:
    """Where hosts read what Chidi told of."""
    client_of(cast.chidi).post(f"/shares/words/{what.public_id}/about/", {"reason": "unkind"})
    return in_harbour(cast, f"reports/{Report.objects.get(utterance=what.public_id).public_id}/")


def seen(browser: Client, where: str) -> str:
    answer = browser.get(where)
    return text_of(answer.content) if answer.status_code == 200 else ""


def asked(cast: Cast, person: str = "ben") -> Share:
    """What this one wrote without a name, after a host asked them to rest."""
    share = shared(cast.harbour, getattr(cast, person), named=NOBODY)
    answer = client_of(cast.amara).post(f"{reported(cast, share)}rest/", {"line": LINE})
    assert answer.status_code == 303
    return share


def test_a_host_asks_from_the_report_and_whoever_wrote_it_reads_why(cast: Cast) -> None:
    report, amara = reported(cast, shared(cast.harbour, cast.ben, named=NOBODY)), client_of(cast.amara)
    assert f'href="{report}rest/"' in amara.get(report).content.decode()
    page = seen(amara, f"{report}rest/")
    assert "They cannot be removed from here" in page and not stands("Ben", page)
    answer = amara.post(f"{report}rest/", {"line": LINE}, follow=True).content.decode()
    assert "You are not told who it is." in answer and f'action="{report}rest/end/"' in answer
    assert not stands("Ben", text_of(answer.encode()))
    assert [one.line for one in told_to(cast.ben)] == [
        "A host of Harbour wrote to you. It is on the group’s page, for you alone."
    ]
    page = seen(client_of(cast.ben), in_harbour(cast))
    assert LINE in page and "under your name, or not at all" in page and "Amara wrote" not in page


def test_nothing_that_a_host_or_a_member_sees_tells_who_rests(cast: Cast) -> None:
    other, share = shared(cast.harbour, cast.ben, "another", named=NOBODY), "shares/"
    report = reported(cast, other).removeprefix(in_harbour(cast))
    pages = ("", "people/", share, "reports/", "waiting/", "greeters/", report)
    before = {name: seen_by(cast, name, pages) for name in ("amara", "chidi", "eli")}
    Rest.objects.create(
        membership=member_of(cast.harbour, cast.ben),
        group=cast.harbour,
        until=now() + timedelta(1),
        reason="x",
    )
    assert {name: seen_by(cast, name, pages) for name in ("amara", "chidi", "eli")} == before


def seen_by(cast: Cast, name: str, pages: tuple[str, ...]) -> list[str]:
    return [seen(client_of(getattr(cast, name)), in_harbour(cast, one)) for one in pages]


@pytest.mark.parametrize("gone", ["here", "left", "is a host"])
def test_the_answer_is_the_same_whoever_it_is_and_whether_they_are_here(cast: Cast, gone: str) -> None:
    share = shared(cast.harbour, cast.ben, named=NOBODY)
    report, amara = reported(cast, share), client_of(cast.amara)
    if gone == "left":
        leaving.leave(membership=member_of(cast.harbour, cast.ben))
    elif gone == "is a host":
        make_host(membership=member_of(cast.harbour, cast.ben))
    answer = amara.post(f"{report}rest/", {"line": LINE}, follow=True)
    assert answer.redirect_chain == [(report, 303)] and "Asked." in answer.content.decode()
    assert Rest.objects.exists() == (gone != "left")


def test_whoever_rests_writes_under_their_name_or_not_at_all(cast: Cast) -> None:
    share, ben = asked(cast), client_of(cast.ben)
    assert 'value="nobody"' not in ben.get(in_harbour(cast, "shares/new/")).content.decode()
    assert 'value="nobody"' not in ben.get(in_harbour(cast, "stories/new/")).content.decode()
    assert ben.post(in_harbour(cast, "shares/new/"), TYPED).status_code == 422
    with pytest.raises(writing.NotSo):
        writing.post(draft=begun(cast.harbour, cast.ben, named=NOBODY))
    tale = a_story(cast.harbour, cast.ben, named=Story.Named.NOBODY)
    with pytest.raises(NotSo):
        place(draft=tale, told=tale.says)  # type: ignore[arg-type]
    for where in ("shares/draft/posting/", "stories/draft/placing/"):
        answer = ben.post(in_harbour(cast, where), follow=True).content.decode()
        assert "under your name for a while" in answer and "changed how" not in answer, where
    assert ben.post(in_harbour(cast, "shares/new/"), TYPED | {"named": "alias"}).status_code == 303
    assert ben.post(f"/shares/{share.public_id}/withdrawal/").status_code == 303


def test_what_stands_without_a_name_is_not_written_on(cast: Cast) -> None:
    story = written(cast.harbour, cast.ben, named=Story.Named.NOBODY)
    share, ben = asked(cast), client_of(cast.ben)
    tale = {"audience": "group", "title": "New", "heading-1": "", "words-1": "on I go"}
    for where, typed in (
        (f"/shares/{share.public_id}/edit/", TYPED),
        (f"/stories/{story.public_id}/edit/", tale),
        (f"/shares/{share.public_id}/replies/", {"words": "on I go"}),
    ):
        answer = ben.post(where, typed)
        assert answer.status_code == 422 and "under your name for a while" in answer.content.decode(), where
        assert "on I go" in answer.content.decode()
    theirs = shared(cast.harbour, cast.chidi, "and mine", need="experience")
    assert ben.post(f"/shares/{theirs.public_id}/replies/", {"words": "on I go"}).status_code == 303


def test_what_was_taken_back_without_a_name_does_not_come_back_during_a_rest(cast: Cast) -> None:
    story, share = (
        written(cast.harbour, cast.ben, named=NOBODY),
        shared(cast.harbour, cast.ben, "two", named=NOBODY),
    )
    ben, ways = client_of(cast.ben), (f"/shares/{share.public_id}/", f"/stories/{story.public_id}/")
    for way in ways:
        assert ben.post(f"{way}withdrawal/").status_code == 303
    asked(cast)
    for way in ways:
        answer = ben.post(f"{way}return/", follow=True)
        assert "under your name for a while" in answer.content.decode() and ben.get(way).status_code == 404
    resting.end(group=cast.harbour, person=cast.ben.pk)
    for way in ways:
        ben.post(f"{way}return/")
        assert ben.get(way).status_code == 200


def test_who_is_asked_no_more_is_told_of_it_no_more(cast: Cast) -> None:
    asked(cast)
    assert len(told_to(cast.ben)) == 1
    resting.end(group=cast.harbour, person=cast.ben.pk)
    assert told_to(cast.ben) == []


def test_it_ends_by_itself_and_a_host_takes_it_back_without_seeing_whether_it_was(cast: Cast) -> None:
    share = asked(cast)
    report = reported(cast, share)
    resting.forget(now() + timedelta(days=29))
    assert Rest.objects.exists()
    before = seen(client_of(cast.amara), report)
    for _time in range(2):
        assert client_of(cast.amara).post(f"{report}rest/end/").status_code == 303
    assert not Rest.objects.exists()
    client_of(cast.amara).get(report)
    assert seen(client_of(cast.amara), report) == before
    draft = begun(cast.harbour, cast.ben, named=NOBODY)
    assert writing.post(draft=draft)
    asked(cast, "eli")
    resting.forget(now() + timedelta(days=31))
    assert not Rest.objects.exists()


def test_only_a_host_whom_it_is_not_about_asks_and_only_where_there_is_no_name(cast: Cast) -> None:
    make_host(membership=member_of(cast.harbour, cast.ben))
    named, unnamed = shared(cast.harbour, cast.ben), shared(cast.harbour, cast.ben, "two", named=NOBODY)
    with_name, report = reported(cast, named), reported(cast, unnamed)
    for name in ("ben", "chidi", "eli", "dana"):
        for way in ("rest/", "rest/end/"):
            assert client_of(getattr(cast, name)).post(report + way, {"line": LINE}).status_code == 404
    assert client_of(cast.amara).post(f"{with_name}rest/", {"line": LINE}).status_code == 404
    assert client_of(cast.amara).post(f"{report}rest/", {"line": ""}).status_code == 422
    assert not Rest.objects.exists() and isinstance(named.says, Told)
