"""That somebody agreed to the house rules: to which version, on which day."""

from django.db import models

from openchair.people.models.farewell import today
from openchair.people.models.person import Person


class Consent(models.Model):
    """Given by joining, taken back by closing the account or being erased."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    version = models.PositiveSmallIntegerField()  # of the house rules, as they were read
    on = models.DateField(default=today)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "version"], name="one_consent_a_version"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="consent_to_a_version"),
        ]

    def __str__(self) -> str:
        return "consent"
