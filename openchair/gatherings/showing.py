"""A meeting that is open for days, as one member sees it on their own clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from openchair.gatherings import stepping, wording
from openchair.gatherings.models import Gathering, Role, Wording
from openchair.gatherings.models.wording import LINE
from openchair.gatherings.seeing import new_turns, turns_for, unanswered
from openchair.gatherings.serving import FREE, roles_of
from openchair.gatherings.stepping import Standing
from openchair.groups.models import Membership
from openchair.kit.clock import now
from openchair.meetings import saying
from openchair.people.blocking import apart_from
from openchair.people.models import Person, Reading, Wishes
from openchair.shares.models import Share
from openchair.shares.seeing import Reader, reader_of
from openchair.shares.showing import Card, cards_of, given_by, with_replies

MOST: Final = 20
MOST_UNANSWERED: Final = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One turn: what its writer does here, and whether they write in the group for the first time."""

    card: Card
    part: str
    is_first: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """One part, who has it, who is asked, and what the reader can do about it."""

    part: str
    label: str
    name: str
    mine: bool
    asked: str
    asks_me: bool
    is_free: bool


@dataclass(frozen=True)
class View:
    """Who looks on, in which meeting, on which clock."""

    person: Person
    mine: Membership
    gathering: Gathering
    zone: ZoneInfo

    @cached_property
    def reader(self) -> Reader:
        """As a reader of the group's shares."""
        return reader_of(self.person, [self.mine])

    @cached_property
    def steps(self) -> Sequence[Standing]:
        """The run-sheet, in the words that this reader reads."""
        return stepping.run_sheet_of(self.gathering, self._wordings)

    @property
    def current(self) -> Standing | None:
        """The step that stands now."""
        return stepping.current(list(self.steps))

    @property
    def next(self) -> Standing | None:
        """The step that comes next."""
        return stepping.coming(list(self.steps))

    @property
    def last(self) -> Standing | None:
        """The last step, with the closing words."""
        return self.steps[-1] if self.steps else None

    @property
    def line(self) -> Wording | None:
        """With which it was closed."""
        return self._wordings.get(LINE)

    @property
    def puts_right(self) -> bool:
        """May they write other words? As `gathering.put_right` says."""
        return self.mine.is_host if self.gathering.is_over else self.runs

    @property
    def moves_on(self) -> bool:
        """May the chair let the next step come now? The last comes by closing."""
        return self.gathering.is_open and self.next is not None and not self.next.is_closing

    @cached_property
    def roles(self) -> Sequence[Role]:
        """Held and asked, of people who are here."""
        return roles_of(self.gathering)

    @cached_property
    def duties(self) -> list[Duty]:
        """All parts, whoever has them."""
        apart = apart_from(self.person)
        return [self._duty(part, apart) for part in Role.Part]

    def holds(self, *parts: str) -> bool:
        """Does the reader have one of these parts?"""
        return any(one.since and one.membership_id == self.mine.pk for one in self.roles if one.part in parts)

    @property
    def runs(self) -> bool:
        """Has the chair, or hosts the group."""
        return self.mine.is_host or self.holds(Role.Part.CHAIR)

    @property
    def greets(self) -> bool:
        """Sees who has not been answered."""
        return self.runs or self.holds(Role.Part.GREETER)

    def said(self, moment: datetime) -> str:
        """A day and a time on the reader's clock: "Today 20:00", "Tuesday 24 November 20:00"."""
        return f"{saying.day(moment, self.zone, now())} {saying.hour(moment, self.zone)}"

    @property
    def clock(self) -> str:
        """Whose clock it is."""
        return saying.zone_words(self.zone.key)

    def sheet(self, number: str | None) -> tuple[list[Line], Page[Share]]:
        """Twenty turns at most, those that can be read and are not left out."""
        found = with_replies(turns_for(self.reader, self.gathering), self.person.pk)
        sheet = Paginator(found, MOST).get_page(number)
        rows = list(sheet)
        for one in rows:
            one.group = self.gathering.group
        cards = cards_of(self.reader, rows, self.zone, self._topics, given_by(self.reader, rows))
        return [self._line(card) for card in cards], sheet

    def first_new(self) -> tuple[str, int] | None:
        """The id of the first turn that is new since they said they had read, and its page; None without."""
        since = self._wishes.read_until
        first = new_turns(self.reader, self.gathering, since).first() if since else None
        if first is None or first.posted_at is None or first.turn.leads:
            return None
        before = turns_for(self.reader, self.gathering)
        earlier = before.filter(posted_at__lt=first.posted_at, turn__leads=False).count()
        leads = before.filter(turn__leads=True).count()
        return first.public_id, (earlier + leads) // MOST + 1

    @cached_property
    def waiting(self) -> list[Card]:
        """Turns that nobody has answered, the oldest first, without what the reader leaves out."""
        found = list(unanswered(self.reader, self.gathering).with_writers()[:MOST_UNANSWERED])
        for one in found:
            one.group = self.gathering.group
        return cards_of(self.reader, found, self.zone, self._topics)

    @property
    def leaves_out(self) -> bool:
        """Does the reader leave topics out? Then an empty list does not say that nobody waits."""
        return bool(self._topics)

    @cached_property
    def _wordings(self) -> Mapping[str, Wording]:
        return wording.read_by(self.person, self.gathering)

    @cached_property
    def _wishes(self) -> Wishes:
        return Reading.of(self.person)

    @property
    def _topics(self) -> Sequence[str]:
        return self._wishes.topics

    @cached_property
    def _parts(self) -> Mapping[UUID, str]:
        return {one.membership_id: str(Role.Part(one.part).label) for one in self.roles if one.since}

    def _line(self, card: Card) -> Line:
        share, named = card.share, card.share.named == Share.Named.ALIAS
        part = self._parts.get(share.membership_id, "") if named else ""
        again, leads = getattr(share, "writes_again", True), share.turn.leads
        return Line(card, part, named and not again and not card.mine, leads)

    def _duty(self, part: Role.Part, apart: Iterable[UUID]) -> Duty:
        of_part = [one for one in self.roles if one.part == part]
        held = next((one for one in of_part if one.since), None)
        asked = next((one for one in of_part if one.since is None), None)
        free = held is None and part in FREE and not self.gathering.is_over
        mine = held is not None and held.membership_id == self.mine.pk
        asks_me = asked is not None and asked.membership_id == self.mine.pk
        label, name = str(part.label), _name(held, apart)
        name = name or (_("The hosts") if part == Role.Part.CHAIR else "")
        return Duty(part, label, name, mine, _name(asked, apart), asks_me, free)


def _name(role: Role | None, apart: Iterable[UUID]) -> str:
    """Whoever does not meet them is not told who it is."""
    if role is None:
        return ""
    return _("A member") if role.membership.person_id in set(apart) else role.membership.alias
