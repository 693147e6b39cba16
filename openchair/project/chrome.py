"""What every page's frame needs: the place's name, the way around, the reader's look."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from openchair.kit.ways import way
from openchair.people.discretion import covers, icon_of, leave_target, titles_are_notes
from openchair.people.notices import news_of
from openchair.people.preferences import chosen
from openchair.people.requests import place_of, visitor_of
from openchair.project.apart import THEMES

# Pages of a part whose address begins with another word than the part's own.
ELSEWHERE = {
    "today": ("/moments/",),
    "meetings": ("/rooms/",),
    "groups": ("/shares/", "/stories/", "/open-for-days/", "/turns/"),
    "me": (
        *("/place/", "/receipts/", "/reports/"),
        *("/companions/", "/paths/", "/check-ins/", "/habits/", "/plan/", "/worksheets/"),
    ),
}


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
        "news": news_of(request),
        "languages": settings.LANGUAGES,
        "leave_target": leave_target(request),
        "plain_titles": titles_are_notes(request),
        "tab_icon": icon_of(request),
        "covered": covers(request),
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),  # one for all forms of a page
        "footer_links": [(way("about"), _("What is private")), (way("display"), _("Time zone"))],
    }


def _nav(request: HttpRequest) -> list[NavItem]:
    items = [
        (way("today"), _("Today"), "today"),
        (way("meetings"), _("Meetings"), "meetings"),
        (way("groups"), _("Groups"), "groups"),
        (way("me"), _("Me"), "me"),
    ]
    return [NavItem(url, label, icon, _is_under(request.path, icon, url)) for url, label, icon in items]


def _is_under(path: str, part: str, url: str) -> bool:
    return path.startswith((url, *ELSEWHERE.get(part, ())))
