"""Every act of every policy table is open to somebody of the world and closed to somebody else."""

import pytest
from django.http import Http404

from openchair.companions import policy as of_companions
from openchair.companions.models import Companionship
from openchair.groups import policy as of_groups
from openchair.groups.models import Group
from openchair.kit.policy import Policy, rule
from openchair.meetings import policy as of_meetings
from openchair.paths import policy as of_paths
from openchair.paths.models import Path
from openchair.people.models import Person
from openchair.rooms import policy as of_rooms
from openchair.rooms.models import Seat
from openchair.safety import policy as of_reports
from openchair.safety.models import Report
from openchair.shares import policy as of_shares
from openchair.shares.finding import words_of
from openchair.stories import policy as of_stories
from openchair.stories.finding import story_of
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]
# Whom it is open to in harbour, beacon and cove; of everybody who is not named here it is closed to each.
MEMBERS = {
    *("member", "seated", "chair", "cohost", "greeter", "timekeeper", "reader", "waiting", "putout"),
    *("quieted", "speaker", "blocked", "host", "second"),
}
HOSTS = {"host", "second"}
LEADERS = {"host", "chair", "cohost"}
INSIDE = LEADERS | {"greeter", "timekeeper", "reader", "seated", "quieted", "speaker"}
EVERYBODY = {"everybody"}
Open = tuple[set[str], set[str], set[str]]
OF_MEMBERS: Open = (MEMBERS, MEMBERS, set())
OF_HOSTS: Open = (HOSTS, HOSTS, set())
# By their memberships; two of the three have no session any more, and a policy does not ask for one.
LEFT = {"departed", "leaving", "closed"}
IN_GROUPS: dict[str, Open] = {
    "group.read": (MEMBERS, EVERYBODY, set()),
    "group.join": ({"removed"}, EVERYBODY, set()),
    "group.return": (LEFT, LEFT, set()),
    "group.reopen": (set(), set(), HOSTS),
    **dict.fromkeys(("group.leave", "agreement.read", "alias.change", "member.list"), OF_MEMBERS),
    **dict.fromkeys(("group.edit", "group.close", "member.remove", "request.answer"), OF_HOSTS),
    **dict.fromkeys(("invitation.make", "hosting.give", "hosting.lay_down"), OF_HOSTS),
}
IN_MEETINGS: dict[str, Open] = {
    "meeting.read": (MEMBERS, EVERYBODY, set()),
    **dict.fromkeys(("reading.claim", "topic.choose"), OF_MEMBERS),
    **dict.fromkeys(("meeting.schedule", "meeting.change", "meeting.end"), OF_HOSTS),
    **dict.fromkeys(("date.cancel", "date.move"), OF_HOSTS),
}
IN_ROOMS = {
    "room.be": INSIDE,
    "room.time": LEADERS | {"timekeeper"},
    **dict.fromkeys(("room.run", "room.guard", "room.duties", "room.close"), LEADERS),
    **dict.fromkeys(("room.greet", "room.calm"), LEADERS | {"greeter"}),
}
OF_REPORTS: dict[str, tuple[set[str], set[str]]] = {
    "report.read": (HOSTS, set()),
    **dict.fromkeys(("report.take_out", "report.let_back", "report.ask_to_rest"), (HOSTS, set())),
    "report.take_over": (set(), {"steward", "staff"}),
    "report.receipt": ({"seated"}, {"seated"}),
}
SHARES_IN_GROUPS: dict[str, Open] = {
    **dict.fromkeys(("share.list", "share.write"), OF_MEMBERS),
    **dict.fromkeys(("share.norms", "held.list"), OF_HOSTS),
}
# Which id of the corner, and to whom the act is open in harbour: everything is of "member", but for what they
# hid, which is of "speaker". In cove, which was closed, nothing is open to anybody.
WITH_SHARES: dict[str, tuple[str, set[str]]] = {
    "share.read": ("share_id", MEMBERS - {"putout"}),
    "share.change": ("share_id", {"member"}),
    "share.take_back": ("share_id", {"member"}),
    "share.put_back": ("share-return.share_id", {"member"}),
    "share.respond": ("share_id", MEMBERS - {"putout", "member"}),
    "share.reply": ("share_id", MEMBERS - {"putout"}),
    "words.hide": ("reply_id", MEMBERS - {"putout", "member"}),
    "words.show": ("words-return.words_id", {"member"}),
    "words.turn_from": ("reply_id", MEMBERS - {"putout", "member"}),
    "reply.take_back": ("reply_id", {"member"}),
    "reply.put_back": ("reply-return.reply_id", {"member"}),
    "reply.change": ("reply-edit.reply_id", {"member"}),
    "words.take_out": ("reply_id", HOSTS),
    **dict.fromkeys(("held.answer", "held.let_out"), ("held-answer.words_id", HOSTS)),
}
# As with shares.
STORIES_IN_GROUPS: dict[str, Open] = {
    **dict.fromkeys(("story.list", "story.write"), OF_MEMBERS),
    "story.look_at": OF_HOSTS,
}
WITH_STORIES: dict[str, tuple[str, set[str]]] = {
    "story.read": ("story_id", MEMBERS - {"putout"}),
    "story.change": ("story_id", {"member"}),
    "story.put_back": ("story-return.story_id", {"member"}),
    "story.respond": ("story_id", MEMBERS - {"putout", "member"}),
    "story.hide": ("story_id", MEMBERS - {"putout", "member"}),
    "story.show": ("story-hiding-end.story_id", {"member"}),
    "story.turn_from": ("story_id", MEMBERS - {"putout", "member"}),
    "story.take_out": ("story_id", HOSTS),
    "story.let_back": ("story-out-end.story_id", HOSTS),
}

# Of the pair, of the one that ended, of an ask made and of an ask got.
WITH_COMPANIONS: dict[str, tuple[str, set[str]]] = {
    **dict.fromkeys(
        ("companion.read", "companion.show", "companion.end"), ("companion_id", {"member", "seated"})
    ),
    "companion.go_on": ("companion-return.companion_id", {"member"}),
    "companion.answer": ("companion-aside.companion_id", {"member"}),
    "companion.take_back": ("companion-withdrawal.companion_id", {"member"}),
}


def allowed(world: World, policy: Policy[Person | None, Group], act: str, corner: str) -> set[str]:
    """Everybody of the world to whom an act is open, in the group of a corner."""
    group = Group.objects.select_related("closing").get(pk=world.corners[corner].group.pk)
    found = {name for name, who in world.people.items() if policy.allows(who, act, group)}
    found |= {"nobody"} if policy.allows(None, act, group) else set()
    return EVERYBODY if found == {*world.people, "nobody"} else found


def reported(world: World, corner: str) -> Report:
    """What was reported in the group of a corner."""
    found = Report.objects.select_related("group__closing")
    return found.get(public_id=world.values(corner)["report_id"])


@pytest.mark.parametrize("act", of_groups.POLICY.table)
def test_acts_in_a_group(world: World, act: str) -> None:
    found = tuple(allowed(world, of_groups.POLICY, act, corner) for corner in ("harbour", "beacon", "cove"))
    assert found == IN_GROUPS[act]


def test_a_group_that_is_not_there_is_no_door(world: World) -> None:
    with pytest.raises(Http404):
        of_groups.door(world.people["member"], "group.read", "nowhere")


@pytest.mark.parametrize("act", of_meetings.POLICY.table)
def test_acts_with_meetings(world: World, act: str) -> None:
    found = tuple(allowed(world, of_meetings.POLICY, act, corner) for corner in ("harbour", "beacon", "cove"))
    assert found == IN_MEETINGS[act]


@pytest.mark.parametrize("act", of_rooms.POLICY.table)
def test_acts_in_a_room(world: World, act: str) -> None:
    room = world.corners["harbour"].open_room
    room.refresh_from_db()
    seats = Seat.objects.filter(room=room).prefetch_related("duties").select_related("room", "person")
    names = {person.pk: name for name, person in world.people.items()}
    found = {names[seat.person_id] for seat in seats if of_rooms.POLICY.allows(seat, act, room)}
    assert found == IN_ROOMS[act]
    other = world.corners["beacon"].open_room
    assert not any(of_rooms.POLICY.allows(seat, act, other) for seat in seats)


def test_whoever_acts_for_a_lost_chair_leads(world: World) -> None:
    room, seat = world.corners["harbour"].open_room, world.corners["harbour"].seats["reader"]
    assert not of_rooms.leads(seat, room)
    room.acting = seat
    assert of_rooms.leads(seat, room) and of_rooms.powers_of(seat, room) == {"run", "greet", "time"}


@pytest.mark.parametrize("act", of_paths.POLICY.table)
def test_acts_on_a_path_are_its_owners_alone(world: World, act: str) -> None:
    path = Path.objects.get(public_id=world.values("harbour")["path_id"])
    found = {name for name, who in world.people.items() if of_paths.POLICY.allows(who, act, path)}
    assert found == {"member"}
    assert not of_paths.POLICY.allows(None, act, path)


@pytest.mark.parametrize("act", of_companions.POLICY.table)
def test_acts_of_companions(world: World, act: str) -> None:
    name, expected = WITH_COMPANIONS[act]
    for corner, open_to in (("harbour", expected), ("cove", set[str]())):
        one = Companionship.objects.get(public_id=world.values(corner)[name])
        found = {name for name, who in world.people.items() if of_companions.POLICY.allows(who, act, one)}
        assert found == open_to
        assert not of_companions.POLICY.allows(None, act, one)


@pytest.mark.parametrize("act", of_shares.GROUP_POLICY.table)
def test_acts_with_the_shares_of_a_group(world: World, act: str) -> None:
    found = tuple(
        allowed(world, of_shares.GROUP_POLICY, act, corner) for corner in ("harbour", "beacon", "cove")
    )
    assert found == SHARES_IN_GROUPS[act]


@pytest.mark.parametrize("act", of_shares.POLICY.table)
def test_acts_with_words_that_were_shared(world: World, act: str) -> None:
    name, expected = WITH_SHARES[act]
    for corner, open_to in (("harbour", expected), ("cove", set[str]())):
        found = set()
        for who, person in world.people.items():
            if of_shares.POLICY.allows(person, act, words_of(str(world.values(corner)[name]))):
                found.add(who)
        assert found == open_to
        assert not of_shares.POLICY.allows(None, act, words_of(str(world.values(corner)[name])))


def test_the_door_of_a_share_opens_or_is_not_there(world: World) -> None:
    share_id = str(world.values("harbour")["share_id"])
    found = of_shares.door(world.people["seated"], "share.read", share_id)
    assert found.person == world.people["member"]
    for who, act in (("visitor", "share.read"), ("seated", "share.change")):
        with pytest.raises(Http404):
            of_shares.door(world.people[who], act, share_id)


@pytest.mark.parametrize("act", of_stories.GROUP_POLICY.table)
def test_acts_with_the_stories_of_a_group(world: World, act: str) -> None:
    found = tuple(
        allowed(world, of_stories.GROUP_POLICY, act, corner) for corner in ("harbour", "beacon", "cove")
    )
    assert found == STORIES_IN_GROUPS[act]


@pytest.mark.parametrize("act", of_stories.POLICY.table)
def test_acts_with_a_story(world: World, act: str) -> None:
    name, expected = WITH_STORIES[act]
    for corner, open_to in (("harbour", expected), ("cove", set[str]())):
        story = story_of(str(world.values(corner)[name]))
        found = {who for who, one in world.people.items() if of_stories.POLICY.allows(one, act, story)}
        assert found == open_to
        assert not of_stories.POLICY.allows(None, act, story)


@pytest.mark.parametrize("act", of_reports.POLICY.table)
def test_acts_with_a_report(world: World, act: str) -> None:
    name = {"report.take_out": "report-out.report_id", "report.let_back": "report-out-end.report_id"}
    name["report.ask_to_rest"] = "report-rest.report_id"
    for corner, expected in zip(("harbour", "cove"), OF_REPORTS[act], strict=True):
        report = Report.objects.select_related("group__closing").get(
            public_id=world.values(corner)[name.get(act, "report_id")]
        )
        found = {name for name, who in world.people.items() if of_reports.POLICY.allows(who, act, report)}
        assert found == expected
        assert not of_reports.POLICY.allows(None, act, report)


def test_a_report_is_kept_from_whoever_it_is_about(world: World) -> None:
    report = Report.objects.select_related("group__closing").get(
        public_id=world.values("harbour")["report_id"]
    )
    for name in ("host", "second"):
        report.about = world.people[name]
        assert not of_reports.POLICY.allows(world.people[name], "report.read", report)


def test_the_list_of_reports_is_for_hosts(world: World) -> None:
    assert allowed(world, of_reports.GROUP_POLICY, "reports.list", "harbour") == HOSTS
    assert allowed(world, of_reports.GROUP_POLICY, "reports.list", "cove") == set()


def test_ones_own_membership_is_found_or_is_not_there(world: World) -> None:
    group = Group.objects.get(pk=world.corners["harbour"].group.pk)
    assert of_groups.mine_in(group, world.people["member"]).alias == "Member"
    with pytest.raises(Http404):
        of_groups.mine_in(group, world.people["visitor"])
    opened = of_groups.door(world.people["member"], "group.read", group.public_id)
    assert of_groups.membership_in(opened, world.people["member"]) is not None
    assert of_groups.membership_in(opened, None) is None


@rule
def is_even(who: int, what: int) -> bool:
    """Nobody is meant."""
    return (who + what) % 2 == 0


@rule
def is_big(who: int, what: int) -> bool:
    """Nobody is meant."""
    return who > what


def test_rules_are_joined_and_read_aloud() -> None:
    rest = [~(is_even | is_big) & is_even]
    table: Policy[int, int] = Policy({"count": [is_even & ~is_big, is_big], "rest": rest})
    assert table.aloud() == {
        "count": "is even and not is big, or is big",
        "rest": "(not (is even or is big)) and is even",
    }
    assert [table.allows(who, "count", 2) for who in (1, 2, 3)] == [False, True, True]
    assert not table.allows(1, "rest", 2) and not table.allows(2, "rest", 2)
    with pytest.raises(Http404):
        table.require(1, "count", 2)
    table.require(2, "count", 2)
    with pytest.raises(KeyError):
        table.allows(1, "paint", 2)
