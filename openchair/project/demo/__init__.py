"""A believable community of about twenty-five people who do not exist, for trying the place out."""

from django.db import transaction

from openchair.kit.clock import now
from openchair.people.models import Place
from openchair.project.demo.cast import SIGN_INS, load_people
from openchair.project.demo.circles import load_groups
from openchair.project.demo.year import keep_one_on, load_meetings

__all__ = ["SIGN_INS", "keep_one_on", "load"]


def load() -> None:
    """Load the community once; whenever it is started again, only its dates move to today."""
    if Place.here().ready_at is None:
        with transaction.atomic():
            people = load_people()
            groups = load_groups(people)
            load_meetings(groups)
            Place(
                name="Open Chair",
                zone="Europe/London",
                country="GB",
                joining=Place.Joining.ANYONE,
                ready_at=now(),
            ).save()
    keep_one_on()
