"""A believable community of about twenty-five people who do not exist, for trying the place out."""

from django.db import transaction

from openchair.kit.clock import now
from openchair.people.codes import make
from openchair.people.models import Place
from openchair.project.demo.beside import load_companions, load_shared
from openchair.project.demo.cast import SIGN_INS, load_people
from openchair.project.demo.circles import load_groups
from openchair.project.demo.days import load_days
from openchair.project.demo.for_days import load_for_days
from openchair.project.demo.reminders import load_reminders
from openchair.project.demo.shared import load_shares
from openchair.project.demo.stories import load_stories
from openchair.project.demo.together import keep_them_here, load_together
from openchair.project.demo.trails import load_paths
from openchair.project.demo.welcomed import load_welcomed
from openchair.project.demo.year import keep_one_on, load_meetings
from openchair.project.ledger.closing import close

__all__ = ["SIGN_INS", "keep_one_on", "load"]


def load() -> None:
    """Load the community once; whenever it is started again, only its dates move to today."""
    if Place.here().ready_at is None:
        with transaction.atomic():
            people = load_people()
            groups = load_groups(people)
            load_meetings(groups)
            load_days(people)
            load_reminders(people, groups)
            place = Place(
                name="Open Chair",
                zone="Europe/London",
                country="GB",
                joining=Place.Joining.ANYONE,
                ready_at=now(),
            )
            place.save()
            load_paths(people, place)
            load_companions(people, groups, place)
            load_shared(people, groups, place)
            load_shares(people, groups)
            load_welcomed(people, groups)
            load_stories(people, groups)
            load_together(people, groups)
            load_for_days(people, groups)
            close(person=people["Lark"], code=make()[0], words_stay=True)
    keep_one_on()
    keep_them_here()
