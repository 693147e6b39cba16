"""What people do with an invitation: it is made, told, and opened."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Protocol

from django.test import Client

CODE_PAGE, GROUP_PAGE = "/invitation/", "/invitation/group/"


class Answer(Protocol):
    """What a test client brings back."""

    @property
    def status_code(self) -> int: ...
    @property
    def content(self) -> bytes: ...
    @property
    def cookies(self) -> Mapping[str, object]: ...
    @property
    def request(self) -> Mapping[str, object]: ...


def told_by(host: Client, place: str) -> tuple[str, str]:
    """The link and the code of a new invitation, as the page of its host shows them."""
    shown = said(host.post(place, {"submit_id": "one"}, follow=True))
    link, code = re.findall(r'class="said" id="(?:link|code)"[^>]*>([^<]*)<', shown)
    return unescape(link), code


def open_it(client: Client, typed: str) -> Answer:
    """The page that a code or a token leads to."""
    return client.post(CODE_PAGE, {"code": typed}, follow=True)


def said(answer: Answer) -> str:
    """The page's source."""
    return answer.content.decode()
