"""What a person is told on this site."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.notices.kinds import OWN
from openchair.people.models import Person
from openchair.vault.rules import coded


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by whether they still stand."""

    def standing(self, moment: datetime) -> Self:
        """Those that are not past their time, the newest first."""
        return self.filter(expires_at__gt=moment).order_by("-told_at", "pk")


class Notice(models.Model):
    """That there is something: its kind and its subject. The words and the link are made when it is shown."""

    public_id = coded(
        models.CharField(max_length=ids.PUBLIC_ID_LENGTH, unique=True, default=ids.public_id, editable=False)
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="told")
    kind = coded(models.CharField(max_length=20))
    subject = coded(models.CharField(max_length=ids.PUBLIC_ID_LENGTH, default=OWN))
    told_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField(db_index=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "kind", "subject"], name="one_notice_of_a_thing"),
            models.CheckConstraint(name="notice_expires_later", condition=Q(expires_at__gt=F("told_at"))),
        )

    def __str__(self) -> str:
        return "notice"
