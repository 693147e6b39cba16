"""Too many tries: kindly, with a way to help."""

from django.http import HttpRequest, HttpResponse

from openchair.kit.pages import page

WAIT = 60  # seconds


def in_a_moment(request: HttpRequest) -> HttpResponse:
    """429: please try again in a minute. It says the same to everyone."""
    answer = page(request, "people/in_a_moment.html", status=429)
    answer["Retry-After"] = str(WAIT)
    return answer
