"""Words that can be told of besides those of a room: what is copied, how they leave one's sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from openchair.groups.models import Group
from openchair.groups.models.norms import Named
from openchair.meetings.models import Occurrence, Topic
from openchair.people.models import Person
from openchair.safety.models import Report
from openchair.shares import turning as from_shares
from openchair.shares.models import Reply, Share
from openchair.stories import turning as from_stories
from openchair.stories.models import Story

WHERE = Report.Where
_WHERE: dict[str, Report.Where] = {
    Named.ALIAS: WHERE.SHARE,
    Named.HOSTS: WHERE.VEILED,
    Named.NOBODY: WHERE.UNNAMED,
}


def leaves_by_itself(_person: Person) -> None:
    """For words whose place asks whether somebody told of them: see `Report.told_of_by`."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Words of somebody, whatever they stand in. Places above this floor make their own.

    `key` is unlike that of any other words. `alias` is empty where hosts are shown no name. `hide` puts the
    words out of one person's sight.
    """

    key: str
    group: Group
    about: UUID
    alias: str
    words: str
    where: Report.Where
    hide: Callable[[Person], None] = leaves_by_itself
    said_on: date | None = None
    occurrence: Occurrence | None = None

    @property
    def hides_readers(self) -> bool:
        """See `Report.Where.hides_readers`."""
        return self.where.hides_readers


def of_share(what: Share | Reply) -> Subject:
    """Of a share all it says, or of a reply. One without a name comes to hosts without one."""
    share = what.share if isinstance(what, Reply) else what
    where = _WHERE[share.named if share.person_id == what.person_id else Named.ALIAS]
    told = what.words if isinstance(what, Reply) else (what.says.words if what.says else "")
    return Subject(
        key=what.public_id,
        group=what.group,
        about=what.person_id,
        alias="" if where == WHERE.UNNAMED else what.membership.called,
        words=told,
        where=where,
        hide=partial(_hide_share, what),
        said_on=what.posted_at.date() if what.posted_at else None,
    )


def of_story(story: Story) -> Subject:
    """All of a story, as of a share."""
    told, where = story.says, _WHERE[story.named]
    return Subject(
        key=story.public_id,
        group=story.group,
        about=story.person_id,
        alias="" if where == WHERE.UNNAMED else story.membership.called,
        words=told.text if told else "",
        where=where,
        hide=partial(_hide_story, story),
        said_on=story.placed_at.date() if story.placed_at else None,
    )


def of_topic(topic: Topic) -> Subject:
    """What one date of a meeting is to be about."""
    return Subject(
        key=topic.key,
        group=topic.group,
        about=topic.person_id,
        alias=topic.membership.alias,
        words=topic.words,
        where=WHERE.TOPIC,
        occurrence=topic.occurrence,
    )


def _hide_share(what: Share | Reply, person: Person) -> None:
    from_shares.hide(person=person, what=what)


def _hide_story(story: Story, person: Person) -> None:
    from_stories.hide(person=person, story=story)
