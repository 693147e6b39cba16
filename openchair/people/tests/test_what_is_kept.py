"""No table has a place for who somebody is, where they are, or what they hold in their hand."""

import re

import pytest
from django.apps import apps
from django.db import models

from openchair.people.models import Session
from openchair.vault.fields import Sealed

pytestmark = pytest.mark.requirement("S03")

# Parts of a column's name; `place` and `zone` are the community's own and a chosen clock.
FORBIDDEN = """
ip addr address ipaddress remote referer referrer agent useragent browser device fingerprint
location geo lat lon latitude longitude city email mail phone telephone mobile sms
surname lastname firstname legal birth birthday born gender aaguid attestation transport transports
""".split()  # noqa: SIM905 - a list to read

# What somebody may give, so that they are told of things: sealed, and gone when they say so.
GIVEN = {("MailAddress", "address"), ("Sending", "mail_id"), ("Sending", "device_id")}


def parts(column: str) -> set[str]:
    """The words of a column's name."""
    return set(re.split(r"[_\d]+", column.lower())) | {column.lower()}


def columns() -> list[tuple[str, str]]:
    """Every column of every table of ours."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("openchair.")]
    return [(one.__name__, str(field.column)) for one in ours for field in one._meta.concrete_fields]


def test_no_column_holds_an_address_a_browser_or_a_place() -> None:
    found = columns()
    assert ("Session", "token_hash") in found and len(found) > 100
    assert {one for one in found if parts(one[1]) & set(FORBIDDEN)} == GIVEN
    assert isinstance(apps.get_model("notices", "MailAddress")._meta.get_field("address"), Sealed)
    kinds = (models.EmailField, models.GenericIPAddressField)
    assert not [one for one in apps.get_models() for field in one._meta.fields if isinstance(field, kinds)]


@pytest.mark.parametrize("column", ["ip", "last_ip", "user_agent", "email", "geo_lat", "device_name"])
def test_such_a_column_is_found(column: str) -> None:
    assert parts(column) & set(FORBIDDEN)


def test_a_session_has_these_columns_and_no_other() -> None:
    assert {str(field.column) for field in Session._meta.concrete_fields} == {
        *("id", "person_id", "token_hash", "earlier_hash", "mode", "began_at", "used_at", "new_until"),
        *("confirmed_at", "turned_at", "powers_at", "powers_used_at"),
    }
