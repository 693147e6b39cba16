"""That somebody looked at a report, and what they did."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.kit.clock import now
from openchair.people.models import Person
from openchair.safety.models.report import Report


class Answer(models.Model):
    """One for each report: the first stands."""

    class Done(models.TextChoices):
        """What was done, in a code: about people nothing is written down here."""

        TALKED = "talked", _("Talked with the person")
        HELPED = "helped", _("Helped somebody to find help")
        PUT_OUT = "put-out", _("Put the words out of sight")
        RESTED = "rested", _("Asked whoever wrote it to rest")
        KEPT_OUT = "kept-out", _("Kept them out of a meeting")
        REMOVED = "removed", _("Removed them from the group")
        NOTHING = "nothing", _("Looked, and nothing more was needed")
        OTHER = "other", _("Something else")

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="answer")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="report_answers")
    done = models.CharField(max_length=10, choices=Done.choices)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    done__in=[
                        *("talked", "helped", "put-out", "rested", "kept-out"),
                        *("removed", "nothing", "other"),
                    ]
                ),
                name="answer_done",
            )
        ]

    def __str__(self) -> str:
        return "answer"
