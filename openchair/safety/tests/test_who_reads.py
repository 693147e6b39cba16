"""Who may look at a report, who may not, and that nobody learns who told."""

from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from openchair.groups import hosting, leaving
from openchair.groups.hosting import make_host
from openchair.groups.models import Membership
from openchair.people.models import Person
from openchair.rooms.models import Seat
from openchair.rooms.tests.scene import Scene
from openchair.safety.answering import answer
from openchair.safety.models import Answer, Report
from openchair.safety.policy import GROUP_POLICY, POLICY
from openchair.safety.tests.scene import NOTE, SAID, an_open_floor, steward, tell_of
from tests import recipes
from tests.cast import client_of
from tests.reading import stands

pytestmark = pytest.mark.django_db(transaction=True)


def host(scene: Scene, person: Person) -> Membership:
    membership = Membership.objects.get(group=scene.cast.harbour, person=person)
    make_host(membership=membership)
    return membership


def pages_of(report: Report) -> list[str]:
    """Every page on which a report, or a count of reports, may stand."""
    group = report.group.public_id
    return [
        reverse("group", args=[group]),
        reverse("reports", args=[group]),
        reverse("report", args=[group, report.public_id]),
        reverse("steward-reports"),
        reverse("steward-report", args=[report.public_id]),
    ]


def seen_by(person: Person, report: Report) -> str:
    """Everything this person is answered when asking for the report in every way."""
    client, done = client_of(person), {"done": "nothing"}
    answers = [client.get(where) for where in pages_of(report)]
    return "".join(answer.content.decode() for answer in answers) + str(
        [client.post(where, done).status_code for where in (pages_of(report)[2], pages_of(report)[4])]
    )


def test_a_host_sees_the_words_the_reason_and_the_note() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    group, listed, one, *_rest = (client_of(scene.cast.amara).get(where) for where in pages_of(report))

    assert "1 waiting" in group.content.decode()
    assert "fishing for contact" in listed.content.decode() and SAID not in listed.content.decode()
    assert SAID in one.content.decode() and NOTE in one.content.decode() and "Chidi" in one.content.decode()


def traces_of_ben() -> set[str]:
    """Everything by which a page could give Ben away."""
    mine = Membership.objects.get(person__handle_key=Person.key_of("ben"))
    seat = Seat.objects.get(person__handle_key=Person.key_of("ben"))
    return {"Ben", "ben", str(mine.person_id), mine.person_id.hex, mine.public_id, seat.public_id}


@pytest.mark.requirement("S22")
@pytest.mark.parametrize("reader", ["amara", "dana"])
def test_whoever_looks_at_a_report_is_not_shown_who_told(reader: str) -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    # Amara hosts and looks at what Chidi said; what she said herself is for Dana.
    report = tell_of(scene, scene.ben, scene.chidi if reader == "amara" else scene.amara)
    assert report.reporter == scene.cast.ben

    seen = seen_by(getattr(scene.cast, reader), report)

    assert SAID in seen and NOTE in seen and "303" in seen
    assert not [trace for trace in traces_of_ben() if stands(trace, seen)]


@pytest.mark.requirement("S22")
def test_whoever_is_reported_sees_neither_the_report_nor_who_told() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    assert SAID in seen_by(scene.cast.amara, report)

    seen = seen_by(scene.cast.chidi, report)

    assert SAID not in seen
    assert "[404, 404]" in seen
    assert not [trace for trace in traces_of_ben() if stands(trace, seen)]


def test_a_host_never_sees_or_answers_what_is_about_themselves() -> None:
    scene = an_open_floor()
    host(scene, scene.cast.chidi)
    steward(scene.cast.chidi)
    report = tell_of(scene, scene.ben, scene.chidi)
    assert POLICY.allows(scene.cast.amara, "report.read", report)

    seen = seen_by(scene.cast.chidi, report)

    assert SAID not in seen and NOTE not in seen and "fishing" not in seen
    assert "1 waiting" not in seen
    assert "[404, 404]" in seen
    assert not Answer.objects.exists()


def test_what_is_about_the_only_host_goes_to_stewards() -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    report = tell_of(scene, scene.ben, scene.amara)

    assert report.told_to == "stewards"
    assert SAID in seen_by(scene.cast.dana, report)
    assert SAID not in seen_by(scene.cast.amara, report)


def test_the_only_host_cannot_pull_it_back_by_making_a_friend_a_host() -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    report = tell_of(scene, scene.ben, scene.amara)

    host(scene, scene.cast.eli)

    assert SAID not in seen_by(scene.cast.eli, report)
    assert SAID in seen_by(scene.cast.dana, report)


def test_stewards_see_nothing_that_a_host_can_look_at_and_all_of_it_once_none_can() -> None:
    scene = an_open_floor()
    chidi = host(scene, scene.cast.chidi)
    steward(scene.cast.dana)
    report = tell_of(scene, scene.ben, scene.chidi)
    assert SAID in seen_by(scene.cast.amara, report)
    Answer.objects.all().delete()
    assert SAID not in seen_by(scene.cast.dana, report)

    hosting.step_back(membership=Membership.objects.get(person=scene.cast.amara))

    assert chidi.person == report.about
    assert SAID in seen_by(scene.cast.dana, report)


def test_closing_the_group_does_not_end_what_was_told() -> None:
    scene = an_open_floor()
    steward(scene.cast.dana)
    report = tell_of(scene, scene.ben, scene.chidi)

    leaving.close(group=scene.cast.harbour, by=Membership.objects.get(person=scene.cast.amara))

    assert SAID in seen_by(scene.cast.dana, report)


def test_members_outsiders_and_whoever_told_find_nothing_at_a_hosts_pages() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    assert SAID in seen_by(scene.cast.amara, report)

    for somebody in (scene.cast.ben, scene.cast.chidi, scene.cast.eli, scene.cast.dana):
        for where in pages_of(report)[1:]:
            assert client_of(somebody).get(where).status_code == 404


def test_a_report_is_not_found_under_another_group() -> None:
    scene = an_open_floor()
    report = tell_of(scene, scene.ben, scene.chidi)
    other = recipes.group(scene.cast.amara, alias="Amara", name="Quay")

    where = reverse("report", args=[other.public_id, report.public_id])
    assert client_of(scene.cast.amara).get(where).status_code == 404


def test_the_lists_and_the_table_of_who_may_say_the_same() -> None:
    scene = an_open_floor()
    host(scene, scene.cast.chidi)
    steward(scene.cast.dana)
    steward(scene.cast.amara)
    for teller, speaker in (("ben", "chidi"), ("ben", "amara"), ("chidi", "ben"), ("amara", "ben")):
        tell_of(scene, getattr(scene, teller), getattr(scene, speaker))
    people = [scene.cast.amara, scene.cast.ben, scene.cast.chidi, scene.cast.dana, scene.cast.eli]
    allowed = 0
    for person, report in product(people, Report.objects.all()):
        lists = listed(person, report)
        acts = ("report.read", "report.take_over")
        assert any(POLICY.allows(person, act, report) for act in acts) == lists
        allowed += lists
    assert allowed == 6


def listed(person: Person, report: Report) -> bool:
    """Does the report stand in a list that this person gets?"""
    hosts = GROUP_POLICY.allows(person, "reports.list", report.group)
    own = hosts and Report.objects.for_host(person, report.group).filter(pk=report.pk).exists()
    stewards = (
        hasattr(person, "stewardship") and Report.objects.for_steward(person).filter(pk=report.pk).exists()
    )
    return own or stewards


@pytest.mark.parametrize("reader", ["amara", "ben"])
def test_twice_as_many_reports_cost_no_more_queries(reader: str) -> None:
    scene = an_open_floor()
    where = {"amara": reverse("reports", args=[scene.cast.harbour.public_id]), "ben": reverse("receipts")}
    client, counts = client_of(getattr(scene.cast, reader)), []
    for _round in range(2):
        for done in ("talked", ""):
            report = tell_of(scene, scene.ben, scene.chidi)
            if done:
                answer(report=report, by=scene.cast.amara, done=done)
        with CaptureQueriesContext(connection) as queries:
            assert (
                client.get(where[reader]).content.decode().count("fishing for contact")
                == Report.objects.count()
            )
        counts.append(len(queries))
    assert counts[0] == counts[1]
