"""Whoever asked to join learns on Today that the hosts said yes, and only while it is so."""

import pytest

from openchair.groups.joining import accept
from openchair.groups.leaving import leave
from openchair.notices import showing
from openchair.notices.models import Notice
from tests.cast import client_of, the_cast
from tests.recipes import ask

pytestmark = pytest.mark.django_db


def test_the_hosts_said_yes_and_it_stands_on_today() -> None:
    cast = the_cast()
    membership = accept(asked=ask(cast.harbour, cast.dana, "Dana"))
    page = client_of(cast.dana).get("/today/").content.decode()
    assert "You are welcome in Harbour. The hosts let you in." in page
    leave(membership=membership)
    assert showing.told_to(cast.dana) == [] and Notice.objects.count() == 1
