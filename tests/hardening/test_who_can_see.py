"""Every page behind a door says who can see what stands on it."""

import pytest
from django.urls import resolve

from tests.cast import client_of
from tests.world import the_world

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_private_page_says_who_can_see_it() -> None:
    world = the_world()
    browser = client_of(world.amara)
    pages = world.private_pages()
    silent = {path for path in pages if 'class="audience"' not in browser.get(path).content.decode()}
    assert len(pages) > 60
    assert {resolve(path).url_name for path in silent} == set()
