"""A report: words somebody heard, copied and sealed, so that a host can look at them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from openchair.groups.models import Group, Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.sealing import derived_key, open_sealed, seal
from openchair.meetings.models import Occurrence
from openchair.people.models import Person

ALIAS_LENGTH = 30
KEPT_AFTER_ANSWER = timedelta(days=180)
KEPT_WITHOUT_ANSWER = timedelta(days=365)


class ReportQuerySet(models.QuerySet["Report"]):
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

    def waiting(self) -> Self:
        """Those at which nobody has looked."""
        return self.filter(answer=None)

    def old(self, moment: datetime) -> Self:
        """Those that have been kept long enough."""
        looked_at = Q(answer__at__lt=moment - KEPT_AFTER_ANSWER)
        return self.filter(looked_at | Q(answer=None, at__lt=moment - KEPT_WITHOUT_ANSWER))

    def get_or_404(self, **which: object) -> Report:
        """The one, or Http404."""
        found = self.select_related("group", "occurrence__series", "answer").filter(**which).first()
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

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="reports")
    occurrence = models.ForeignKey(Occurrence, null=True, on_delete=models.SET_NULL, related_name="reports")
    reporter = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="reports_told")
    about = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="reports_about")
    # The name under which they were met, which guests have for one meeting; empty once they were erased.
    alias = models.CharField(max_length=ALIAS_LENGTH, blank=True)
    told_to = models.CharField(max_length=10, choices=Readers.choices)
    utterance = models.CharField(max_length=32)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    words = models.BinaryField()  # sealed
    note = models.BinaryField()  # sealed, were it empty: its length tells no more than that
    at = models.DateTimeField(default=now)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["reporter", "utterance"], name="one_report_each"),
            models.CheckConstraint(condition=~Q(reporter=F("about")), name="nobody_reports_themselves"),
            models.CheckConstraint(condition=Q(told_to__in=["hosts", "stewards"]), name="report_told_to"),
            models.CheckConstraint(
                condition=Q(reason__in=["danger", "unkind", "sexual", "selling", "advice", "other"]),
                name="report_reason",
            ),
        ]

    def __str__(self) -> str:
        return "report"

    @property
    def said(self) -> str:
        """The words that were reported. Raises Tampered."""
        return open_sealed(self.words, key=case_key(self.pk), place=place(self.pk, "words"))

    @property
    def told(self) -> str:
        """What the reporter wrote beside them, or nothing. Raises Tampered."""
        return open_sealed(self.note, key=case_key(self.pk), place=place(self.pk, "note"))

    @property
    def was_looked_at(self) -> bool:
        """True once somebody answered it."""
        return hasattr(self, "answer")


def sealed(pk: UUID, field: str, words: str) -> bytes:
    """Words for the column `field` ("words" or "note") of the report with this primary key."""
    return seal(words, key=case_key(pk), place=place(pk, field))


def case_key(pk: UUID) -> bytes:
    """The key of one case alone."""
    return derived_key(f"report {pk}")


def place(pk: UUID, field: str) -> str:
    """Where sealed words of a report belong."""
    return f"report/{pk}/{field}"
