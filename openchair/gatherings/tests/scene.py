"""A meeting of Harbour that is open for days, wherever it stands in its time."""

from datetime import timedelta

from openchair.gatherings import opening, serving, wording, writing
from openchair.gatherings.models import Draft, Gathering, Role, Step, Wording
from openchair.groups.models import Group
from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.shares.models import Share
from openchair.shares.told import Kind, Told
from tests.recipes import member_of

NAME, SAID = "Nights by the harbour", "the lamp on the pier was still on"


def opened(
    group: Group,
    host: Person,
    name: str = NAME,
    *,
    days: float = 7,
    hours_ago: float = 1,
    after: str = "away",
) -> Gathering:
    """One that began so many hours ago; below nought it has not begun."""
    begins = now()
    made = opening.open_for_days(
        by=member_of(group, host), name=name, begins=begins, ends=begins + timedelta(days=days), after=after
    )
    return passed(made, hours_ago)


def passed(gathering: Gathering, hours: float) -> Gathering:
    """So many hours later, as far as this meeting goes."""
    by = timedelta(hours=hours)
    for one in Step.objects.filter(gathering=gathering):
        Step.objects.filter(pk=one.pk).update(at=one.at - by)
    kept = Gathering.objects.get(pk=gathering.pk)
    closed = kept.closed_at - by if kept.closed_at else None
    Gathering.objects.filter(pk=kept.pk).update(
        begins_at=kept.begins_at - by, ends_at=kept.ends_at - by, closed_at=closed
    )
    return Gathering.objects.select_related("group").get(pk=gathering.pk)


def said(
    gathering: Gathering, person: Person, words: str = SAID, *, minutes_ago: int = 0, **told: str
) -> Share:
    """A turn of theirs."""
    begun(gathering, person, words, **told)
    share, _stands = writing.post(draft=drafted(gathering, person))
    if minutes_ago:
        Share.objects.filter(pk=share.pk).update(posted_at=now() - timedelta(minutes=minutes_ago))
    return share


def begun(
    gathering: Gathering, person: Person, words: str = SAID, *, named: str = "alias", need: str = ""
) -> None:
    """What they began to write."""
    told = Told(words, Kind.TURN, need)
    by = member_of(gathering.group, person)
    writing.keep_draft(gathering=gathering, by=by, told=told, named=named)


def drafted(gathering: Gathering, person: Person) -> Draft:
    """Their draft. Raises AssertionError without one."""
    draft = writing.draft_of(gathering, member_of(gathering.group, person))
    assert draft is not None
    return draft


def serves(gathering: Gathering, person: Person, part: str) -> None:
    """They said yes to this."""
    mine = member_of(gathering.group, person)
    serving.ask(gathering=gathering, membership=mine, part=part)
    serving.say_yes(
        role=Role.objects.select_related("gathering", "membership__person").get(
            gathering=gathering, membership=mine, part=part
        )
    )


def worded(gathering: Gathering, person: Person, words: str, place: str = "question") -> Wording:
    """What they wrote in the chair."""
    by = member_of(gathering.group, person)
    wording.write(gathering=gathering, by=by, place=place, words=words)
    return Wording.objects.get(gathering=gathering, place=place)


def a_meeting_for_days(group: Group, host: Person, writer: Person, another: Person) -> dict[str, object]:
    """What stands in addresses: of `writer`, who said something, greets and is asked to lead; and drafts."""
    made = opened(group, host)
    turn = said(made, writer)
    serves(made, writer, "greeter")
    serving.ask(gathering=made, membership=member_of(group, writer), part="lead")
    for somebody in (writer, another):
        begun(made, somebody, "a line that is not said yet")
    return {
        "gathering_id": made.public_id,
        "step": "open",
        "part": "reader",
        "wording_id": worded(made, another, "What keeps you going at night?").public_id,
        "gathering-line.gathering_id": opened(group, host, "Last week", days=1, hours_ago=25).public_id,
        "gathering-role-yes.part": "lead",
        **dict.fromkeys(("gathering-role-return.part", "gathering-role-ending.part"), "greeter"),
        "turn-edit.share_id": turn.public_id,
    }
