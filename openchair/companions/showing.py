"""What somebody lets one companion see, item by item."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from openchair.companions.models import Companionship, Showing
from openchair.companions.models.showing import CONSENT_STANDS
from openchair.kit.clock import now
from openchair.people.models import Person


def shown(*, companionship: Companionship, by: Person) -> set[str]:
    """The items that `by` lets the other see now."""
    mine = Showing.objects.standing(now()).filter(companionship=companionship, person=by)
    return set(mine.values_list("item", flat=True))


@transaction.atomic
def show(*, companionship: Companionship, by: Person, items: Collection[str]) -> None:
    """These and nothing else, for 90 days from now. Nobody is told."""
    Showing.objects.filter(companionship=companionship, person=by).exclude(item__in=items).delete()
    for item in items:
        Showing.objects.update_or_create(
            companionship=companionship, person=by, item=item, defaults={"until": now() + CONSENT_STANDS}
        )


def until(*, companionship: Companionship, by: Person) -> datetime | None:
    """When `by` is asked again; None while nothing is shown."""
    mine = Showing.objects.standing(now()).filter(companionship=companionship, person=by)
    return mine.order_by("until").values_list("until", flat=True).first()
