"""What a queryset gives somebody is never more than the policy tables allow them, in any small world."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings

from openchair.groups import policy as of_groups
from openchair.groups.models import Group, JoinRequest, Membership
from openchair.kit.ids import public_id
from openchair.meetings import policy as of_meetings
from openchair.meetings.models import Series
from openchair.people.blocking import apart_from
from openchair.people.models import Person, Stewardship
from openchair.rooms.tests.scene import meeting_now
from openchair.safety import policy as of_reports
from openchair.safety.models import Report
from tests import recipes
from tests.matrix.small_worlds import Drawn, build, worlds

# Each world is taken back inside the test, so what it stands on is as new for the next.
SMALL = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# By which way what an act allows is shown.
WAYS = {"report.read": "hosts", "report.take_over": "stewards"}
pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every small world stands on: people, and two groups in which nobody is yet."""

    people: list[Person]
    groups: list[Group]


@pytest.fixture
def ground() -> Ground:
    """Four people, two groups that meet, and nobody in them."""
    people = [recipes.person(name) for name in ("amara", "ben", "chidi", "dana")]
    groups = [recipes.group(recipes.person(name), name=name) for name in ("harbour", "beacon")]
    for group in groups:
        meeting_now(group)
    Membership.objects.all().delete()
    return Ground(people, groups)


@contextmanager
def small(ground: Ground, drawn: Drawn) -> Iterator[list[Person | None]]:
    """One small world, taken back afterwards; everybody in it, and somebody without an account."""
    with transaction.atomic():
        build(drawn, ground.people, ground.groups)
        yield [*ground.people, None]
        transaction.set_rollback(True)


@given(drawn=worlds())
@SMALL
def test_groups_and_meetings_are_shown_to_whom_the_tables_say(ground: Ground, drawn: Drawn) -> None:
    with small(ground, drawn) as everybody:
        for who in everybody:
            for group in Group.objects.select_related("closing"):
                reads = of_groups.POLICY.allows(who, "group.read", group)
                assert is_found(who, group) == reads
                assert Group.objects.of(who).filter(pk=group.pk).exists() == of_groups.is_member(who, group)
                assert Group.objects.listed().filter(pk=group.pk).exists() == of_groups.is_listed(who, group)
                assert door_opens(who, group) == reads
                meets = Series.objects.visible_to(who).filter(group=group).exists()
                assert meets == of_meetings.POLICY.allows(who, "meeting.read", group)


@given(drawn=worlds())
@SMALL
def test_members_and_requests_are_shown_to_whom_the_tables_say(ground: Ground, drawn: Drawn) -> None:
    with small(ground, drawn) as everybody:
        for who in filter(None, everybody):
            for group in Group.objects.select_related("closing"):
                seen = Membership.objects.current().filter(group=group).apart(apart_from(who))
                assert not {one.person_id for one in seen} & apart_from(who)
                mine = Membership.objects.current().filter(group=group, person=who, group__closing=None)
                assert mine.exists() == of_groups.POLICY.allows(who, "member.list", group)
                assert mine.hosts().exists() == of_groups.POLICY.allows(who, "request.answer", group)
                asked = JoinRequest.objects.waiting().filter(group=group).apart(apart_from(who))
                assert all(one.declined_at is None for one in asked)
                assert not {one.person_id for one in asked} & apart_from(who)
                assert not {one.person_id for one in asked} & {one.person_id for one in seen}


@given(drawn=worlds())
@settings(SMALL, max_examples=120)
def test_reports_are_shown_to_whom_the_tables_say(ground: Ground, drawn: Drawn) -> None:
    with small(ground, drawn) as everybody:
        for who in filter(None, everybody):
            listed = set(reports_shown_to(who))
            for report in Report.objects.select_related("group__closing"):
                reads = {act for act in WAYS if of_reports.POLICY.allows(who, act, report)}
                assert {act for act, way in WAYS.items() if (way, report.pk) in listed} == reads
                assert report.about_id != who.pk or not reads


def reports_shown_to(who: Person) -> Iterator[tuple[str, object]]:
    """By which way somebody is shown which reports."""
    for group in Group.objects.select_related("closing"):
        if of_reports.GROUP_POLICY.allows(who, "reports.list", group):
            yield from (("hosts", one.pk) for one in Report.objects.for_host(who, group))
    if Stewardship.objects.filter(person=who).exists():
        yield from (("stewards", one.pk) for one in Report.objects.for_steward(who))


def is_found(who: Person | None, group: Group) -> bool:
    """Does `get_or_404` give it to this person?"""
    try:
        return Group.objects.visible_to(who).get_or_404(public_id=group.public_id) == group
    except Http404:
        return False


def door_opens(who: Person | None, group: Group) -> bool:
    """Does the door of groups give it to this person?"""
    try:
        return of_groups.door(who, "group.read", group.public_id) == group
    except Http404:
        return False


def test_what_is_not_there_is_not_found(ground: Ground) -> None:
    with pytest.raises(Http404):
        of_groups.door(ground.people[0], "group.read", public_id())
    for rows in (Membership.objects.all(), Report.objects.all(), Series.objects.all()):
        with pytest.raises(Http404):
            rows.get_or_404(public_id=public_id())
