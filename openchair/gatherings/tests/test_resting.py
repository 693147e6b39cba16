"""Whoever was asked to rest from writing without a name does not do it in a meeting either."""

import pytest
from django.urls import reverse

from openchair.gatherings.tests.scene import opened, said
from openchair.groups import resting
from openchair.groups.models import Norms
from openchair.people import limits
from tests.cast import client_of, the_cast

pytestmark = pytest.mark.django_db
TYPED = {"words": "on I go", "named": "nobody"}


def test_whoever_rests_says_nothing_without_a_name_nor_changes_it() -> None:
    limits.forget()
    cast = the_cast()
    Norms.objects.create(group=cast.harbour, unnamed="nobody")
    gathering, ben = opened(cast.harbour, cast.amara), client_of(cast.ben)
    turn = said(gathering, cast.ben, named="nobody")
    new, edit = (
        reverse("turn-new", args=[gathering.public_id]),
        reverse("turn-edit", args=[turn.public_id]),
    )
    assert 'value="nobody"' in ben.get(new).content.decode()
    resting.ask(group=cast.harbour, person=cast.ben.pk, reason="You wrote where somebody lives.")
    assert 'value="nobody"' not in ben.get(new).content.decode()
    answer = ben.post(edit, TYPED)
    assert answer.status_code == 422 and "under your name for a while" in answer.content.decode()
