"""The same form sent twice, or twenty times at once, has one effect (S18)."""

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Concatenate, Final, ParamSpec

from django.db import IntegrityError, transaction
from django.http import HttpResponse

from openchair.kit.ids import public_id_of
from openchair.kit.pages import WHILE_WRITING, SeeOther
from openchair.people.in_line import in_turn
from openchair.people.models import Submission
from openchair.people.requests import Request, session_of

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]
Act = Callable[[], object]

log = logging.getLogger("openchair.people")


class _Came(Exception):
    """Carries a page that is no success out of the transaction, so that the form may be sent again."""

    def __init__(self, answer: HttpResponse) -> None:
        self.answer = answer


class _Here(threading.local):
    """Of this thread: the key of the form that it answers, and what to undo should nothing come of it."""

    key: str | None = None
    undo: list[Act] | None = None


_HERE: Final = _Here()


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
            with _answering(None), in_turn():
                return view(request, *args, **kwargs)
        try:
            with _answering(key), in_turn(), transaction.atomic():
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


def id_by_form(otherwise: str) -> str:
    """An id that is the same each time this form is sent; the other one where no form is being answered."""
    return public_id_of(_HERE.key) if _HERE.key else otherwise


def if_undone(act: Act) -> None:
    """For what no database holds: have it taken back when the transaction of this form does not stand.

    A repeat runs anew then. Outside of `once` nothing is taken back.
    """
    undo = _HERE.undo
    if undo is not None:
        undo.append(act)
        transaction.on_commit(partial(undo.remove, act), robust=True)


@contextmanager
def _answering(key: str | None) -> Iterator[None]:
    before, undo = (_HERE.key, _HERE.undo), list[Act]()
    _HERE.key, _HERE.undo = key, undo
    try:
        yield
    except BaseException:
        for act in reversed(undo):
            _try(act)
        raise
    finally:
        _HERE.key, _HERE.undo = before


def _try(act: Act) -> None:
    try:
        act()
    except Exception as fault:  # noqa: BLE001 - what is told is why the form failed, not what failed after it
        log.error("what a form had done could not be undone: %s", type(fault).__name__)


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
