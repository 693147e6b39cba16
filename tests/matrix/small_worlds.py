"""Small worlds, drawn at random: who is what to which group, whom they block, and what was reported."""

from dataclasses import dataclass

from hypothesis import strategies as st

from openchair.groups.models import Closing, Departure, Group, Hosting, JoinRequest, Membership, Removal
from openchair.kit.clock import now
from openchair.kit.ids import public_id
from openchair.people.models import Block, Person, Stewardship
from openchair.safety.models import Report

PEOPLE = 4
# Hosts come twice: what they are shown is most of what there is to hide.
STANDINGS = ("host", "host", "member", "nothing", "asking", "declined", "departed", "removed")
_SOMEBODY = st.integers(0, PEOPLE - 1)


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A group as everybody finds it, and what each person is to it."""

    listed: bool
    joining: str
    closed: bool
    standings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawnReport:
    """Who told of whom, in which group, and who was to look at it."""

    reporter: int
    about: int
    group: int
    told_to: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A whole small world, in numbers."""

    groups: tuple[DrawnGroup, ...]
    stewards: frozenset[int]
    blocks: frozenset[tuple[int, int]]
    reports: list[DrawnReport]


def worlds() -> st.SearchStrategy[Drawn]:
    """Any world of four people and two groups."""
    standings = st.tuples(*[st.sampled_from(STANDINGS)] * PEOPLE)
    group = st.builds(
        DrawnGroup, st.booleans(), st.sampled_from(Group.Joining.values), st.booleans(), standings
    )
    told_to = st.sampled_from(Report.Readers.values)
    return st.builds(
        Drawn,
        st.tuples(group, group),
        st.frozensets(_SOMEBODY, min_size=1, max_size=2),
        st.frozensets(st.tuples(_SOMEBODY, _SOMEBODY), max_size=2),
        st.lists(
            st.builds(DrawnReport, _SOMEBODY, _SOMEBODY, st.integers(0, 1), told_to), min_size=1, max_size=4
        ),
    )


def build(drawn: Drawn, people: list[Person], groups: list[Group]) -> None:
    """Write it down, around these people and groups."""
    for group, told in zip(groups, drawn.groups, strict=True):
        Group.objects.filter(pk=group.pk).update(listed=told.listed, joining=told.joining)
        for person, standing in zip(people, told.standings, strict=True):
            _stand(person, group, standing)
        if told.closed:
            Closing.objects.create(group=group)
    for one in drawn.stewards:
        Stewardship.objects.create(person=people[one])
    for one, other in drawn.blocks:
        if one != other:
            Block.objects.create(person=people[one], other=people[other])
    for report in drawn.reports:
        _report(report, people, groups)


def _stand(person: Person, group: Group, standing: str) -> None:
    if standing in {"asking", "declined"}:
        declined_at = now() if standing == "declined" else None
        JoinRequest.objects.create(group=group, person=person, alias="Somebody", declined_at=declined_at)
    elif standing != "nothing":
        membership = Membership.objects.create(group=group, person=person, alias=f"Member {person.handle}")
        if standing == "host":
            Hosting.objects.create(membership=membership)
        elif standing != "member":
            departure = Departure.objects.create(membership=membership)
            if standing == "removed":
                Removal.objects.create(departure=departure, group=group, reason="Because.")


def _report(drawn: DrawnReport, people: list[Person], groups: list[Group]) -> None:
    if drawn.reporter != drawn.about:
        Report.objects.create(
            group=groups[drawn.group],
            reporter=people[drawn.reporter],
            about=people[drawn.about],
            told_to=drawn.told_to,
            utterance=public_id(),
            reason="unkind",
            words="Words.",
        )
