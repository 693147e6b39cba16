"""What every page's frame needs: the place's name, the way around, the reader's look."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from openchair.people.preferences import chosen
from openchair.people.requests import place_of, visitor_of

THEMES = ("light", "dark")
# Pages of a part whose address begins with another word than the part's own.
ELSEWHERE = {"meetings": ("/rooms/",), "me": ("/place/", "/receipts/", "/reports/")}


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the bottom bar."""

    url: str
    label: str
    icon: str
    current: bool


def chrome(request: HttpRequest) -> dict[str, object]:
    """The context of the page's frame; works without a database."""
    visitor = visitor_of(request)
    theme = chosen(request, "theme")
    return {
        "place_name": place_of(request).name or "Open Chair",
        "visitor": visitor is not None,
        "nav": _nav(request) if visitor else [],
        "lang": translation.get_language() or "en",
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "theme": theme if theme in THEMES else "",
        "demo": settings.OPENCHAIR_DEMO,
        "languages": settings.LANGUAGES,
        "leave_target": reverse("blank"),
        "footer_links": [(reverse("about"), _("What is private")), (reverse("display"), _("Time zone"))],
    }


def _nav(request: HttpRequest) -> list[NavItem]:
    items = [
        (reverse("today"), _("Today"), "today"),
        (reverse("meetings"), _("Meetings"), "meetings"),
        (reverse("groups"), _("Groups"), "groups"),
        (reverse("me"), _("Me"), "me"),
    ]
    return [NavItem(url, label, icon, _is_under(request.path, icon, url)) for url, label, icon in items]


def _is_under(path: str, part: str, url: str) -> bool:
    return path.startswith((url, *ELSEWHERE.get(part, ())))
