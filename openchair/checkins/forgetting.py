"""What was taken back or replaced is kept for undoing, and then no longer."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from openchair.checkins.models import Earlier, Habit, Plan, Pledge, Worksheet
from openchair.notices import reminding

KEPT_FOR: Final = timedelta(days=30)


def forget(moment: datetime) -> None:
    """Delete what has been kept long enough. Safe to repeat."""
    day = (moment - KEPT_FOR).date()
    Pledge.objects.exclude(pk__in=Pledge.objects.standing(moment)).delete()
    Earlier.objects.older_than(day).delete()
    _forget_habits(day)
    Plan.objects.filter(put_away_on__lt=day).delete()
    Worksheet.objects.filter(taken_back_on__lt=day).delete()


@transaction.atomic
def _forget_habits(day: date) -> None:
    """And what reminded of them, which until then waits to be taken up again with its habit."""
    over = Habit.objects.filter(let_go_on__lt=day).select_related("person")
    for habit in over:
        reminding.forget(person=habit.person, subject=habit.public_id)
    over.delete()
