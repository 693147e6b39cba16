"""Help now and the way to leave stand on every page, for everybody, until one has left."""

import pytest
from django.test import Client
from django.urls import resolve, reverse

from tests.cast import client_of
from tests.world import the_world

pytestmark = pytest.mark.django_db(transaction=True)
# Where one is after leaving: a page that says nothing about this place, and so has no way to it.
LEFT = {"blank", "leave-site"}


def test_help_now_and_leaving_are_on_every_page() -> None:
    world = the_world()
    private, public = world.private_pages(), world.public_pages()
    assert len(private) > 60 and len(public) > 10
    amara, stranger = client_of(world.amara), Client()
    pages = [(amara, path) for path in private] + [(stranger, path) for path in public]
    shut = {resolve(path).url_name for browser, path in pages if not has_ways_out(browser, path)}
    assert shut == LEFT


def has_ways_out(browser: Client, path: str) -> bool:
    """A link to help, and a form with a button that leaves the site."""
    page = browser.get(path).content.decode()
    form = page.partition(f'<form method="post" action="{reverse("leave-site")}"')[2].partition("</form>")[0]
    return f'href="{reverse("help-now")}"' in page and "<button" in form
