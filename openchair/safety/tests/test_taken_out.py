"""Whoever looks at a report puts its words out of sight: no more of them is read for it than before."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openchair.companions.tests.scene import companions
from openchair.groups import leaving
from openchair.groups.hosting import make_host
from openchair.kit.clock import now
from openchair.notices.showing import told_to
from openchair.people.blocking import block
from openchair.people.tests.steps import text_of
from openchair.safety import taking_out
from openchair.safety.models import Report
from openchair.safety.subjects import of_share, of_story
from openchair.safety.telling import tell_of
from openchair.shares import writing
from openchair.shares.models import Hold, Reply, Share
from openchair.shares.tests.scene import ANSWERED, SAID, replied, shared
from openchair.stories.models import Hold as StoryHold
from openchair.stories.models import Story
from openchair.stories.tests.scene import TITLE, written
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
LINE = "It names somebody who is here."


@pytest.fixture
def cast() -> Cast:
    """Ben and Chidi are companions in Harbour, which Amara hosts."""
    made = the_cast()
    made.harbour.crosstalk = "welcome"
    made.harbour.save()
    companions(made.harbour, made.ben, made.chidi)
    return made


def for_companions(cast: Cast) -> Share:
    return shared(cast.harbour, cast.ben, audience=Share.Audience.CIRCLE)


def reported(cast: Cast, what: Share | Reply, by: str = "chidi") -> str:
    """Where hosts read what this one told of."""
    client = client_of(getattr(cast, by))
    assert client.post(f"/shares/words/{what.public_id}/about/", {"reason": "unkind"}).status_code == 303
    return (
        f"/groups/{cast.harbour.public_id}/reports/{Report.objects.get(utterance=what.public_id).public_id}/"
    )


def seen(browser: Client, where: str) -> str:
    answer = browser.get(where)
    return text_of(answer.content) if answer.status_code == 200 else ""


def to_look_at(cast: Cast) -> str:
    return seen(client_of(cast.amara), f"/groups/{cast.harbour.public_id}/shares/to-look-at/")


def test_what_was_meant_for_companions_goes_out_of_sight_by_a_host_who_is_none(cast: Cast) -> None:
    share, amara = for_companions(cast), client_of(cast.amara)
    companions(cast.harbour, cast.ben, cast.eli)
    report = reported(cast, share)
    assert client_of(cast.eli).get(f"/shares/{share.public_id}/").status_code == 200
    assert client_of(cast.amara).get(f"/shares/{share.public_id}/").status_code == 404
    assert f'href="{report}out/"' in amara.get(report).content.decode()
    assert SAID in seen(amara, f"{report}out/")
    answer = amara.post(f"{report}out/", {"line": LINE}, follow=True)
    assert f'action="{report}out/end/"' in answer.content.decode(), "the undo"
    assert client_of(cast.eli).get(f"/shares/{share.public_id}/").status_code == 404
    assert "A host looked at what you wrote in Harbour." in [one.line for one in told_to(cast.ben)]
    assert LINE in seen(client_of(cast.ben), f"/groups/{cast.harbour.public_id}/shares/held/")
    amara.post(f"{report}out/end/")
    assert client_of(cast.eli).get(f"/shares/{share.public_id}/").status_code == 200


def test_the_host_reads_nothing_more_for_it(cast: Cast) -> None:
    share, amara = for_companions(cast), client_of(cast.amara)
    report = reported(cast, share)
    told = share.says
    assert told is not None
    writing.change(share=share, told=told.__class__("she wrote to me", told.kind, ""), audience="circle")
    amara.post(f"{report}out/", {"line": LINE})
    page = to_look_at(cast)
    assert "These words are for companions." in page and LINE in page
    assert "she wrote to me" not in page and SAID not in page
    for where in (f"/shares/{share.public_id}/", f"/shares/words/{share.public_id}/out/"):
        assert amara.get(where).status_code == 404


def test_what_its_writer_changes_for_the_hosts_to_look_at_is_read(cast: Cast) -> None:
    share = for_companions(cast)
    client_of(cast.amara).post(f"{reported(cast, share)}out/", {"line": LINE})
    typed = {"audience": "circle", "kind": "story", "words": "and no name", "need": "", "named": "alias"}
    client_of(cast.ben).post(f"/shares/{share.public_id}/edit/", typed)
    assert "and no name" in to_look_at(cast)
    client_of(cast.ben).post(f"/shares/{share.public_id}/edit/", typed | {"audience": "me"})
    assert "and no name" not in to_look_at(cast), "by now it is for its writer alone"


def test_a_host_who_is_a_companion_still_reads_what_they_put_out_of_sight(cast: Cast) -> None:
    companions(cast.harbour, cast.ben, cast.amara)
    client_of(cast.amara).post(f"{reported(cast, for_companions(cast))}out/", {"line": LINE})
    assert SAID in to_look_at(cast)


def test_a_host_apart_from_the_writer_puts_it_out_of_sight_and_in_it_again(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    report, amara = reported(cast, share), client_of(cast.amara)
    block(person=cast.ben, other=cast.amara)
    amara.post(f"{report}out/", {"line": LINE})
    assert Hold.objects.get().line == LINE and SAID not in to_look_at(cast)
    amara.post(f"{report}out/end/")
    assert not Hold.objects.exists()


def test_a_reply_and_a_story_go_out_of_sight_from_their_report(cast: Cast) -> None:
    reply, amara = replied(shared(cast.harbour, cast.eli), cast.ben), client_of(cast.amara)
    amara.post(f"{reported(cast, reply)}out/", {"line": LINE})
    assert ANSWERED not in seen(client_of(cast.eli), f"/shares/{reply.share.public_id}/")
    story = written(cast.harbour, cast.ben)
    client_of(cast.chidi).post(f"/stories/{story.public_id}/about/", {"reason": "unkind"})
    report = Report.objects.get(utterance=story.public_id)
    where = f"/groups/{cast.harbour.public_id}/reports/{report.public_id}/out/"
    amara.post(where, {"line": LINE})
    assert StoryHold.objects.get().line == LINE and amara.post(where, {"line": LINE}).status_code == 404
    assert TITLE not in seen(client_of(cast.eli), f"/groups/{cast.harbour.public_id}/stories/")
    amara.post(f"{where}end/")
    assert TITLE in seen(client_of(cast.eli), f"/groups/{cast.harbour.public_id}/stories/")


def test_nobody_but_a_host_whom_it_is_not_about_does_this(cast: Cast) -> None:
    make_host(membership=member_of(cast.harbour, cast.ben))
    report = reported(cast, shared(cast.harbour, cast.ben))
    for name in ("ben", "chidi", "eli", "dana"):
        for way in ("out/", "out/end/"):
            assert client_of(getattr(cast, name)).post(report + way, {"line": LINE}).status_code == 404
    answer = client_of(cast.amara).post(f"{report}out/", {"line": ""})
    assert answer.status_code == 422 and not Hold.objects.exists()


def test_a_reply_below_a_companions_share_is_read_by_no_host_for_putting_it_out(cast: Cast) -> None:
    reply = replied(for_companions(cast), cast.chidi)
    report, amara = reported(cast, reply, "ben"), client_of(cast.amara)
    assert amara.post(f"{report}out/", {"line": LINE}).status_code == 303
    assert Hold.objects.get().reply_id == reply.pk
    page = to_look_at(cast)
    assert ANSWERED not in page


def test_a_reply_whose_share_is_gone_is_put_out_of_nobodys_sight(cast: Cast) -> None:
    share = shared(cast.harbour, cast.ben)
    report = reported(cast, replied(share, cast.chidi), "ben")
    writing.take_back(share=share)
    assert client_of(cast.amara).post(f"{report}out/", {"line": LINE}).status_code == 404
    assert not Hold.objects.exists() and told_to(cast.chidi) == []


@pytest.mark.parametrize("gone", ["taken back", "left", "deleted", "for its writer", "for hosts", "changed"])
def test_what_nobody_else_reads_is_not_put_out_of_sight(cast: Cast, gone: str) -> None:
    share = shared(cast.harbour, cast.ben)
    report, amara = reported(cast, share), client_of(cast.amara)
    if gone == "changed":
        amara.post(f"{report}out/", {"line": LINE})
        Hold.objects.update(looked_at=now())
    become(cast, share, gone)
    page = seen(amara, report)
    assert SAID in page
    assert "Put these words out of sight" not in page and "Let them be read again" not in page
    for way in ("out/", "out/end/"):
        assert amara.post(report + way, {"line": LINE}).status_code == 404


def become(cast: Cast, share: Share, gone: str) -> None:
    if gone == "taken back":
        writing.take_back(share=share)
    elif gone == "left":
        leaving.leave(membership=member_of(cast.harbour, cast.ben))
    elif gone == "deleted":
        share.delete()
    elif gone != "changed":
        Share.objects.update(audience="me" if gone == "for its writer" else "hosts")


def test_twice_as_many_of_companions_cost_no_more_queries(cast: Cast) -> None:
    counts = []
    for _round in range(2):
        for _one in range(2):
            client_of(cast.amara).post(f"{reported(cast, for_companions(cast))}out/", {"line": LINE})
        with CaptureQueriesContext(connection) as queries:
            assert to_look_at(cast).count("These words are for companions.") == Hold.objects.count()
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("write", [shared, written])
def test_what_was_changed_in_the_same_moment_stays_out(
    cast: Cast, write: Callable[..., Share | Story]
) -> None:
    what = write(cast.harbour, cast.ben)
    subject = of_story(what) if isinstance(what, Story) else of_share(what)
    told = tell_of(teller=cast.chidi, what=subject, reason="unkind")
    taking_out.take_out(report=told, by=member_of(cast.harbour, cast.amara), line=LINE)
    for held in (Hold, StoryHold):
        held.objects.update(looked_at=None)  # its writer changed it
    Story.objects.update(changed_at=now())
    assert not taking_out.let_back(report=told)
    assert Hold.objects.exists() or StoryHold.objects.exists()
