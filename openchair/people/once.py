"""The same form sent twice, or twenty times at once, has one effect (S18)."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.db import IntegrityError, transaction
from django.http import HttpResponse

from openchair.kit.pages import WHILE_WRITING, SeeOther
from openchair.people.in_line import in_turn
from openchair.people.models import Submission
from openchair.people.requests import Request, session_of

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]


class _Came(Exception):
    """Carries a page that is no success out of the transaction, so that the form may be sent again."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer


def once(view: View[P]) -> View[P]:
    """Run a POST in one transaction, remembered by its `submit_id`; a repeat gets the first one's way on.

    Put it under the door (`signed_in` or `open_to_all`), over the view. A form without `submit_id` runs
    each time.
    """

    @wraps(view)
    def guarded(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = _key(request)
        if key is None:
            if request.method != "POST":
                return view(request, *args, **kwargs)
            with in_turn():
                return view(request, *args, **kwargs)
        try:
            with in_turn(), transaction.atomic():
                with transaction.atomic():
                    sent = Submission.objects.create(key=key, led_to="")
                return _kept(sent, view(request, *args, **kwargs))
        except _Came as came:
            return came.answer
        except IntegrityError:
            earlier = Submission.objects.filter(key=key).first()
            if earlier is None:
                raise
            return SeeOther(earlier.led_to)

    return guarded


def _key(request: Request) -> str | None:
    by_itself = request.POST.get("press") == WHILE_WRITING  # the form is not sent yet
    submit_id = "" if by_itself or request.method != "POST" else request.POST.get("submit_id", "")
    if not submit_id:
        return None
    session = session_of(request)
    who = session.person_id if session else ""
    return hashlib.sha256(f"{who}\n{request.path}\n{submit_id}".encode()).hexdigest()


def _kept(sent: Submission, answer: HttpResponse) -> HttpResponse:
    if answer.status_code not in (302, 303):
        raise _Came(answer)
    sent.led_to = answer["Location"]
    sent.save(update_fields=["led_to"])
    return answer
