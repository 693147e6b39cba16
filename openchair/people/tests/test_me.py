"""Me: every way of one's own, under the heading where one looks for it."""

import re

import pytest
from django.urls import reverse

from openchair.people.models import Stewardship
from tests.cast import client_of, the_cast

pytestmark = pytest.mark.django_db


def ways_under(page: str) -> dict[str, list[str]]:
    """The addresses under each heading."""
    parts = re.split(r"<h2>(.*?)</h2>", page)[1:]
    return {
        heading: re.findall(r'href="(/[^"]*)"', rows.split("</section>")[0])
        for heading, rows in zip(parts[::2], parts[1::2], strict=True)
    }


def test_one_s_own_days_come_first_and_what_is_kept_comes_last() -> None:
    found = ways_under(client_of(the_cast().ben).get("/me/").content.decode())
    assert list(found) == ["My days", "How it is here", "Signing in", "What is kept about me"]
    assert reverse("paths") in found["My days"] and reverse("check-ins") in found["My days"]
    assert reverse("reminders") in found["How it is here"] and reverse("blocked") in found["How it is here"]
    assert reverse("my-passkeys") in found["Signing in"]
    assert reverse("going") in found["What is kept about me"]


def test_what_stewards_do_stands_apart_and_for_them_alone() -> None:
    cast = the_cast()
    Stewardship.objects.create(person=cast.amara)
    found = ways_under(client_of(cast.amara).get("/me/").content.decode())
    assert list(found)[-1] == "As a steward" and reverse("place") in found["As a steward"]
    assert sum(reverse("place") in ways for ways in found.values()) == 1
