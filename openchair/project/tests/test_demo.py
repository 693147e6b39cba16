"""The community of the demonstration: large enough to be believed, and a meeting of it is always on."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from openchair.companions.models import Care, Companionship, Showing
from openchair.groups.models import Group, Membership
from openchair.kit.clock import now
from openchair.meetings.models import Attendance, Series
from openchair.people.models import Block, Person
from openchair.project import demo
from openchair.project.demo.year import ALWAYS_ON, WEEKS
from openchair.rooms.closing import close
from openchair.rooms.opening import may_open, open_room
from openchair.shares.models import Share

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_now() -> Series:
    """The community, loaded; its meeting that is always on."""
    demo.load()
    return always_on()


def always_on() -> Series:
    """That meeting, as it is in the database now."""
    return next(one for one in Series.objects.select_related("group") if one.name == ALWAYS_ON)


def test_three_groups_with_a_year_behind_them(on_now: Series) -> None:
    assert Person.objects.count() == 26 and Group.objects.count() == 3
    assert Attendance.objects.count() >= 8 * WEEKS
    assert on_now in Series.objects.on_now(now())


@pytest.mark.usefixtures("on_now")
def test_two_companionships_stand_and_each_shows_only_what_was_chosen() -> None:
    assert Companionship.objects.standing().count() == 2
    assert Companionship.objects.waiting(now()).count() == 1
    assert {one.companionship_id for one in Showing.objects.all()} == {Care.objects.get().companionship_id}


@pytest.mark.usefixtures("on_now")
def test_amara_ben_chidi_dana_and_eli_are_who_they_are_everywhere() -> None:
    (harbour,) = [one for one in Group.objects.all() if one.name == "Harbour"]
    known = {one.alias: one for one in Membership.objects.select_related("person")}
    assert {"Amara", "Ben", "Chidi", "Dana", "Eli"} <= known.keys()
    assert known["Amara"].is_host and known["Dana"].group_id != harbour.pk
    assert Block.objects.get().other == known["Eli"].person


def test_everybody_who_tries_it_meets_the_same_community() -> None:
    with time_machine.travel(now(), tick=False):  # so that only chance could make a difference
        first, second = loaded_for_a_moment(), loaded_for_a_moment()
    assert len(first["members"]) >= 20 and len(first["held"]) > 8 * WEEKS
    assert first == second


def loaded_for_a_moment() -> dict[str, Sequence[object]]:
    """What a fresh demo holds of all that is no secret, id or key; then the place is empty again."""
    with transaction.atomic():
        demo.load()
        found = what_stands()
        transaction.set_rollback(True)
    assert not Person.objects.exists()
    return found


def what_stands() -> dict[str, Sequence[object]]:
    """Names, groups, meetings, how full they were, and what was shared: all that has no id."""
    return {
        "members": sorted((one.group.name, one.called) for one in Membership.objects.select_related("group")),
        "groups": sorted((one.name, one.focus, one.purpose) for one in Group.objects.all()),
        "meetings": sorted((one.name, str(one.weekday), str(one.wall)) for one in Series.objects.all()),
        "held": sorted(
            (one.occurrence.series.name, one.occurrence.starts_at, one.about)
            for one in Attendance.objects.select_related("occurrence__series")
        ),
        "shares": sorted(str(one.told) for one in Share.objects.all()),
    }


def test_loading_it_again_brings_nobody_twice(on_now: Series) -> None:
    demo.load()
    assert Person.objects.count() == 26 and Series.objects.filter(pk=on_now.pk).exists()


def test_whoever_closes_the_meeting_finds_another_one_on(on_now: Series) -> None:
    amara = next(one.person for one in on_now.group.memberships.all() if one.called == "Amara")
    with time_machine.travel(now(), tick=False) as clock:
        for _time in range(2):
            close(room=open_room(series=always_on(), person=amara))
            assert not Series.objects.on_now(now()).filter(pk=on_now.pk).exists()
            Series.objects.recompute(now())  # as a start does
            clock.shift(timedelta(minutes=1))
            demo.keep_one_on()
            assert may_open(always_on(), on_now.group.memberships.get(person=amara))
