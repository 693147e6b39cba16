"""Offers of companionship: for two weeks, for so many, and never "unavailable"."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from openchair.companions import offering
from openchair.companions.forgetting import forget
from openchair.companions.models import Offer
from openchair.companions.tests.scene import companions, membership
from openchair.groups.leaving import leave
from openchair.kit.clock import now
from openchair.people.models import Person
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Amara and Ben offer: she for one, he for two."""
    cast = the_cast()
    offering.offer(by=membership(cast.harbour, cast.amara), capacity=1)
    offering.offer(by=membership(cast.harbour, cast.ben), capacity=2)
    return cast


def offered(cast: Cast, to: Person) -> list[str]:
    """Who is listed to this person."""
    return [one.name for one in offering.offers_in(cast.harbour, offering.others(to, cast.harbour))]


def test_members_see_who_offers_but_not_themselves(cast: Cast) -> None:
    assert offered(cast, cast.chidi) == ["Amara", "Ben"]
    assert offered(cast, cast.ben) == ["Amara"]


def test_nobody_is_offered_to_whom_they_are_kept_apart_from(cast: Cast) -> None:
    assert offered(cast, cast.eli) == ["Ben"]
    assert "Eli" not in [one.alias for one in offering.others(cast.amara, cast.harbour)]
    assert "Amara" not in [one.alias for one in offering.others(cast.eli, cast.harbour)]


def test_one_that_is_full_is_not_listed(cast: Cast) -> None:
    companions(cast.harbour, cast.chidi, cast.amara)
    companions(cast.harbour, cast.chidi, cast.ben)
    assert offered(cast, cast.eli) == ["Ben"]
    assert offered(cast, cast.ben) == []


def test_offers_end_after_fourteen_days_or_when_taken_back(cast: Cast) -> None:
    offering.take_back(by=membership(cast.harbour, cast.amara))
    assert offered(cast, cast.chidi) == ["Ben"]
    with time_machine.travel(now() + timedelta(days=14, minutes=1)):
        assert offered(cast, cast.chidi) == []
        forget(now())
        assert not Offer.objects.exists()


def test_who_left_is_not_listed(cast: Cast) -> None:
    leave(membership=membership(cast.harbour, cast.ben))
    assert offered(cast, cast.chidi) == ["Amara"]


def test_the_database_keeps_to_one_to_five_and_to_one_offer_each(cast: Cast) -> None:
    for capacity in (0, 6):
        with pytest.raises(IntegrityError), transaction.atomic():
            Offer.objects.update(capacity=capacity)
    again = {"group": cast.harbour, "person": cast.ben, "capacity": 1, "until": now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.create(**again)
