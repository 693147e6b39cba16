"""Help now shows a meeting one can go to."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from openchair.meetings.tests.recipes import NOW, harbour, series_at
from tests.cast import Cast, client_of
from tests.reading import stands


def test_help_now_shows_meetings_that_are_on_and_soon_without_an_account(place: None) -> None:
    here = harbour()
    series_at(here, NOW + timedelta(minutes=30), name="Soon here")
    series_at(here, NOW, name="Here now")
    series_at(here, NOW + timedelta(hours=5), name="Tonight")
    shown = Client().get(reverse("help-now")).content.decode()
    assert "On now, 12:00–13:00, UTC" in shown and "Soon: 12:30–13:30, UTC" in shown
    assert shown.index("Here now") < shown.index("Soon here") and "Tonight" not in shown


def test_help_now_keeps_the_meetings_of_a_group_from_outsiders(cast: Cast) -> None:
    series_at(cast.harbour, NOW, name="Ours")
    assert "Ours" in client_of(cast.ben).get(reverse("help-now")).content.decode()
    assert not stands("Ours", client_of(cast.dana).get(reverse("help-now")).content.decode())
