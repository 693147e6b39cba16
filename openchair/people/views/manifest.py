"""What a home screen is told about this place: a name and an icon that say nothing."""

from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.discretion import Icon
from openchair.people.requests import Request, open_to_all

KIND = "application/manifest+json"


@open_to_all
def manifest(request: Request, icon: str) -> HttpResponse:  # noqa: ARG001 - the same for everyone
    """The manifest (W3C). Browsers fetch it without cookies, so the icon is in its address."""
    if icon not in Icon.values:
        raise Http404
    told = {
        **dict.fromkeys(("name", "short_name"), _("Notes")),
        "id": "/",
        "start_url": reverse("today"),
        "scope": "/",
        "display": "minimal-ui",
        **dict.fromkeys(("background_color", "theme_color"), "#fbf8f2"),
        "icons": [
            {"src": static(f"ui/icons/{icon}.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static(f"ui/icons/{icon}.png"), "sizes": "180x180", "type": "image/png"},
        ],
    }
    return JsonResponse(told, content_type=KIND)
