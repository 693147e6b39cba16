"""What is told to a person about their own sign-in, on the next page of each of their sessions."""

from django.db import models

from openchair.people.models.person import Person
from openchair.people.models.session import Session


class AccountNotice(models.Model):
    """One kind of change, in one session, until that session says it has read it.

    A row for each session, so that whoever changed something cannot read the notice away for the others.
    With no session yet (`session` empty) it waits for the next ones, which each get a copy for a week.
    """

    class Kind(models.TextChoices):
        """What changed. The words for it are in `notices.py`."""

        SIGNED_IN = "in"
        WORDS = "words"
        CODES = "codes"
        CODE_USED = "code-used"
        PASSKEY = "passkey"
        PASSKEY_WAITS = "waits"
        PASSKEY_GONE = "gone"
        PASSKEY_COPIED = "copied"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="notices", null=True, blank=True
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField()  # the hour, no finer

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "kind"], name="one_notice_of_a_kind"),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(session=None),
                name="one_waiting_notice_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return "notice"
