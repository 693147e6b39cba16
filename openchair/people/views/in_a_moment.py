"""Too many tries, or too many people at once: kindly, with a way to help."""

from django.http import HttpRequest, HttpResponse

from openchair.kit.pages import page
from openchair.people.hashing import SOON

WAIT = 60  # seconds


def in_a_moment(request: HttpRequest) -> HttpResponse:
    """429: please try again in a minute. It says the same to everyone."""
    answer = page(request, "people/in_a_moment.html", status=429)
    answer["Retry-After"] = str(WAIT)
    return answer


def soon(answer: HttpResponse) -> HttpResponse:
    """503: the form as it was sent, without its words, to be sent again when fewer people are at it."""
    answer.status_code = 503
    answer["Retry-After"] = str(SOON)
    return answer
