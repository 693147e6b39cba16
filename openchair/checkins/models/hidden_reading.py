"""That somebody does not want to read what their plots may mean."""

from django.db import models

from openchair.people.models import Person


class HiddenReading(models.Model):
    """There is one, or there is none: then a sentence stands above the plots."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="hidden_reading"
    )

    def __str__(self) -> str:
        return "hidden reading"
