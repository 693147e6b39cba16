"""The one quiet line for the next page travels in a cookie with the same care as the others (S39)."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class Said(CookieStorage):
    """Under `__Host-` wherever the place is served by HTTPS; gone with the browser."""

    cookie_name = f"{'__Host-' if settings.SECURE else ''}said"
