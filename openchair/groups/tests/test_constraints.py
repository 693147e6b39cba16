"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, models, transaction

from openchair.groups.models import (
    Acceptance,
    Agreement,
    Departure,
    Invitation,
    JoinRequest,
    Membership,
    Removal,
)
from openchair.groups.models.invitation import USES
from openchair.kit.clock import now
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def refused(row: models.Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return True
    return False


def test_one_membership_each(cast: Cast) -> None:
    assert refused(Membership(group=cast.harbour, person=cast.ben, alias="Other"))
    assert not refused(Membership(group=cast.harbour, person=cast.dana, alias="Other"))


def test_one_alias_each(cast: Cast) -> None:
    assert refused(Membership(group=cast.harbour, person=cast.dana, alias="BÉN"))


def test_nobody_without_a_name(cast: Cast) -> None:
    assert refused(Membership(group=cast.harbour, person=cast.dana, alias=""))


def test_one_request_each(cast: Cast) -> None:
    assert not refused(JoinRequest(group=cast.harbour, person=cast.dana, alias="Dana"))
    assert refused(JoinRequest(group=cast.harbour, person=cast.dana, alias="Other"))


def test_one_agreement_a_version(cast: Cast) -> None:
    assert refused(Agreement(group=cast.harbour, version=1, words="Other."))
    assert not refused(Agreement(group=cast.harbour, version=2, words="Other."))


def test_accepted_once(cast: Cast) -> None:
    ben = cast.harbour.memberships.get(person=cast.ben)
    assert refused(Acceptance(membership=ben, agreement=cast.harbour.agreement))


def test_an_invitation_lets_in_from_none_to_ten(cast: Cast) -> None:
    def one(uses: int) -> Invitation:
        return Invitation(
            group=cast.harbour, token_hash=str(uses), code_hash=str(uses), expires_at=now(), uses_left=uses
        )

    assert refused(one(USES + 1)) and refused(one(-1))
    assert not refused(one(0)) and not refused(one(USES))


def test_no_removal_without_a_reason(cast: Cast) -> None:
    departure = Departure.objects.create(membership=cast.harbour.memberships.get(person=cast.ben))
    assert refused(Removal(departure=departure, group=cast.harbour, reason=""))
    assert not refused(Removal(departure=departure, group=cast.harbour, reason="You recorded a meeting."))
