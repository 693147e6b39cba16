"""Making a plan for seven days, ticking it off, and putting it away."""

from datetime import date

from django.db import transaction

from openchair.checkins.models import Plan
from openchair.checkins.models.plan import Line
from openchair.people.models import Person


def plan_of(person: Person) -> Plan | None:
    """The newest plan that was not put away."""
    return Plan.objects.filter(person=person).standing().first()


@transaction.atomic
def make(*, person: Person, day: date, lines: list[Line]) -> Plan:
    """A plan from today on. While one is on, it is that one which changes."""
    now_on = plan_of(person)
    if now_on is None or not now_on.is_on(day):
        now_on = Plan.objects.filter(person=person, begins=day).first() or Plan(person=person, begins=day)
    now_on.told, now_on.put_away_on = Plan.kept(lines), None
    now_on.save()
    return now_on


def tick(*, plan: Plan, done: set[int]) -> None:
    """These lines, by their places, are done; the others are not, or not yet."""
    lines = [Line(one.what, one.when, one.who, done=place in done) for place, one in enumerate(plan.lines)]
    plan.told = Plan.kept(lines)
    plan.save(update_fields=["told"])


def put_away(*, plan: Plan, day: date) -> None:
    """Out of sight; for 30 days it can be brought back."""
    plan.put_away_on = day
    plan.save(update_fields=["put_away_on"])


def bring_back(*, person: Person) -> bool:
    """The plan that was put away last. False when there is none."""
    plan = (
        Plan.objects.filter(person=person, put_away_on__isnull=False)
        .order_by("-put_away_on", "-begins")
        .first()
    )
    if plan is None:
        return False
    plan.put_away_on = None
    plan.save(update_fields=["put_away_on"])
    return True
