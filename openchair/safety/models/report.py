"""A report: words somebody heard, copied and sealed, so that a host can look at them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.meetings.models import Occurrence
from openchair.people.models import Person
from openchair.vault.fields import ITSELF, Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import coded

ALIAS_LENGTH = 30
MOST_WORDS = 48_000  # signs: the longest story, its title and its headings
NOTE_LENGTH = 1000
KEPT_AFTER_ANSWER = timedelta(days=180)
KEPT_WITHOUT_ANSWER = timedelta(days=365)


class ReportQuerySet(SealedQuerySet["Report"]):
    """Reports by who may look at them. Nobody is ever shown one about themselves."""

    def for_host(self, person: Person, group: Group) -> Self:
        """Those of the group that this host may look at; ask first whether they host it."""
        return self.filter(group=group, told_to=Report.Readers.HOSTS).exclude(about=person)

    def for_steward(self, person: Person) -> Self:
        """Those that no host could look at; ask first whether they keep this place."""
        return self.without_host().exclude(about=person)

    def without_host(self) -> Self:
        """Those told to stewards, those about a host who is the last by now, and those of closed groups."""
        hosts = Membership.objects.hosts().filter(group=OuterRef("group"))
        alone = Q(about__isnull=False) & ~Exists(hosts.exclude(person=OuterRef("about")))
        return self.filter(Q(told_to=Report.Readers.STEWARDS) | Q(group__closing__isnull=False) | alone)

    def told_of_by(self, person: Person, key: str | OuterRef) -> Self:
        """Those by this person, of the words of this key."""
        return self.filter(reporter=person, utterance=key)

    def waiting(self) -> Self:
        """Those at which nobody has looked."""
        return self.filter(answer=None)

    def old(self, moment: datetime) -> Self:
        """Those that have been kept long enough."""
        looked_at = Q(answer__at__lt=moment - KEPT_AFTER_ANSWER)
        return self.filter(looked_at | Q(answer=None, at__lt=moment - KEPT_WITHOUT_ANSWER))

    def with_names(self) -> Self:
        """With what `goes_by` looks at, so that a list asks the database once."""
        return self.select_related("about__closure", "about__erasure")

    def get_or_404(self, **which: object) -> Report:
        """The one, or Http404."""
        found = (
            self.with_names().select_related("group", "occurrence__series", "answer").filter(**which).first()
        )
        if found is None:
            raise Http404
        return found


class Report(models.Model):
    """`reporter` is for their own receipt and for nobody else: no page of a host or steward reads it."""

    class Readers(models.TextChoices):
        """Whom the reporter was told would look at it. Nobody can change that by making somebody a host."""

        HOSTS = "hosts", _("the hosts")
        STEWARDS = "stewards", _("the people who keep this place")

    class Reason(models.TextChoices):
        """What is wrong with the words, as whoever heard them sees it."""

        DANGER = "danger", _("Somebody sounds in danger")
        UNKIND = "unkind", _("Unkind or attacking")
        SEXUAL = "sexual", _("Sexual")
        SELLING = "selling", _("Selling something, or fishing for contact")
        ADVICE = "advice", _("Advice or answers nobody asked for")
        OTHER = "other", _("Something else")

    class Where(models.TextChoices):
        """How the words came to be met: for whoever reads the report, what to call them and who said them."""

        ROOM = "room", _("said in a room")
        SHARE = "share", _("shared in the group")
        UNNAMED = "unnamed", _("shared without a name")
        VEILED = "veiled", _("shared without a name; only hosts see it")
        AMONG = "among", _("said among those who welcome people")
        TOPIC = "topic", _("chosen as a topic")
        CHAIR = "chair", _("written by the chair of a meeting that is open for days")

        @property
        def hides_readers(self) -> bool:
            """Do members see no name? Then saying that no other host looks would tell it."""
            return self in {Report.Where.UNNAMED, Report.Where.VEILED}

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="reports")
    occurrence = models.ForeignKey(Occurrence, null=True, on_delete=models.SET_NULL, related_name="reports")
    reporter = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="reports_told")
    about = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="reports_about")
    # The name under which they were met, which guests have for one meeting; empty once they were erased.
    alias = Sealed(by=ITSELF, kind="case", max_length=ALIAS_LENGTH, blank=True)
    told_to = models.CharField(max_length=10, choices=Readers.choices)
    where = models.CharField(max_length=10, choices=Where.choices, default=Where.ROOM)
    said_on = models.DateField(null=True, blank=True)  # the day of a share; a meeting has its own
    utterance = coded(models.CharField(max_length=32))
    reason = models.CharField(max_length=10, choices=Reason.choices)
    # Under the key of the case alone: who said the words can erase theirs, and these stay until their day.
    words = Sealed(by=ITSELF, kind="case", max_length=MOST_WORDS)
    note = Sealed(by=ITSELF, kind="case", max_length=NOTE_LENGTH, blank=True)
    at = models.DateTimeField(default=now)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["reporter", "utterance"], name="one_report_each"),
            models.CheckConstraint(condition=~Q(reporter=F("about")), name="nobody_reports_themselves"),
            models.CheckConstraint(condition=Q(told_to__in=["hosts", "stewards"]), name="report_told_to"),
            models.CheckConstraint(
                condition=Q(where__in=["room", "share", "unnamed", "veiled", "among", "topic", "chair"]),
                name="report_where",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["danger", "unkind", "sexual", "selling", "advice", "other"]),
                name="report_reason",
            ),
        ]

    def __str__(self) -> str:
        return "report"

    @property
    def hides_readers(self) -> bool:
        """See `Where.hides_readers`."""
        return self.Where(self.where).hides_readers

    @property
    def goes_by(self) -> str:
        """Their name in that meeting; empty once they closed the account, or asked to be erased.

        Of words without a name it says the same as ever, or whoever goes would be known by it.
        """
        if self.where == self.Where.UNNAMED:
            return str(_("A member who gave no name"))
        has_gone = self.about is None or hasattr(self.about, "closure") or hasattr(self.about, "erasure")
        return "" if has_gone else self.alias

    @property
    def is_of_a_meeting(self) -> bool:
        """Were the words met on one date of a meeting?"""
        return self.where in {self.Where.ROOM, self.Where.TOPIC}

    def day_in(self, zone: ZoneInfo) -> date:
        """When the words were said: of a meeting the day it began on, of a share the day it was posted."""
        if self.said_on:
            return self.said_on
        return (self.occurrence.starts_at if self.occurrence else self.at).astimezone(zone).date()

    @property
    def was_looked_at(self) -> bool:
        """True once somebody answered it."""
        return hasattr(self, "answer")
