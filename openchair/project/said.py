"""The one quiet line for the next page travels in a cookie with the same care as the others (S39)."""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse


class Said(CookieStorage):
    """Under `__Host-` wherever the place is served by HTTPS; gone with the browser."""

    def __init__(self, request: HttpRequest) -> None:
        self.cookie_name = f"{'__Host-' if settings.SECURE else ''}said"
        super().__init__(request)

    def _update_cookie(self, encoded_data: str | None, response: HttpResponse) -> None:
        """As Django does, but a cookie that is not there is not deleted with each page."""
        if encoded_data or self.cookie_name in self.request.COOKIES:
            super()._update_cookie(encoded_data, response)  # type: ignore[misc]
