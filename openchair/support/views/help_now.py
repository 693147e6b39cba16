"""Help now: open to all, needs no script, no cookie and no database."""

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from openchair.kit.pages import page
from openchair.people.preferences import chosen
from openchair.people.requests import Request, open_to_all
from openchair.support.choice import COOKIE, country_of, languages_of
from openchair.support.help import countries, help_for, known_country
from openchair.support.offers import offers
from openchair.support.rows import emergency_row, line_rows


@require_safe
@open_to_all
def show(request: Request) -> HttpResponse:
    """The page for the hard hour."""
    language = translation.get_language() or "en"
    found = help_for(country_of(request), languages_of(request))
    return page(
        request,
        "support/help_now.html",
        emergency=emergency_row(found, language),
        lines=line_rows(found, language),
        general=found.general,
        countries=countries(language),
        asked=known_country(request.GET.get("country", "")),
        remembered=chosen(request, COOKIE),
        offers=offers(request),
    )


@require_safe
@open_to_all
def overdose(request: Request) -> HttpResponse:
    """What to do when somebody took too much."""
    language = translation.get_language() or "en"
    found = help_for(country_of(request))
    return page(
        request,
        "support/overdose.html",
        emergency=emergency_row(found, language),
        asked=known_country(request.GET.get("country", "")),
    )
